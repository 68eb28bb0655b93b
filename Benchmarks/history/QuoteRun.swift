import Fons
import FonsLibrary
import FonsReport
import Foundation

/// A generator of random numbers that gives the same ones for a seed (SplitMix64; Steele et al., 2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// Sentences through the checker, as they are or with a share of their words damaged: whether the same
/// runs come out.
struct QuoteRun {
  let library: Library
  let checker: Checker
  let cases: [TruthCase]

  init(library path: String, truth: String) throws {
    library = try Library(path)
    checker = Checker(libraries: [library])
    cases = try TruthCase.read(truth)
  }

  func run(share: Double) {
    var random = Seeded(state: 42)
    var times: [Double] = []
    var (right, same, tooShort, notFound) = (0, 0, 0, 0)
    var wrong: [String] = []
    let history = onlyHistory(of: library)
    for item in cases {
      let text = share > 0 ? Self.damaged(item.query, share, &random) : item.query
      let start = computed()
      let entry = checker.find(Array(text.utf8))
      times.append(Double(computed() - start) / 1e6)
      if share > 0, entry.lifetimes == checker.find(Array(item.query.utf8)).lifetimes { same += 1 }
      if isRight(item, entry.lifetimes, history) {
        right += 1
      } else if item.query.split(separator: " ").count < 8 {
        tooShort += 1
        wrong.append("\(item.id) short, \(entry.verdict): \(text)")
      } else if entry.lifetimes.isEmpty {
        notFound += 1
        wrong.append("\(item.id) without lifetimes, \(entry.verdict): \(text)")
      } else {
        let count = entry.lifetimes.reduce(0) { $0 + ($1.revisions ?? 0) }
        wrong.append(
          "\(item.id) \(entry.verdict): \(count) in \(entry.lifetimes.count), not \(item.revisions) in \(item.runs): \(text)\n    found: \(entry.matches.first?.text ?? "")"
        )
      }
    }
    for line in wrong { print(line) }
    print(
      "share \(share): \(right) of \(cases.count) right, \(tooShort) wrong of under 8 words, "
        + "\(share > 0 ? same : right) with the runs of the undamaged sentence, \(notFound) without lifetimes; a find takes \(percentiles(&times))"
    )
  }

  private func isRight(
    _ item: TruthCase, _ lifetimes: [Report.Lifetime], _ history: History
  ) -> Bool {
    lifetimes.count == item.runs && lifetimes.first?.from.id == item.first
      && lifetimes.last?.last?.id == item.last
      && lifetimes.reduce(0) { $0 + ($1.revisions ?? 0) } == item.revisions
  }

  /// Each word with a chance of `share` is left out, doubled by another, or takes another's place.
  static func damaged(_ text: String, _ share: Double, _ random: inout Seeded) -> String {
    let strange = ["river", "seven", "copper", "slowly", "window", "Tuesday", "under", "green"]
    var words: [String] = []
    for word in text.split(separator: " ") {
      guard Double.random(in: 0..<1, using: &random) < share else {
        words.append(String(word))
        continue
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: break
      case 1: words += [String(word), strange.randomElement(using: &random) ?? ""]
      default: words.append(strange.randomElement(using: &random) ?? "")
      }
    }
    return words.joined(separator: " ")
  }
}
