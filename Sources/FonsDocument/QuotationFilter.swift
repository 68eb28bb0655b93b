import FonsFormat
import FonsText

/// Tells quotations from titles, terms, scare quotes and code.
struct QuotationFilter {
  private let context: DocumentContext
  private var text: [UInt8] { context.text }

  init(_ context: DocumentContext) {
    self.context = context
  }

  func accepts(_ found: FoundQuotation) -> Bool {
    let content = found.content
    guard !content.isEmpty else { return false }
    let words = WordCount.count(text, content.range, upTo: 40)
    if words < 3 { return false }
    if looksLikeCode(content) || isNavigation(found) { return false }
    if words < 24, isTitle(found, words) || isLinkedHere(found) { return false }
    if words < 40, ReferenceEntry(context, at: found.outer.start)?.holdsTitle(found.outer) == true {
      return false
    }
    if words >= 5 { return true }
    if CitationText.follows(found.outer.end, context) || isSpokenSentence(found) { return true }
    // A phrase among the quotations of a passage that ends with their citation.
    let end = context.blocks[found.blocks.upperBound].range.end
    if words == 4, isReading(found) || isAttributed(found) { return true }
    if Signature.below(found, context, nextStart: Int.max) != nil { return true }
    return words == 4 && PassageCitations.covers(context, from: found.outer.end, limit: end)
  }

  /// A short quotation of which the sentence says whose words it is; "what Roe calls" names a term.
  private func isAttributed(_ found: FoundQuotation) -> Bool {
    let block = context.blocks[found.blocks.lowerBound].range
    let low = max(block.start, found.outer.start - 200)
    let start = SentenceBounds.lastStart(text, ByteRange(low, found.outer.start))
    let before = ByteRange(start, found.outer.start)
    guard !before.isEmpty, !SentenceBounds.isComplete(text, before),
      let phrase = AttributionPhrase(context, before, isBefore: true), phrase.hasVerb,
      !phrase.namesTerm
    else { return false }
    return phrase.author != nil || phrase.title != nil || phrase.isPronoun && isParted(before)
  }

  /// Whether a colon or comma ends the words before a quotation.
  private func isParted(_ range: ByteRange) -> Bool {
    let inside = text.trimmed(range.start, range.end)
    return !inside.isEmpty && [0x3A, 0x2C].contains(text[inside.upperBound - 1])
  }

  /// A short quotation that is a sentence, with a verb of speech near it.
  private func isSpokenSentence(_ found: FoundQuotation) -> Bool {
    guard SentenceShape.matches(text, found.content.start, found.content.end) || comma(found)
    else { return false }
    let block = context.blocks[found.blocks.lowerBound].range
    let before = text.trimmed(max(block.start, found.outer.start - 80), found.outer.start)
    let after = text.trimmed(found.outer.end, min(block.end, found.outer.end + 60))
    let words =
      (text.string(before) + " " + text.string(after)).lowercased()
      .split { !$0.isLetter && $0 != "'" }
    return words.contains { SpeechWords.isVerb(String($0)) }
  }

  /// `"The winters are mild," she said`.
  private func comma(_ found: FoundQuotation) -> Bool {
    ASCII.isUpper(text[found.content.start]) && text[found.content.end - 1] == 0x2C
  }

  private func looksLikeCode(_ range: ByteRange) -> Bool {
    var signs = 0
    for index in range.start..<min(range.end, range.start + 400) {
      switch text[index] {
      case 0x7B, 0x7D, 0x3D, 0x3C, 0x5C, 0x7C: signs += 1
      default: break
      }
    }
    return signs * 20 > min(range.count, 400)
  }

  /// `‹ Previous page | Next page ›`: arrows around links.
  private func isNavigation(_ found: FoundQuotation) -> Bool {
    guard case .inline(let open, _) = found.marks, "‹«›»".contains(open) else { return false }
    let content = found.content
    let low = DocumentContext.first(context.links, from: content.start) { $0.range.start }
    var linked = 0
    for link in context.links[low...] {
      guard link.range.end <= content.end else { break }
      linked += link.range.count
    }
    let isSpaced = content.start > found.outer.start + open.utf8.count
    return linked * 3 > content.count * 2 || isSpaced && open == "‹" && linked > 0
  }

  // MARK: Titles

  /// Words in capitals throughout, without the end of a sentence, or named as a title.
  private func isTitle(_ found: FoundQuotation, _ words: Int) -> Bool {
    let content = found.content
    if isReading(found) { return false }
    let announced = isAnnounced(found)
    var long = 0
    var capitals = 0
    for word in text.string(content.range).split(whereSeparator: \.isWhitespace).prefix(24) {
      let letters = word.drop { !$0.isLetter }
      guard letters.count >= 4 else { continue }
      long += 1
      if letters.first?.isUppercase == true { capitals += 1 }
    }
    let last = text[content.end - 1]
    let isSentence = last == 0x2E || last == 0x21 || last == 0x3F && !announced
    if long >= 2, capitals * 10 >= long * 8 { return announced || !isSentence || words < 8 }
    return announced && words < 12 && !isSentence && capitals * 2 >= long
  }

  private static let announcing: Set<Substring> = [
    "in", "called", "titled", "entitled", "named", "article", "essay", "chapter", "song", "book",
    "paper", "section", "poem", "entry", "headed", "report", "speech", "piece", "see", "film",
    "story", "pamphlet", "namens", "titel", "artikel", "aufsatz", "intitulé", "intitulée", "dubbed",
  ]

  /// The name of another page or section of the same site, linked as a whole.
  private func isLinkedHere(_ found: FoundQuotation) -> Bool {
    let after = DocumentContext.first(context.links, from: found.outer.start + 1) { $0.range.start }
    return context.links[max(0, after - 2)..<after].contains { link in
      link.range.end >= found.outer.end && link.value.flatMap(context.base.resolve) == nil
    }
  }

  /// `Its label reads "Notched Stick"`: words that are read off, whatever their shape.
  private func isReading(_ found: FoundQuotation) -> Bool {
    let block = context.blocks[found.blocks.lowerBound].range
    let before = text.string(
      text.trimmed(max(block.start, found.outer.start - 24), found.outer.start))
    return ["reads", "says", "said", "reading", "saying", "lautet", "liest"].contains(
      before.lowercased().split { !$0.isLetter }.last ?? "")
  }

  private func isAnnounced(_ found: FoundQuotation) -> Bool {
    let block = context.blocks[found.blocks.lowerBound].range
    let start = max(block.start, found.outer.start - 40)
    let edge = text.trimmed(start, found.outer.start).upperBound
    // A comma or colon parts the quotation from the noun.
    if edge > start, text[edge - 1] == 0x2C || text[edge - 1] == 0x3A { return false }
    let before = text.string(text.trimmed(start, found.outer.start)).lowercased()
    let words = before.split { !$0.isLetter }
    return words.suffix(2).contains { Self.announcing.contains($0) }
  }
}
