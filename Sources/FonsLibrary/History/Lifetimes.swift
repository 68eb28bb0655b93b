/// When a work held a passage.
public struct Lifetimes: Sendable, Equatable {
  /// Revisions one after the other that hold the passage. Those whose text is hidden say nothing, and
  /// end none.
  public struct Run: Sendable, Equatable {
    /// The revision that brought it in.
    public var first: Int
    /// The last one that holds it.
    public var last: Int
    /// The one that took it out; nil while it stands.
    public var end: Int?
    /// Revisions of the run, without the hidden ones.
    public var count: Int
  }

  /// By time.
  public var runs: [Run] = []
  /// Revisions that hold the passage.
  public var revisions = 0

  /// How often it was taken out.
  public var removals: Int { runs.count { $0.end != nil } }
  /// How often it came back.
  public var restorations: Int { max(0, runs.count - 1) }
  /// Whether the newest readable revision has it.
  public var isCurrent: Bool { runs.last.map { $0.end == nil } ?? false }

  /// Whether a revision lies in one of the runs.
  public func contains(_ revision: Int) -> Bool {
    runs.contains { $0.first <= revision && revision <= $0.last }
  }
}

extension History {
  /// The revisions whose plain text holds these bytes.
  ///
  /// Reads what each state changed, not the states. Strands that hold a piece of the passage are found
  /// first; then each state has as many occurrences as the one that it was made of, and those that its
  /// own changes make more or fewer.
  ///
  /// - Complexity: O(*s* + *c* + *r*) in the bytes of the strands, the changes and the revisions.
  public func lifetimes(of passage: [UInt8]) -> Lifetimes {
    lifetimes(of: passage, in: plain)
  }

  /// The revisions whose markup holds these bytes, as the source has it; nil where it is damaged.
  public func lifetimes(ofMarkup markup: [UInt8]) -> Lifetimes? {
    markupWeave.map { lifetimes(of: markup, in: $0) }
  }

  private func lifetimes(of passage: [UInt8], in weave: Weave) -> Lifetimes {
    guard !passage.isEmpty else { return Lifetimes() }
    var holding = [Bool](repeating: true, count: weave.states)
    for part in StrandPattern.parts(of: passage) {
      var own = [Bool](repeating: false, count: weave.states)
      for pattern in StrandPattern.all(of: Array(passage[part]), in: weave) {
        pattern.mark(&own, in: weave)
      }
      for state in own.indices where !own[state] { holding[state] = false }
    }
    return lifetimes(holding: holding)
  }

  private func lifetimes(holding: [Bool]) -> Lifetimes {
    var result = Lifetimes()
    var open: Lifetimes.Run?
    for (index, row) in table.rows.enumerated() {
      guard let state = row.state else { continue }
      if holding[state] {
        result.revisions += 1
        if open == nil { open = Lifetimes.Run(first: index, last: index, end: nil, count: 0) }
        open?.last = index
        open?.count += 1
      } else if var run = open {
        run.end = index
        result.runs.append(run)
        open = nil
      }
    }
    if let open { result.runs.append(open) }
    return result
  }

  /// Known contributors who took a passage out or put it back.
  public func contributors(to lifetimes: Lifetimes) -> Int {
    var names = Set<String>()
    for (index, run) in lifetimes.runs.enumerated() {
      if index > 0, let name = table.rows[run.first].contributor { names.insert(name) }
      if let end = run.end, let name = table.rows[end].contributor { names.insert(name) }
    }
    return names.count
  }
}
