internal import FonsText

/// Looks a query's grams up, segment by segment, and joins the hits into candidate places.
///
/// Hits that follow each other within `reach` bytes in one work belong together, so that passages
/// split by omissions stay one candidate; which of them are in order is for the alignment.
struct CandidateSearch {
  /// Hits in one segment after which no further gram is looked at, the rarest having come first.
  private static let mostHits = 2000

  /// A run of hits that belong together.
  private struct Cluster {
    var work: WorkID
    /// Indices into `hits`.
    var hits: Range<Int>
    /// Offset of the work in the segment's text.
    var base: Int
    /// Distinct words of the query that the hits cover.
    var covered: Int
  }

  private let query: Query
  private let grams: [UInt64]
  /// Bytes between two hits of one candidate.
  private let reach: Int
  /// Position unit of the segment's text and word of the query, so that sorting sorts by place.
  private var hits: [UInt64] = []
  private var clusters: [Cluster] = []
  /// For each word of the query, the last cluster that covers it.
  private var coveredBy: [UInt32]
  private var clusterNumber: UInt32 = 0
  /// What the best run of hits covers.
  private var mostCovered = 0

  init(_ query: Query) {
    self.query = query
    grams = Gram.all(query.words)
    reach = 2048 + Int((query.words.last?.end ?? 0) - (query.words.first?.start ?? 0))
    coveredBy = [UInt32](repeating: 0, count: query.words.count)
  }

  /// Asks a segment's memory for what the search begins with.
  func prepare(_ segment: Segment) { segment.prepare(grams) }

  /// Takes in what a segment holds.
  mutating func search(_ segment: Segment, _ index: Int) throws {
    guard !grams.isEmpty else { return }
    let known = hits.count
    let covered = mostCovered
    do {
      try collect(segment)
      hits.withUnsafeMutableBufferPointer { hits in
        var new = UnsafeMutableBufferPointer(rebasing: hits[known...])
        new.sort()
      }
      try cluster(hits[known...].indices, segment, index)
    } catch {
      // What a damaged segment gave before its damage was seen is left out with it.
      hits.removeLast(hits.count - known)
      mostCovered = covered
      clusters.removeAll { $0.work.segment == index }
      throw error
    }
  }

  private mutating func collect(_ segment: Segment) throws {
    var found = try segment.lookUp(grams)
    guard !found.isEmpty else { return }
    found.sort { ($0.count, $0.gram) < ($1.count, $1.gram) }
    var bounds: Range<UInt64> = 0..<UInt64.max
    if let work = query.within { bounds = try segment.units(of: work.work) }
    let before = hits.count
    for entry in found where hits.count - before < Self.mostHits {
      try segment.positions(entry.kept) { position in
        guard bounds.contains(UInt64(position)) else { return }
        hits.append(UInt64(position) << 32 | UInt64(entry.gram))
      }
    }
  }

  /// Clusters the hits of one segment. To find the work of a place costs more than all else, so that it
  /// is done last, and only where a cluster covers a third of what the best does.
  private mutating func cluster(_ all: Range<Int>, _ segment: Segment, _ index: Int) throws {
    var runs: [(hits: Range<Int>, covered: Int)] = []
    var start = all.lowerBound
    while start < all.upperBound {
      var end = start + 1
      while end < all.upperBound, Self.offset(hits[end]) - Self.offset(hits[end - 1]) <= reach {
        end += 1
      }
      let covered = covered(start..<end)
      if !segment.hasRemovedWorks { mostCovered = max(mostCovered, covered) }
      runs.append((start..<end, covered))
      start = end
    }
    // The best run may be of a work that was removed.
    let takesAll = query.within != nil || segment.hasRemovedWorks
    for run in runs where takesAll || run.covered * 3 >= mostCovered {
      try divide(run.hits, segment, index)
    }
  }

  /// Divides a run of hits where one work ends and the next begins.
  private mutating func divide(_ run: Range<Int>, _ segment: Segment, _ index: Int) throws {
    var start = run.lowerBound
    while start < run.upperBound {
      guard let work = try segment.work(at: Self.offset(hits[start])) else {
        start += 1
        continue
      }
      let row = try segment.row(work)
      var end = start + 1
      while end < run.upperBound, Self.offset(hits[end]) < Int(row.textEnd) { end += 1 }
      clusters.append(
        Cluster(
          work: WorkID(segment: index, work: work), hits: start..<end, base: Int(row.textStart),
          covered: covered(start..<end)))
      start = end
    }
  }

  private mutating func covered(_ range: Range<Int>) -> Int {
    clusterNumber += 1
    var covered = 0
    for hit in range {
      let word = Int(UInt32(truncatingIfNeeded: hits[hit]))
      for word in word..<min(coveredBy.count, word + Gram.size)
      where coveredBy[word] != clusterNumber {
        coveredBy[word] = clusterNumber
        covered += 1
      }
    }
    return covered
  }

  /// The most promising first; what covers less than a third of what the best does is left out, but
  /// where a single work is asked for.
  mutating func candidates(limit: Int) -> [Candidate] {
    let best = clusters.reduce(0) { max($0, $1.covered) }
    if query.within == nil { clusters.removeAll { $0.covered * 3 < best } }
    clusters.sort { left, right in
      if left.covered != right.covered { return left.covered > right.covered }
      if left.work != right.work { return left.work < right.work }
      return left.hits.lowerBound < right.hits.lowerBound
    }
    return clusters.prefix(limit).map { cluster in
      Candidate(
        work: cluster.work,
        anchors: hits[cluster.hits].map { hit in
          Candidate.Anchor(
            word: Int(UInt32(truncatingIfNeeded: hit)), offset: Self.offset(hit) - cluster.base)
        },
        covered: cluster.covered)
    }
  }

  /// Offset in the segment's text.
  @inline(__always)
  private static func offset(_ hit: UInt64) -> Int {
    Int(hit >> 32) * SegmentFormat.positionUnit
  }
}
