internal import FonsDocument
internal import FonsFetch
internal import FonsLibrary
internal import FonsReport

/// Looks for words that a page no longer has in what it had before.
extension OnlineChecker {
  /// Quotations whose words one check looks for in histories.
  private static let mostHistories = 20

  /// A quotation, by its number, whose words are looked for in the history of a page.
  private struct Sought {
    var quotation: Int
    var page: Int
    var words: SoughtWords
  }

  /// - Returns: whether any revision has the words, or something near them.
  func searchHistories(_ report: Report, _ round: inout Round) -> Bool {
    let sought = sought(report, round)
    var hasFound = false
    for page in Set(sought.map(\.page)).sorted() {
      let own = sought.filter { $0.page == page }
      if search(own, page, &round) { hasFound = true }
    }
    return hasFound
  }

  private func sought(_ report: Report, _ round: Round) -> [Sought] {
    var result: [Sought] = []
    for (index, entry) in report.quotations.enumerated() where result.count < Self.mostHistories {
      guard needsHistory(entry) else { continue }
      let quotation = round.document.quotations[index]
      let words = SoughtWords(quotation)
      guard words.count >= 4,
        let cited = round.pages.first(where: { isCited($0, by: quotation) }),
        let page = round.pages.firstIndex(where: { $0.wiki?.isSamePage(as: cited.wiki) ?? false })
      else { continue }
      result.append(Sought(quotation: index, page: page, words: words))
    }
    return result
  }

  private func needsHistory(_ entry: Report.Entry) -> Bool {
    switch entry.verdict {
    case .notFound, .altered, .stitched, .misattributed: true
    case .unverifiable: entry.attribution != .unreachable
    case .superseded: entry.lifetimes.isEmpty
    case .abridged, .verbatim: false
    }
  }

  private func isCited(_ page: PageState, by quotation: Quotation) -> Bool {
    guard page.wiki?.page.current != nil else { return false }
    return quotation.citations.contains {
      $0.value == page.cited
        || WorkAddress.normalForm($0.value) == WorkAddress.normalForm(page.cited)
    }
  }

  /// The quotations take turns: what is read for one is measured for all, and all share the requests
  /// that one page may cost.
  private func search(_ sought: [Sought], _ page: Int, _ round: inout Round) -> Bool {
    guard let wiki = round.pages[page].wiki, !round.isCancelled() else { return false }
    guard round.texts.left > 0 else {
      let sentence =
        "The older revisions of “\(wiki.page.title)” were not read: those of other pages hold as much "
        + "as one check may."
      for item in sought { round.unread[item.quotation] = sentence }
      return false
    }
    options.say("reading older revisions of “\(wiki.page.title)” from \(wiki.api)")
    let box = KeptCopies(store: store)
    let client = WikiClient(
      api: wiki.api, fetcher: round.fetcher.recording { box.add($0) }, deadline: round.deadline)
    let history: PageHistory
    do throws(FetchFailure) {
      history = try PageHistory(
        of: wiki.page.title, client,
        known: [wiki.page.asked, wiki.page.current].compactMap(\.self),
        mostRequests: options.historyRequests, budget: round.texts)
    } catch {
      // That a history was not read is no sign that it lacks the words.
      let sentence = "The older revisions of “\(wiki.page.title)” were not read. \(error.message)"
      for item in sought { round.unread[item.quotation] = sentence }
      return false
    }
    let read = ReadHistory(history, wiki, round.texts)
    let outcomes = outcomes(sought, history, read, round.isCancelled)
    round.pages[page].copies += box.copies
    var hasFound = false
    for (item, outcome) in zip(sought, outcomes) {
      round.searches[item.quotation] = Round.Search(
        page: page, outcome: outcome, hasWords: outcome.degree == item.words.whole)
      if outcome.degree > 0 { hasFound = true }
    }
    round.histories[page] = read
    return hasFound
  }

  private func outcomes(
    _ sought: [Sought], _ history: PageHistory, _ read: ReadHistory,
    _ isCancelled: @escaping () -> Bool
  ) -> [HistorySearch.Outcome] {
    var searches = sought.map { item in
      HistorySearch(history, whole: item.words.whole) { revision in
        // Measuring costs time; of a check that is given up nobody will see the answer.
        isCancelled() ? Standing(degree: 0) : item.words.standing(in: read.plain(of: revision))
      }
    }
    var open = Array(searches.indices)
    while !open.isEmpty {
      // A wiki that no longer answers has said what it has said.
      open = open.filter { (try? searches[$0].advance()) ?? false }
    }
    return searches.map(\.outcome)
  }

  /// What was read of the history of a page, and what it does not have, in a sentence.
  ///
  /// - Parameter search: what came of the search for the quotation, where there was one.
  func fact(
    _ read: ReadHistory, _ search: Round.Search?, _ lifetimes: [Report.Lifetime]
  ) -> String {
    let history = read.history
    let all = (history.isListed ? "" : "at least ") + "\(history.revisions.count)"
    let hidden = history.hiddenCount > 0 ? " (\(history.hiddenCount) are hidden from readers)" : ""
    var sentence =
      "Of its \(all) revisions, \(history.knownIndices.count) were read\(hidden), "
      + "in \(history.requests) request\(history.requests == 1 ? "" : "s")"
    if search?.outcome.degree == 0 {
      sentence += "; none of them has the words, or most of them."
    } else if search?.hasWords == false {
      sentence += "; none of them has the words as they are quoted."
    } else {
      sentence += "."
    }
    if !read.isExact(lifetimes) {
      sentence += " Between those that have the passage and those that lack it, some were not read."
    }
    return sentence
  }
}
