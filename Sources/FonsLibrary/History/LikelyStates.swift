public import FonsText

/// A place in an old state of a work that may correspond to some words.
public struct LikelyPlace: Sendable, Equatable {
  /// A revision with this wording.
  public var revision: Int
  /// Of the revision's plain text: from the first strand that is like the words to the last.
  public var range: ByteRange
}

extension History {
  /// Stretches that are compared word for word: on a page that is fought over a sentence has hundreds of
  /// wordings.
  private static let mostStretches = 256
  /// Bytes between likely strands that one quotation may leave out.
  private static let widestGap = 2048

  /// Places of different wording that are most like some words, the likeliest first.
  ///
  /// Strands are likely by the pairs of words that they share with the quotation. A stretch of strands that
  /// a state has and the state that it was made of has not lies within what it changed, so that every
  /// wording there ever was is met once; the likeliest are compared word for word.
  ///
  /// - Parameter text: what the words were read from.
  public func likeliest(_ words: [Word], of text: [UInt8], limit: Int) -> [LikelyPlace] {
    let likeness = index.likeness(to: words, of: text)
    guard let best = likeness.max(), best >= 2 else { return [] }
    let least = max(2, best / 3)
    var newest = [Int](repeating: -1, count: plain.states)
    for (index, row) in table.rows.enumerated() {
      if let state = row.state { newest[state] = index }
    }
    var fit = WordingFit(words, of: text)
    var wordings: [UInt64: (place: LikelyPlace, cost: Int)] = [:]
    var known = Set<[UInt32]>()
    for stretch in stretches(likeness, least: least) where newest[stretch.state] >= 0 {
      guard let cluster = cluster(stretch.state, likeness, least),
        known.insert(cluster.strands).inserted
      else { continue }
      let revision = newest[stretch.state]
      guard let found = fit.best(in: plain.text(cluster.strands)) else {
        // Too long to be compared: the likeliest is better than none.
        if wordings.isEmpty {
          return [LikelyPlace(revision: revision, range: cluster.range)]
        }
        break
      }
      if let other = wordings[found.wording], other.place.revision > revision { continue }
      wordings[found.wording] = (
        LikelyPlace(revision: revision, range: cluster.range), found.cost
      )
    }
    return wordings.values.sorted {
      ($0.cost, -$0.place.revision) < ($1.cost, -$1.place.revision)
    }.prefix(limit).map(\.place)
  }

  /// A state that was the first to have some strands in a row.
  private struct Stretch {
    var worth: Int32
    var state: Int
  }

  /// The likeliest stretches, each once.
  private func stretches(_ likeness: [Int32], least: Int32) -> [Stretch] {
    var result: [Stretch] = []
    var known = Set<UInt64>()
    plain.strands.withUnsafeBufferPointer { strands in
      for state in 0..<plain.states {
        for index in Int(plain.firstChange[state])..<Int(plain.firstChange[state + 1]) {
          let change = plain.changes[index]
          let all = Int(change.after.lowerBound)..<Int(change.after.upperBound)
          var at = all.lowerBound
          while at < all.upperBound {
            guard likeness[Int(strands[at])] >= least else {
              at += 1
              continue
            }
            // Likely strands with no more than one other between them.
            var end = at + 1
            while end < all.upperBound,
              likeness[Int(strands[end])] >= least
                || end + 1 < all.upperBound && likeness[Int(strands[end + 1])] >= least
            {
              end += 1
            }
            let range = max(all.lowerBound, at - 1)..<min(all.upperBound, end + 1)
            at = end
            // What the change did not touch was there before.
            guard range.lowerBound <= change.inserted.upperBound,
              range.upperBound >= change.inserted.lowerBound
            else { continue }
            var (worth, hash): (Int32, UInt64) = (0, 0)
            for strand in strands[range] {
              let own = likeness[Int(strand)]
              if own >= least { worth += own }
              hash = mix(hash ^ UInt64(strand), 0x9E37_79B9_7F4A_7C15)
            }
            if known.insert(hash).inserted { result.append(Stretch(worth: worth, state: state)) }
          }
        }
      }
    }
    result.sort { ($0.worth, $0.state) > ($1.worth, $1.state) }
    return Array(result.prefix(Self.mostStretches))
  }

  /// The likeliest strands of a state, with those between them and one more on each side.
  private func cluster(
    _ state: Int, _ likeness: [Int32], _ least: Int32
  ) -> (strands: [UInt32], range: ByteRange)? {
    let sequence = plain.sequence(of: state)
    var offset = 0
    var likely: [(place: Int, range: Range<Int>)] = []
    var best: (index: Int, worth: Int32) = (0, 0)
    for (place, strand) in sequence.enumerated() {
      let size = plain.range(of: strand).count
      let worth = likeness[Int(strand)]
      if worth >= least {
        if worth > best.worth { best = (likely.count, worth) }
        likely.append((place, offset..<offset + size))
      }
      offset += size
    }
    guard !likely.isEmpty else { return nil }
    var (first, last) = (best.index, best.index)
    // Around the likeliest strand, as far as likely ones are near each other.
    while first > 0,
      likely[first].range.lowerBound - likely[first - 1].range.upperBound <= Self.widestGap
    {
      first -= 1
    }
    while last + 1 < likely.count,
      likely[last + 1].range.lowerBound - likely[last].range.upperBound <= Self.widestGap
    {
      last += 1
    }
    let strands = max(0, likely[first].place - 1)..<min(sequence.count, likely[last].place + 2)
    return (
      Array(sequence[strands]),
      ByteRange(likely[first].range.lowerBound, likely[last].range.upperBound)
    )
  }
}
