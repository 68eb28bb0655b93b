internal import FonsText

/// Letters that were written in UTF-8 and read as Windows-1252: `â€™` for ’, `Ã¼` for ü.
///
/// Only the beginnings that real texts have nowhere else are believed: `Â`, `Ã`, `â€`, and `Ð`, `Ñ`
/// where two such letters follow each other. Entities of HTML that were left as code (`&quot;`) are
/// put right with them.
enum Mojibake {
  /// Folds to nothing; keeps every offset.
  private static let filler: UInt8 = 1

  /// Puts the letters right in place, with bytes that fold to nothing behind them.
  ///
  /// - Returns: what was repaired, in order.
  /// - Complexity: O(*n*)
  static func repair(_ bytes: inout [UInt8]) -> [ByteRange] {
    guard mayNeedRepair(bytes) else { return [] }
    var repairs: [ByteRange] = []
    var at = 0
    while at + 3 < bytes.count {
      // Â, Ã, â, Ð and Ñ all begin with 0xC3.
      let isLetter = bytes[at] == 0xC3
      guard isLetter || bytes[at] == 0x26,
        let (end, letter) = isLetter ? repaired(bytes, at) : entity(bytes, at)
      else {
        at += 1
        continue
      }
      for offset in at..<end { bytes[offset] = Self.filler }
      bytes.replaceSubrange(at..<at + letter.count, with: letter)
      repairs.append(ByteRange(at, end))
      at = end
    }
    return repairs
  }

  /// Whether any byte stands in the bytes that a repair could begin with.
  static func mayNeedRepair(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      // Without a branch, so that many bytes are looked at at once.
      for byte in bytes { found |= (byte == 0xC3 ? 1 : 0) | (byte == 0x26 ? 1 : 0) }
      return found != 0
    }
  }

  /// The character that an entity of HTML at `at` stands for, and where it ends.
  private static func entity(_ bytes: [UInt8], _ at: Int) -> (end: Int, letter: [UInt8])? {
    guard let end = bytes[at...].prefix(9).firstIndex(of: 0x3B) else { return nil }
    let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
    let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
    if let text = entities[name] { return (end + 1, Array(text.utf8)) }
    guard name.hasPrefix("#"), let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
      value >= 0x20, let scalar = Unicode.Scalar(value)
    else { return nil }
    return (end + 1, Array(UTF8.encode(scalar)!))
  }

  private static let entities = [
    "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "shy": "\u{AD}", "eacute": "é", "egrave": "è", "agrave": "à",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "ccedil": "ç", "ntilde": "ñ",
  ]

  /// The letter that stood at `at`, and where it ends.
  private static func repaired(_ bytes: [UInt8], _ at: Int) -> (end: Int, letter: [UInt8])? {
    guard let (lead, first) = byte(bytes, at) else { return nil }
    let length: Int
    switch lead {
    case 0xC2, 0xC3: length = 2
    case 0xE2: length = 3
    case 0xD0, 0xD1:
      guard let (_, next) = byte(bytes, first), let (following, _) = byte(bytes, next),
        following == 0xD0 || following == 0xD1
      else { return nil }
      length = 2
    default: return nil
    }
    var letter = [lead]
    var end = first
    while letter.count < length {
      guard let (value, next) = byte(bytes, end), value & 0xC0 == 0x80 else { return nil }
      letter.append(value)
      end = next
    }
    if lead == 0xE2, letter[1] != 0x80, letter[1] != 0x82, letter[1] != 0x84 { return nil }
    return (end, letter)
  }

  /// The Windows-1252 byte of the character at `at`, where it is none of ASCII.
  private static func byte(_ bytes: [UInt8], _ at: Int) -> (value: UInt8, next: Int)? {
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at] {
    case 0xC2: return (bytes[at + 1], at + 2)
    case 0xC3: return (bytes[at + 1] | 0x40, at + 2)
    case 0xC5, 0xC6, 0xCB:
      return table[UInt32(bytes[at]) << 8 | UInt32(bytes[at + 1])].map { ($0, at + 2) }
    case 0xE2 where at + 2 < bytes.count:
      let key = 0xE2_0000 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
      return table[key].map { ($0, at + 3) }
    default: return nil
    }
  }

  /// Characters of 0x80 to 0x9F, by their bytes in UTF-8.
  private static let table: [UInt32: UInt8] = {
    let letters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    var result: [UInt32: UInt8] = [:]
    for (index, scalar) in letters.unicodeScalars.enumerated() {
      let key = UTF8.encode(scalar)!.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      result[key] = UInt8(0x80 + index)
    }
    return result
  }()
}
