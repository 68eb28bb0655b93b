import FonsLibrary
import Foundation

/// The same question asked of the same revisions in memory: by bisection, as WikiBlame does, by reading
/// all, and by the weave.
struct SideBySide {
  let history: History
  let cases: [TruthCase]
  private let texts: [Data]

  init(library path: String, truth: String) throws {
    let history = onlyHistory(of: try Library(path))
    self.history = history
    let all = try TruthCase.read(truth)
    cases = stride(from: 0, to: all.count, by: max(1, all.count / 200)).prefix(200).map { all[$0] }
    texts = (0..<history.count).map { Data(history.text(of: $0) ?? []) }
  }

  func run() {
    measure("weave: all runs") { item in
      item.isRight(history.lifetimes(of: Array(item.query.utf8)), in: history)
    }
    measure("linear scan: all runs") { item in
      let found = scan(Data(item.query.utf8))
      return found.revisions == item.revisions && found.runs == item.runs
        && found.first == item.first && found.last == item.last
    }
    // The one question that bisection answers: which revision brought in what a known one has.
    measure("bisection from the last revision that has it: first revision") { item in
      guard let last = item.last.flatMap({ history.index(of: $0) }) else { return false }
      let sought = Data(item.query.utf8)
      var without = -1
      var with = last
      while with - without > 1 {
        let middle = (with + without) / 2
        if texts[middle].range(of: sought) != nil { with = middle } else { without = middle }
      }
      return history.revision(with).id == item.first
    }
    measure("weave: first revision") { item in
      let runs = history.lifetimes(of: Array(item.query.utf8)).runs
      return runs.first.flatMap { history.revision($0.first).id } == item.first
    }
  }

  private func measure(_ name: String, _ isRight: (TruthCase) -> Bool) {
    var times: [Double] = []
    var right = 0
    for item in cases {
      let start = computed()
      if isRight(item) { right += 1 }
      times.append(Double(computed() - start) / 1e6)
    }
    print("\(name): right in \(right) of \(cases.count), \(percentiles(&times))")
  }

  /// Revisions, runs, and the ids of the first and the last revision that hold the words.
  private func scan(_ sought: Data) -> (revisions: Int, runs: Int, first: Int?, last: Int?) {
    var result: (revisions: Int, runs: Int, first: Int?, last: Int?) = (0, 0, nil, nil)
    var isIn = false
    for (index, text) in texts.enumerated() {
      let holds = text.range(of: sought) != nil
      if holds {
        result.revisions += 1
        if !isIn { result.runs += 1 }
        result.first = result.first ?? history.revision(index).id
        result.last = history.revision(index).id
      }
      isIn = holds
    }
    return result
  }
}
