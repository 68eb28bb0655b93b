import FonsFormat
import FonsText

/// Paragraphs without any mark that the sentence before them shows to be quoted: "Doe wrote:", and
/// then, indented or in plain text by itself, what Doe wrote.
enum Announced {
  /// The text with such paragraphs made block quotations; only plain text and
  /// mail quote so.
  static func marked(_ structured: StructuredText, _ format: InputFormat) -> StructuredText {
    guard format == .text || format == .email else { return structured }
    let context = DocumentContext(structured)
    var result = structured
    var id = (structured.blocks.map(\.quoteID).max() ?? 0) + 1
    var index = 1
    while index < structured.blocks.count {
      guard isCandidate(context, index, mayBeLevel: format == .text),
        announces(context, index - 1)
          || structured.blocks[index].indent > structured.blocks[index - 1].indent
            && isRunningHead(context, index - 1)
      else {
        index += 1
        continue
      }
      let lead = structured.blocks[index - 1].indent
      let indent = structured.blocks[index].indent
      repeat {
        result.blocks[index].quoteDepth = 1
        result.blocks[index].quoteID = id
        result.blocks[index].kind = .paragraph
        index += 1
      } while indent > lead && index < structured.blocks.count && isText(context, index)
        && structured.blocks[index].indent >= indent
      id += 1
    }
    return result
  }

  private static func isText(_ context: DocumentContext, _ index: Int) -> Bool {
    let block = context.blocks[index]
    return block.quoteDepth == 0 && (block.kind == .paragraph || block.kind == .listItem)
      && !block.isGreen && !context.references.blocks.contains(index)
  }

  private static func isCandidate(
    _ context: DocumentContext, _ index: Int, mayBeLevel: Bool
  ) -> Bool {
    guard isText(context, index) else { return false }
    let block = context.blocks[index]
    let before = context.blocks[index - 1]
    let isIndented = block.indent > before.indent
    if before.quoteDepth == 0, isIndented { return true }
    return mayBeLevel && block.kind == .paragraph
      && WordCount.count(context.text, block.range.range, upTo: 8) >= 8
      && QuoteGlyph.at(context.text, block.range.start, end: block.range.end) == nil
      && !AddressLine.matches(context, index)
  }

  /// "From the Upland Gazette of 4 May 1811:", a paragraph of its own.
  private static func isRunningHead(_ context: DocumentContext, _ index: Int) -> Bool {
    let block = context.blocks[index]
    guard block.quoteDepth == 0, block.kind == .paragraph, block.range.count <= 160,
      !block.range.isEmpty, context.text[block.range.end - 1] == 0x3A
    else { return false }
    let words = PhraseWord.scan(context.text, block.range)
    guard let first = words.first, ["from", "aus", "uit", "från"].contains(first.lower),
      words.count > 2, let phrase = AttributionPhrase(context, block.range, isBefore: true)
    else { return false }
    return phrase.title != nil || phrase.description != nil || phrase.author != nil
  }

  /// Whether a paragraph ends with a colon and says who speaks, or with a colon and a note.
  private static func announces(_ context: DocumentContext, _ index: Int) -> Bool {
    let block = context.blocks[index]
    let text = context.text
    guard block.quoteDepth == 0, block.kind == .paragraph, !block.range.isEmpty else {
      return false
    }
    var end = block.range.end
    let resolver = NoteResolver(context)
    if text[end - 1] == 0x5D,
      let open = text[max(block.range.start, end - 8)..<end].lastIndex(of: 0x5B),
      let marker = resolver.marker(at: open, limit: end), resolver.isNote(marker)
    {
      end = open
      if end > block.range.start, text[end - 1] == 0x3A { return true }
    }
    guard end > block.range.start, text[end - 1] == 0x3A else { return false }
    let low = max(block.range.start, end - 500)
    let start = SentenceBounds.lastStart(text, ByteRange(low, end))
    guard let phrase = AttributionPhrase(context, ByteRange(start, end), isBefore: true) else {
      return false
    }
    return phrase.hasVerb && (phrase.author != nil || phrase.description != nil)
  }
}
