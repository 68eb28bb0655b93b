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
  /// The same of the raw markup: revisions and runs.
  var raw: (revisions: Int, runs: Int)

  static func read(_ path: String) throws -> [TruthCase] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      guard
        let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let found = row["link_stripped_substring"] as? [String: Any]
      else { return nil }
      return TruthCase(
        id: row["id"] as? String ?? "", query: row["query"] as? String ?? "",
        revisions: found["n_revs"] as? Int ?? 0, runs: found["n_runs"] as? Int ?? 0,
        first: found["first_rev"] as? Int, last: found["last_rev"] as? Int,
        raw: (
          (row["raw_wikitext_substring"] as? [String: Any])?["n_revs"] as? Int ?? 0,
          (row["raw_wikitext_substring"] as? [String: Any])?["n_runs"] as? Int ?? 0
        ))
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
      let passage = Array(
        item.query.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
      let start = computed()
      let lifetimes = history.lifetimes(of: passage)
      times.append(Double(computed() - start) / 1e6)
      if !item.isRight(lifetimes, in: history) {
        let own = "\(lifetimes.revisions) in \(lifetimes.runs.count) runs"
        wrong.append("\(item.id): \(own), not \(item.revisions) in \(item.runs): \(item.query)")
      }
    }
    for line in wrong { print(line) }
    let raw = cases.count { item in
      let found = history.lifetimes(ofMarkup: Array(item.query.utf8))
      return found?.revisions == item.raw.revisions && found?.runs.count == item.raw.runs
    }
    print("\(raw) of \(cases.count) right in the markup itself")
    scanRendered(history)
    print(
      "\(cases.count - wrong.count) of \(cases.count) right; a look-up takes "
        + percentiles(&times))
  }
}

extension TruthRun {
  /// The same question answered by reading every rendered text.
  private func scanRendered(_ history: History) {
    let texts = (0..<history.count).map { Data(history.text(of: $0) ?? []) }
    var same = 0
    let chosen = stride(from: 0, to: cases.count, by: 8).map { cases[$0] }
    for item in chosen {
      let sought = Data(
        item.query.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
      let lifetimes = history.lifetimes(of: Array(sought))
      let isRight = texts.indices.allSatisfy { index in
        (texts[index].range(of: sought) != nil) == lifetimes.contains(index)
      }
      if isRight { same += 1 }
    }
    print("\(same) of \(chosen.count) (every eighth) as a search of every rendered text says")
  }
}

func percentiles(_ times: inout [Double]) -> String {
  times.sort()
  guard !times.isEmpty else { return "-" }
  func at(_ share: Double) -> Double {
    times[min(times.count - 1, Int(share * Double(times.count)))]
  }
  return String(
    format: "p50 %.3f ms, p99 %.3f ms, most %.3f ms", at(0.5), at(0.99), times[times.count - 1])
}

/// Nanoseconds that this thread has computed: what other work on the machine does not lengthen.
func computed() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
