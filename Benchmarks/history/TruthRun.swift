import FonsLibrary
import Foundation

/// A sentence, and the revisions that hold it, found by searching all of them.
struct TruthCase {
  var id: String
  var query: String
  var revisions: Int
  var runs: Int
  var first: Int?
  var last: Int?

  static func read(_ path: String) throws -> [TruthCase] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard
        let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let found = row["link_stripped_substring"] as? [String: Any]
      else { return nil }
      return TruthCase(
        id: row["id"] as? String ?? "", query: row["query"] as? String ?? "",
        revisions: found["n_revs"] as? Int ?? 0, runs: found["n_runs"] as? Int ?? 0,
        first: found["first_rev"] as? Int, last: found["last_rev"] as? Int)
    }
  }

  func isRight(_ lifetimes: Lifetimes, in history: History) -> Bool {
    lifetimes.revisions == revisions && lifetimes.runs.count == runs
      && lifetimes.runs.first.flatMap { history.revision($0.first).id } == first
      && lifetimes.runs.last.flatMap { history.revision($0.last).id } == last
  }
}

/// The history that the truth is about.
func onlyHistory(of library: Library) -> History {
  let longest = library.histories.max { $0.revisions < $1.revisions }
  guard let work = longest?.work, let history = library.history(of: work) else {
    print("the library has no history")
    exit(1)
  }
  return history
}

/// Lifetimes of exact words, straight from the history.
struct TruthRun {
  let library: Library
  let cases: [TruthCase]

  init(library path: String, truth: String) throws {
    library = try Library(path)
    cases = try TruthCase.read(truth)
  }

  func exact() {
    let opening = Date()
    let history = onlyHistory(of: library)
    print(String(format: "opened in %.1f ms", Date().timeIntervalSince(opening) * 1000))
    var times: [Double] = []
    var wrong: [String] = []
    for item in cases {
      // A reader sees one space where the markup has two.
      let passage = Array(item.query.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
      let start = DispatchTime.now().uptimeNanoseconds
      let lifetimes = history.lifetimes(of: passage)
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
      if !item.isRight(lifetimes, in: history) {
        let own = "\(lifetimes.revisions) in \(lifetimes.runs.count) runs"
        wrong.append("\(item.id): \(own), not \(item.revisions) in \(item.runs): \(item.query)")
      }
    }
    for line in wrong { print(line) }
    print(
      "\(cases.count - wrong.count) of \(cases.count) right; a look-up takes "
        + percentiles(&times))
  }
}

func percentiles(_ times: inout [Double]) -> String {
  times.sort()
  guard !times.isEmpty else { return "-" }
  func at(_ share: Double) -> Double { times[min(times.count - 1, Int(share * Double(times.count)))] }
  return String(
    format: "p50 %.3f ms, p99 %.3f ms, most %.3f ms", at(0.5), at(0.99), times[times.count - 1])
}
