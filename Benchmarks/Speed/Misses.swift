import Fons
import FonsLibrary
import FonsReport
import FonsText

/// Where the way of a passage to its finding ended, for those that were not found.
struct Misses {
  let library: Library
  let passages: PassageSampler
  let count: Int

  init(_ folder: String, count: Int) throws {
    library = try Library(folder)
    passages = PassageSampler(library)
    self.count = count
  }

  func print() {
    for (range, damage) in [(20...60, 20), (20...60, 30), (8...19, 0), (8...19, 10)] {
      let queries = passages.drawn(count, range, damage: damage)
      let checker = Checker(libraries: [library])
      var missed = 0
      var ends: [String: Int] = [:]
      for query in queries {
        let entry = checker.find(query.text)
        guard !query.isFound(in: entry) else { continue }
        missed += 1
        ends[end(query, entry), default: 0] += 1
      }
      let label = "\(range.lowerBound) to \(range.upperBound) words, \(damage) % damaged"
      Swift.print("\(label): \(missed) of \(count) missed")
      for (end, count) in ends.sorted(by: { $0.value > $1.value }) {
        Swift.print("  \(count)  \(end)")
      }
    }
  }

  private func end(_ query: Drawn, _ entry: Report.Entry) -> String {
    let words = Words.scan(query.text)
    let intact = Gram.all(words).count { query.grams.contains($0) }
    let verdict = entry.wording.map { $0 == Report.Wording.none } ?? true ? "nothing" : "another"
    let grams =
      rank(query, Query(words: words)).map { $0 < 12 ? "aligned" : "listed" } ?? "not there"
    let pairs =
      rank(query, Query(words: words, isThorough: true)).map { $0 < 24 ? "aligned" : "listed" }
      ?? "not there"
    return
      "\(verdict) found; intact grams \(intact == 0 ? "none" : "some"); by grams \(grams); thoroughly \(pairs)"
  }

  /// Where the passage stands among the candidates.
  private func rank(_ query: Drawn, _ asked: Query) -> Int? {
    library.candidates(for: asked, limit: 256).firstIndex { candidate in
      let range = ByteRange(max(0, candidate.range.start - 600), candidate.range.end + 600)
      guard let text = library.text(of: candidate.work, range) else { return false }
      return Gram.all(Words.scan(text)).count { query.grams.contains($0) } * 3 >= query.grams.count
    }
  }
}
