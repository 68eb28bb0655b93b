internal import FonsText

/// The second look, for quotations of which no four words in a row are left, or too few: every gram
/// of the query and every pair of its content words.
///
/// A pair says less than a gram, so that places are ordered by how rare that is what they share with
/// the query: one rare pair comes before a common gram, and two before one.
struct ThoroughSearch {
  /// Hits of each tier in one segment after which nothing further is looked up in it, the rarest having
  /// come first.
  private static let mostHits = 4000

  /// What is looked up.
  private struct Key {
    var first: Int
    /// The last word of a gram, the other one of a pair.
    var last: Int
    var tier: SegmentFormat.Tier
    /// From one word of it to the next.
    var step: Int { tier == .grams ? 1 : last - first }
  }

  private struct Cluster {
    var work: WorkID
    /// Indices into `hits`.
    var hits: Range<Int>
    /// Offset of the work in the segment's text.
    var base: Int
    /// Distinct words of the query that the hits cover.
    var covered: Int
    /// Bits of surprise in what it shares with the query.
    var bits: Double
  }

  private let query: Query
  private let grams: [UInt64]
  private let pairs: [UInt64]
  /// Those of `grams`, then those of `pairs`.
  private let keys: [Key]
  /// Bytes between two hits of one candidate.
  private let reach: Int
  /// By the number of the key.
  private var hits = HitList()
  private var clusters: [Cluster] = []
  /// For each key, the last cluster that holds it; for each word, the last that covers it.
  private var heldBy: [UInt32]
  private var coveredBy: [UInt32]
  private var clusterNumber: UInt32 = 0

  init(_ query: Query) {
    self.query = query
    let sought = Pair.all(query.words)
    grams = Gram.all(query.words)
    pairs = sought.map(\.hash)
    keys =
      grams.indices.map { Key(first: $0, last: $0 + Gram.size - 1, tier: .grams) }
      + sought.map { Key(first: $0.first, last: $0.second, tier: .pairs) }
    reach = 512 + Int((query.words.last?.end ?? 0) - (query.words.first?.start ?? 0))
    heldBy = [UInt32](repeating: 0, count: keys.count)
    coveredBy = [UInt32](repeating: 0, count: query.words.count)
  }

  /// Asks a segment's memory for what the search begins with.
  func prepare(_ segment: Segment) {
    segment.prepare(grams)
    segment.prepare(pairs, in: .pairs)
  }

  /// Takes in what a segment holds.
  mutating func search(_ segment: Segment, _ index: Int) throws {
    guard !keys.isEmpty else { return }
    let known = hits.count
    do {
      var bits = [Double](repeating: 0, count: keys.count)
      try collect(segment, .grams, &bits)
      try collect(segment, .pairs, &bits)
      hits.sort(from: known)
      try cluster(known..<hits.count, segment, index, bits)
    } catch {
      // What a damaged segment gave before its damage was seen is left out with it.
      hits.removeAll(from: known)
      clusters.removeAll { $0.work.segment == index }
      throw error
    }
  }

  /// Collects the hits of one tier, and the bits of surprise in each key.
  private mutating func collect(
    _ segment: Segment, _ tier: SegmentFormat.Tier, _ bits: inout [Double]
  ) throws {
    var found = try segment.lookUp(tier == .grams ? grams : pairs, in: tier)
    let offset = tier == .grams ? 0 : grams.count
    found.sort { ($0.count, $0.gram) < ($1.count, $1.gram) }
    var bounds: Range<UInt64> = 0..<UInt64.max
    if let work = query.within { bounds = try segment.units(of: work.work) }
    let all = Double(max(1, segment.header.postings(tier)))
    let before = hits.count
    for entry in found where hits.count - before < Self.mostHits {
      let key = entry.gram + offset
      bits[key] = max(0, log2(all / Double(entry.count)))
      try segment.positions(entry.kept, in: tier) { position in
        guard bounds.contains(UInt64(position)) else { return }
        hits.append(HitList.pack(position, key))
      }
    }
  }

  /// Divides the hits of one segment into clusters: where the next one is far, and where one work ends.
  private mutating func cluster(
    _ all: Range<Int>, _ segment: Segment, _ index: Int, _ bits: [Double]
  ) throws {
    var runs: [(hits: Range<Int>, bits: Double)] = []
    hits.forEachRun(in: all, reach: reach) { runs.append(($0, measure($0, bits).bits)) }
    // To find the work of a place costs more than all else: only the best are divided. Those of works
    // that were removed must not take their places.
    runs.sort { ($1.bits, $0.hits.lowerBound) < ($0.bits, $1.hits.lowerBound) }
    let most = query.within != nil || segment.hasRemovedWorks ? runs.count : Self.mostClusters
    for run in runs.prefix(most) { try divide(run.hits, segment, index, bits) }
  }

  /// Clusters of a segment that are looked at.
  private static let mostClusters = 64

  private mutating func divide(
    _ run: Range<Int>, _ segment: Segment, _ index: Int, _ bits: [Double]
  ) throws {
    try hits.forEachWork(in: run, of: segment) { work, row, found in
      let measured = measure(found, bits)
      clusters.append(
        Cluster(
          work: WorkID(segment: index, work: work), hits: found, base: Int(row.textStart),
          covered: measured.covered, bits: measured.bits))
    }
  }

  /// Distinct words that some hits cover, and the bits of the distinct keys among them.
  private mutating func measure(
    _ range: Range<Int>, _ bits: [Double]
  ) -> (covered: Int, bits: Double) {
    clusterNumber += 1
    var covered = 0
    var sum = 0.0
    for hit in range {
      let number = hits.number(hit)
      guard heldBy[number] != clusterNumber else { continue }
      heldBy[number] = clusterNumber
      sum += bits[number]
      let key = keys[number]
      for word in stride(from: key.first, through: key.last, by: key.step)
      where coveredBy[word] != clusterNumber {
        coveredBy[word] = clusterNumber
        covered += 1
      }
    }
    return (covered, sum)
  }

  /// The most promising first.
  mutating func candidates(limit: Int) -> [Candidate] {
    clusters.sort { left, right in
      if left.bits != right.bits { return left.bits > right.bits }
      if left.work != right.work { return left.work < right.work }
      return left.hits.lowerBound < right.hits.lowerBound
    }
    return clusters.prefix(limit).map { cluster in
      Candidate(
        work: cluster.work,
        anchors: cluster.hits.map {
          Candidate.Anchor(
            word: keys[hits.number($0)].first, offset: hits.offset($0) - cluster.base)
        },
        covered: cluster.covered, bits: cluster.bits)
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
