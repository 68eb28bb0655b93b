import FonsText

extension QuotedLinesParser {
  /// Columns by which a signature stands to the right of what it signs.
  private static let shift = 16

  /// Whether a line is a name or title at the right edge below an indented paragraph or poem, as
  /// books in plain text sign an epigraph or a verse without a dash.
  func isSignedAtRight(_ line: TextLine, _ content: Range<Int>) -> Bool {
    let indent = content.lowerBound - line.start
    guard style == .post, let open = builder.openIndent, open >= 2, indent >= open + Self.shift,
      content.count <= 60, TextLine(text, at: line.next, limit: text.count).isBlank(text)
    else { return false }
    let first = text[content.lowerBound]
    guard ASCII.isUpper(first) || first >= 0x80 || first == 0x22 || first == 0x5F else {
      return false
    }
    let words = WordCount.count(text, content, upTo: 9)
    guard (1...8).contains(words) else { return false }
    // A full stop ends a sentence, but not initials.
    let last = text[content.upperBound - 1]
    return ![0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(last) && (last != 0x2E || content.count <= 12)
  }
}
