import FonsFormat
import FonsText

/// What a document has cited so far: what "ibid.", "op. cit.", a page alone and "she" refer to.
struct CitationMemory {
  private struct Entry {
    var title: String
    var author: String?
  }

  private let context: DocumentContext
  private var cited: [Entry] = []
  /// Who spoke in the last quotation, and the block in which it ended.
  private var speaker: (name: String, block: Int, end: Int)?
  private static let most = 4096
  /// Who is the author of a passage's citation, by where that stands, as its first quotation says.
  private var authors: [ByteRange: String] = [:]
  /// The candidates of the last quotation: what "the same article" is.
  private var last: [Citation] = []
  /// Where the last quotation stood.
  private var quoted: ByteRange?
  /// Those of the last quotation whose work the document gives: what "it" is in "it says".
  private var works: [Citation] = []

  init(_ context: DocumentContext) {
    self.context = context
  }

  /// Whether two names share their last word: "Peter Marshall" and "Marshall".
  static func isSame(_ first: String, _ second: String) -> Bool {
    func last(_ name: String) -> Substring? {
      name.lowercased().split { !$0.isLetter && $0 != "-" }.last
    }
    let (a, b) = (last(first), last(second))
    if a == b { return true }
    let words = Set(first.lowercased().split { !$0.isLetter && $0 != "-" })
    return b.map { words.contains($0) } ?? false
      || a.map { second.lowercased().split { !$0.isLetter && $0 != "-" }.contains($0) } ?? false
  }

  mutating func add(
    _ citations: [Citation], phrase: AttributionPhrase?, _ quotation: FoundQuotation
  ) {
    last = citations
    quoted = quotation.outer
    let given = citations.filter { $0.kind == .title || $0.kind != .author && !$0.isTentative }
    if !given.isEmpty { works = given }
    for citation in citations where authors[citation.range] == nil && authors.count < Self.most {
      authors[citation.range] = citation.author ?? phrase?.author
    }
    for citation in citations
    where citation.kind == .title && !citation.isTentative
      && EarlierWork(citation.value) == nil
    {
      if cited.count >= Self.most { cited.removeFirst(Self.most / 2) }
      cited.append(Entry(title: citation.value, author: citation.author ?? phrase?.author))
      break
    }
    let name = phrase?.isRole == true ? nil : phrase?.author
    if !quotation.isBlock, let name = name ?? citations.first(where: { $0.author != nil })?.author {
      speaker = (name, quotation.blocks.upperBound, quotation.outer.end)
    }
  }

  /// The candidates with what they refer to; where there are none, who is still speaking.
  func resolved(
    _ citations: [Citation], phrase: AttributionPhrase?, _ quotation: FoundQuotation
  ) -> [Citation] {
    var result: [Citation] = []
    let isGiven = citations.contains { $0.kind != .author && !$0.isTentative }
    if let phrase, phrase.isSame, !isGiven {
      if phrase.description == nil, let named = antecedent(of: phrase, quotation) {
        return [named] + citations
      }
      result = (works.isEmpty && phrase.description != nil ? last : works).map { citation in
        var shared = citation
        shared.isShared = true
        return shared
      }
    }
    for citation in citations {
      guard citation.kind == .title, let earlier = EarlierWork(citation.value) else {
        result.append(citation)
        continue
      }
      result += resolve(citation, earlier, phrase, before: quotation.outer.start)
    }
    if result.isEmpty, phrase?.isPronoun == true,
      let earlier = bracketed(before: min(phrase!.range.start, quotation.outer.start), quotation)
    {
      return [earlier]
    }
    let names = result.contains { $0.kind != .url || !$0.isTentative }
    if !names, let name = stillSpeaking(phrase, quotation) {
      let range = context.structured.origin.original(of: quotation.outer)
      result.insert(
        Citation(kind: .author, value: name, range: range, binding: .sentence, author: name), at: 0)
    }
    return result
  }

  /// "The list of 2019 has 38. It also says": what the sentences before in the paragraph speak of.
  private func antecedent(
    of phrase: AttributionPhrase, _ quotation: FoundQuotation
  ) -> Citation? {
    let block = quotation.blocks.lowerBound
    let start = min(phrase.range.start, quotation.outer.start)
    guard let name = lastSubject(before: start, in: block) else { return nil }
    return Citation(
      kind: .author, value: name, range: context.structured.origin.original(of: phrase.range),
      binding: .sentence, author: name)
  }

