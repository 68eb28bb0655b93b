internal import FonsText

extension DifferenceFinder {
  /// Other words in the place of some of the source's are one change to a reader, however the two
  /// sides were paired: "the second edition" for "a later one".
  func merged(_ differences: [Difference], in hunk: Hunk) -> [Difference] {
    let isShort = hunk.quoted.count <= Self.fewReplaced && hunk.source.count <= Self.fewReplaced
    var result: [Difference] = []
    for next in differences {
      guard let last = result.last, last.note == nil, next.note == nil,
        canMerge(last.kind, next.kind, isShort: isShort)
      else {
        result.append(next)
        continue
      }
      result[result.count - 1] = difference(
        .word, joined(last.quoted, next.quoted), joined(last.source, next.source))
    }
    return result
  }

  /// Words that are read at a glance.
  private static let fewReplaced = 8

  private func canMerge(_ left: DifferenceKind, _ right: DifferenceKind, isShort: Bool) -> Bool {
    if left == .word, right == .word { return true }
    let kinds: Set<DifferenceKind> = [.word, .addition, .omission]
    return isShort && kinds.contains(left) && kinds.contains(right)
      && (left == .word || right == .word)
  }

  /// An empty range says where something is not, and adds nothing to the other.
  private func joined(_ left: ByteRange, _ right: ByteRange) -> ByteRange {
    if left.range.isEmpty { return right }
    if right.range.isEmpty { return left }
    return ByteRange(min(left.start, right.start), max(left.end, right.end))
  }
}
