import FonsFormat
import FonsText
import Testing

struct TextDecodingTests {
  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.text, as: UTF8.self)
  }

  @Test func plainUTF8StaysAsItIs() {
    let decoded = TextDecoding.decode(Array("Grüße".utf8))
    #expect(text(decoded) == "Grüße")
    #expect(decoded.warning == nil)
  }

  @Test func aByteOrderMarkIsLeftOut() {
    let decoded = TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(text(decoded) == "ab")
    #expect(decoded.origin.original(of: 1) == 4)
  }

  @Test(arguments: [true, false])
  func wideTextWithoutAMark(_ bigEndian: Bool) {
    var bytes: [UInt8] = []
    for unit in "The lamp – lit".utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      bytes += bigEndian ? pair : pair.reversed()
    }
    #expect(text(TextDecoding.decode(bytes)) == "The lamp – lit")
  }

  @Test func windowsBytes() {
    let decoded = TextDecoding.decode([0x93, 0x4D, 0xFC, 0x6C, 0x6C, 0x94, 0x20, 0x80])
    #expect(text(decoded) == "“Müll” €")
    #expect(decoded.encoding == "windows-1252")
    #expect(decoded.origin.original(of: ByteRange(0, 3)) == ByteRange(0, 1))
  }

  @Test func aDeclaredEncodingIsFollowed() {
    let decoded = TextDecoding.decode([0xEC, 0xE8, 0xF0], declared: "windows-1251")
    #expect(text(decoded) == "мир")
    #expect(text(TextDecoding.decode([0x83, 0x65], declared: "shift_jis")) == "テ")
  }

  @Test func damagedUTF8IsRepaired() {
    let decoded = TextDecoding.decode(Array("äöü".utf8) + [0xFF, 0xC3] + Array("é\0x".utf8))
    #expect(text(decoded) == "äöü\u{FFFD}é\u{FFFD}x")
    #expect(decoded.repaired == 2)
    #expect(decoded.origin.original(of: decoded.text.count) == 12)
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>x", "html"), ("From: a\nTo: b\n\nx", "email"),
    ("# Head\n\ntext", "markdown"), ("Just words.", "text"), (">be me", "text"), ("", "text"),
  ])
  func formatsAreTold(_ content: String, _ format: String) {
    #expect(FormatSniffer.guess(Array(content.utf8)).rawValue == format)
  }
}
