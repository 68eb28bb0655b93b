import FonsFormat
import FonsText

/// Citations that stand in the blocks before and after a quotation.
struct NeighbourCitations {
  private let context: DocumentContext
  private let found: [FoundQuotation]

  init(_ context: DocumentContext, _ found: [FoundQuotation]) {
    self.context = context
    self.found = found
  }

  /// For a block quotation: the line or sentence that leads to it, then the line behind it.
  func aroundBlock(_ index: Int) -> (citations: [Citation], phrase: AttributionPhrase?) {
    let quotation = found[index]
    var before: [Citation] = []
    var after: [Citation] = []
    var phrase: AttributionPhrase?
    // Where the format says who wrote the words, the line above does not introduce them.
    if quotation.speaker == nil, let block = neighbour(of: quotation.blocks.lowerBound, step: -1) {
      let low = index > 0 ? found[index - 1].outer.end : 0
      phrase = self.phrase(block, notBefore: low)
      before = introduction(block, notBefore: low)
    }
    if let block = neighbour(of: quotation.blocks.upperBound, step: 1) {
      let limit = index + 1 < found.count ? found[index + 1].outer.start : Int.max
      after = conclusion(block, notAfter: limit)
    }
    return (before + after, phrase)
  }

  /// For marks in a paragraph: lines of addresses directly around the paragraph.
  func aroundParagraph(_ index: Int) -> [Citation] {
    let blocks = found[index].blocks
    var result: [Citation] = []
    if let previous = announcement(index) {
      result = introduction(previous, notBefore: index > 0 ? found[index - 1].outer.end : 0)
    }
    if let next = neighbour(of: blocks.upperBound, step: 1), isAddressLine(next) {
      result += addresses(context.blocks[next].range, .after)
    }
    if let previous = neighbour(of: blocks.lowerBound, step: -1), isAddressLine(previous),
      !isTaken(previous, by: index)
    {
      result += addresses(context.blocks[previous].range, .before).reversed()
    }
    return result
  }

  /// Whether a line of addresses belongs to the block quotation above it, since the paragraph below
  /// begins with words of its own.
  private func isTaken(_ line: Int, by index: Int) -> Bool {
    let start = context.blocks[found[index].blocks.lowerBound].range.start
    return line > 0 && context.blocks[line - 1].quoteDepth > 0
      && found[index].outer.start > start
  }

  /// The block that ends with a colon before a paragraph that begins with the quotation.
  private func announcement(_ index: Int) -> Int? {
    let blocks = found[index].blocks
    guard context.blocks[blocks.lowerBound].range.start == found[index].outer.start,
      let previous = neighbour(of: blocks.lowerBound, step: -1),
      context.text[context.blocks[previous].range.end - 1] == 0x3A
    else { return nil }
    return previous
  }

  /// The next block in a direction that is not furniture; nil at a quotation or a heading.
  private func neighbour(of index: Int, step: Int) -> Int? {
    var at = index + step
    for _ in 0..<3 where context.blocks.indices.contains(at) {
      let block = context.blocks[at]
      guard block.part == context.blocks[index].part, !context.references.blocks.contains(at) else {
        return nil
      }
      if block.kind != .furniture, block.kind != .replyLink {
        return block.quoteDepth == 0 && block.kind != .heading && block.kind != .code ? at : nil
      }
      at += step
    }
    return nil
  }

  /// Whether a block is an address and hardly anything else: "Source: https://…".
  func isAddressLine(_ index: Int) -> Bool {
    AddressLine.matches(context, index)
  }

