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
  /// Candidates that are asked for.
  private let limit: Int
  /// Bytes between two hits of one candidate.
  private let reach: Int
  /// By the word of the query at which the gram begins.
  private var hits = HitList()
  private var clusters: [Cluster] = []
  /// For each word of the query, the last cluster that covers it.
  private var coveredBy: [UInt32]
  private var clusterNumber: UInt32 = 0
  /// What the best run of hits covers.
  private var mostCovered = 0
  /// What the best run within one work covers.
  private var best = 0

  init(_ query: Query, limit: Int) {
    self.query = query
    self.limit = limit
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
    let before = (mostCovered, best)
    do {
      try collect(segment)
      hits.sort(from: known)
      try cluster(known..<hits.count, segment, index)
    } catch {
      // What a damaged segment gave before its damage was seen is left out with it.
      hits.removeAll(from: known)
      (mostCovered, best) = before
      clusters.removeAll { $0.work.segment == index }
      throw error
    }
  }

  private mutating func collect(_ segment: Segment) throws {
    let found = try segment.lookUp(grams)
    guard !found.isEmpty else { return }
    // The rarest first, equals in the order of the query.
    let order = found.indices.map { UInt64(found[$0].count) << 32 | UInt64($0) }.sorted()
    var bounds: Range<UInt64> = 0..<UInt64.max
    if let work = query.within { bounds = try segment.units(of: work.work) }
    let capacity = Self.mostHits + SegmentFormat.keptPostings
    try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: capacity) { new in
      var count = 0
      for place in order where count < Self.mostHits {
        let entry = found[Int(UInt32(truncatingIfNeeded: place))]
        try segment.positions(entry.kept) { position in
          guard bounds.contains(UInt64(position)), count < capacity else { return }
          new.initializeElement(at: count, to: HitList.pack(position, entry.gram))
          count += 1
        }
      }
      let all = UnsafeMutableBufferPointer(rebasing: new[..<count])
      if !takesAll(segment) {
        count = HitSieve(reach: reach, words: query.words.count).sift(all, known: mostCovered)
      }
      hits.append(UnsafeMutableBufferPointer(rebasing: all[..<count]))
    }
  }

  /// Whether no run is left out for covering little: in a single work, and where the best one may be
  /// of a work that was removed.
  private func takesAll(_ segment: Segment) -> Bool {
    query.within != nil || segment.hasRemovedWorks
  }

  /// Clusters the hits of one segment. To find the work of a place costs more than all else, so that it
  /// is done last, the best runs first, and only for as many as are asked for.
  private mutating func cluster(_ all: Range<Int>, _ segment: Segment, _ index: Int) throws {
    var runs: [(hits: Range<Int>, covered: Int)] = []
    hits.forEachRun(in: all, reach: reach) { runs.append(($0, covered($0))) }
    if !segment.hasRemovedWorks {
      mostCovered = runs.reduce(mostCovered) { max($0, $1.covered) }
    }
    let least = takesAll(segment) ? 0 : (mostCovered + 2) / 3
    // Runs that cover as many words are linked in the order of their places.
    var first = [Int](repeating: -1, count: query.words.count + 1)
    var next = [Int](repeating: -1, count: runs.count)
    for place in runs.indices.reversed() where runs[place].covered >= least {
      next[place] = first[runs[place].covered]
      first[runs[place].covered] = place
    }
    for covered in first.indices.reversed() {
      var place = first[covered]
      while place >= 0 {
        let run = runs[place]
        if covered < query.copies, isEnough(before: run.hits, covered, index) { return }
        try divide(run.hits, segment, index)
        place = next[place]
      }
    }
  }

  /// Whether as many candidates as are asked for come before all that a run can give.
  private func isEnough(before run: Range<Int>, _ covered: Int, _ segment: Int) -> Bool {
    guard clusters.count >= limit else { return false }
    return limit
      <= clusters.count {
        $0.covered > covered
          || $0.covered == covered
            && ($0.work.segment < segment || $0.hits.lowerBound < run.lowerBound)
      }
  }

  /// Divides a run of hits where one work ends and the next begins.
  private mutating func divide(_ run: Range<Int>, _ segment: Segment, _ index: Int) throws {
    try hits.forEachWork(in: run, of: segment) { work, row, found in
      segment.prefetchPassage(at: hits.offset(found.lowerBound), row)
      let id = WorkID(segment: index, work: work)
      let covered = covered(found)
      best = max(best, covered)
      if !query.excluded.contains(id) {
        clusters.append(
          Cluster(work: id, hits: found, base: Int(row.textStart), covered: covered))
      }
    }
  }

  private mutating func covered(_ range: Range<Int>) -> Int {
    if range.count == 1 {
      let word = hits.number(range.lowerBound)
      return min(coveredBy.count - word, Gram.size)
    }
    clusterNumber += 1
    var covered = 0
    for hit in range {
      let word = hits.number(hit)
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
  mutating func candidates() -> [Candidate] {
    if query.within == nil { clusters.removeAll { $0.covered * 3 < best } }
    clusters.sort { left, right in
      if left.covered != right.covered { return left.covered > right.covered }
      if left.work != right.work { return left.work < right.work }
      return left.hits.lowerBound < right.hits.lowerBound
    }
    let copies = clusters.dropFirst(limit).prefix { $0.covered >= query.copies }
    return clusters.prefix(limit).map { cluster in
      Candidate(
        work: cluster.work,
        anchors: cluster.hits.map {
          Candidate.Anchor(word: hits.number($0), offset: hits.offset($0) - cluster.base)
        },
        covered: cluster.covered)
    }
      + copies.prefix(Query.mostCopies).map {
        Candidate(work: $0.work, anchors: [], covered: $0.covered)
      }
  }
}
