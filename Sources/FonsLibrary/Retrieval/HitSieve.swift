internal import FonsText

/// Leaves out the hits that cannot be part of any candidate, before they are sorted.
///
/// The grams of a quotation stand at some hundreds of places by themselves, of which none but the few
/// near each other say anything. The sieve divides the text into stretches that a candidate's hits
/// cannot overstep and counts the hits in each: a hit that stands alone covers too few words to matter
/// beside the fullest stretch. What it leaves out is what the search itself would leave out.
struct HitSieve {
  /// Binary logarithm of a stretch, in position units: no longer than the reach of a candidate, so that
  /// hits of one stretch belong together, and more than half of it, so that hits that belong
  /// together are at most two stretches apart.
  private let shift: Int
  /// Words of the query.
  private let words: Int

  /// Below this many hits there is nothing to gain.
  private static let fewest = 24
  /// Counters; stretches that share one count as one, which keeps more.
  private static let counters = 1 << 15

  /// - Parameter reach: bytes between two hits of one candidate.
  init(reach: Int, words: Int) {
    let units = max(1, reach / SegmentFormat.positionUnit)
    shift = Int.bitWidth - 1 - units.leadingZeroBitCount
    self.words = words
  }

  /// Moves the hits that may matter to the front and returns how many they are.
  ///
  /// - Parameter known: words that the best candidate is known to cover; what covers less than a third
  ///   of the best is left out.
  func sift(_ hits: UnsafeMutableBufferPointer<UInt64>, known: Int) -> Int {
    guard hits.count >= Self.fewest else { return hits.count }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.counters) { counts in
      counts.initialize(repeating: 0)
      var fullest = hits[0]
      var most: UInt8 = 0
      for hit in hits {
        let slot = Self.slot(stretch(hit))
        // A full counter stays so: it counts too little, of a stretch that is kept anyway.
        if counts[slot] < UInt8.max { counts[slot] += 1 }
        if counts[slot] > most { (most, fullest) = (counts[slot], hit) }
      }
      let best = max(known, covered(hits, in: stretch(fullest)))
      // Hits that are too few to cover a third of that.
      let few = min(Int(UInt8.max) - 1, (best - 1) / (3 * Gram.size))
      guard few > 0 else { return hits.count }
      var kept = 0
      for hit in hits where !isLost(stretch(hit), few, counts) {
        hits[kept] = hit
        kept += 1
      }
      return kept
    }
  }

  /// Whether the hits around a stretch are so few, and end on both sides, that no candidate of theirs
  /// matters. Hits that belong together are at most two stretches apart.
  @inline(__always)
  private func isLost(
    _ stretch: UInt64, _ few: Int, _ counts: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    func count(_ offset: Int) -> Int {
      Int(counts[Self.slot(stretch &+ UInt64(bitPattern: Int64(offset)))])
    }
    let own = count(0)
    let near = count(-2) + count(-1) + count(1) + count(2)
    if near == 0 { return own <= few }
    guard own + near <= few else { return false }
    return count(-4) + count(-3) + count(3) + count(4) == 0
  }

  @inline(__always)
  private func stretch(_ hit: UInt64) -> UInt64 { hit >> UInt64(32 + shift) }

  /// Neighbours lie side by side.
  @inline(__always)
  private static func slot(_ stretch: UInt64) -> Int {
    Int(truncatingIfNeeded: stretch) & (counters - 1)
  }

  /// Words of the query that the hits of one stretch cover.
  private func covered(_ hits: UnsafeMutableBufferPointer<UInt64>, in stretch: UInt64) -> Int {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: words) { isCovered in
      isCovered.initialize(repeating: false)
      var covered = 0
      for hit in hits where self.stretch(hit) == stretch {
        let first = Int(UInt32(truncatingIfNeeded: hit))
        for word in first..<min(words, first + Gram.size) where !isCovered[word] {
          isCovered[word] = true
          covered += 1
        }
      }
      return covered
    }
  }
}
