/// Words of a header in another encoding: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  static func decode(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    let bytes = Array(value.utf8)
    var result = ""
    var index = 0
    var plain = 0
    var afterWord = false
    while index < bytes.count {
      guard bytes[index] == 0x3D, let word = word(bytes, at: index) else {
        index += 1
        continue
      }
      let between = bytes.string(plain, index)
      // White space between two encoded words is none.
      if !afterWord || between.contains(where: { !$0.isWhitespace }) { result += between }
      result += word.text
      index = word.end
      plain = index
      afterWord = true
    }
    return result + bytes.string(plain, bytes.count)
  }

  private static func word(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
    guard bytes.has("=?", at: start) else { return nil }
    var marks: [Int] = []
    var index = start + 2
    while index < bytes.count, index - start < 1000, marks.count < 2 {
      if bytes[index] == 0x3F { marks.append(index) }
      index += 1
    }
    guard marks.count == 2, marks[1] - marks[0] == 2,
      let end = bytes.find("?=", from: marks[1] + 1, to: min(bytes.count, start + 2000))
    else { return nil }
    let charset = bytes.string(start + 2, marks[0]).prefix { $0 != "*" }
    let isBase64 = bytes[marks[0] + 1] | 0x20 == 0x62
    var body = Array(bytes[marks[1] + 1..<end])
    if !isBase64 { body = body.map { $0 == 0x5F ? 0x20 : $0 } }
    let raw = TransferDecoding.decode(
      body, 0..<body.count, encoding: isBase64 ? "base64" : "quoted-printable")
    let decoded = TextDecoding.decode(raw.bytes, declared: String(charset))
    return (decoded.text.string(0, decoded.text.count), end + 2)
  }
}
