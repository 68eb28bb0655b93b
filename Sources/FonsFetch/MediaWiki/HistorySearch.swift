/// Looks in a page's history for the revisions that have certain words, with few requests.
///
/// Words come and go, and may come back: a bisection that trusts one answer would miss what stood in
/// the middle only. So revisions are read in rows of up to fifty, evenly spaced, each row halving the
/// gaps of the one before, until the words are met; then the gaps at which they come or go are narrowed
/// until nothing lies between. Revisions of the same text (by SHA-1) count as read.
public struct HistorySearch {
  /// A stretch of revisions that have the words.
  public struct Lifetime: Sendable, Equatable {
    public var first: WikiRevision
    public var last: WikiRevision
    /// The first one after it that lacks them; nil while they stand.
    public var gone: WikiRevision?
  }

  public struct Outcome: Sendable {
    /// Oldest first.
    public var lifetimes: [Lifetime]
    /// Revisions that the page has, as far as the wiki listed them, and those whose text is known.
    public var revisions: Int
    public var seen: Int
    /// Revisions that the wiki keeps from readers.
    public var hidden: Int
    public var requests: Int
    /// Whether nothing is left unread between a revision that has the words and one that lacks them.
    public var isExact: Bool
    /// Whether every revision's text is known.
    public var isWhole: Bool

    /// How often the words went, and how often they came back.
    public var removals: Int { lifetimes.count { $0.gone != nil } }
    public var returns: Int { max(0, lifetimes.count - 1) }
  }

  private let client: WikiClient
  private let mostRequests: Int
  /// Bytes of wikitext to ask for at a time.
  private static let rowBytes = 4 << 20
  private static let rowCount = 50

  private var revisions: [WikiRevision] = []
  /// Whether each has the words; nil where that is unknown.
  private var has: [Bool?] = []
  private var texts: [Int: WikiRevision] = [:]
  private var requests = 0
  private var isListed = true

  public init(client: WikiClient, mostRequests: Int = 20) {
    self.client = client
    self.mostRequests = mostRequests
  }

  /// - Parameter hasWords: whether a wikitext has the words.
  public mutating func run(
    title: String, _ hasWords: (WikiRevision) -> Bool
  ) throws(FetchFailure) -> Outcome {
    let listed = try client.history(of: title, most: max(1, mostRequests / 4))
    (revisions, requests, isListed) = listed
    has = [Bool?](repeating: nil, count: revisions.count)
    var known: [String: Bool] = [:]
    while requests < mostRequests, let row = nextRow() {
      let found = try client.texts(of: row.map { revisions[$0].id })
      requests += 1
      let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var progressed = false
      for index in row {
        guard let revision = byID[revisions[index].id] else { continue }
        progressed = true
        if revision.isHidden || revision.text == nil {
          revisions[index].isHidden = true
          continue
        }
        let answer = hasWords(revision)
        has[index] = answer
        if answer { texts[index] = revision }
        if let sha1 = revision.sha1 { known[sha1] = answer }
      }
      for index in revisions.indices where has[index] == nil {
        if let sha1 = revisions[index].sha1, let answer = known[sha1] { has[index] = answer }
      }
      guard progressed else { break }
    }
    return outcome()
  }

  /// The text of a revision that has the words, where it was read.
  public func text(of revision: WikiRevision) -> WikiRevision? {
    if let index = revisions.firstIndex(where: { $0.id == revision.id }), let text = texts[index] {
      return text
    }
    return texts.values.first { $0.sha1 != nil && $0.sha1 == revision.sha1 }.map { text in
      var same = revision
      same.text = text.text
      return same
    }
  }

  // MARK: What to read next

  private func isOpen(_ index: Int) -> Bool { has[index] == nil && !revisions[index].isHidden }

  /// Indices of revisions to read; nil where nothing more would be learnt.
  private func nextRow() -> [Int]? {
    let open = revisions.indices.filter(isOpen)
    guard !open.isEmpty else { return nil }
    let size = open.reduce(0) { $0 + revisions[$1].size } / open.count
    let most = max(1, min(Self.rowCount, Self.rowBytes / max(1, size)))
    if open.count <= most { return open }
    let edges = edges()
    if has.contains(true) {
      guard !edges.isEmpty else { return spread(open, most) }
      // Each gap at which the words come or go gets its share.
      let share = max(1, most / edges.count)
      let row = edges.prefix(most).flatMap { spread($0, share) }
      return Array(row.prefix(most))
    }
    return spread(open, most)
  }

  /// Stretches of unread revisions between one that has the words and one that lacks them.
  private func edges() -> [[Int]] {
    var result: [[Int]] = []
    var gap: [Int] = []
    var before: Bool?
    for index in revisions.indices {
      if isOpen(index) {
        gap.append(index)
        continue
      }
      guard let answer = has[index] else { continue }
      if !gap.isEmpty, (before ?? !answer) != answer { result.append(gap) }
      gap = []
      before = answer
    }
    if !gap.isEmpty, before == true { result.append(gap) }
    return result
  }

  /// Evenly spaced ones, the first and the last of few.
  private func spread(_ indices: [Int], _ count: Int) -> [Int] {
    guard indices.count > count else { return indices }
    return (0..<count).map { indices[(2 * $0 + 1) * indices.count / (2 * count)] }
  }

  // MARK: What was learnt

  private func outcome() -> Outcome {
    var lifetimes: [Lifetime] = []
    var open: Lifetime?
    for index in revisions.indices {
      guard let answer = has[index] else { continue }
      if answer {
        if open == nil {
          open = Lifetime(first: revisions[index], last: revisions[index])
        }
        open?.last = revisions[index]
      } else if var ended = open {
        ended.gone = revisions[index]
        lifetimes.append(ended)
        open = nil
      }
    }
    if let open { lifetimes.append(open) }
    return Outcome(
      lifetimes: lifetimes, revisions: revisions.count, seen: has.count { $0 != nil },
      hidden: revisions.count { $0.isHidden }, requests: requests, isExact: edges().isEmpty,
      isWhole: isListed && !revisions.indices.contains(where: isOpen))
  }
}