  /// "The best account is The Paper Ferry (Crane, 1911). She writes": the work in brackets in the
  /// sentence before.
  private func bracketed(before end: Int, _ quotation: FoundQuotation) -> Citation? {
    let low = max(context.blocks[quotation.blocks.lowerBound].range.start, end - 400)
    let high = context.text.trimmed(low, max(low, end)).upperBound
    guard high > low else { return nil }
    let start = SentenceBounds.lastStart(context.text, ByteRange(low, high))
    guard let last = CitationText.inside(ByteRange(start, high), context).last,
      EarlierWork(last.value) == nil
    else { return nil }
    return last
  }

  private func resolve(
    _ citation: Citation, _ earlier: EarlierWork, _ phrase: AttributionPhrase?, before offset: Int
  ) -> [Citation] {
    let author = citation.author ?? phrase?.author ?? authors[citation.range]
    let entry =
      earlier == .same || author == nil
      ? cited.last : cited.last { entry in entry.author.map { Self.isSame($0, author!) } ?? false }
    let agrees =
      author == nil || entry?.author == nil || Self.isSame(entry?.author ?? "", author ?? "")
    if entry == nil, earlier == .same, let shown = lastShown(citation, before: offset, author) {
      return [shown]
    }
    guard let entry, agrees else {
      if earlier == .same, let author {
        return [
          Citation(
            kind: .author, value: author, range: citation.range, binding: citation.binding,
            author: author)
        ]
      }
      return [citation]
    }
    var found = citation
    found.kind = .title
    found.value = entry.title
    found.author = entry.author ?? author
    return [found]
  }

  /// For a page alone where nothing was cited before: the work that the text last showed in italics.
  private func lastShown(
    _ citation: Citation, before offset: Int, _ author: String?
  ) -> Citation? {
    guard CitationText.isLocator(citation.value) else { return nil }
    let high = DocumentContext.first(context.titles, from: offset) { $0.range.start }
    let titles = context.titles[..<high].suffix(16).filter {
      !ASCII.isLower(context.text[$0.range.start])
        && ![0x2E, 0x21, 0x3F].contains(context.text[$0.range.end - 1])
        && (2...12).contains(WordCount.count(context.text, $0.range.range, upTo: 13))
    }
    // Of several works nobody can tell which one is meant.
    guard let shown = titles.last,
      titles.allSatisfy({ context.string($0.range) == context.string(shown.range) })
    else { return nil }
    return Citation(
      kind: .title, value: context.string(shown.range), range: citation.range,
      binding: citation.binding, author: author, isTentative: true)
  }

  /// "“A,” she said. “B.”": the speaker of the quotation before it in the paragraph; for a pronoun
  /// alone, whom the sentence before names.
  private func stillSpeaking(_ phrase: AttributionPhrase?, _ quotation: FoundQuotation) -> String? {
    guard !quotation.isBlock else { return nil }
    let block = quotation.blocks.lowerBound
    let start = quotation.outer.start
    if let speaker, speaker.block == block, phrase == nil, follows(speaker.end, start) {
      return speaker.name
    }
    let range = context.blocks[block].range
    let isOpening = range.start == start
    if phrase == nil, !isOpening, let name = actor(before: quotation, in: range) { return name }
    guard phrase?.isPronoun == true || isOpening else { return nil }
    let sentence = phrase.map { min($0.range.start, start) } ?? start
    if let name = lastSubject(before: sentence, in: block) { return name }
    if phrase?.isPronoun == true, let speaker, block - speaker.block <= 3 { return speaker.name }
    guard isOpening, block > 0, context.blocks[block - 1].quoteDepth == 0,
      phrase?.isPronoun == true || Self.announces(context, block - 1)
    else { return nil }
    return lastSubject(before: context.blocks[block - 1].range.end, in: block - 1)
  }

