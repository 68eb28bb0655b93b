internal import CTables

/// Which three letters follow each other in common words: a word with a triple that none of them has
/// is likely to be a slip of a machine (`intcrnally`), not a word.
///
/// Counted from the frozen table of frequent words, of which most are English; words with other
/// letters than a to z are never called strange.
public enum LetterTriples {
  private static let known: [Bool] = {
    var known = [Bool](repeating: false, count: 27 * 27 * 27)
    let bytes = UnsafeBufferPointer(
      start: fons_frequency_table_start(), count: fons_frequency_table_size())
    for word in bytes.split(whereSeparator: { $0 == 32 || $0 == 10 }) {
      forEach(word) { known[$0] = true }
    }
    return known
  }()

  /// - Parameter word: folded letters.
  public static func isStrange(_ word: [UInt8]) -> Bool {
    guard word.count >= 4, word.allSatisfy({ $0 &- 97 < 26 }) else { return false }
    var isStrange = false
    forEach(word) { if !known[$0] { isStrange = true } }
    return isStrange
  }

  /// Triples of a word's letters with a blank at each end.
  private static func forEach(_ word: some Collection<UInt8>, _ body: (Int) -> Void) {
    var triple = 0
    for byte in [UInt8(96)] + word + [UInt8(96)] {
      guard byte &- 96 < 27 else { return }
      triple = (triple * 27 + Int(byte - 96)) % (27 * 27 * 27)
      body(triple)
    }
  }
}
