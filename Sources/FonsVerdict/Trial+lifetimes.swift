internal import FonsAlignment
internal import FonsDocument
internal import FonsFormat
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
    finding.facts = notices(over: best, in: history)
    if best.rivals > 0 {
      let others = best.rivals == 1 ? "Another wording" : "\(best.rivals) other wordings"
      finding.facts.append(
        "\(others) of the page's past would fit as well; this one stood in the most revisions.")
    }
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

  /// What the page itself said of the passage, as it stood in the revision.
  private func notices(over best: Passage, in history: History) -> [String] {
    guard let revision = best.place.revision ?? history.newest,
      let markup = history.markup(of: revision), let details = space.details(of: best.place)
    else { return [] }
    let section = details.sectionPath(at: best.range.start)
    return WikitextNotices.standing(over: section, in: markup).map {
      "A notice over the passage in this revision says that \($0.clause)."
    }
  }

  /// The lifetimes of the quotation's own words where some revision has them to the letter, of the
  /// passage's otherwise.
  private func lifetimes(of best: Passage, in history: History) -> Lifetimes {
    if quoted.parts.count == 1, quoted.quotation.insertions.isEmpty {
      let literal = history.lifetimes(of: Self.onOneLine(quoted.quotation.text))
      if !literal.runs.isEmpty { return literal }
    }
    // What was copied from an editor's window is looked for there.
    if Self.holdsMarkup(quoted.quotation.text),
      let literal = history.lifetimes(ofMarkup: quoted.quotation.text), !literal.runs.isEmpty
    {
      return literal
    }
    return history.lifetimes(of: Array(best.window.slice(finder.extended(best))))
  }

  /// Whether a text has what only the source of a page has: links, emphasis, templates, tags, entities.
  private static func holdsMarkup(_ text: [UInt8]) -> Bool {
    let signs: [StaticString] = ["[[", "''", "{{", "[http"]
    return text.indices.contains { at in
      switch text[at] {
      case 0x5B, 0x27, 0x7B: return signs.contains { text.has($0, at: at) }
      // `<ref`, `</`, `<!--`.
      case 0x3C:
        let next = at + 1 < text.count ? text[at + 1] : 0
        return next == 0x2F || next == 0x21 || next | 0x20 &- 0x61 < 26
      // `&nbsp;`, `&#8217;`.
      case 0x26: return isEntity(text, at)
      default: return false
      }
    }
  }

  private static func isEntity(_ text: [UInt8], _ start: Int) -> Bool {
    var at = start + 1
    if at < text.count, text[at] == 0x23 { at += 1 }
    let first = at
    while at < text.count, at - first < 10, text[at] | 0x20 &- 0x61 < 26 || text[at] &- 0x30 < 10 {
      at += 1
    }
    return at > first && at < text.count && text[at] == 0x3B
  }

  /// With one space where there are several, as a rendered text has it.
  private static func onOneLine(_ text: [UInt8]) -> [UInt8] {
    Array(text.split { $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 }.joined(separator: [32]))
  }
}