  /// `Greta Lind of the bridge office was blunt. "Nobody has ordered the stones."`: the full name with
  /// which the sentence before begins, where the quotation is a sentence of its own.
  private func actor(before quotation: FoundQuotation, in block: ByteRange) -> String? {
    let text = context.text
    let content = quotation.content
    let high = text.trimmed(block.start, quotation.outer.start).upperBound
    let near = ByteRange(max(block.start, high - 240), high)
    guard high > block.start, ASCII.isUpper(text[content.start]),
      SentenceBounds.endsSentence(text, ByteRange(content.start, content.end)),
      SentenceBounds.isComplete(text, near)
    else { return nil }
    let low = SentenceBounds.lastStart(text, near)
    let words = PhraseWord.scan(text, ByteRange(low, high))
    guard words.count <= 25, let name = PhraseName.starting(words, at: 0), name.count > 1,
      name.upperBound < words.count, words[name.upperBound].text.first?.isLowercase == true,
      !(low..<high).contains(where: {
        QuoteGlyph.at(text, $0, end: high).map { !$0.glyph.isSingle } ?? false
      })
    else { return nil }
    // Who is spoken of does not speak: `Bacon explains it. "Bacon sees nature as …"`.
    let last = Array(words[name.upperBound - 1].withoutPossessive.utf8)
    guard text[content.range].firstRange(of: last) == nil else { return nil }
    return PhraseName.string(words, name)
  }

  /// Whether no more than a clause that says who spoke stands between two quotations.
  private func follows(_ end: Int, _ start: Int) -> Bool {
    guard start > end, start - end <= 120 else { return start <= end }
    if opensSentence(end, start) { return false }
    let first = SentenceBounds.firstEnd(context.text, ByteRange(end, start))
    return context.text.trimmed(first, start).isEmpty
  }

  /// Whether a quotation ended with its sentence and the words behind it begin another with a name.
  private func opensSentence(_ end: Int, _ start: Int) -> Bool {
    let text = context.text
    guard SentenceBounds.endsSentence(text, ByteRange(max(0, end - 4), end)) else { return false }
    let words = PhraseWord.scan(text, ByteRange(end, start)).filter {
      $0.text.contains(where: \.isLetter)
    }
    return words.count > 1 && words[0].isName && !words[0].isDoubtfulName
  }

  /// Whether a paragraph is one sentence about somebody who speaks: "The mayor, Jo Roe, spoke last."
  private static func announces(_ context: DocumentContext, _ block: Int) -> Bool {
    let range = context.blocks[block].range
    guard context.blocks[block].kind == .paragraph, range.count <= 200 else { return false }
    return SentenceBounds.lastStart(context.text, range) == range.start
      && PhraseWord.scan(context.text, range).contains {
        ["spoke", "speaks", "disagreed", "agreed", "was", "sprach"].contains($0.lower)
      }
  }

  /// The name with which one of the sentences before `end` begins, the last first.
  private func lastSubject(before end: Int, in block: Int) -> String? {
    let text = context.text
    var high = end
    let low = max(context.blocks[block].range.start, end - 600)
    for _ in 0..<4 where high > low {
      var start = SentenceBounds.lastStart(text, ByteRange(low, high))
      // What is quoted names nobody who speaks here.
      if let quoted, quoted.start < start, start < quoted.end, quoted.start > low {
        start = SentenceBounds.lastStart(text, ByteRange(low, quoted.start))
        high = max(start, quoted.start)
      }
      let words = PhraseWord.scan(text, ByteRange(start, high))
      if let name = PersonInSentence.find(words, isNearest: high == end) {
        return PhraseName.string(words, name)
      }
      guard start > low else { break }
      high = start - 1
    }
    return nil
  }
}

/// A citation that points back to one given before.
enum EarlierWork {
  /// "ibid.", "p. 12": the work cited last.
  case same
  /// "op. cit.": the author's work that was cited last.
  case authors

  init?(_ value: String) {
    let words = value.lowercased().split { $0.isWhitespace || $0 == "," }
    let bytes = Array(value.utf8)
    guard let first = words.first, BookReference.find(bytes, ByteRange(0, bytes.count)).isEmpty
    else { return nil }
    let bare = String(first).trimmingFullStops()
    if SpeechWords.has(bare, .ibid) {
      self = .same
    } else if bare == "op.cit"
      || SpeechWords.has(bare, .opcit) && words.count > 1
        && words[1].hasPrefix("cit")
    {
      self = .authors
    } else if CitationText.isLocator(value) {
      self = .same
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate func trimmingFullStops() -> String {
    var text = self[...]
    while text.last == "." { text.removeLast() }
    return String(text)
  }
}
