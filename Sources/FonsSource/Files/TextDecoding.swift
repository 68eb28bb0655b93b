/// Bytes of a text file as UTF-8.
enum TextDecoding {
  struct Result {
    var text: [UInt8]
    /// What was assumed, where the file is not UTF-8 as it stands.
    var assumption: String?
  }

  /// The text, or nil where the bytes are no text.
  static func decoded(_ bytes: [UInt8]) -> Result? {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, littleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, littleEndian: false) }
    guard isText(bytes) else { return nil }
    guard String(validating: bytes, as: UTF8.self) == nil else {
      return Result(text: bytes, assumption: nil)
    }
    return isMostlyUTF8(bytes)
      ? Result(
        text: Array(String(decoding: bytes, as: UTF8.self).utf8),
        assumption: "has bytes that are not UTF-8; they were replaced by U+FFFD.")
      : Result(
        text: windows1252(bytes),
        assumption: "is not UTF-8 and was read as Windows-1252. Convert it if that is wrong.")
  }

  /// No NUL, and hardly any control bytes.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes where byte < 0x20 || byte == 0x7F {
      if byte == 0 { return false }
      if byte < 9 || (byte > 13 && byte != 0x1B) { controls += 1 }
    }
    return controls * 50 <= bytes.count
  }

  /// Whether well-formed sequences of several bytes outnumber the bytes that fit nowhere.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (good, bad, at) = (0, 0, 0)
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      if length > 0, at + length <= bytes.count,
        bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        good += 1
        at += length
      } else {
        bad += 1
        at += 1
      }
    }
    return good > bad
  }

  private static func utf16(_ bytes: [UInt8], littleEndian: Bool) -> Result? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 2
    while at + 1 < bytes.count {
      let (low, high) = littleEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      units.append(UInt16(high) << 8 | UInt16(low))
      at += 2
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    guard isText(text) else { return nil }
    return Result(text: text, assumption: "is UTF-16; ranges count bytes of its UTF-8.")
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return Array(String(text).utf8)
  }

  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
