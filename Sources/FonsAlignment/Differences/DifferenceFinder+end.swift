internal import FonsText

extension DifferenceFinder {
  /// A negation that ends the source's clause just behind the last quoted word: "Das glaubt er" for
  /// "Das glaubt er nicht."
  func negationBehind(_ alignment: Alignment) -> Difference? {
    guard let last = alignment.steps.last, last.kind == .same || last.kind == .joined,
      last.quoted.upperBound == quoted.words.count, !quoted.omissions.contains(quoted.words.count),
      last.source.upperBound < source.words.count
    else { return nil }
    let next = last.source.upperBound
    let before = source.gap(after: next - 1)
    guard !before.contains(where: Self.endsClause), isClauseEnd(after: next) else { return nil }
    let token = classifier.token(source.words[next], source.bytes[...], base: source.base)
    guard classifier.holdsNegation([token]) else { return nil }
    let end = quoted.words.count
    return difference(.negation, end..<end, next..<next + 1)
  }

  private func isClauseEnd(after word: Int) -> Bool {
    let end =
      word + 1 < source.words.count ? Int(source.words[word + 1].start) : source.range.end
    let gap = source.slice(ByteRange(Int(source.words[word].end), end))
    return gap.contains(where: Self.endsClause) || end == source.range.end
  }

  /// `.` `!` `?` `,` `;` `:`
  private static func endsClause(_ byte: UInt8) -> Bool {
    [46, 33, 63, 44, 59, 58].contains(byte)
  }
}
