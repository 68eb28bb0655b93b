import FonsFormat
import FonsText

/// A block of a block quotation, divided into quoted words and the citation behind them.
struct BlockTail {
  private(set) var content: ByteRange
  /// "— Jane Doe, A History", "[A History, p. 7]", "(Doe 1999, p. 7)".
  private(set) var source: ByteRange?
  /// Whether a citation in brackets ends it.
  private(set) var endsQuotation = false

  /// - Parameter isFirst: whether it is the quotation's first block, which cannot be all citation.
  init(_ context: DocumentContext, _ index: Int, isFirst: Bool) {
    let text = context.text
    let range = context.blocks[index].range
    content = range
    let lastLine = Self.lastLine(text, range)
    if !(isFirst && lastLine.start == range.start),
      Self.isAttribution(context, lastLine) || Self.isSigned(context, index, lastLine)
    {
      source = lastLine
      content = ByteRange(text.trimmed(range.start, lastLine.start))
      return
    }
    if let cited = Self.finalCitations(context, range) {
      content = cited
      source = ByteRange(text.trimmed(cited.end, range.end))
      return
    }
    guard let bracket = Self.finalBracket(text, range) else { return }
    if !isFirst, bracket.start == range.start, CitationText.looksLikeCitation(context, bracket) {
      // A paragraph of its own below the words.
      source = bracket
      content = ByteRange(range.start, range.start)
      endsQuotation = true
      return
    }
    let before = ByteRange(text.trimmed(range.start, bracket.start))
    guard !before.isEmpty,
      CitationText.looksLikeCitation(context, bracket) || CitationText.isPage(text, bracket)
    else { return }
    let closes = Self.endsWithMark(text, before)
    guard closes || Self.endsSentence(text, before) else { return }
    source = bracket
    content = before
    endsQuotation = true
  }

  /// The words of a paragraph that lacks its closing mark, and the citation in brackets behind them.
  static func bracket(
    _ context: DocumentContext, _ range: ByteRange
  ) -> (content: ByteRange, source: ByteRange)? {
    guard let bracket = finalBracket(context.text, range),
      CitationText.looksLikeCitation(context, bracket)
    else { return nil }
    return (ByteRange(context.text.trimmed(range.start, bracket.start)), bracket)
  }

  /// The range without the citations that end it, where the format knows the works they name.
  private static func finalCitations(_ context: DocumentContext, _ range: ByteRange) -> ByteRange? {
    var end = range.end
    let low = DocumentContext.first(context.noteReferences, from: range.start) { $0.range.start }
    let spans = context.noteReferences[low...].prefix { $0.range.end <= range.end }
    for span in spans.reversed() {
      let rest = context.text.trimmed(span.range.end, end)
      guard rest.count <= 1, context.note(at: span.range)?.title != nil else { break }
      end = context.text.trimmed(range.start, span.range.start).upperBound
    }
    return end < range.end && end > range.start ? ByteRange(range.start, end) : nil
  }

  private static func lastLine(_ text: [UInt8], _ range: ByteRange) -> ByteRange {
    var start = range.end
    while start > range.start, text[start - 1] != 0x0A, range.end - start < 400 { start -= 1 }
    let isLine = start == range.start || text[start - 1] == 0x0A
    return isLine ? ByteRange(start, range.end) : ByteRange(range.end, range.end)
  }

  /// "— Jane Doe": a dash, then a name or title; or nothing but `<cite>`.
  private static func isAttribution(_ context: DocumentContext, _ line: ByteRange) -> Bool {
    let text = context.text
    guard !line.isEmpty, line.count <= 300 else { return false }
    var index = line.start
    if text.has("—", at: index) || text.has("–", at: index) || text.has("―", at: index) {
      index += 3
    } else if text.has("--", at: index) {
      index += 2
    } else if let title = context.title(in: line), title.kind == .cite,
      title.range.start <= line.start + 1, title.range.end >= line.end - 1
    {
      return true
    } else {
      return false
    }
    while index < line.end, ASCII.isSpace(text[index]) || text[index] == 0x2D { index += 1 }
    guard index < line.end else { return false }
    let first = text[index]
    let isName =
      ASCII.isUpper(first) || first >= 0x80 || first == 0x2A || first == 0x5F
      || text.hasIgnoringCase("http", at: index) || text.hasIgnoringCase("from ", at: index)
      || QuoteGlyph.at(text, index, end: line.end) != nil
    return isName && WordCount.count(text, index..<line.end, upTo: 40) < 40
  }

  /// A name on the last line, below a sentence that has ended. In a mail it is part of what is quoted.
  private static func isSigned(
    _ context: DocumentContext, _ index: Int, _ line: ByteRange
  ) -> Bool {
    guard context.blocks[index].speaker == nil, Signature.matches(context, line) else {
      return false
    }
    let above = context.text.trimmed(max(0, line.start - 40), line.start)
    guard !above.isEmpty else { return false }
    return endsSentence(context.text, ByteRange(above))
      || endsWithMark(context.text, ByteRange(above))
  }

  /// The `[…]` or `(…)` that ends the range.
  private static func finalBracket(_ text: [UInt8], _ range: ByteRange) -> ByteRange? {
    var end = range.end
    if end > range.start, text[end - 1] == 0x2E { end -= 1 }
    guard end > range.start + 2, text[end - 1] == 0x5D || text[end - 1] == 0x29 else { return nil }
    let close = text[end - 1]
    let open: UInt8 = close == 0x5D ? 0x5B : 0x28
    var depth = 0
    var index = end - 1
    while index >= range.start, end - index < 500 {
      if text[index] == close { depth += 1 }
      if text[index] == open {
        depth -= 1
        if depth == 0 { return ByteRange(index, end) }
      }
      index -= 1
    }
    return nil
  }

  private static func endsWithMark(_ text: [UInt8], _ range: ByteRange) -> Bool {
    for length in 1...3 where range.count > length {
      let start = range.end - length
      if let mark = QuoteGlyph.at(text, start, end: range.end), mark.length == length {
        return true
      }
    }
    return false
  }

  private static func endsSentence(_ text: [UInt8], _ range: ByteRange) -> Bool {
    let last = UTF8Text.scalar(text, before: range.end, start: range.start).value
    return [0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0x5D].contains(last)
  }
}
