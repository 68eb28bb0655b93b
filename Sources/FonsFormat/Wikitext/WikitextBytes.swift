/// Byte classes and the control bytes that the two passes pass to each other.
///
/// Wikitext itself holds no control bytes but line feed and tab once it is `cleaned`, so the rest
/// are free: `note` stands before the number of a note's use, and each character of markup has a
/// byte that prints it without meaning it.
enum WikitextBytes {
  /// Followed by `noteDigits` octal digits, each a byte `0x10 + digit`.
  static let note: UInt8 = 0x01
  static let noteDigits = 8

  static let hardSpace: UInt8 = 0x1D
  static let hardNewline: UInt8 = 0x1E

  /// Character → the control byte that prints it, for characters that mean something.
  private static let literals: [(UInt8, UInt8)] = [
    (UInt8(ascii: "["), 0x02), (UInt8(ascii: "]"), 0x03), (UInt8(ascii: "{"), 0x04),
    (UInt8(ascii: "}"), 0x05), (UInt8(ascii: "'"), 0x06), (UInt8(ascii: "="), 0x07),
    (UInt8(ascii: "*"), 0x08), (UInt8(ascii: "#"), 0x0B), (UInt8(ascii: ":"), 0x0C),
    (UInt8(ascii: ";"), 0x0E), (UInt8(ascii: "|"), 0x0F), (UInt8(ascii: "<"), 0x18),
    (UInt8(ascii: ">"), 0x19), (UInt8(ascii: "&"), 0x1A), (UInt8(ascii: "!"), 0x1B),
    (UInt8(ascii: "-"), 0x1C), (UInt8(ascii: " "), hardSpace), (UInt8(ascii: "\n"), hardNewline),
    (UInt8(ascii: "_"), 0x1F),
  ]

  /// For each byte the one that prints it literally; itself where it means nothing.
  static let literal: [UInt8] = {
    var table = (0...255).map { UInt8($0) }
    for (character, control) in literals { table[Int(character)] = control }
    return table
  }()

  /// The way back from `literal`.
  static let printed: [UInt8] = {
    var table = (0...255).map { UInt8($0) }
    for (character, control) in literals { table[Int(control)] = character }
    return table
  }()

  /// `bytes` as valid UTF-8 without control bytes other than line feed and tab.
  static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    if String(validating: bytes, as: UTF8.self) == nil {
      result = Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    guard result.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }) else { return result }
    // A carriage return goes with its line feed; other control bytes print nothing.
    result.removeAll { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }
    return result
  }

  /// Appends the mark of the note use number `use`.
  static func appendNote(_ use: Int, to out: inout [UInt8]) {
    out.append(note)
    for digit in (0..<noteDigits).reversed() {
      out.append(0x10 | UInt8((use >> (3 * digit)) & 7))
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
  static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// After the `;` of what looks like an entity (`&amp;`, `&#160;`) at `at`, else nil.
  static func entityEnd(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Int? {
    guard bytes[at] == UInt8(ascii: "&") else { return nil }
    var end = at + 1
    while end < limit, end - at < 34,
      bytes[end] == UInt8(ascii: "#") || isLetter(bytes[end]) || isDigit(bytes[end])
    { end += 1 }
    return end > at + 1 && end < limit && bytes[end] == UInt8(ascii: ";") ? end + 1 : nil
  }

  /// `start..<end` without white space at its ends.
  static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> (start: Int, end: Int) {
    var low = start
    var high = end
    while low < high, isSpace(bytes[low]) { low += 1 }
    while high > low, isSpace(bytes[high - 1]) { high -= 1 }
    return (low, high)
  }

  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let (low, high) = trimmed(bytes, 0, bytes.count)
    return low == 0 && high == bytes.count ? bytes : Array(bytes[low..<high])
  }

  /// Whether `bytes` at `offset` read `word`, which is in lower case, in any case of letters.
  static func matches(_ bytes: [UInt8], at offset: Int, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= bytes.count else { return false }
    for index in 0..<count where lowered(bytes[offset + index]) != word.utf8Start[index] {
      return false
    }
    return true
  }
}
