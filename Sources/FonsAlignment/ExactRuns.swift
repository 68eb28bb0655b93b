internal import FonsText

/// A run of words that is the same in quotation and source.
struct ExactRun: Equatable {
  var quoted: Int
  var source: Int
  var count: Int

  var quotedEnd: Int { quoted + count }
  var sourceEnd: Int { source + count }
}

/// Finds the runs of equal words from which an alignment is hung.
struct ExactRunFinder {
  /// Words that a run must have to be found.
  let seed: Int

  /// Maximal runs, by place in the source. Quadratic only in how often a seed is repeated, which is
  /// bounded.
  func runs(_ quoted: ArraySlice<Word>, _ source: [Word]) -> [ExactRun] {
    guard quoted.count >= seed, source.count >= seed else { return [] }
    return quoted.withUnsafeBufferPointer { quoted in
      source.withUnsafeBufferPointer { source in
        let places = quoted.count - seed + 1
        var slots = 16
        while slots < places * 4 { slots *= 2 }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: places) { keys in
          // Heads and chains of the table, and where the run on each diagonal ends.
          withUnsafeTemporaryAllocation(
            of: Int32.self, capacity: slots + places + quoted.count + source.count
          ) { numbers in
            numbers.initialize(repeating: 0)
            for place in 0..<places {
              keys.initializeElement(at: place, to: Self.key(quoted, place, seed))
            }
            let table = PlaceTable(
              keys: UnsafeBufferPointer(keys), heads: .init(rebasing: numbers[..<slots]),
              next: .init(rebasing: numbers[slots..<slots + places]))
            return runs(quoted, source, table, .init(rebasing: numbers[(slots + places)...]))
          }
        }
      }
    }
  }

  /// - Parameter reached: where the run on each diagonal ends, so that a run is found once.
  private func runs(
    _ quoted: UnsafeBufferPointer<Word>, _ source: UnsafeBufferPointer<Word>, _ places: PlaceTable,
    _ reached: UnsafeMutableBufferPointer<Int32>
  ) -> [ExactRun] {
    var result: [ExactRun] = []
    for start in 0...(source.count - seed) {
      places.forEach(Self.key(source, start, seed)) { begin in
        let diagonal = start - begin + quoted.count
        if start < Int(reached[diagonal]) { return }
        var count = 0
        while begin + count < quoted.count, start + count < source.count,
          quoted[begin + count].hash == source[start + count].hash
        { count += 1 }
        guard count >= seed else { return }
        reached[diagonal] = Int32(start + count)
        result.append(ExactRun(quoted: begin, source: start, count: count))
      }
    }
    return result
  }

  @inline(__always)
  private static func key(
    _ words: UnsafeBufferPointer<Word>, _ start: Int, _ count: Int
  ) -> UInt64 {
    // The hashes are mixed already: it is enough that their order tells.
    var key = words[start].hash
    for index in start + 1..<start + count { key = key &<< 21 | key &>> 43 ^ words[index].hash }
    return key
  }
}

/// Where each key stands in a quotation: open addressing with chains, at most 16 places a key.
private struct PlaceTable {
  private let keys: UnsafeBufferPointer<UInt64>
  /// Index + 1 of the first place with a key that falls here.
  private let heads: UnsafeMutableBufferPointer<Int32>
  /// Index + 1 of the next place with the same slot.
  private let next: UnsafeMutableBufferPointer<Int32>
  private let mask: Int

  /// - Parameter heads: zeros, a power of two of them.
  init(
    keys: UnsafeBufferPointer<UInt64>, heads: UnsafeMutableBufferPointer<Int32>,
    next: UnsafeMutableBufferPointer<Int32>
  ) {
    (self.keys, self.heads, self.next) = (keys, heads, next)
    mask = heads.count - 1
    for index in keys.indices.reversed() {
      let slot = Int(truncatingIfNeeded: keys[index]) & mask
      next[index] = heads[slot]
      heads[slot] = Int32(index + 1)
    }
  }

  @inline(__always)
  func forEach(_ key: UInt64, _ body: (Int) -> Void) {
    var at = heads[Int(truncatingIfNeeded: key) & mask]
    var count = 0
    while at != 0, count < 16 {
      let index = Int(at) - 1
      if keys[index] == key {
        body(index)
        count += 1
      }
      at = next[index]
    }
  }
}

/// Chooses the best series of runs that follow each other on both sides, with a concave cost for the
/// words between them.
struct RunChainer {
  /// Bits of surprise in each quoted word.
  let weights: [Double]
  /// Places at which the quotation marks an omission.
  let omissions: Set<Int>

  /// - Complexity: O(*r*²) in the number of runs, of which the 400 heaviest are kept.
  func chain(_ runs: [ExactRun]) -> [ExactRun] {
    let runs = heaviest(runs)
    guard !runs.isEmpty else { return [] }
    var best = runs.map { weight($0) }
    var previous = [Int](repeating: -1, count: runs.count)
    for index in runs.indices {
      let own = weight(runs[index])
      // What is joined is worth no more than both: most need no closer look.
      for other in 0..<index where best[other] + own > best[index] {
        guard let joined = trimmed(runs[index], after: runs[other]) else { continue }
        let total = best[other] + own * joined - cost(runs[other], runs[index])
        if total > best[index] {
          best[index] = total
          previous[index] = other
        }
      }
    }
    var at = best.indices.max { best[$0] < best[$1] } ?? 0
    var chain = [runs[at]]
    while previous[at] >= 0 {
      at = previous[at]
      chain.append(runs[at])
    }
    return separate(chain.reversed())
  }

  private func heaviest(_ runs: [ExactRun]) -> [ExactRun] {
    guard runs.count > 400 else {
      return runs.sorted { ($0.source, $0.quoted) < ($1.source, $1.quoted) }
    }
    return runs.sorted { weight($0) > weight($1) }.prefix(400).sorted {
      ($0.source, $0.quoted) < ($1.source, $1.quoted)
    }
  }

  private func weight(_ run: ExactRun) -> Double {
    weights[run.quoted..<run.quotedEnd].reduce(0, +)
  }

  /// The share of `run` that is left when it follows `other`, or nil where it cannot.
  private func trimmed(_ run: ExactRun, after other: ExactRun) -> Double? {
    guard run.quoted > other.quoted, run.source > other.source else { return nil }
    let overlap = max(0, other.quotedEnd - run.quoted, other.sourceEnd - run.source)
    guard overlap < run.count else { return nil }
    return Double(run.count - overlap) / Double(run.count)
  }

  private func cost(_ first: ExactRun, _ second: ExactRun) -> Double {
    let quoted = max(0, second.quoted - first.quotedEnd)
    let source = max(0, second.source - first.sourceEnd)
    let marked =
      !omissions.isEmpty
      && (first.quotedEnd...max(first.quotedEnd, second.quoted)).contains(where: omissions.contains)
    let gap = Double(abs(source - quoted))
    if gap == 0 { return Double(quoted) * 2 }
    return Double(quoted) * 2 + (marked ? 1 + 0.3 * log2(1 + gap) : 2 + 3 * log2(1 + gap))
  }

  /// Cuts the beginning of a run that overlaps the one before it.
  private func separate(_ chain: [ExactRun]) -> [ExactRun] {
    var result: [ExactRun] = []
    for var run in chain {
      if let last = result.last {
        let overlap = max(0, last.quotedEnd - run.quoted, last.sourceEnd - run.source)
        run.quoted += overlap
        run.source += overlap
        run.count -= overlap
      }
      if run.count > 0 { result.append(run) }
    }
    return result
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
