/// How well words stand in a text.
public struct Standing: Sendable, Equatable {
  /// More for nearer; 0 where nothing like them stands there.
  public var degree: Int
  /// Tells passages of one degree apart.
  public var wording: UInt64

  public init(degree: Int, wording: UInt64 = 0) {
    self.degree = degree
    self.wording = wording
  }
}

/// Looks in a page's history for the revisions that have certain words, or what is nearest to them, with
/// few requests.
///
/// Words come and go, and may come back: a bisection that trusts one answer would miss what stood in
/// the middle only. So revisions are read in rows of up to fifty, evenly spaced, each row halving the
/// gaps of the one before, until the words are met; then the gaps at which they come or go are narrowed
/// until nothing lies between. As long as only something near them was met, half of each row narrows
/// its gaps, and the other half looks on for the words themselves. Revisions of the same text (by
/// SHA-1) count as read.
public struct HistorySearch {
  /// A stretch of revisions that have the words.
  public struct Lifetime: Sendable, Equatable {
    public var first: WikiRevision
    public var last: WikiRevision
    /// The first one after it that lacks them; nil while they stand.
    public var gone: WikiRevision?
  }

  public struct Outcome: Sendable {
    /// The best that any revision has; 0 where none has anything like the words.
    public var degree: Int
    /// Of what is nearest to the words, oldest first.
    public var lifetimes: [Lifetime]
    /// Whether nothing is left unread between a revision that has it and one that lacks it.
    public var isExact: Bool
  }

  private let history: PageHistory
  /// The degree of the words themselves.
  private let whole: Int
  private let measure: (WikiRevision) -> Standing
  /// Of each revision; nil where it is unknown.
  private var standings: [Standing?]
  private var measured = 0

  /// - Parameters:
  ///   - whole: the degree beyond which nothing is nearer.
  ///   - measure: how well the words stand in the text of a revision.
  public init(
    _ history: PageHistory, whole: Int, measure: @escaping (WikiRevision) -> Standing
  ) {
    self.history = history
    self.whole = whole
    self.measure = measure
    standings = [Standing?](repeating: nil, count: history.revisions.count)
  }

  /// Searches until nothing more would be learnt, or may be asked.
  ///
  /// - Throws: `FetchFailure` where the wiki no longer answers.
  public mutating func run() throws(FetchFailure) -> Outcome {
    while try advance() {}
    return outcome
  }

  /// Reads one more row; false where nothing more would be learnt, or may be asked.
  ///
  /// - Throws: `FetchFailure` where the wiki no longer answers.
  public mutating func advance() throws(FetchFailure) -> Bool {
    takeKnown()
    guard history.mayAsk, let row = nextRow() else { return false }
    let progressed = try history.readRow(row)
    takeKnown()
    return progressed
  }

  /// Measures what was read since, by whomever.
  private mutating func takeKnown() {
    guard measured < history.read.count else { return }
    var bySHA1: [String: Standing] = [:]
    for index in history.read[measured...] {
      guard let text = history.text(of: index) else { continue }
      let standing = measure(text)
      standings[index] = standing
      if let sha1 = text.sha1 { bySHA1[sha1] = standing }
    }
    measured = history.read.count
    for index in standings.indices where standings[index] == nil {
      standings[index] = history.revisions[index].sha1.flatMap { bySHA1[$0] }
    }
  }

  // MARK: What to read next

  private var best: Int { standings.reduce(0) { max($0, $1?.degree ?? 0) } }

  /// Indices of revisions to read; nil where nothing more would be learnt.
  private func nextRow() -> [Int]? {
    let open = standings.indices.filter { standings[$0] == nil && history.isOpen($0) }
    guard !open.isEmpty else { return nil }
    let most = history.most(of: open)
    if open.count <= most { return open }
    let best = best
    let edges = best > 0 ? edges(of: best) : []
    guard !edges.isEmpty else { return spread(open, most) }
    // Each gap at which the words come or go gets its share.
    let forEdges = best < whole ? max(1, most / 2) : most
    let share = max(1, forEdges / edges.count)
    var row = edges.prefix(forEdges).flatMap { spread($0, share) }
    if best < whole {
      let taken = Set(row)
      row += spread(open, most - row.count).filter { !taken.contains($0) }
    }
    return Array(row.prefix(most))
  }

  /// Stretches of unread revisions beside one that has the best, where the next one that is known has
  /// something else.
  private func edges(of best: Int) -> [[Int]] {
    var result: [[Int]] = []
    var gap: [Int] = []
    var before: Standing?
    for index in standings.indices {
      guard let standing = standings[index] else {
        if history.isOpen(index) { gap.append(index) }
        continue
      }
      let touches = standing.degree == best || before?.degree == best
      if !gap.isEmpty, standing != before, touches { result.append(gap) }
      gap = []
      before = standing
    }
    if !gap.isEmpty, before?.degree == best { result.append(gap) }
    return result
  }

  /// Evenly spaced ones.
  private func spread(_ indices: [Int], _ count: Int) -> [Int] {
    guard indices.count > count else { return indices }
    return (0..<count).map { indices[(2 * $0 + 1) * indices.count / (2 * count)] }
  }

  // MARK: What was learnt

  public var outcome: Outcome {
    let best = best
    var lifetimes: [Lifetime] = []
    var open: Lifetime?
    for index in standings.indices {
      guard let standing = standings[index] else { continue }
      if best > 0, standing.degree == best {
        if open == nil {
          open = Lifetime(first: history.revisions[index], last: history.revisions[index])
        }
        open?.last = history.revisions[index]
      } else if var ended = open {
        ended.gone = history.revisions[index]
        lifetimes.append(ended)
        open = nil
      }
    }
    if let open { lifetimes.append(open) }
    return Outcome(
      degree: best, lifetimes: lifetimes, isExact: best == 0 || edges(of: best).isEmpty)
  }
}
