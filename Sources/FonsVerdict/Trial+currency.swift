internal import FonsAlignment
internal import FonsLibrary
internal import FonsSource

/// Whether the source still says it, as far as several dated states of a work are held.
extension Trial {
  /// What a newer state of a work says of the quotation.
  struct NewerState {
    var time: String
    /// Whether it has the words, but for harmless differences.
    var hasWords: Bool
    /// The nearest passage in it.
    var passage: Passage?
  }

  /// The newest state of the same work that another library holds; nil where none is newer.
  func newerState(than details: WorkDetails, at place: SearchSpace.Place) -> NewerState? {
    guard let held = details.revision.time else { return nil }
    var newest: (place: SearchSpace.Place, time: String)?
    for other in space.works(named: details.url ?? details.title) where other != place {
      guard let found = space.details(of: other), let time = found.revision.time,
        found.url == details.url, found.title == details.title,
        time > newest?.time ?? held
      else { continue }
      newest = (other, time)
    }
    guard let newest else { return nil }
    let passage = finder.within(newest.place, all).first
    let differences = passage.map { self.differences($0) }
    let hasWords =
      passage.map { isAccepted($0, words: wordsIn(newest.place)) && $0.lost.isEmpty } ?? false
      && differences?.allSatisfy { $0.weight == .harmless } ?? false
    return NewerState(time: newest.time, hasWords: hasWords, passage: passage)
  }

  /// Currency and its date; where only older states have the words, what the newest says follows
  /// the first match.
  func setCurrency(
    _ finding: inout Finding, of details: WorkDetails, at place: SearchSpace.Place,
    _ listing: MatchListing
  ) {
    finding.asOf = details.revision.time
    finding.currency = details.revision.time == nil ? nil : .current
    guard finding.wording == .verbatim || finding.wording == .abridged,
      let newer = newerState(than: details, at: place)
    else { return }
    finding.asOf = newer.time
    guard !newer.hasWords else { return }
    finding.currency = .superseded
    guard let passage = newer.passage, passage.coverage >= 0.25,
      let match = listing.match(passage, occurrences: 1)
    else { return }
    finding.matches.removeAll { $0.place == match.place }
    finding.matches.insert(match, at: min(1, finding.matches.count))
  }

  /// Of several states of a cited work, the one that has the most of the words, the newest of those.
  func bestState(_ passages: [Passage]) -> Passage? {
    guard passages.count > 1, let most = passages.map(\.score).max() else { return passages.first }
    let best = passages.filter { $0.score == most }
    guard best.count > 1 else { return best.first }
    let times = best.map { space.details(of: $0.place)?.revision.time ?? "" }
    return best.indices.max { (times[$0], -$0) < (times[$1], -$1) }.map { best[$0] }
  }
}
