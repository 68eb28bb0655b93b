internal import Foundation

/// Asks a wiki's action API, a request at a time, and counts them.
///
/// `maxlag` says that Fons can wait while the wiki has other things to do; the fetcher obeys what it
/// answers to that.
public struct WikiClient: Sendable {
  public let api: String
  private let fetcher: Fetcher
  private let deadline: ContinuousClock.Instant

  public init(api: String, fetcher: Fetcher, deadline: ContinuousClock.Instant) {
    self.api = api
    self.fetcher = fetcher
    self.deadline = deadline
  }

  private static let content = "ids|timestamp|user|sha1|size|tags|content"
  private static let facts = "ids|timestamp|user|sha1|size|tags"

  /// - Throws: `FetchFailure` where the wiki does not answer, or says what is wrong.
  func ask(_ parameters: [(String, String)]) throws(FetchFailure) -> WikiAnswers.Query {
    let all =
      [("action", "query"), ("format", "json"), ("formatversion", "2"), ("maxlag", "5")]
      + parameters
    let query = all.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: "&")
    let found = try fetcher.fetch("\(api)?\(query)", deadline: deadline)
    guard
      let answer = try? JSONDecoder().decode(
        WikiAnswers.Query.self, from: Data(found.content))
    else { throw FetchFailure(.notText, "\(api) gives no answer of a wiki's API.") }
    if let error = answer.error {
      let isBusy = ["maxlag", "ratelimited", "readonly"].contains(error.code)
      throw FetchFailure(
        isBusy ? .busy : .other,
        "\(api) answers: \(error.info ?? error.code).".replacing("..", with: "."))
    }
    return answer
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(
      withAllowedCharacters: CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~|"))
      ?? text
  }

  // MARK: Pages

  /// The page with its current text, the revision that was asked for, and what the wiki is.
  public func page(_ address: WikiAddress) throws(FetchFailure) -> (page: WikiPage, site: WikiSite)
  {
    let site = ("meta", "siteinfo")
    let more = [
      ("siprop", "general|namespaces"), ("prop", "revisions|info"), ("inprop", "protection|url"),
      ("rvprop", Self.content), ("rvslots", "main"), ("redirects", "1"),
    ]
    let which: (String, String)
    if let revision = address.revision {
      which = ("revids", String(revision))
    } else if let id = address.pageID {
      which = ("pageids", String(id))
    } else {
      which = ("titles", address.title ?? "")
    }
    let answer = try ask([site, which] + more)
    let found = answer.query?.pages?.first
    var page = WikiPage(title: found?.title ?? address.title ?? "")
    page.redirects = (answer.query?.redirects ?? []).map(\.from).filter { !$0.contains("://") }
    fill(&page, found)
    if let revision = address.revision {
      page.asked = found?.revisions?.first.map(WikiRevision.init)
      page.current = nil
      if answer.query?.badrevids != nil || page.asked == nil {
        page.state = .noRevision
      } else if page.asked?.isHidden == true {
        page.state = .hidden
      }
      let title = found?.title ?? address.title
      if let title, page.asked?.id == revision || page.state == .noRevision {
        try addCurrent(&page, title)
      }
    } else if found == nil || found?.missing == true || found?.invalid == true {
      try explainAbsence(&page)
    } else if page.current?.isHidden == true {
      page.state = .hidden
    }
    return (page, Self.site(answer.query))
  }

  private func fill(_ page: inout WikiPage, _ found: WikiAnswers.Page?) {
    guard let found else { return }
    page.title = found.title ?? page.title
    page.namespace = found.ns ?? 0
    page.url = found.fullurl.flatMap { isOwn($0) ? $0 : nil }
    page.protection = (found.protection ?? []).map { "\($0.type): \($0.level)" }
    page.current = found.revisions?.first.map(WikiRevision.init)
  }

  private func addCurrent(_ page: inout WikiPage, _ title: String) throws(FetchFailure) {
    let answer = try ask([
      ("titles", title), ("prop", "revisions|info"), ("inprop", "protection|url"),
      ("rvprop", Self.content), ("rvslots", "main"), ("redirects", "1"),
    ])
    guard let found = answer.query?.pages?.first, found.missing != true else {
      return try explainAbsence(&page)
    }
    let asked = page.asked
    fill(&page, found)
    page.asked = asked
  }

