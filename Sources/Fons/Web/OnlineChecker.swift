public import FonsDocument
internal import FonsEvidence
public import FonsFetch
public import FonsLibrary
public import FonsReport
internal import FonsSource
public import FonsVerdict
internal import Foundation

/// A checker that fetches the pages that a document cites before it judges.
///
/// What was fetched becomes a library for this one check, behind the same door as any other; the pages
/// are kept as evidence where the options name a folder. It may be used from many threads.
public final class OnlineChecker: Sendable {
  private let libraries: [Library]
  private let policy: Policy
  private let explains: Bool
  let options: WebOptions
  let fetcher: Fetcher
  let store: EvidenceStore?
  /// Without what is fetched.
  let offline: Checker

  public init(
    libraries: [Library], policy: Policy = .standard, explains: Bool = false, options: WebOptions
  ) {
    self.libraries = libraries
    self.policy = policy
    self.explains = explains
    self.options = options
    offline = Checker(libraries: libraries, policy: policy, explains: explains)
    let store = options.evidence.map {
      EvidenceStore(folder: $0, software: "fons \(Checker.version)")
    }
    self.store = store
    fetcher = Fetcher(options.fetch) {
      options.answered($0)
      store?.keep($0, notModified: $1)
    }
  }

  /// What was found damaged and left out so far, in sentences.
  public var warnings: [String] {
    offline.warnings + (store?.failure.map { ["No evidence was kept: \($0)"] } ?? [])
  }

  /// Fetches a document that is to be checked.
  public func document(at address: String) throws(FetchFailure) -> Fetched {
    try fetcher.fetch(address, deadline: .now + .seconds(options.fetch.totalSeconds))
  }

  /// Whether checking a document sends anything over the network.
  public func needsNetwork(_ document: Document) -> Bool {
    !options.wikis.isEmpty || !addresses(of: document).isEmpty
  }

  /// Fetches what the document cites and no library holds, then checks every quotation.
  ///
  /// - Throws: where the fetched pages cannot be laid down in a temporary folder.
  public func check(_ document: Document, jobs: Int = 1) throws -> Report {
    let wanted = addresses(of: document)
    guard !wanted.isEmpty || !options.wikis.isEmpty else {
      return offline.check(document, jobs: jobs)
    }
    let deadline = ContinuousClock.now + .seconds(options.fetch.totalSeconds)
    var round = Round(pages: fetch(wanted, deadline))
    var report = try judge(document, round, jobs)
    let found = searchHistories(document, report, &round, deadline)
    let searched = searchWikis(document, report, &round, deadline)
    if found || searched { report = try judge(document, round, jobs) }
    return finished(report, document, round)
  }

  /// What one check has fetched.
  struct Round {
    var pages: [PageState]
    /// What was read of the histories of pages, by their place.
    var histories: [Int: ReadHistory] = [:]
    /// What came of the search for a quotation in a history, by the quotation's number.
    var searches: [Int: Search] = [:]

    struct Search {
      /// The place of the page.
      var page: Int
      var outcome: HistorySearch.Outcome
      /// Whether some revision has the words themselves.
      var hasWords: Bool
    }
  }

  // MARK: What to fetch

  /// Cited addresses that no library holds, in order, each once.
  private func addresses(of document: Document) -> [String] {
    var seen = Set<String>()
    for own in [document.name, document.url].compactMap({ $0 }) {
      seen.insert(WorkAddress.normalForm(own))
    }
    var result: [String] = []
    for citation in document.quotations.flatMap(\.citations) {
      guard citation.kind == .url || citation.kind == .note,
        ["http://", "https:/"].contains(citation.value.prefix(7).lowercased())
      else { continue }
      // A revision is another text than the page.
      let key =
        WorkAddress.normalForm(citation.value)
        + (WorkAddress.revision(citation.value).map { "@\($0)" } ?? "")
      guard seen.insert(key).inserted else { continue }
      if !options.isFresh, offline.holds(cited: citation.value) { continue }
      result.append(citation.value)
    }
    return result
  }

