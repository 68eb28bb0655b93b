public import FonsText

/// A place in an old state of a work that may correspond to some words.
public struct LikelyPlace: Sendable, Equatable {
  /// The newest revision with these strands.
  public var revision: Int
  /// Of the revision's plain text: from the first strand that is like the words to the last.
  public var range: ByteRange
  /// Revisions that have the strands, in whatever order.
  public var revisions: Int
}

extension History {
  /// Places of different wording that are most like some words, the likeliest first.
  ///
  /// Strands are likely by the pairs of words that they share with the quotation, states by their
  /// strands; states that have the same likely strands are one place.
  ///
  /// - Parameter text: what the words were read from.
  public func likeliest(_ words: [Word], of text: [UInt8], limit: Int) -> [LikelyPlace] {
    let likeness = index.likeness(to: words, of: text)
    guard let best = likeness.max(), best >= 2 else { return [] }
    let least = max(2, best / 3)
    // What the likely strands of each state are worth together, and a hash of which they are.
    var worth = [Int32](repeating: 0, count: plain.states)
    var mark = [UInt64](repeating: 0, count: plain.states)
    for state in 0..<plain.states {
      let base = Int(plain.bases[state])
      if base >= 0 {
        worth[state] = worth[base]
        mark[state] = mark[base]
      }
      for index in Int(plain.firstChange[state])..<Int(plain.firstChange[state + 1]) {
        let change = plain.changes[index]
        for strand in plain.strands[Int(change.before.lowerBound)..<Int(change.before.upperBound)]
        where likeness[Int(strand)] >= least {
          worth[state] -= likeness[Int(strand)]
          mark[state] &-= mix(UInt64(strand) &+ 1, 0x9E37_79B9_7F4A_7C15)
        }
        for strand in plain.strands[Int(change.after.lowerBound)..<Int(change.after.upperBound)]
        where likeness[Int(strand)] >= least {
          worth[state] += likeness[Int(strand)]
          mark[state] &+= mix(UInt64(strand) &+ 1, 0x9E37_79B9_7F4A_7C15)
        }
      }
    }
    return places(worth, mark, limit: limit).compactMap { group in
      place(group.revision, likeness, least, revisions: group.revisions)
    }
  }

  private func places(
    _ worth: [Int32], _ mark: [UInt64], limit: Int
  ) -> [(worth: Int32, revision: Int, revisions: Int)] {
    let enough = (worth.max() ?? 0) / 2
    var groups: [UInt64: (worth: Int32, revision: Int, revisions: Int)] = [:]
    for (index, row) in table.rows.enumerated() {
      guard let state = row.state, worth[state] > enough else { continue }
      var group = groups[mark[state]] ?? (worth[state], index, 0)
      group.revision = index
      group.revisions += 1
      groups[mark[state]] = group
    }
    let sorted = groups.values.sorted {
      ($0.worth, $0.revisions, $0.revision) > ($1.worth, $1.revisions, $1.revision)
    }
    return Array(sorted.prefix(limit))
  }

  private func place(
    _ revision: Int, _ likeness: [Int32], _ least: Int32, revisions: Int
  ) -> LikelyPlace? {
    guard let state = table.rows[revision].state else { return nil }
    var offset = 0
    var likely: [(range: Range<Int>, worth: Int32)] = []
    for strand in plain.sequence(of: state) {
      let size = plain.range(of: strand).count
      if likeness[Int(strand)] >= least {
        likely.append((offset..<offset + size, likeness[Int(strand)]))
      }
      offset += size
    }
    // Around the likeliest strand, as far as likely ones are near each other.
    guard let best = likely.indices.max(by: { likely[$0].worth < likely[$1].worth }) else {
      return nil
    }
    var first = best
    var last = best
    while first > 0, likely[first].range.lowerBound - likely[first - 1].range.upperBound <= 2048 {
      first -= 1
    }
    while last + 1 < likely.count,
      likely[last + 1].range.lowerBound - likely[last].range.upperBound <= 2048
    {
      last += 1
    }
    return LikelyPlace(
      revision: revision,
      range: ByteRange(likely[first].range.lowerBound, likely[last].range.upperBound),
      revisions: revisions)
  }
}
