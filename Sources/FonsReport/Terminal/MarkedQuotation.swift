/// A quotation as styled text with its changes marked inline, `[-source-]{+quoted+}`, so that they
/// can be told without colour.
struct MarkedQuotation {
  /// Unchanged stretches with more words than this are cut to their ends.
  static let longest = 40
  /// Words kept on either side of a cut.
  static let kept = 14

  let visible: VisibleText

  func spans(of entry: Report.Entry, document: [UInt8]?) -> [Span] {
    var spans: [Span] = []
    var unchanged = ""
    for piece in entry.quotationPieces(document: document) {
      guard let index = piece.difference, entry.differences[index].weight != .harmless else {
        unchanged += piece.text
        continue
      }
      spans += cut(unchanged)
      unchanged = ""
      let source = visible(entry.differences[index].source.text)
      let quoted = visible(piece.text)
      if !source.isEmpty { spans += Self.changed("[-", source, "-]", .deleted) }
      if !quoted.isEmpty { spans += Self.changed("{+", quoted, "+}", .added) }
    }
    return spans + cut(unchanged)
  }

  private static func changed(
    _ open: String, _ text: String, _ close: String, _ style: Span.Style
  ) -> [Span] {
    [Span(open, style), Span(text, style, isolated: true), Span(close, style)]
  }

  private func cut(_ text: String) -> [Span] {
    let shown = visible(text)
    let words = shown.split(separator: " ")
    guard words.count > Self.longest else { return shown.isEmpty ? [] : [Span(shown)] }
    let head = words.prefix(Self.kept).joined(separator: " ")
    let tail = words.suffix(Self.kept).joined(separator: " ")
    let ellipsis = visible.unicode ? "…" : "..."
    return [
      Span((shown.hasPrefix(" ") ? " " : "") + head + " "),
      Span("\(ellipsis) \(words.count - 2 * Self.kept) unchanged words \(ellipsis)", .dim),
      Span(" " + tail + (shown.hasSuffix(" ") ? " " : "")),
    ]
  }
}
