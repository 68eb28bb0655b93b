/// Bytes that the texts of several histories may hold together.
public final class HistoryBudget {
  public private(set) var left: Int

  public init(_ bytes: Int) { left = bytes }

  /// May take more than is left: then nothing more is asked for.
  public func take(_ bytes: Int) { left -= min(bytes, max(0, left)) }
}

/// The revisions of a page, as far as they were read: each is asked for once, however many search it.
public final class PageHistory {
  /// Oldest first, without their texts.
  public private(set) var revisions: [WikiRevision]
  /// Whether the wiki listed them all.
  public let isListed: Bool
  /// Requests that were made, and that may be.
  public private(set) var requests: Int
  public let mostRequests: Int

  private let client: WikiClient
  private let budget: HistoryBudget
  private var texts: [Int: WikiRevision] = [:]
  /// Of a text that was read, by its SHA-1: another revision with the same need not be.
  private var known: [String: Int] = [:]
  /// Where those that came in each request are, in the order in which they came.
  private(set) var read: [Int] = []

  /// Bytes of wikitext to ask for at a time, and revisions.
  private static let rowBytes = 4 << 20
  private static let rowCount = 50

  /// Asks for the list, in a quarter of the requests.
  ///
  /// - Parameters:
  ///   - known: revisions whose texts were read before.
  ///   - mostRequests: that all who search it may make together.
  ///   - budget: what its texts take their bytes of; once nothing is left, no more are asked for.
  /// - Throws: `FetchFailure` where the wiki does not answer.
  public init(
    of title: String, _ client: WikiClient, known: [WikiRevision] = [], mostRequests: Int = 20,
    budget: HistoryBudget = HistoryBudget(.max)
  ) throws(FetchFailure) {
    self.client = client
    self.budget = budget
    self.mostRequests = mostRequests
    (revisions, requests, isListed) = try client.history(of: title, most: max(1, mostRequests / 4))
    for revision in known {
      guard let index = revisions.firstIndex(where: { $0.id == revision.id }) else { continue }
      take(revision, index)
    }
  }

  /// The index of the revision whose text was read for this one: itself, or one with the same text; nil
  /// where none was.
  public func source(of index: Int) -> Int? {
    if texts[index] != nil { return index }
    return revisions[index].sha1.flatMap { known[$0] }
  }

  /// The revision with its text, where that was read or is the same as one that was.
  public func text(of index: Int) -> WikiRevision? {
    guard let source = source(of: index), let read = texts[source] else { return nil }
    guard source != index else { return read }
    var revision = revisions[index]
    revision.text = read.text
    return revision
  }

  /// Whether its text is neither known nor kept from readers.
  public func isOpen(_ index: Int) -> Bool {
    !revisions[index].isHidden && source(of: index) == nil
  }

  /// Indices of revisions whose texts are known.
  public var knownIndices: [Int] { revisions.indices.filter { source(of: $0) != nil } }

  /// Revisions that the wiki keeps from readers, as far as that is known.
  public var hiddenCount: Int { revisions.count { $0.isHidden } }

  /// Whether every text is known.
  public var isWhole: Bool { isListed && !revisions.indices.contains(where: isOpen) }

  var mayAsk: Bool { requests < mostRequests && budget.left > 0 }

  /// How many of the revisions at `open` may be read in one request.
  func most(of open: [Int]) -> Int {
    let size = open.reduce(0) { $0 + revisions[$1].size } / max(1, open.count)
    return max(1, min(Self.rowCount, min(Self.rowBytes, budget.left) / max(1, size)))
  }

  /// Reads the revisions at these indices in one request.
  ///
  /// - Returns: false where the wiki gave none of them.
  func readRow(_ row: [Int]) throws(FetchFailure) -> Bool {
    requests += 1
    let found = try client.texts(of: row.map { revisions[$0].id })
    let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var progressed = false
    for index in row {
      guard let revision = byID[revisions[index].id] else { continue }
      progressed = true
      take(revision, index)
    }
    return progressed
  }

  private func take(_ revision: WikiRevision, _ index: Int) {
    guard !revision.isHidden, revision.text != nil else {
      revisions[index].isHidden = true
      return
    }
    guard texts[index] == nil else { return }
    texts[index] = revision
    budget.take(revision.text?.utf8.count ?? 0)
    read.append(index)
    if let sha1 = revision.sha1 { known[sha1] = index }
  }
}
