internal import FonsFetch
internal import FonsText

/// What is near the words where they do not stand as they are quoted.
extension SoughtWords {
  /// Less than this share of the words is no more than chance.
  private static let leastShare = 0.4
  /// Words that may lie between two parts.
  private static let gap = 200

  /// The place in which the pairs of the quotation cover the most of its words.
  func nearest(in words: [UInt64]) -> Standing {
    let hits = hits(in: words)
    let width = 2 * count + Self.gap * (parts.count - 1)
    var window = Coverage(count)
    var best = (covered: 0, last: 0)
    var first = 0
    for (index, hit) in hits.enumerated() {
      window.add(hit.pair)
      while hits[first].word < hit.word - width {
        window.remove(hits[first].pair)
        first += 1
      }
      if window.covered > best.covered { best = (window.covered, index) }
    }
    guard best.covered >= 4, Double(best.covered) >= Self.leastShare * Double(count) else {
      return Standing(degree: 0)
    }
    // From its last word back, until as much is covered: what stands there tells wordings apart.
    var back = Coverage(count)
    var start = best.last
    back.add(hits[start].pair)
    while back.covered < best.covered, start > 0 {
      start -= 1
      back.add(hits[start].pair)
    }
    var wording: UInt64 = 0
    for word in words[hits[start].word...(hits[best.last].word + 1)] {
      wording = Pair.hash(wording, word)
    }
    return Standing(degree: best.covered, wording: wording)
  }

  /// Where in a text pairs of words stand that stand in a part, too; `pair` is the place of the first
  /// among all words.
  private func hits(in words: [UInt64]) -> [(word: Int, pair: Int)] {
    words.indices.dropLast().flatMap { index in
      (pairs[Pair.hash(words[index], words[index + 1])] ?? []).map { (index, $0) }
    }
  }

  /// How many words the pairs in a window cover.
  private struct Coverage {
    private var counts: [Int]
    private(set) var covered = 0

    init(_ count: Int) { counts = [Int](repeating: 0, count: count) }

    mutating func add(_ pair: Int) {
      for word in [pair, pair + 1] {
        if counts[word] == 0 { covered += 1 }
        counts[word] += 1
      }
    }

    mutating func remove(_ pair: Int) {
      for word in [pair, pair + 1] {
        counts[word] -= 1
        if counts[word] == 0 { covered -= 1 }
      }
    }
  }
}
