internal import FonsText

extension DifferenceFinder {
  /// All differences of a passage, in order of the quotation. Where there is none, which is so of most
  /// passages, nothing is looked up.
  ///
  /// - Parameter lexicon: what is known of words; it tells a slip of the pen from another word.
  public static func differences(
    _ quoted: QuotedText, _ source: SourceWindow, _ alignment: Alignment,
    lexicon: @autoclosure () -> Lexicon
  ) -> [Difference] {
    if SameBytes(quoted: quoted, source: source).holds(alignment) { return [] }
    return DifferenceFinder(quoted, source, lexicon: lexicon()).differences(alignment)
  }
}
