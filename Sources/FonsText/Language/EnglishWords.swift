internal import CTables

/// The words of English, as a Bloom filter (Bloom, 1970) that `Tools/make-spellings.py` makes from
/// SCOWL: about one string in two hundred that is no word is held too.
public enum EnglishWords {
  nonisolated(unsafe) private static let blocks = UnsafeRawPointer(fons_word_table_start())
    .assumingMemoryBound(to: UInt64.self)
  private static let mask = UInt64(fons_word_table_size() / MemoryLayout<UInt64>.stride - 1)

  /// - Parameter hash: of a folded word, as `Word.hash`.
  public static func contains(_ hash: UInt64) -> Bool {
    let bits =
      1 << (hash >> 58) | 1 << (hash >> 52 & 63) | 1 << (hash >> 46 & 63)
      | (1 << (hash >> 40 & 63) as UInt64)
    return blocks[Int(hash & mask)] & bits == bits
  }
}
