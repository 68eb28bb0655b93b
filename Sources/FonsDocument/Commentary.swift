import FonsFormat
import FonsText

/// What is neither quotation nor citation nor furniture.
struct Commentary {
  private let context: DocumentContext
  private let found: [FoundQuotation]

  init(_ context: DocumentContext, _ found: [FoundQuotation]) {
    self.context = context
    self.found = found
  }

  /// Ranges of the document's bytes, in order.
  func ranges() -> [ByteRange] {
    var result: [ByteRange] = []
    var next = 0
    for (index, block) in context.blocks.enumerated() where isCommentary(index, block) {
      var at = block.range.start
      while next < found.count, found[next].outer.end <= at { next += 1 }
      var quotation = next
      while quotation < found.count, found[quotation].outer.start < block.range.end {
        add(at, found[quotation].outer.start, &result)
        at = end(of: found[quotation], block.range.end)
        quotation += 1
      }
      if !isSource(index, block, after: next) { add(at, block.range.end, &result) }
    }
    return result
  }

  private func isCommentary(_ index: Int, _ block: StructuredText.Block) -> Bool {
    guard block.quoteDepth == 0, !context.references.blocks.contains(index) else { return false }
    switch block.kind {
    case .furniture, .replyLink, .code: return false
    default: return !AddressLine.matches(context, index)
    }
  }

  /// Whether a block says no more than whose words the block quotation before it were.
  private func isSource(_ index: Int, _ block: StructuredText.Block, after next: Int) -> Bool {
    guard next > 0, next <= found.count, found[next - 1].isBlock,
      found[next - 1].blocks.upperBound == index - 1, block.range.count < 400
    else { return false }
    let text = context.text
    let start = block.range.start
    return block.kind == .caption || text.has("—", at: start) || text.has("–", at: start)
      || text.has("--", at: start) || text.has("―", at: start)
  }

  /// After the quotation and the citation in brackets that follows it.
  private func end(of quotation: FoundQuotation, _ limit: Int) -> Int {
    var end = quotation.outer.end
    let resolver = NoteResolver(context)
    while let marker = resolver.marker(at: end, limit: limit), marker.range.end <= limit {
      end = marker.range.end
    }
    guard end < limit,
      let bracket = CitationText.bracket(after: end, context, limit: limit),
      CitationText.looksLikeCitation(context, bracket)
    else { return end }
    return bracket.end
  }

  /// A run of at least two words, without the punctuation that the quotation left behind.
  private func add(_ start: Int, _ end: Int, _ result: inout [ByteRange]) {
    guard start < end else { return }
    var range = context.text.trimmed(start, end)
    while !range.isEmpty, [0x2E, 0x2C, 0x3B, 0x3A].contains(context.text[range.lowerBound]) {
      range = context.text.trimmed(range.lowerBound + 1, range.upperBound)
    }
    guard WordCount.count(context.text, range, upTo: 2) >= 2 else { return }
    result.append(context.structured.origin.original(of: ByteRange(range)))
  }
}
