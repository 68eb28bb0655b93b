import FonsFormat
import FonsText

/// Ties each quotation to what the document says it is from.
///
/// Candidates are collected, the nearest first; which one holds is decided by comparing words, not
/// here. So a bare address between two quotations is a candidate of both.
struct CitationBinder {
  private let context: DocumentContext
  private let found: [FoundQuotation]
  /// What earlier quotations were said to be from, for "ibid." and pronouns.
  private var memory: CitationMemory
  private var posts: EarlierPosts
  /// Candidates of one quotation.
  private static let limit = 8

  init(_ context: DocumentContext, _ found: [FoundQuotation]) {
    self.context = context
    self.found = found
    memory = CitationMemory(context)
    posts = EarlierPosts(context)
  }

  /// The candidates of the quotation at `index`; to be asked in the order of the document.
  mutating func citations(of index: Int) -> [Citation] {
    let quotation = found[index]
    let posted = posted(quotation)
    let repeated = posted.isEmpty ? posts.author(of: quotation) : nil
    // A reply that repeats a post quotes that post, whatever stands around it.
    var result = markup(quotation) + posted.filter { $0.kind == .note }
    if let repeated {
      let range = context.structured.origin.original(of: quotation.outer)
      result.append(
        Citation(kind: .author, value: repeated, range: range, binding: .before, author: repeated))
    }
    if let source = quotation.source,
      let marker = NoteResolver(context).marker(at: source.start, limit: source.end),
      context.noteReference(in: ByteRange(source.start, source.start + 1)) != nil
    {
      result += NoteResolver(context).resolve(marker.key, marker.range)
    } else if let source = quotation.source {
      result += CitationText.read(source, context, binding: .sentence)
    }
    result += NoteResolver(context).citations(of: quotation)
    var phrase: AttributionPhrase?
    // What stands below a repeated post answers it, what stands above is of something else.
    let isRepeated = posted.contains { $0.kind == .note }
    if quotation.isBlock, !isRepeated {
      let around = NeighbourCitations(context, found).aroundBlock(index)
      phrase = around.phrase
      result += around.citations
    } else if !quotation.isBlock {
      let around = inline(index, isCited: !result.isEmpty)
      phrase = around.phrase
      result += signature(index) + around.citations
      result += NeighbourCitations(context, found).aroundParagraph(index)
    }
    result += posted
    result = memory.resolved(result, phrase: phrase, quotation)
    result = Self.distinct(result)
    memory.add(result, phrase: phrase, quotation)
    return result
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
    if let cite = quotation.cite, let value = context.base.resolve(cite) {
      result.append(Citation(kind: .url, value: value, range: original, binding: .markup))
    }
    for link in linksAround(quotation.outer) {
      guard let value = link.value.flatMap(context.base.resolve) else { continue }
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

  /// Who wrote the words, or the post that a reply quotes, where the format says it.
  private func posted(_ quotation: FoundQuotation) -> [Citation] {
    let original = context.structured.origin.original(of: quotation.outer)
    var result: [Citation] = []
    if let reply = context.blocks[quotation.blocks.lowerBound].reply {
      result.append(
        Citation(
          kind: .note, value: reply, range: original, binding: .markup, isTentative: true))
    }
    if let speaker = quotation.speaker, !speaker.isEmpty {
      result.append(
        Citation(kind: .author, value: speaker, range: original, binding: .markup, author: speaker))
    }
    return result
  }

  // MARK: In the sentence

  private func inline(
    _ index: Int, isCited: Bool
  ) -> (citations: [Citation], phrase: AttributionPhrase?) {
    let quotation = found[index]
    let first = context.blocks[quotation.blocks.lowerBound].range
    let last = context.blocks[quotation.blocks.upperBound].range
    let previousEnd = index > 0 ? max(first.start, endOfCitation(index - 1)) : first.start
    let nextStart = index + 1 < found.count ? min(last.end, found[index + 1].outer.start) : last.end
    let direct = behind(quotation, limit: last.end, nextStart: nextStart)
    var result = direct.citations
    let end = direct.end
    let text = context.text
    let before = sentenceBefore(quotation.outer.start, from: previousEnd)
    let lead = SentenceBounds.isComplete(text, before) ? ByteRange(before.end, before.end) : before
    let window = ByteRange(min(end, nextStart), min(nextStart, end + 240))
    let after = ByteRange(window.start, SentenceBounds.firstEnd(text, window))
    let later = beginsSentence(quotation, lead, after) ? addresses(after) : []
    if later.isEmpty { result += addresses(after) }
    if !isOtherClause(before) { result += addresses(before).reversed() }
    result += CitationText.inside(lead, context) + NoteResolver(context).works(in: lead)
    result += places(after) + (direct.citations.isEmpty ? places(before).reversed() : [])
    if !isCited { result += NoteResolver(context).announced(in: lead) }
    let phrases = [
      AttributionPhrase(context, lead, isBefore: true),
      AttributionPhrase(context, after, isBefore: false) ?? reporting(quotation),
    ].compactMap { $0 }
    result += phrases.compactMap { context.titled($0, binding: .sentence) }
    if result.isEmpty, !isCited {
      result += PassageCitations(context, found).covering(index, author: phrases.first?.author)
    }
    if result.isEmpty, !isCited, phrases.allSatisfy({ $0.author == nil }) {
      result += shownTitle(lead)
    }
    result += later
    let isAddressed = result.contains { $0.kind == .url }
    result += phrases.flatMap { context.named($0, binding: .sentence) }
      .filter { !isAddressed || !$0.isTentative }
    // Elsewhere in the paragraph, up to the quotations beside it.
    result += addresses(ByteRange(after.end, nextStart), isTentative: true).prefix(3)
    result += addresses(ByteRange(previousEnd, before.start), isTentative: true).suffix(3)
      .reversed()
    return (result, phrases.first)
  }

  /// Whether a sentence of its own follows a quotation that a colon led to: its link is its own.
  private func beginsSentence(
    _ quotation: FoundQuotation, _ lead: ByteRange, _ after: ByteRange
  ) -> Bool {
    let text = context.text
    let before = text.trimmed(lead.start, lead.end)
    guard !before.isEmpty, text[before.upperBound - 1] == 0x3A,
      SentenceBounds.endsSentence(text, quotation.outer)
    else { return false }
    return WordCount.count(text, after.range, upTo: 6) >= 6
  }

  /// The line or paragraph below that says whose words these are.
  private func signature(_ index: Int) -> [Citation] {
    let nextStart = index + 1 < found.count ? found[index + 1].outer.start : Int.max
    guard let line = Signature.below(found[index], context, nextStart: nextStart) else { return [] }
    return CitationText.read(line, context, binding: .after)
  }

  /// "The leaflet ([here](…)) says ten, and my mentor says": whether another clause of speech parts the
  /// address in a sentence from the quotation.
  private func isOtherClause(_ before: ByteRange) -> Bool {
    guard let last = context.addresses(in: before).last else { return false }
    let words = PhraseWord.scan(
      context.text, ByteRange(min(last.range.end, before.end), before.end))
    let verbs = words.indices.filter { SpeechWords.isVerb(words[$0].lower) }
    guard verbs.count > 1, let first = verbs.first, let final = verbs.last else { return false }
    return words[first..<final].contains { $0.tail.hasSuffix(",") || $0.tail.hasSuffix(";") }
  }

  /// What directly follows a quotation: a bracket, a chapter and verse; or the entry of a list of
  /// works in which it stands. And where that ends.
  private func behind(
    _ quotation: FoundQuotation, limit: Int, nextStart: Int
  ) -> (citations: [Citation], end: Int) {
    var result: [Citation] = []
    var end = quotation.outer.end
    if let bracket = CitationText.bracket(after: end, context, limit: limit) {
      if CitationText.looksLikeCitation(context, bracket) {
        result += CitationText.read(bracket, context, binding: .sentence)
        end = bracket.end
      } else if let name = CitationText.name(bracket, context) {
        result.append(name)
      }
    }
    // `<q>…</q> <cite>…</cite>`
    let low = DocumentContext.first(context.titles, from: end) { $0.range.start }
    if low < context.titles.count, case let title = context.titles[low], title.kind == .cite,
      title.range.start <= end + 3, title.range.end <= limit
    {
      result += CitationText.read(title.range, context, binding: .sentence)
    }
    // `"…" Romans 1:28`: what follows directly says more than what stands before.
    let near = ByteRange(end, max(end, min(nextStart, end + 80)))
    if let place = BookReference.find(context.text, near).first, place.range.start <= end + 2 {
      result += places(place.range)
    }
    if let entry = ReferenceEntry(context, at: quotation.outer.start),
      let citation = entry.citation(before: quotation.outer.start)
    {
      // The page behind the quotation is one of the entry's work.
      result.removeAll { $0.kind == .title && EarlierWork($0.value) == .same }
      result.append(citation)
    }
    return (result, end)
  }

  /// The title in italics before a quotation whose sentence names nobody.
  private func shownTitle(_ lead: ByteRange) -> [Citation] {
    guard let title = TitlePhrase.alone(context, lead) else { return [] }
    let range = context.structured.origin.original(of: lead)
    return [
      Citation(kind: .title, value: title, range: range, binding: .sentence, isTentative: true)
    ]
  }

  /// Behind a quotation and the bracket that follows it: that one says where the earlier words are
  /// from.
  private func endOfCitation(_ index: Int) -> Int {
    let end = found[index].outer.end
    guard let bracket = CitationText.bracket(after: end, context, limit: context.text.count),
      CitationText.looksLikeCitation(context, bracket)
    else { return end }
    return bracket.end
  }

  /// The clause within the marks that says who speaks: "«One, — says Doe, — two»".
  private func reporting(_ quotation: FoundQuotation) -> AttributionPhrase? {
    let content = quotation.content
    let text = context.text
    if case .inline("«", _) = quotation.marks, let phrase = incise(content) { return phrase }
    for index in content.start..<max(content.start, content.end - 4)
    where text[index] == 0x2C && (text.has(" —", at: index + 1) || text.has(" –", at: index + 1)) {
      let end = min(content.end, index + 160)
      return AttributionPhrase(context, ByteRange(index + 2, end), isBefore: false)
    }
    return nil
  }

  /// French: "« Un, explique Morvan. Deux. »".
  private func incise(_ content: ByteRange) -> AttributionPhrase? {
    let text = context.text
    for index in content.start..<max(content.start, content.end - 8)
    where text[index] == 0x2C && text[index + 1] == 0x20 {
      let range = ByteRange(index + 2, min(content.end, index + 120))
      let words = PhraseWord.scan(text, range)
      guard let first = words.first, SpeechWords.isVerb(first.lower),
        let phrase = AttributionPhrase(context, range, isBefore: false), phrase.author != nil
      else { continue }
      return phrase
    }
    return nil
  }

  /// References by chapter and verse.
  private func places(_ range: ByteRange) -> [Citation] {
    BookReference.find(context.text, range).map {
      Citation(
        kind: .title, value: $0.value, range: context.structured.origin.original(of: $0.range),
        binding: .sentence)
    }
  }

  private func sentenceBefore(_ end: Int, from start: Int) -> ByteRange {
    let low = max(start, end - 400)
    var first = SentenceBounds.lastStart(context.text, ByteRange(low, end))
    // A bracket behind the full stop belongs to the sentence before.
    if first < end, context.text[first] == 0x5B,
      let bracket = CitationText.bracket(after: first, context, limit: end),
      CitationText.looksLikeCitation(context, bracket)
    {
      first = bracket.end
    }
    return ByteRange(first, end)
  }

  private func addresses(_ range: ByteRange, isTentative: Bool = false) -> [Citation] {
    context.addresses(in: range).prefix(8).map {
      Citation(
        kind: .url, value: $0.value, range: context.structured.origin.original(of: $0.range),
        binding: .sentence, isTentative: isTentative)
    }
  }
}

extension DocumentContext {
  /// The title that a phrase names, with its author.
  func titled(_ phrase: AttributionPhrase, binding: Citation.Binding) -> Citation? {
    guard let title = phrase.title else { return nil }
    return Citation(
      kind: .title, value: title, range: structured.origin.original(of: phrase.range),
      binding: binding, author: phrase.author)
  }

  /// Whom a phrase names, and the work that it describes.
  func named(_ phrase: AttributionPhrase, binding: Citation.Binding) -> [Citation] {
    let range = structured.origin.original(of: phrase.range)
    var result: [Citation] = []
    if let author = phrase.author, phrase.title == nil {
      result.append(
        Citation(kind: .author, value: author, range: range, binding: binding, author: author))
    }
    if let described = phrase.description {
      let citation = Citation(
        kind: .title, value: described, range: range, binding: binding, author: phrase.author,
        isTentative: true)
      // "the council's report says" names a work; "Roe wrote in a letter" names Roe.
      if phrase.author == nil || phrase.isRole {
        result.insert(citation, at: 0)
      } else {
        result.append(citation)
      }
    }
    return result
  }
}
