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

  /// - Parameter turns: shared with other checkers, so that all together ask a host as one does; nil for
  ///   turns of its own.
  public init(
    libraries: [Library], policy: Policy = .standard, explains: Bool = false, options: WebOptions,
    turns: HostTurns? = nil
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
    fetcher = Fetcher(options.fetch, turns: turns) {
      options.answered($0)
      store?.keep($0, notModified: $1)
    }
  }

  /// What was found damaged and left out so far, in sentences.
  public var warnings: [String] {
    offline.warnings + (store?.failure.map { ["No evidence was kept: \($0)"] } ?? [])
  }

  /// Fetches a document that is to be checked.
  ///
  /// - Parameter isCancelled: asked about once a second.
  public func document(
    at address: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(FetchFailure) -> Fetched {
    try fetcher.stopping(when: isCancelled).fetch(
      address, deadline: .now + .seconds(options.fetch.totalSeconds))
  }

  /// Whether checking a document sends anything over the network.
  public func needsNetwork(_ document: Document) -> Bool {
    !options.wikis.isEmpty || !addresses(of: document).isEmpty
  }

  /// Fetches what the document cites and no library holds, then checks every quotation.
  ///
  /// - Throws: where the fetched pages cannot be laid down in a temporary folder.
  public func check(_ document: Document, jobs: Int = 1) throws -> Report {
    try check(document, jobs: jobs, judging: nil, isCancelled: { false })
  }

  /// Fetches what the document cites and no library holds, then checks every quotation, within bounds.
  ///
  /// - Parameters:
  ///   - judging: seconds that it may take besides fetching, which has its own; nil for any number.
  ///   - isCancelled: asked by all threads that work for the check, about once a second at the least.
  ///   - found: takes entries in the document's order, with their indices, as soon as nothing can change
  ///     them any more. Every page that is read is searched for all quotations, so that they come once
  ///     all pages are there.
  /// - Throws: `CheckGivenUp` where it was cancelled or judging took too long, and what the other throws.
  public func check(
    _ document: Document, jobs: Int, judging: Double?,
    isCancelled: @escaping @Sendable () -> Bool,
    found: (Report.Entry, Int) -> Void = { _, _ in }
  ) throws -> Report {
    let wanted = addresses(of: document)
    var round = Round(
      document: document, fetcher: fetcher.stopping(when: isCancelled),
      deadline: .now + .seconds(options.fetch.totalSeconds), isCancelled: isCancelled,
      texts: HistoryBudget(options.historyBytes), judging: judging)
    round.pages = fetch(wanted, round)
    try round.goOn()
    guard options.wikis.isEmpty, round.pages.allSatisfy({ $0.wiki == nil }) else {
      return try checkWithWikis(&round, jobs, found)
    }
    return finished(try judge(&round, jobs, found), round)
  }

  /// Where words are gone, wikis have more to say, which is known only once all have been judged.
  private func checkWithWikis(
    _ round: inout Round, _ jobs: Int, _ found: (Report.Entry, Int) -> Void
  ) throws -> Report {
    let report = try judge(&round, jobs) { _, _ in }
    let hasFound = searchHistories(report, &round)
    let hasSearched = searchWikis(report, &round)
    try round.goOn()
    if hasFound || hasSearched { return finished(try judge(&round, jobs, found), round) }
    let complete = finished(report, round)
    for (index, entry) in complete.quotations.enumerated() { found(entry, index) }
    return complete
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

  private func fetch(_ wanted: [String], _ round: Round) -> [PageState] {
    guard !wanted.isEmpty else { return [] }
    let sites = Set(wanted.compactMap { try? PageAddress($0).site }).sorted()
    let named = sites.prefix(10).joined(separator: ", ") + (sites.count > 10 ? ", …" : "")
    options.say(
      "fetching \(wanted.count) cited page\(wanted.count == 1 ? "" : "s") from \(named); --offline turns this off"
    )
    let getter = PageGetter(fetcher: round.fetcher, store: store, archive: options.archive)
    let held = HeldBytes(options.mostPageBytes)
    let outcomes = FetchQueue(options.fetch).run(
      Array(wanted.prefix(options.mostPages)), deadline: round.deadline, progress: options.progress
    ) { address, deadline -> Result<PageState, FetchFailure> in
      guard !held.isFull else { return .failure(held.failure(address)) }
      let state = getter.get(address, deadline)
      held.add(state.works.reduce(0) { $0 + $1.text.count })
      return .success(state)
    }
    let pages = zip(wanted, outcomes).map { address, outcome in
      switch outcome {
      case .success(let state): state
      case .failure(let failure): leftOut(address, failure)
      }
    }
    let rest = wanted.dropFirst(options.mostPages).map { address in
      let reason = "\(options.mostPages) pages are the most for a document."
      return leftOut(address, FetchFailure(.late, "\(address) was not fetched: \(reason)"))
    }
    return pages + rest
  }

  private func leftOut(_ address: String, _ failure: FetchFailure) -> PageState {
    var state = PageState(
      cited: address, listed: Report.FetchedPage(cited: address, url: nil, time: nil))
    state.failure = failure
    state.listed.outcome = failure.kind.rawValue
    state.listed.reason = failure.message
    return state
  }

  // MARK: Judging

  private func judge(
    _ round: inout Round, _ jobs: Int, _ found: (Report.Entry, Int) -> Void
  ) throws -> Report {
    let start = ContinuousClock.now
    let end = round.judging.map { start + .seconds($0) }
    let isCancelled = round.isCancelled
    let isOver = { isCancelled() || end.map { $0 < .now } ?? false }
    defer { round.judging = round.judging.map { $0 - start.duration(to: .now) / .seconds(1) } }
    let isEmpty = round.pages.allSatisfy(\.works.isEmpty)
    let pages =
      isEmpty
      ? nil
      : try PageLibrary.make(of: round.pages, histories: round.histories) {
        if isOver() { throw CheckGivenUp() }
      }
    let checker = Checker(
      libraries: libraries + (pages.map { [$0] } ?? []), policy: policy, explains: explains)
    let state = round
    let report = checker.check(
      round.document, jobs: jobs, unread: unread(round), isCancelled: isOver
    ) { entry, index in
      found(complete(entry, index, state), index)
    }
    guard var report else { throw CheckGivenUp() }
    report.searched = offline.searched
    report.searched.fetched = round.pages.map(\.listed)
    return report
  }

  /// Why cited pages could not be read, by what the document calls them.
  private func unread(_ round: Round) -> [String: String] {
    var result: [String: String] = [:]
    // Two addresses of one page were fetched once.
    var byForm: [String: String?] = [:]
    for page in round.pages {
      let form = WorkAddress.normalForm(page.cited)
      if byForm[form] == nil { byForm[form] = .some(page.failure?.message) }
      if let failure = page.failure { result[page.cited] = failure.message }
    }
    guard !byForm.isEmpty else { return [:] }
    for citation in round.document.quotations.flatMap(\.citations)
    where result[citation.value] == nil {
      if let failure = byForm[WorkAddress.normalForm(citation.value)] ?? nil {
        result[citation.value] = failure
      }
    }
    return result
  }

  // MARK: What the answers rest on

  private func finished(_ report: Report, _ round: Round) -> Report {
    var report = report
    for index in report.quotations.indices {
      report.quotations[index] = complete(report.quotations[index], index, round)
    }
    report.warnings += round.warnings
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
    if let sentence = round.unread[index] { entry.facts.append(sentence) }
    return entry
  }
}
