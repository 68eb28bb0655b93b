internal import FonsEvidence
internal import FonsFetch
internal import FonsReport
internal import FonsSource
internal import Foundation

/// Gets one cited page: at its address, through its wiki's API, or from a web archive.
struct PageGetter: Sendable {
  let fetcher: Fetcher
  let store: EvidenceStore?
  /// Address of the web archive.
  let archive: String?

  func get(_ cited: String, _ deadline: ContinuousClock.Instant) -> PageState {
    let kept = KeptCopies(store: store)
    let own = fetcher.recording { kept.add($0) }
    let time = Date().formatted(.iso8601)
    var state = PageState(
      cited: cited, listed: Report.FetchedPage(cited: cited, url: nil, time: time))
    do throws(FetchFailure) {
      try read(cited, own, deadline, &state)
    } catch {
      state.failure = error
      store?.keep(failure: error, of: cited, time: time)
      tryWiki(cited, own, deadline, &state)
      if state.works.isEmpty, let failure = state.failure, failure.mayBeArchived {
        tryArchive(cited, own, deadline, &state)
      }
    }
    if let failure = state.failure {
      state.listed.outcome = failure.kind.rawValue
      state.listed.reason = failure.message
    }
    state.copies = kept.copies
    return state
  }

  // MARK: At its address

  private func read(
    _ cited: String, _ fetcher: Fetcher, _ deadline: ContinuousClock.Instant,
    _ state: inout PageState
  ) throws(FetchFailure) {
    let page = try fetcher.fetch(cited, deadline: deadline)
    if let address = WikiAddress(page.address, content: page.content) {
      // A wiki whose API is closed still shows its pages.
      if try readWiki(address, fetcher, deadline, &state) { return }
    }
    let works = try Self.works(page, url: page.address.description, time: page.time)
    state.works = works.map { Self.named($0, cited, page.address) }
    state.listed.url = page.address.description
    state.listed.title = works.first?.title
    state.listed.revision = works.first.flatMap { work in
      work.revision.time.map { Report.RevisionInfo(id: work.revision.id, time: $0) }
    }
  }

  /// The works in what an address gave.
  ///
  /// - Throws: `FetchFailure` where it is no text, or something shown in the place of the page.
  private static func works(
    _ page: Fetched, url: String, time: String
  ) throws(FetchFailure) -> [Work] {
    let works: [Work]
    do {
      works = try WebPageReader().works(page.content, type: page.type, url: url, time: time)
    } catch let error as SourceError {
      throw FetchFailure(.notText, "\(url) \(error.message)")
    } catch {
      throw FetchFailure(.notText, "\(url) cannot be read: \(error).")
    }
    if let work = works.first,
      let failure = SubstitutePage.failure(page, title: work.title, text: work.text)
    {
      throw failure
    }
    return works
  }

  /// A page goes by the cited address too; by what it calls itself only on its own site.
  private static func named(_ work: Work, _ cited: String, _ address: PageAddress) -> Work {
    var work = work
    work.aliases = work.aliases.filter { alias in
      guard let named = try? PageAddress(alias) else { return !alias.contains("://") }
      return named.host == address.host
    }
    if !work.aliases.contains(cited) { work.aliases.append(cited) }
    return work
  }

  // MARK: A wiki

  /// - Returns: false where its API does not answer.
  /// - Throws: why the page is not there, as the wiki says.
  private func readWiki(
    _ address: WikiAddress, _ fetcher: Fetcher, _ deadline: ContinuousClock.Instant,
    _ state: inout PageState
  ) throws(FetchFailure) -> Bool {
    for api in address.apis {
      let client = WikiClient(api: api, fetcher: fetcher, deadline: deadline)
      guard let (page, site) = try? client.page(address) else { continue }
      let wiki = PageState.Wiki(api: api, page: page, site: site)
      state.wiki = wiki
      if let failure = WikiWorks.failure(of: page, at: state.cited) { throw failure }
      state.works = WikiWorks.works(wiki, cited: state.cited)
      state.facts = WikiWorks.facts(page)
      let read = page.asked ?? page.current
      state.listed.url = page.url ?? state.cited
      state.listed.title = page.title
      state.listed.revision = read.map {
        Report.RevisionInfo(id: $0.id, time: $0.time, contributor: $0.contributor)
      }
      return !state.works.isEmpty
    }
    return false
  }

  /// A page that is gone may have moved, as its wiki's log tells.
  private func tryWiki(
    _ cited: String, _ fetcher: Fetcher, _ deadline: ContinuousClock.Instant,
    _ state: inout PageState
  ) {
    guard state.failure?.kind == .dead, state.wiki == nil, let address = try? PageAddress(cited),
      let wiki = WikiAddress(address)
    else { return }
    do throws(FetchFailure) {
      if try readWiki(wiki, fetcher, deadline, &state) { state.failure = nil }
    } catch {
      state.failure = error
    }
  }

  // MARK: An archive

  /// Captures to read of one page.
  private static let mostCaptures = 5

  private func tryArchive(
    _ cited: String, _ fetcher: Fetcher, _ deadline: ContinuousClock.Instant,
    _ state: inout PageState
  ) {
    guard let archive, let failure = state.failure, (try? PageAddress(cited)) != nil else { return }
    let client = WebArchiveClient(base: archive, fetcher: fetcher)
    guard let captures = try? client.captures(of: cited, deadline: deadline), !captures.isEmpty
    else {
      return
    }
    // The newest, the oldest, and some between: words come and go.
    let count = min(captures.count, Self.mostCaptures)
    let chosen = (0..<count).map {
      captures[count == 1 ? captures.count - 1 : $0 * (captures.count - 1) / (count - 1)]
    }
    var newest: WebArchiveClient.Capture?
    for capture in chosen {
      guard let page = try? client.read(capture, deadline: deadline),
        let works = try? Self.works(page, url: capture.url, time: capture.time),
        let address = try? PageAddress(capture.url)
      else { continue }
      newest = capture
      state.works += works.map { work in
        var work = Self.named(work, cited, address)
        work.url = cited
        work.revision.time = capture.time
        return work
      }
    }
    guard let newest else { return }
    state.failure = nil
    state.listed.url = newest.address
    state.listed.title = state.works.last?.title
    state.listed.revision = Report.RevisionInfo(id: nil, time: newest.time)
    let host = (try? PageAddress(archive))?.site ?? archive
    state.remark = "It was read in a capture by \(host), because \(failure.message)"
    state.listed.reason = "A capture by \(host): \(failure.message)"
  }
}
