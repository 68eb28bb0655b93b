import FonsReport
import FonsText

/// A query with the words that it was made from.
struct Drawn {
  var text: [UInt8]
  /// Grams of the passage before any damage; empty where it was drawn from nowhere.
  var grams: Set<UInt64>

  init(_ text: [UInt8], from original: [UInt8]?) {
    self.text = text
    grams = Set(original.map { Gram.all(Words.scan($0)) } ?? [])
  }

  /// Whether a match is the passage, or another with its words; for a query from nowhere, whether
  /// anything was found.
  func isFound(in entry: Report.Entry) -> Bool {
    guard let wording = entry.wording, wording != .none else { return false }
    if grams.isEmpty { return true }
    let texts = entry.matches.map(\.text) + entry.parts.compactMap { $0.match?.text }
    return texts.contains { text in
      let shared = Gram.all(Words.scan(Array(text.utf8))).count { grams.contains($0) }
      return shared * 3 >= grams.count
    }
  }
}

extension PassageSampler {
  /// Runs of words: `damage` per cent of them replaced by words of other passages, or runs of them
  /// left out at a mark.
  func drawn(_ count: Int, _ range: ClosedRange<Int>, damage: Int = 0, omissions: Int = 0)
    -> [Drawn]
  {
    var random = Random(state: UInt64(3 + damage + omissions * 100 + range.lowerBound * 1000))
    let strange = strangeWords(&random)
    return collect(count, range, &random) { words, random in
      let text = words.map { word in
        damage > 0 && random.next(in: 0...99) < damage
          ? strange[random.next(in: 0...strange.count - 1)] : Array(word)
      }
      let left = Self.leavingOut(omissions, of: text, &random)
      return Drawn(Array(left.joined(separator: [32])), from: Array(words.joined(separator: [32])))
    }
  }

  /// Texts of pieces of one to three words from all over, which stand nowhere as they are.
  func patchwork(_ count: Int, _ range: ClosedRange<Int>) -> [Drawn] {
    var random = Random(state: UInt64(range.lowerBound))
    var pieces: [[UInt8]] = []
    for drawn in collect(2000, 30...30, &random, { words, _ in words }) {
      var start = 0
      while start < drawn.count {
        let end = min(drawn.count, start + random.next(in: 1...3))
        pieces.append(Array(drawn[start..<end].joined(separator: [32])))
        start = end
      }
    }
    return (0..<count).map { _ in
      let length = random.next(in: range)
      var text: [UInt8] = []
      var words = 0
      while words < length {
        let piece = pieces[random.next(in: 0...pieces.count - 1)]
        words += piece.count { $0 == 32 } + 1
        text += piece + [32]
      }
      return Drawn(text, from: nil)
    }
  }

  /// Words of many passages, to put in the place of others.
  private func strangeWords(_ random: inout Random) -> [[UInt8]] {
    collect(300, 30...30, &random) { words, _ in words.map { Array($0) } }.flatMap { $0 }
  }

  /// Puts an ellipsis in the place of some runs of words inside.
  private static func leavingOut(_ runs: Int, of words: [[UInt8]], _ random: inout Random)
    -> [[UInt8]]
  {
    guard runs > 0 else { return words }
    var result = words
    let stride = words.count / (runs + 1)
    for run in (1...runs).reversed() {
      let size = min(random.next(in: 2...6), max(1, stride - 6))
      let start = run * stride - size / 2
      result.replaceSubrange(start..<min(result.count - 1, start + size), with: [Array("…".utf8)])
    }
    return result
  }

  private func collect<Result>(
    _ count: Int, _ range: ClosedRange<Int>, _ random: inout Random,
    _ make: ([ArraySlice<UInt8>], inout Random) -> Result
  ) -> [Result] {
    var result: [Result] = []
    while result.count < count {
      guard let (bytes, words) = stretch(&random) else { continue }
      let length = random.next(in: range)
      guard words.count > length + 40 else { continue }
      let start = random.next(in: 20...words.count - length - 10)
      result.append(make(words[start..<start + length].map { bytes[$0.range.range] }, &random))
    }
    return result
  }
}
