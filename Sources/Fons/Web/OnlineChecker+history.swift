internal import FonsDocument
internal import FonsFetch
internal import FonsLibrary
internal import FonsReport
internal import FonsSource
internal import FonsText

/// Looks for words that a page no longer has in what it had before.
extension OnlineChecker {
  /// Quotations whose words one check looks for in histories.
  private static let mostHistories = 20

  /// - Returns: whether any page has got further states.
  func searchHistories(
    _ document: Document, _ report: Report, _ round: inout Round,
    _ deadline: ContinuousClock.Instant
  ) -> Bool {
    var asked = 0
    var hasFound = false
    for (index, entry) in report.quotations.enumerated() where asked < Self.mostHistories {
      guard needsHistory(entry) else { continue }
      let quotation = document.quotations[index]
      let sought = SoughtWords(quotation)
      guard sought.count >= 4,
        let page = round.pages.firstIndex(where: { isCited($0, by: quotation) })
      else { continue }
      asked += 1
      guard let outcome = search(sought, &round.pages[page], deadline) else { continue }
      round.histories[index] = (page, outcome)
      if !outcome.lifetimes.isEmpty { hasFound = true }
    }
    return hasFound
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

  private func search(
    _ sought: SoughtWords, _ page: inout PageState, _ deadline: ContinuousClock.Instant
  ) -> HistorySearch.Outcome? {
    guard let wiki = page.wiki else { return nil }
    options.say("reading older revisions of “\(wiki.page.title)” from \(wiki.api)")
    let box = KeptCopies(store: store)
    let own = fetcher.recording { box.add($0) }
    let client = WikiClient(api: wiki.api, fetcher: own, deadline: deadline)
    var history = HistorySearch(client: client, mostRequests: options.historyRequests)
    let outcome = try? history.run(title: wiki.page.title) { revision in
      guard let work = WikiWorks.work(revision, wiki) else { return false }
      return sought.stand(in: work.text)
    }
    guard let outcome else { return nil }
    page.copies += box.copies
    // The last state with the words is enough to judge by; the first says since when.
    for revision in [outcome.lifetimes.last?.last, outcome.lifetimes.first?.first].compactMap({ $0 }
    ) {
      guard let text = history.text(of: revision), var work = WikiWorks.work(text, wiki),
        !page.works.contains(where: { $0.revision.id == revision.id })
      else { continue }
      work.aliases = [page.cited]
      page.works.append(work)
    }
    return outcome
  }
}
