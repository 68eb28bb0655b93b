internal import FonsAlignment
internal import FonsDocument
internal import FonsLibrary
internal import FonsText

/// What to say where no passage was accepted.
extension Trial {
  func withoutPassage(_ evidence: Evidence) -> Finding {
    var finding = Finding(quoted.quotation, .unverifiable, by: .noLibrary)
    finding.citation = resolved.first?.citation ?? quoted.quotation.citations.first
    let bits = zip(weights, quoted.bracketed).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
    let read = resolved.filter { !$0.works.isEmpty }
    let words = read.first?.works.first.map(wordsIn) ?? space.words
    if space.words == 0, resolved.allSatisfy({ context.unread[$0.citation.value] == nil }) {
      finding.reason = "Nothing was searched: no library holds any text."
    } else if let unread = resolved.first(where: { $0.works.isEmpty }) {
      finding.rule = .unreadWork
      finding.attribution = .unreachable
      finding.citation = unread.citation
      if context.shared.contains(unread.citation.range) { finding.citation?.binding = .ambiguous }
      finding.reason = unreadReason(unread.citation)
    } else if let speaker = unreadSpeaker, read.isEmpty {
      finding.rule = .unreadMessage
      finding.attribution = .unreachable
      finding.reason =
        "It quotes a message of \(speaker) that was not read, and nothing like it stands in \(searched)."
    } else if context.repeated.contains(quoted.quotation.range) {
      finding.rule = .ownWords
      finding.flags = [.pullQuote]
      finding.reason =
        "The document itself says these words; nothing like them stands in \(searched)."
    } else if isForeign {
      finding.rule = .language
      finding.flags = [.foreign]
      finding.reason =
        "Nothing like it stands in \(searched), and none of them seems to be in its language."
    } else if bits < needed(words, cited: !read.isEmpty) {
      finding.rule = .short
      finding.flags = [.short]
      finding.reason = shortReason(evidence, cited: !read.isEmpty)
    } else if evidence.isShortUnread, read.isEmpty {
      finding.rule = .shortIndex
      finding.flags = [.short]
      finding.reason =
        "Its \(quoted.words.count) words are too few for the index of \(searched)\(uncited)."
    } else {
      finding.verdict = .notFound
      finding.rule = .notFound
      finding.wording = Finding.Wording.none
      finding.faithful = false
      finding.coverage = evidence.nearest.first?.coverage ?? 0
      finding.reason = notFoundReason(evidence, read)
      finding.score = evidence.nearest.first.map { max(0, $0.score) } ?? 0
    }
    // The nearest passage is shown where it shares enough to help a reader.
    if finding.verdict == .notFound, let nearest = evidence.nearest.first, nearest.coverage >= 0.25
    {
      let listing = MatchListing(trial: self, best: nearest, evidence: Evidence())
      finding.matches = listing.matches()
    }
    return finding
  }

  private func unreadReason(_ citation: Citation) -> String {
    let why = context.unread[citation.value].map { ": \($0)" } ?? ""
    let rest = space.words == 0 ? "" : "nothing like it stands in \(searched)."
    if why.isEmpty { return "The cited source (\(citation.value)) could not be read, and \(rest)" }
    return "The cited source could not be read\(why)" + (rest.isEmpty ? "" : " Besides, \(rest)")
  }

  /// A search for bare words has nothing to cite with.
  private var uncited: String { context.isBare ? "" : ", and no source is cited" }

  /// Bits without which even all of its words would say nothing.
  private func needed(_ words: Int, cited: Bool) -> Double {
    let threshold = Chance.threshold(words: words)
    if cited { return threshold }
    if all.count < Self.fewestUncited { return .infinity }
    return all.count < Self.shortPhrase ? threshold + Chance.phraseMargin : threshold
  }

  /// Whether nothing that was searched is in the quotation's language: words that only it has, and
  /// has everywhere, are unknown or rare.
  private var isForeign: Bool {
    let own = MeaningWords.forLanguage(of: quoted.words)
    var seen = Set<UInt64>()
    for (word, weight) in zip(quoted.words, weights) where own.has(word.hash, .function) {
      guard !own.isFunctionElsewhere(word.hash), seen.insert(word.hash).inserted else { continue }
      guard weight >= Self.foreignBits || !space.knows(word.hash) else { return false }
    }
    return seen.count >= 3
  }

  /// Of the commonest words of a language, one at least has fewer bits in its texts.
  private static let foreignBits = 9.0

  var searched: String {
    "the \(space.works) work\(space.works == 1 ? "" : "s") searched"
  }

  private func notFoundReason(
    _ evidence: Evidence, _ read: [CitationResolver.Resolved]
  ) -> String {
    let places = read.isEmpty ? searched : "the cited work or in any of \(searched)"
    guard let nearest = evidence.nearest.first, nearest.coverage >= 0.25,
      let details = space.details(of: nearest.place)
    else { return "No passage like it stands in \(places)." }
    let share = Int((nearest.coverage * 100).rounded())
    return
      "No passage like it stands in \(places); the nearest, in “\(details.title)”, shares \(share) % of its words."
  }

  /// A few words stand in many places by chance; their number is told where it can be counted.
  private func shortReason(_ evidence: Evidence, cited: Bool) -> String {
    let count = quoted.words.count
    let size = "\(count) word\(count == 1 ? "" : "s")"
    let tooFew = "Its \(size) are too few or too common to say where they are from"
    if cited { return "\(tooFew), and they do not stand in the cited work." }
    if evidence.isShortUnread { return "\(tooFew)\(uncited)." }
    let places = evidence.nearest.count { $0.coverage == 1 } + evidence.further
    return
      "\(tooFew): they stand in \(places) place\(places == 1 ? "" : "s")\(uncited)."
  }
}