  /// The log tells what became of a page that is not there.
  private func explainAbsence(_ page: inout WikiPage) throws(FetchFailure) {
    page.state = .missing
    page.current = nil
    let answer = try ask([
      ("list", "logevents"), ("letitle", page.title), ("lelimit", "10"),
      ("leprop", "type|timestamp|comment|details"),
    ])
    for event in answer.query?.logevents ?? [] {
      if event.type == "move", let target = event.params?.targetTitle, target != page.title {
        page.redirects.append(page.title)
        page.title = target
        page.state = .present
        try addCurrent(&page, target)
        return
      }
      if event.type == "delete", event.action == "delete" {
        page.state = .deleted
        let day = (event.timestamp ?? "").prefix { $0 != "T" }
        page.deletion = "deleted on \(day)"
        return
      }
    }
  }

  private static func site(_ body: WikiAnswers.Body?) -> WikiSite {
    var site = WikiSite()
    if let general = body?.general {
      site.name = general.sitename ?? ""
      site.base = general.base ?? ""
      site.articlePath = general.articlepath ?? ""
      site.server = general.server ?? ""
      site.language = general.lang
    }
    for space in (body?.namespaces ?? [:]).values { site.namespaces[space.id] = space.name }
    return site
  }

  /// Whether an address is of the wiki's own site, with or without the `m.` of phones: no wiki speaks
  /// for another.
  private func isOwn(_ address: String) -> Bool {
    func host(_ address: String) -> String? {
      (try? PageAddress(address))?.host.split(separator: ".").filter { $0 != "m" }
        .joined(separator: ".")
    }
    return host(address) != nil && host(address) == host(api)
  }

  // MARK: Revisions

  /// Revisions that are taken of one answer: what a wiki gives who may ask for many.
  private static let mostListed = 500

  /// Revisions of a page without their texts, oldest first; up to 500 a request.
  ///
  /// - Parameter most: requests.
  /// - Returns: the revisions, the newest ones where there are more, and the requests that it took.
  public func history(
    of title: String, most: Int
  ) throws(FetchFailure) -> (revisions: [WikiRevision], requests: Int, isWhole: Bool) {
    var revisions: [WikiRevision] = []
    var more: [(String, String)] = []
    var requests = 0
    repeat {
      let answer = try ask(
        [("prop", "revisions"), ("titles", title), ("rvprop", Self.facts), ("rvlimit", "max")]
          + more)
      requests += 1
      revisions += (answer.query?.pages?.first?.revisions ?? []).prefix(Self.mostListed)
        .map(WikiRevision.init)
      more = (answer.continue ?? [:]).map { ($0.key, $0.value.text) }
    } while !more.isEmpty && requests < most
    let sorted = revisions.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
    return (sorted, requests, more.isEmpty)
  }

  /// Texts of up to fifty revisions in one request; a wiki that gives fewer at a time is not asked
  /// for the rest.
  public func texts(of revisions: [Int]) throws(FetchFailure) -> [WikiRevision] {
    let ids = revisions.prefix(50).map(String.init).joined(separator: "|")
    let answer = try ask([
      ("prop", "revisions"), ("revids", ids), ("rvprop", Self.content), ("rvslots", "main"),
    ])
    return (answer.query?.pages ?? []).flatMap { $0.revisions ?? [] }.map(WikiRevision.init)
  }

  // MARK: Search

  /// Titles of pages that the wiki's full-text search gives, best first.
  public func search(_ words: String, limit: Int) throws(FetchFailure) -> [String] {
    let answer = try ask([
      ("list", "search"), ("srsearch", words), ("srlimit", String(limit)), ("srwhat", "text"),
      ("srprop", ""),
      ("srinfo", ""),
    ])
    return (answer.query?.search ?? []).map(\.title)
  }

  /// Several pages with their current texts.
  public func pages(_ titles: [String]) throws(FetchFailure) -> [WikiPage] {
    guard !titles.isEmpty else { return [] }
    let answer = try ask([
      ("titles", titles.prefix(20).joined(separator: "|")), ("prop", "revisions|info"),
      ("inprop", "protection|url"), ("rvprop", Self.content), ("rvslots", "main"),
    ])
    return (answer.query?.pages ?? []).filter { $0.missing != true }.map { found in
      var page = WikiPage(title: found.title ?? "")
      fill(&page, found)
      return page
    }
  }

  /// What the wiki is.
  public func site() throws(FetchFailure) -> WikiSite {
    Self.site(try ask([("meta", "siteinfo"), ("siprop", "general|namespaces")]).query)
  }
}
