/// Cuts a text into strands: pieces about as long as a sentence.
///
/// Whether there is a cut at a place is decided by the eight bytes before it and the one after it
/// alone, as in content-defined chunking (Muthitacharoen et al., 2001). So an edit changes the strands
/// that it touches and no others, and the same words are cut in the same way wherever they stand.
struct StrandCutter {
  /// Bytes before a cut that decide about it.
  static let lookBack = 8
  /// One place in so many is a cut whatever stands there, so that a text without sentences has cuts.
  private static let rarity: UInt64 = 1 << 10

  /// Calls `body` with the range of each strand, in order.
  @inline(__always)
  static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    var window: UInt64 = 0
    for place in 0..<bytes.count {
      if isCut(window, before: bytes[place]) {
        body(start..<place)
        start = place
      }
      window = window << 8 | UInt64(bytes[place])
    }
    if start < bytes.count { body(start..<bytes.count) }
  }

  /// - Parameter window: the eight bytes before the place, the last of them lowest; zeros where the
  ///   text begins.
  @inline(__always)
  private static func isCut(_ window: UInt64, before next: UInt8) -> Bool {
    let last = UInt8(truncatingIfNeeded: window)
    if last == 10 { return next != 10 }
    if last == 32 { return next != 32 && endsSentence(window) }
    // An ideographic full stop.
    if last == 0x82, window & 0xFF_FFFF == 0xE3_8082 { return true }
    // Eight bytes of one kind are no place to cut: there may be millions in a row.
    guard next & 0xC0 != 0x80, last != UInt8(truncatingIfNeeded: window >> 8) else { return false }
    return (window &* 0x9E37_79B9_7F4A_7C15) >> 54 == 0 && window >> 56 != 0
  }

  /// Whether a space follows the end of a sentence: a full stop after a word of three letters or
  /// more, so that abbreviations and initials are none.
  @inline(__always)
  private static func endsSentence(_ window: UInt64) -> Bool {
    var rest = window >> 8
    let mark = UInt8(truncatingIfNeeded: rest)
    // A quote mark or a bracket may stand behind the full stop.
    if mark == 0x22 || mark == 0x29 { rest >>= 8 }
    let stop = UInt8(truncatingIfNeeded: rest)
    guard stop == 0x2E || stop == 0x21 || stop == 0x3F else { return false }
    for distance in 1...3 as ClosedRange<UInt64> {
      let byte = UInt8(truncatingIfNeeded: rest >> (8 * distance))
      if byte <= 0x2E { return false }
    }
    return true
  }
}
