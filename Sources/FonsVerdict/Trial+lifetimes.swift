internal import FonsAlignment
internal import FonsDocument
internal import FonsLibrary
internal import FonsSource
internal import FonsText

/// When the matched work said the words, as far as its history is held.
extension Trial {
  /// Sets lifetimes, currency and its date from a history; false where none is held.
  func setLifetimes(
    _ finding: inout Finding, of best: Passage, _ listing: MatchListing
  ) -> Bool {
    guard let history = space.history(at: best.place) else { return false }
    let lifetimes = lifetimes(of: best, in: history)
    finding.lifetimes = lifetimes.runs.map { run in
      Finding.Lifetime(
        from: history.revision(run.first), last: history.revision(run.last),
        to: run.end.map { history.revision($0) }, revisions: run.count)
    }
    finding.history = Finding.History(
      holding: lifetimes.revisions, revisions: history.count - history.hiddenCount,
      hidden: history.hiddenCount, removed: lifetimes.removals,
      restored: lifetimes.restorations, contributors: history.contributors(to: lifetimes))
    let newest = history.newest
    finding.asOf = newest.flatMap { history.revision($0).time }
    finding.currency =
      best.place.revision == nil || lifetimes.isCurrent ? .current : .superseded
    if finding.currency == .superseded { showNewest(&finding, best, listing) }
    return true
  }

  /// What the newest state says, behind what the quotation was compared with.
  private func showNewest(_ finding: inout Finding, _ best: Passage, _ listing: MatchListing) {
    var place = best.place
    place.revision = nil
    guard let passage = finder.within(place, all).first, passage.coverage >= 0.25,
      let match = listing.match(passage, occurrences: 1)
    else { return }
    finding.matches.removeAll { $0.place == match.place }
    finding.matches.insert(match, at: min(1, finding.matches.count))
  }

  /// The lifetimes of the quotation's own words where some revision has them to the letter, of the
  /// passage's otherwise.
  private func lifetimes(of best: Passage, in history: History) -> Lifetimes {
    if quoted.parts.count == 1, quoted.quotation.insertions.isEmpty {
      let literal = history.lifetimes(of: Self.onOneLine(quoted.quotation.text))
      if !literal.runs.isEmpty { return literal }
    }
    return history.lifetimes(of: Array(best.window.slice(extended(best))))
  }

  /// With one space where there are several, as a rendered text has it.
  private static func onOneLine(_ text: [UInt8]) -> [UInt8] {
    Array(text.split { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }.joined(separator: [32]))
  }

  /// The passage with the punctuation at its ends, as far as the quotation has the same.
  private func extended(_ passage: Passage) -> ByteRange {
    guard let first = quoted.words.first, let last = quoted.words.last else { return passage.range }
    var range = passage.range
    let window = passage.window
    for byte in quoted.bytes[Int(last.end)...] {
      guard byte > 32, window.slice(ByteRange(range.end, range.end + 1)).first == byte else {
        break
      }
      range.end += 1
    }
    for byte in quoted.bytes[..<Int(first.start)].reversed() {
      guard byte > 32, range.start > window.base,
        window.slice(ByteRange(range.start - 1, range.start)).first == byte
      else { break }
      range.start -= 1
    }
    return range
  }
}
