internal import Fons
internal import FonsFetch
internal import FonsVerdict
internal import HTTPTypes

/// Reads pages for checks, where the server's owner has turned that on.
///
/// It waits for others most of the time, so that it has workers of its own: a page that never comes
/// keeps nobody waiting who checks a text.
struct PageReading: Sendable {
  let queue: WorkQueue
  private let options: WebOptions
  /// All checks together ask a host as one does.
  private let turns: HostTurns

  /// Bytes of the histories that all checks read.
  private static let historyBytes = 128 << 20

  init(_ options: WebOptions, _ limits: ServerSettings.Limits) {
    var options = options
    options.fetch.mostBytes = min(options.fetch.mostBytes, limits.pageBytes)
    options.fetch.atOnce = min(options.fetch.atOnce, limits.pagesAtOnce)
    options.mostPages = min(options.mostPages, limits.pages)
    options.mostPageBytes = min(options.mostPageBytes, limits.pagesBytes)
    options.historyBytes = min(
      options.historyBytes, Self.historyBytes / max(1, limits.fetching))
    // Whoever asks is a stranger in the network that the server is in.
    options.fetch.policy.tellsWhy = false
    self.options = options
    turns = HostTurns(options.fetch)
    // Every page and every check of one has its own time.
    queue = WorkQueue(
      workers: limits.fetching, waiting: limits.fetchingWaiting,
      seconds: Int(options.fetch.totalSeconds) + limits.workSeconds)
  }

  /// What reads pages for one check: that a host does not answer it is forgotten with it, and its copies
  /// are in a file of their own.
  func checker(_ stand: Shelf.Stand, _ policy: Policy, explains: Bool) -> OnlineChecker {
    OnlineChecker(
      libraries: stand.libraries, policy: policy, explains: explains, options: options,
      turns: turns)
  }

  /// Reads the page that is to be checked.
  ///
  /// - Throws: `Problem` that says what is wrong with the address or the page.
  func page(_ address: String, by online: OnlineChecker) async throws -> Fetched {
    try await queue.runOrLeave { stop in
      do throws(FetchFailure) {
        return try online.document(at: address, isCancelled: { stop.isDue })
      } catch {
        throw Problem.page(error)
      }
    }
  }
}

extension Problem {
  /// Addresses are not read by this server.
  static let fetching = Problem(
    .forbidden, "fetching", "Addresses are not read by this server",
    "Its owner has not turned fetching on. Send the text of the page.")

  fileprivate static func page(_ failure: FetchFailure) -> Problem {
    guard failure.kind == .refused else {
      return Problem(.badGateway, "page", "The page cannot be read", failure.message)
    }
    return Problem(.forbidden, "address", "This address is not read", failure.message)
  }
}
