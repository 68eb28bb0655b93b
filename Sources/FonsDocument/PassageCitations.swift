import FonsFormat
import FonsText

/// The citation that ends a passage and covers every quotation in it: *"one" and then "two" [Title, p. 3]*.
struct PassageCitations {
  private let context: DocumentContext
  private let found: [FoundQuotation]

  /// Bytes and quotations between a quotation and the bracket that covers it.
  private static let reach = 2500
  private static let most = 12
  /// Brackets that are looked at.
  private static let tries = 24

  init(_ context: DocumentContext, _ found: [FoundQuotation]) {
    self.context = context
    self.found = found
  }

  /// - Parameter author: who is said to speak in the quotation's own sentence.
  func covering(_ index: Int, author: String?) -> [Citation] {
    let end = context.blocks[found[index].blocks.upperBound].range.end
    if let note = noteOfSentence(index, limit: end) { return note }
    guard let bracket = bracket(index, author: author, limit: end) else { return [] }
    return CitationText.read(bracket, context, binding: .sentence).map { citation in
      var shared = citation
      shared.isShared = true
      return shared
    }
  }

  /// Whether a bracket covers the quotation that lies in a block: asked before it is known to be one.
  static func covers(_ context: DocumentContext, from start: Int, limit: Int) -> Bool {
    let range = ByteRange(start, min(limit, start + reach))
    return range.count > 0
      && brackets(context, range).contains { CitationText.isExplicit(context, $0) }
  }

  // MARK: Brackets

  private func bracket(_ index: Int, author: String?, limit: Int) -> ByteRange? {
    let start = found[index].outer.end
    let brackets = Self.brackets(context, ByteRange(start, min(limit, start + Self.reach)))
    guard let bracket = brackets.first(where: { CitationText.isExplicit(context, $0) })
    else { return nil }
    var at = start
    var next = index + 1
    while next < found.count, found[next].outer.start < bracket.start {
      if next - index > Self.most { return nil }
      if changesSpeaker(from: at, to: found[next].outer.start, author) { return nil }
      at = found[next].outer.end
      next += 1
    }
    return bracket
  }

  /// Whether the words that lead to a later quotation name another speaker than `author`.
  private func changesSpeaker(from start: Int, to end: Int, _ author: String?) -> Bool {
    guard let author, start < end else { return false }
    let low = SentenceBounds.lastStart(context.text, ByteRange(max(start, end - 400), end))
    guard let phrase = AttributionPhrase(context, ByteRange(low, end), isBefore: true),
      let other = phrase.author
    else { return false }
    return !CitationMemory.isSame(author, other)
  }

  /// The brackets in a range that lie in no quotation, nested ones as part of the outer.
  private static func brackets(_ context: DocumentContext, _ range: ByteRange) -> [ByteRange] {
    let text = context.text
    var result: [ByteRange] = []
    var index = range.start
    var tries = 0
    while index < range.end, tries < Self.tries {
      guard text[index] == 0x5B || text[index] == 0x28 else {
        index += 1
        continue
      }
      tries += 1
      guard let bracket = CitationText.bracket(after: index, context, limit: range.end),
        bracket.start == index
      else {
        index += 1
        continue
      }
      let isQuoted =
        bracket.end < range.end && QuoteGlyph.at(text, bracket.end, end: range.end) != nil
      if !isQuoted { result.append(bracket) }
      index = bracket.end
    }
    return result
  }

  // MARK: Notes

  /// The note whose marker ends the sentence in which the quotation stands.
  private func noteOfSentence(_ index: Int, limit: Int) -> [Citation]? {
    let text = context.text
    var start = found[index].outer.end
    let resolver = NoteResolver(context)
    var next = index + 1
    // Quotations that follow in the same sentence are passed, their own marks are no ends.
    for _ in 0..<Self.most {
      let stop = next < found.count ? min(limit, found[next].outer.start) : limit
      let window = ByteRange(min(start, stop), min(stop, start + 400))
      let end = SentenceBounds.firstEnd(text, window)
      for at in window.start..<min(limit, end + 2) {
        guard
          text[at] == 0x5B || text[at] >= 0xC2
            || context.noteReference(in: ByteRange(at, at + 1)) != nil,
          let marker = resolver.marker(at: at, limit: limit), resolver.isNote(marker)
        else { continue }
        return resolver.resolve(marker.key, marker.range)
      }
      guard end == stop, stop < limit, next < found.count else { return nil }
      start = found[next].outer.end
      if let marker = resolver.firstMarker(behind: found[next]) {
        return resolver.resolve(marker.key, marker.range)
      }
      if SentenceBounds.endsSentence(text, found[next].outer) { return nil }
      next += 1
    }
    return nil
  }
}
