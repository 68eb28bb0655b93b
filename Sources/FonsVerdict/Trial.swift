internal import FonsAlignment
internal import FonsDocument
internal import FonsLibrary
internal import FonsSource
internal import FonsText

/// The way of one quotation to its finding; an object, since it goes through many hands.
final class Trial {
  let space: SearchSpace
  let quoted: QuotedText
  /// Bits of surprise in each quoted word.
  let weights: [Double]
  let finder: PassageFinder
  let resolved: [CitationResolver.Resolved]
  let context: Judge.Context

  init(
    space: SearchSpace, quoted: QuotedText, weights: [Double], finder: PassageFinder,
    resolved: [CitationResolver.Resolved], context: Judge.Context
  ) {
    self.space = space
    self.quoted = quoted
    self.weights = weights
    self.finder = finder
    self.resolved = resolved
    self.context = context
  }

  /// Everything that was found for the whole quotation.
  struct Evidence {
    /// The best accepted passage of the first cited work that has one, and its citation.
    var cited: (passage: Passage, citation: Citation)?
    /// Accepted passages in all that was searched, best first.
    var accepted: [Passage] = []
    /// All passages that were aligned, best first.
    var nearest: [Passage] = []
    /// Places beyond those aligned that seem to hold the same words.
    var further = 0
    /// Too short for the index, with too much text to read it all.
    var isShortUnread = false
  }

  /// A piece of the quotation that was found by itself.
  struct Piece {
    var words: Range<Int>
    var passage: Passage
  }

  var all: Range<Int> { quoted.words.indices }

  func finding() -> Finding {
    let evidence = gather()
    guard let best = evidence.cited?.passage ?? evidence.accepted.first else {
      return withoutPassage(evidence)
    }
    let pieces = findPieces(best)
    guard coverage(best, pieces) >= 0.5 else { return withoutPassage(evidence) }
    return judged(best, pieces, evidence)
  }

  /// Fewer words say nothing of where they are from, however rare, unless a work is cited.
  static let fewestUncited = 4
  static let shortPhrase = 8
  /// A cited work that holds less than this share of the words is not where they are from.
  static let leastCited = 0.25

  // MARK: Searching

  /// The index keeps a gram of each window of words in a row; fewer may have left none.
  private var isTooShortForSeeds: Bool {
    finder.longestPart.count < Gram.window + Gram.size - 1
  }

  private func gather() -> Evidence {
    var evidence = Evidence()
    for item in resolved {
      var accepted: [Passage] = []
      for place in item.works.prefix(4) {
        let passages = finder.states(
          of: place, all, asked: item.revision, asOf: quoted.quotation.date ?? context.date)
        evidence.nearest += passages
        accepted +=
          passages.first { $0.coverage >= Self.leastCited && isAccepted($0, words: wordsIn(place)) }
          .map { [$0] } ?? []
      }
      if evidence.cited == nil, let passage = bestState(accepted) {
        evidence.cited = (passage, item.citation)
      }
    }
    var (passages, further) = finder.everywhere(all)
    if isTooShortForSeeds, passages.allSatisfy({ $0.coverage < 1 }) {
      let exact = finder.exact()
      evidence.isShortUnread = exact == nil
      // A few words are looked for as they stand; parts of more may hold a changed word.
      let isWhole = finder.longestPart.count == all.count
      if let exact { passages = isWhole ? exact : finder.distinct(exact + passages) }
    }
    evidence.nearest = (evidence.nearest + passages).sorted { $0.coverage > $1.coverage }
    if all.count >= Self.fewestUncited {
      evidence.accepted = passages.filter(isAcceptedUncited)
    }
    evidence.further = further
    return evidence
  }

  /// Who wrote the message that is quoted, where the document says so: a message that no library
  /// holds is a cited work that could not be read.
  var unreadSpeaker: String? {
    switch quoted.quotation.marks {
    case .block, .lines: quoted.quotation.speaker
    case .inline, .element, .given: nil
    }
  }

  /// English has about six bytes for each word.
  func wordsIn(_ place: SearchSpace.Place) -> Int { space.textCount(of: place) / 6 }

  func isAccepted(_ passage: Passage, words: Int) -> Bool {
    let lost = passage.lost.reduce(0) { $0 + $1.count }
    let rest = max(1, passage.sought.count - lost)
    let aligned = passage.coverage * Double(passage.sought.count)
    let needed = Chance.threshold(words: words) + Double(passage.lost.count) * Chance.pieceMargin
    return passage.score >= needed && aligned / Double(rest) >= 0.5
  }

