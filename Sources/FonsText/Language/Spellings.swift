internal import CTables

/// Spellings of one English word (`plough`, `plow`), from SCOWL's lists of what Britons, Americans,
/// Canadians and Australians write: made by `Tools/make-spellings.py`.
public enum Spellings {
  /// The group of each word; made once, at first use.
  private static let groups: [UInt64: UInt32] = {
    let bytes = UnsafeBufferPointer(
      start: fons_spelling_table_start(), count: fons_spelling_table_size())
    var groups: [UInt64: UInt32] = [:]
    groups.reserveCapacity(10_000)
    var words: [Word] = []
    for (group, line) in bytes.split(separator: 10).enumerated() {
      words.removeAll(keepingCapacity: true)
      Words.scan(UnsafeBufferPointer(rebasing: line), into: &words)
      for word in words { groups[word.hash] = UInt32(group) }
    }
    return groups
  }()

  /// Whether two words, by their hashes, are spellings of one.
  public static func areVariants(_ a: UInt64, _ b: UInt64) -> Bool {
    guard a != b, let group = groups[a] else { return false }
    return groups[b] == group
  }
}