  private func introduction(_ index: Int, notBefore: Int) -> [Citation] {
    let range = context.blocks[index].range
    if isAddressLine(index) { return addresses(range, .before).reversed() }
    guard let sentence = lastSentence(index, notBefore: notBefore) else { return [] }
    var result: [Citation] = Array(addresses(sentence, .before).reversed())
    if !SentenceBounds.isComplete(context.text, sentence) {
      result += CitationText.inside(sentence, context)
    }
    let resolver = NoteResolver(context)
    for at in max(sentence.start, sentence.end - 8)..<sentence.end {
      guard let marker = resolver.marker(at: at, limit: sentence.end), resolver.isNote(marker),
        marker.range.end >= sentence.end - 1
      else { continue }
      result += resolver.resolve(marker.key, marker.range)
    }
    result += resolver.works(in: sentence)
    // A sentence that leads to a quotation ends with a colon, or at least names a speaker.
    if let phrase = phrase(index, notBefore: notBefore) {
      result += context.titled(phrase, binding: .sentence).map { [$0] } ?? []
      // An address says more than the words that describe the page behind it.
      let isAddressed = result.contains { $0.kind == .url }
      result += context.named(phrase, binding: .sentence)
        .filter { !isAddressed || !$0.isTentative }
    }
    return result
  }

  private func phrase(_ index: Int, notBefore: Int) -> AttributionPhrase? {
    guard !isAddressLine(index), let sentence = lastSentence(index, notBefore: notBefore),
      !SentenceBounds.isComplete(context.text, sentence)
    else { return nil }
    return AttributionPhrase(context, sentence, isBefore: true)
  }

  private func lastSentence(_ index: Int, notBefore: Int) -> ByteRange? {
    let range = context.blocks[index].range
    let low = max(range.start, notBefore, range.end - 500)
    guard low < range.end else { return nil }
    return ByteRange(
      SentenceBounds.lastStart(context.text, ByteRange(low, range.end)), range.end)
  }

  private func conclusion(_ index: Int, notAfter: Int) -> [Citation] {
    let block = context.blocks[index]
    let text = context.text
    let range = ByteRange(block.range.start, min(block.range.end, notAfter))
    guard !range.isEmpty else { return [] }
    if isAddressLine(index) { return addresses(range, .after) }
    let resolver = NoteResolver(context)
    if let marker = resolver.marker(at: range.start, limit: range.end), resolver.isNote(marker) {
      return resolver.resolve(marker.key, marker.range)
    }
    let isDash =
      text.has("—", at: range.start) || text.has("–", at: range.start)
      || text.has("--", at: range.start) || text.has("―", at: range.start)
    let isAside = block.isAside && !(index > 0 && context.blocks[index - 1].isAside)
    let isSigned =
      range.end == block.range.end && Signature.matches(context, range, isAside: isAside)
    if isDash || block.kind == .caption || isSigned, range.count < 400 {
      return CitationText.read(range, context, binding: .after)
    }
    if let bracket = CitationText.bracket(after: range.start, context, limit: range.end),
      bracket.start == range.start, CitationText.looksLikeCitation(context, bracket)
    {
      return CitationText.read(bracket, context, binding: .after)
    }
    if let first = context.addresses(in: range).first, first.range.start <= range.start + 24,
      !first.isLink || first.range.start <= range.start + 4
    {
      return addresses(ByteRange(range.start, first.range.start + 1), .after)
    }
    return []
  }

  private func addresses(_ range: ByteRange, _ binding: Citation.Binding) -> [Citation] {
    context.addresses(in: range).suffix(4).map {
      Citation(
        kind: .url, value: $0.value, range: context.structured.origin.original(of: $0.range),
        binding: binding)
    }
  }
}

/// Blocks that hold an address and hardly a word more.
enum AddressLine {
  static func matches(_ context: DocumentContext, _ index: Int) -> Bool {
    let range = context.blocks[index].range
    guard range.count < 4000 else { return false }
    let addresses = context.addresses(in: range)
    guard !addresses.isEmpty else { return false }
    var words = 0
    var at = range.start
    for address in addresses {
      if address.range.start > at {
        words += WordCount.count(context.text, at..<address.range.start, upTo: 5)
      }
      at = max(at, min(address.range.end, range.end))
    }
    words += WordCount.count(context.text, at..<range.end, upTo: 5)
    let isWhole = addresses.contains { !$0.isLink || $0.range.count * 2 >= range.count }
    return isWhole && words <= 3
  }
}