  /// Words of a short phrase are no strangers to each other: bits that add them up one by one say too
  /// much, so that a phrase that no work is cited for needs more of them, and most of its words.
  private func isAcceptedUncited(_ passage: Passage) -> Bool {
    guard all.count < Self.shortPhrase else { return isAccepted(passage, words: space.words) }
    return passage.coverage >= 0.75
      && passage.score >= Chance.threshold(words: space.words) + Chance.phraseMargin
  }

  /// Looks for what the passage lacks: in the same work first, then everywhere; and so on for what
  /// such a piece lacks in its turn.
  private func findPieces(_ best: Passage) -> [Piece] {
    var pieces: [Piece] = []
    var open = best.lost
    while let words = open.popLast(), pieces.count < Self.mostPieces {
      let here = finder.within(best.place, words, near: best.range).first {
        isPiece($0, words: wordsIn(best.place))
      }
      guard
        let passage = here
          ?? finder.everywhere(words).passages.first(where: { isPiece($0, words: space.words) })
      else { continue }
      pieces.append(Piece(words: held(passage) ?? words, passage: passage))
      open += passage.lost
    }
    return pieces.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static let mostPieces = 64

  /// Whether most of what a passage does not leave to others stands in it.
  private func isPiece(_ passage: Passage, words: Int) -> Bool {
    let lost = passage.lost.reduce(0) { $0 + $1.count }
    let rest = Double(max(1, passage.sought.count - lost))
    let aligned = passage.coverage * Double(passage.sought.count)
    // A few words of a language's phrases stand anywhere.
    if aligned < Double(Self.shortPhrase),
      passage.score < Chance.threshold(words: words) + Chance.phraseMargin
    {
      return false
    }
    return aligned / rest >= 0.6 && isAccepted(passage, words: words)
  }

  /// From the first quoted word that stands in a passage to the last.
  private func held(_ passage: Passage) -> Range<Int>? {
    let steps = passage.alignment.steps.filter { $0.kind == .same || $0.kind == .joined }
    guard let first = steps.first, let last = steps.last else { return nil }
    return first.quoted.lowerBound..<last.quoted.upperBound
  }

  /// Share of the quoted words that stand in the passage or in the pieces' own.
  func coverage(_ best: Passage, _ pieces: [Piece]) -> Double {
    let counted = Double(max(1, quoted.bracketed.count { !$0 }))
    let bestShare = best.coverage * Double(max(1, countedWords(best.sought)))
    let others = pieces.reduce(0.0) {
      $0 + $1.passage.coverage * Double(countedWords($1.passage.sought))
    }
    return min(1, (bestShare + others) / counted)
  }

  private func countedWords(_ words: Range<Int>) -> Int {
    words.count { !quoted.bracketed[$0] }
  }

  // MARK: Judging

  private func judged(_ best: Passage, _ pieces: [Piece], _ evidence: Evidence) -> Finding {
    var finding = Finding(quoted.quotation, .verbatim, by: .verbatim)
    let differences = differences(best, pieces)
    let omissions = Omissions(best, quoted)
    let details = space.details(of: best.place)
    let changesSpeaker = changesSpeaker(best)
    let stitching: VerdictRule?
    if let piece = pieces.first(where: { !isNext($0, to: best) }) {
      stitching = piece.passage.place == best.place ? .stitchedOrder : .stitchedWorks
    } else if changesSpeaker {
      stitching = .stitchedSpeakers
    } else {
      let isTooFar = omissions.isTooFar(sections: { details?.sectionIndex(at: $0) ?? 0 })
      stitching = isTooFar ? .stitchedDistance : nil
    }
    let isStitched = stitching != nil
    finding.differences = differences
    finding.hasGaps = !omissions.isEmpty
    if isStitched {
      finding.wording = .stitched
    } else if differences.contains(where: { $0.weight > .harmless }) {
      finding.wording = .altered
    } else {
      finding.wording = omissions.isEmpty ? .verbatim : .abridged
    }
    finding.faithful = !isStitched && !differences.contains { $0.weight == .major }
    finding.coverage = coverage(best, pieces)
    finding.score = best.score + pieces.reduce(0) { $0 + $1.passage.score }
    let words = evidence.cited == nil ? space.words : wordsIn(best.place)
    finding.chance = Chance.expected(score: finding.score ?? 0, words: words)
    attribute(&finding, evidence)
    let listing = MatchListing(trial: self, best: best, evidence: evidence)
    finding.matches = listing.matches()
    finding.parts = listing.parts(
      pieces, finding.attribution, isStitched: isStitched)
    if let details {
      finding.notes = listing.notes(details, pieces)
      if !setLifetimes(&finding, of: best, listing) {
        setCurrency(&finding, of: details, at: best.place, listing)
      }
    }
    finding.flags = flags(best, differences, finding.matches)
    if changesSpeaker { finding.flags.append(.speakerChange) }
    (finding.verdict, finding.rule) = headline(finding, stitching: stitching)
    finding.reason =
      Reason(finding, omissions: omissions, resolved: resolved, context: context).sentence
    return finding
  }

  /// Differences of the quotation and one passage.
  func differences(_ passage: Passage) -> [Difference] {
    DifferenceFinder.differences(
      quoted, passage.window, passage.alignment, lexicon: space.lexicon)
  }

  /// Differences with the main passage, but for the words that were found elsewhere.
  private func differences(_ best: Passage, _ pieces: [Piece]) -> [Difference] {
    let all = differences(best)
    // In order already.
    guard !pieces.isEmpty else { return all }
    let elsewhere = pieces.map { quoted.range($0.words) }
    var result = all.filter { difference in
      // What is missing beside such words is not missing from the quotation.
      !elsewhere.contains { $0.start <= difference.quoted.end && difference.quoted.start <= $0.end }
    }
    for piece in pieces {
      result += differences(piece.passage).filter { $0.kind != .sic }
    }
    return result.sorted { ($0.quoted, $0.source) < ($1.quoted, $1.source) }
  }

  /// Whether a piece stands in the same work, on its own side of the passage, near enough to be one
  /// quotation with it.
  private func isNext(_ piece: Piece, to best: Passage) -> Bool {
    guard piece.passage.place == best.place else { return false }
    let held = best.alignment.steps.filter { $0.kind == .same || $0.kind == .joined }
    let range = piece.passage.range
    func isNear(_ gap: Int) -> Bool { gap >= 0 && gap <= Omissions.mostWords * 6 }
    // The words held before the piece stand before it in the work too, and those after it after it.
    if let last = held.last(where: { $0.quoted.upperBound <= piece.words.lowerBound }),
      !isNear(range.start - best.window.range(last.source).end)
    {
      return false
    }
    if let first = held.first(where: { $0.quoted.lowerBound >= piece.words.upperBound }),
      !isNear(best.window.range(first.source).start - range.end)
    {
      return false
    }
    return !held.isEmpty
  }

  /// Whether words that follow each other in the quotation are by different speakers in the source.
  private func changesSpeaker(_ best: Passage) -> Bool {
    let dialogue = Dialogue(best.window)
    var last: Int?
    for step in best.alignment.steps {
      guard step.kind == .same || step.kind == .joined else { continue }
      let start = best.window.range(step.source).start
      if let last, step.source.lowerBound > last + 1,
        dialogue.changesSpeaker(from: Int(best.window.words[last].start), to: start)
      {
        return true
      }
      last = step.source.upperBound - 1
    }
    return false
  }

  private func attribute(_ finding: inout Finding, _ evidence: Evidence) {
    if let cited = evidence.cited {
      finding.attribution = .asCited
      finding.citation = cited.citation
      return
    }
    finding.citation = resolved.first?.citation ?? quoted.quotation.citations.first
    guard let first = resolved.first else {
      finding.attribution = unreadSpeaker == nil ? .uncited : .unreachable
      return
    }
    let unread = resolved.first { $0.works.isEmpty }
    if let unread {
      finding.attribution = .unreachable
      finding.citation = unread.citation
      if context.shared.contains(unread.citation.range) { finding.citation?.binding = .ambiguous }
    } else if resolved.allSatisfy({
      context.shared.contains($0.citation.range) || $0.citation.isShared
    }) {
      // The words decide: the address belongs to the other quotation.
      finding.attribution = .uncited
      finding.citation = nil
    } else {
      finding.attribution = .elsewhere
      finding.citation =
        resolved.first { !context.shared.contains($0.citation.range) }?.citation ?? first.citation
    }
  }

  private func headline(
    _ finding: Finding, stitching: VerdictRule?
  ) -> (Finding.Verdict, VerdictRule) {
    switch finding.wording {
    case .stitched: (.stitched, stitching ?? .stitchedOrder)
    case .altered: (.altered, finding.faithful == true ? .alteredMinor : .alteredMajor)
    case _ where finding.attribution == .elsewhere: (.misattributed, .misattributed)
    case _ where finding.currency == .superseded: (.superseded, .superseded)
    case .abridged: (.abridged, .abridged)
    default: (.verbatim, .verbatim)
    }
  }
}