  private func fetch(_ wanted: [String], _ deadline: ContinuousClock.Instant) -> [PageState] {
    guard !wanted.isEmpty else { return [] }
    let sites = Set(wanted.compactMap { try? PageAddress($0).site }).sorted()
    let named = sites.prefix(10).joined(separator: ", ") + (sites.count > 10 ? ", …" : "")
    options.say(
      "fetching \(wanted.count) cited page\(wanted.count == 1 ? "" : "s") from \(named); --offline turns this off"
    )
    let getter = PageGetter(fetcher: fetcher, store: store, archive: options.archive)
    let outcomes = FetchQueue(options.fetch).run(
      Array(wanted.prefix(options.mostPages)), deadline: deadline, progress: options.progress
    ) { address, deadline -> Result<PageState, FetchFailure> in
      .success(getter.get(address, deadline))
    }
    let pages = zip(wanted, outcomes).map { address, outcome in
      if case .success(let state) = outcome { return state }
      return PageState(
        cited: address, listed: Report.FetchedPage(cited: address, url: nil, time: nil))
    }
    return pages + wanted.dropFirst(options.mostPages).map(leftOut)
  }

  private func leftOut(_ address: String) -> PageState {
    let failure = FetchFailure(
      .late, "\(address) was not fetched: \(options.mostPages) pages are the most for a document.")
    var state = PageState(
      cited: address, listed: Report.FetchedPage(cited: address, url: nil, time: nil))
    state.failure = failure
    state.listed.outcome = failure.kind.rawValue
    state.listed.reason = failure.message
    return state
  }

  // MARK: Judging

  func judge(_ document: Document, _ round: Round, _ jobs: Int) throws -> Report {
    var unread: [String: String] = [:]
    for page in round.pages {
      if let failure = page.failure { unread[page.cited] = failure.message }
    }
    // Two addresses of one page were fetched once.
    for citation in document.quotations.flatMap(\.citations) where unread[citation.value] == nil {
      let key = WorkAddress.normalForm(citation.value)
      let same = round.pages.first { WorkAddress.normalForm($0.cited) == key }
      if let failure = same?.failure { unread[citation.value] = failure.message }
    }
    let isEmpty = round.pages.allSatisfy(\.works.isEmpty)
    let pages = isEmpty ? nil : try PageLibrary.make(of: round.pages, histories: round.histories)
    let checker = Checker(
      libraries: libraries + (pages.map { [$0] } ?? []), policy: policy, explains: explains)
    var report = checker.check(document, jobs: jobs, unread: unread)
    report.searched = offline.searched
    report.searched.fetched = round.pages.map(\.listed)
    return report
  }

  // MARK: What the answers rest on

  private func finished(_ report: Report, _ document: Document, _ round: Round) -> Report {
    var report = report
    for index in report.quotations.indices {
      report.quotations[index] = complete(report.quotations[index], index, round)
    }
    report.warnings += store?.failure.map { ["No evidence was kept: \($0)"] } ?? []
    return report
  }

  private func complete(_ entry: Report.Entry, _ index: Int, _ round: Round) -> Report.Entry {
    var entry = entry
    let matches = entry.matches + entry.parts.compactMap(\.match)
    let addresses = Set(
      matches.filter { $0.library == PageLibrary.name }.compactMap(\.work.url))
    for page in round.pages {
      let isRead = page.works.contains { $0.url.map(addresses.contains) ?? false }
      guard isRead || page.cited == entry.citation.value else { continue }
      entry.evidence += page.copies.map { copy in
        Report.Evidence(
          url: copy.url, time: copy.time, sha256: copy.sha256, file: copy.file,
          record: copy.record.filter { $0 != "<" && $0 != ">" })
      }
      guard isRead else { continue }
      entry.facts += page.facts
      if let remark = page.remark { entry.reason += " \(remark)" }
    }
    let search = round.searches[index]
    let place = search?.page ?? round.histories.first { addresses.contains($0.value.url) }?.key
    if let read = place.flatMap({ round.histories[$0] }) {
      entry.facts.append(fact(read, search, entry.lifetimes))
    }
    return entry
  }
}
