import FonsFormat
import FonsText

/// Ties each quotation to what the document says it is from.
///
/// Candidates are collected, the nearest first; which one holds is decided by comparing words, not
/// here. So a bare address between two quotations is a candidate of both.
struct CitationBinder {
  private let context: DocumentContext
  private let found: [FoundQuotation]
  /// Candidates of one quotation.
  private static let limit = 8

  init(_ context: DocumentContext, _ found: [FoundQuotation]) {
    self.context = context
    self.found = found
  }

  func citations(of index: Int) -> [Citation] {
    let quotation = found[index]
    var result = markup(quotation)
    if let source = quotation.source {
      result += CitationText.read(source, context, binding: .sentence)
    }
    result += NoteResolver(context).citations(of: quotation)
    if quotation.isBlock {
      result += NeighbourCitations(context, found).aroundBlock(index)
    } else {
      result += inline(index)
      result += NeighbourCitations(context, found).aroundParagraph(index)
    }
    return Self.distinct(result)
  }

  private static func distinct(_ citations: [Citation]) -> [Citation] {
    var result: [Citation] = []
    for citation in citations where result.count < limit {
      let known = result.contains { $0.kind == citation.kind && $0.value == citation.value }
      if !known, !citation.value.isEmpty { result.append(citation) }
    }
    return result
  }

  // MARK: Markup

  private func markup(_ quotation: FoundQuotation) -> [Citation] {
    var result: [Citation] = []
    let original = context.structured.origin.original(of: quotation.outer)
    if let cite = quotation.cite, !cite.isEmpty {
      result.append(Citation(kind: .url, value: cite, range: original, binding: .markup))
    }
    for link in linksAround(quotation.outer) {
      guard let value = link.value else { continue }
      result.append(
        Citation(
          kind: .url, value: value, range: context.structured.origin.original(of: link.range),
          binding: .markup))
    }
    return result
  }

  /// Links that hold the quotation, or nearly all of it.
  private func linksAround(_ outer: ByteRange) -> [StructuredText.Span] {
    let links = context.links
    let after = DocumentContext.first(links, from: outer.start + 1) { $0.range.start }
    let around = links[max(0, after - 3)..<after].filter { $0.range.end >= outer.end - 3 }
    let inside = links[after..<min(links.count, after + 2)].filter {
      $0.range.end <= outer.end && $0.range.count * 5 >= outer.count * 4
    }
    return around + inside
  }

  // MARK: In the sentence

  private func inline(_ index: Int) -> [Citation] {
    let quotation = found[index]
    let first = context.blocks[quotation.blocks.lowerBound].range
    let last = context.blocks[quotation.blocks.upperBound].range
    let previousEnd = index > 0 ? max(first.start, found[index - 1].outer.end) : first.start
    let nextStart = index + 1 < found.count ? min(last.end, found[index + 1].outer.start) : last.end
    var result: [Citation] = []
    var end = quotation.outer.end
    if let bracket = CitationText.bracket(after: end, context, limit: last.end),
      CitationText.looksLikeCitation(context, bracket)
    {
      result += CitationText.read(bracket, context, binding: .sentence)
      end = bracket.end
    }
    let text = context.text
    let before = sentenceBefore(quotation.outer.start, from: previousEnd)
    let window = ByteRange(min(end, nextStart), min(nextStart, end + 240))
    let after = ByteRange(window.start, SentenceBounds.firstEnd(text, window))
    let near = addresses(after) + addresses(before).reversed()
    result += near
    if let phrase = AttributionPhrase(context, before, isBefore: true) {
      result.append(citation(phrase))
    }
    if let phrase = AttributionPhrase(context, after, isBefore: false) {
      result.append(citation(phrase))
    }
    // Elsewhere in the paragraph, up to the quotations beside it.
    result += addresses(ByteRange(after.end, nextStart)).prefix(3)
    result += addresses(ByteRange(previousEnd, before.start)).suffix(3).reversed()
    return result
  }

  private func sentenceBefore(_ end: Int, from start: Int) -> ByteRange {
    let low = max(start, end - 400)
    return ByteRange(SentenceBounds.lastStart(context.text, ByteRange(low, end)), end)
  }

  private func addresses(_ range: ByteRange) -> [Citation] {
    context.addresses(in: range).prefix(8).map {
      Citation(
        kind: .url, value: $0.value, range: context.structured.origin.original(of: $0.range),
        binding: .sentence)
    }
  }

  private func citation(_ phrase: AttributionPhrase) -> Citation {
    context.citation(phrase, binding: .sentence)
  }
}

extension DocumentContext {
  func citation(_ phrase: AttributionPhrase, binding: Citation.Binding) -> Citation {
    Citation(
      kind: phrase.title == nil ? .author : .title, value: phrase.title ?? phrase.author ?? "",
      range: structured.origin.original(of: phrase.range), binding: binding, author: phrase.author)
  }
}
