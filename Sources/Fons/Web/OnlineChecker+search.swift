internal import FonsDocument
internal import FonsFetch
internal import FonsReport
internal import FonsSource
internal import Foundation

/// Looks for quotations that cite no address by the full-text search of wikis.
extension OnlineChecker {
  /// Quotations that are searched for, words of an exact phrase, of rare words, and pages to compare.
  private static let mostSearches = 20
  private static let phraseWords = 12
  private static let rareWords = 5
  private static let mostPages = 5

  /// - Returns: whether any page was found.
  func searchWikis(_ report: Report, _ round: inout Round) -> Bool {
    let document = round.document
    let sought = report.quotations.indices.filter { index in
      let entry = report.quotations[index]
      let isCited = document.quotations[index].citations.contains { $0.value.contains("://") }
      return !isCited && entry.matches.isEmpty
        && (entry.verdict == .notFound || entry.verdict == .unverifiable)
        && SoughtWords(document.quotations[index]).count >= 4
    }
    guard !sought.isEmpty else { return false }
    let apis = apis(round)
    guard !apis.isEmpty || round.isLate else { return false }
    var hasFound = false
    for (done, index) in sought.prefix(Self.mostSearches).enumerated() {
      let words = SoughtWords(document.quotations[index])
      let isFound =
        !round.isLate && apis.contains { search(words, $0.api, $0.site, &round) }
      if isFound {
        hasFound = true
      } else if round.isLate {
        // Words that were not looked for are not words that are nowhere.
        round.warnings.append(
          "The time for fetching was over before wikis were searched for "
            + "\(min(sought.count, Self.mostSearches) - done) of the quotations.")
        break
      }
    }
    return hasFound
  }

  /// The wikis that the document cites, then those that the user names.
  private func apis(_ round: Round) -> [(api: String, site: WikiSite)] {
    var result: [(api: String, site: WikiSite)] = []
    for wiki in round.pages.compactMap(\.wiki) where !result.contains(where: { $0.api == wiki.api })
    {
      result.append((wiki.api, wiki.site))
    }
    for wiki in options.wikis {
      guard let found = api(of: wiki, round) else {
        options.say("\(wiki) is no wiki whose API answers")
        continue
      }
      if !result.contains(where: { $0.api == found.api }) { result.append(found) }
    }
    return result
  }

  private func api(of wiki: String, _ round: Round) -> (api: String, site: WikiSite)? {
    let name = wiki.contains("://") ? wiki : "https://" + wiki
    guard let address = try? PageAddress(name) else { return nil }
    var candidates = ["/w/api.php", "/api.php"].map { address.origin + $0 }
    if address.path.hasSuffix("api.php") { candidates = [address.origin + address.path] }
    if let page = WikiAddress(address) { candidates = page.apis + candidates }
    for api in candidates {
      let client = WikiClient(api: api, fetcher: round.fetcher, deadline: round.deadline)
      if let site = try? client.site() { return (api, site) }
    }
    return nil
  }

  private func search(
    _ words: SoughtWords, _ api: String, _ site: WikiSite, _ round: inout Round
  ) -> Bool {
    let box = KeptCopies(store: store)
    let client = WikiClient(
      api: api, fetcher: round.fetcher.recording { box.add($0) }, deadline: round.deadline)
    let phrase = words.phrase(of: Self.phraseWords)
    var titles: [String] = []
    for search in ["\"\(phrase)\""] + words.rarest(Self.rareWords) where titles.isEmpty {
      options.say("asking \(api) for “\(search.filter { $0 != "\"" })”")
      titles = (try? client.search(search, limit: Self.mostPages)) ?? []
    }
    let known = Set(round.pages.compactMap { $0.wiki?.api == api ? $0.wiki?.page.title : nil })
    titles.removeAll { known.contains($0) }
    guard let pages = try? client.pages(titles), !pages.isEmpty else { return false }
    for page in pages {
      let wiki = PageState.Wiki(api: api, page: page, site: site)
      let address = page.url ?? "\(api)?titles=\(page.title)"
      var state = PageState(
        cited: address,
        listed: Report.FetchedPage(
          cited: address, url: page.url, title: page.title, time: Date().formatted(.iso8601),
          revision: page.current.map {
            Report.RevisionInfo(id: $0.id, time: $0.time, contributor: $0.contributor)
          }))
      state.wiki = wiki
      state.works = WikiWorks.works(wiki, cited: address)
      state.facts = WikiWorks.facts(page)
      state.copies = box.copies
      round.pages.append(state)
    }
    return true
  }
}
