/// Classes of ASCII bytes. Bytes from 0x80 on belong to none of them.
package enum ASCII {
  @inline(__always)
  package static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 9 && byte <= 13) }

  @inline(__always)
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  package static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  package static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  @inline(__always)
  package static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  @inline(__always)
  package static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}

extension [UInt8] {
  /// Whether `prefix` stands at `index`.
  package func has(_ prefix: StaticString, at index: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    let start = prefix.utf8Start
    for offset in 0..<length where self[index + offset] != start[offset] { return false }
    return true
  }

  /// Whether `prefix`, given in lower case, stands at `index` in any mixture of cases.
  package func hasIgnoringCase(_ prefix: StaticString, at index: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    let start = prefix.utf8Start
    for offset in 0..<length where ASCII.lower(self[index + offset]) != start[offset] {
      return false
    }
    return true
  }

  /// The first place at or after `start` and before `end` where `needle` stands.
  package func find(_ needle: StaticString, from start: Int, to end: Int) -> Int? {
    var index = start
    let last = Swift.min(end, count) - needle.utf8CodeUnitCount
    while index <= last {
      if has(needle, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The range without white space at its ends.
  package func trimmed(_ start: Int, _ end: Int) -> Range<Int> {
    var low = start
    var high = end
    while low < high {
      let size = spaceSize(at: low)
      if size == 0 { break }
      low += size
    }
    while high > low, ASCII.isSpace(self[high - 1]) || endsInNoBreakSpace(high, low) {
      high -= ASCII.isSpace(self[high - 1]) ? 1 : 2
    }
    return low..<Swift.max(low, high)
  }

  /// Bytes of the white space at `index`, no-break and thin spaces included; 0 where there is none.
  package func spaceSize(at index: Int) -> Int {
    let byte = self[index]
    if ASCII.isSpace(byte) { return 1 }
    if byte == 0xC2, index + 1 < count, self[index + 1] == 0xA0 { return 2 }
    guard byte == 0xE2 || byte == 0xE3, index + 2 < count, self[index + 1] == 0x80 else { return 0 }
    let last = self[index + 2]
    if byte == 0xE3 { return last == 0x80 ? 3 : 0 }
    return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
  }

  private func endsInNoBreakSpace(_ end: Int, _ low: Int) -> Bool {
    end - 2 >= low && self[end - 2] == 0xC2 && self[end - 1] == 0xA0
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  package func string(_ start: Int, _ end: Int) -> String { string(start..<Swift.max(start, end)) }
}
