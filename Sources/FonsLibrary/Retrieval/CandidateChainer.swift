internal import FonsText

/// Joins the hits of a query into candidate places.
///
/// Hits that follow each other within `reach` bytes in one work belong together, so that passages
/// split by omissions stay one candidate; which of them are in order is for the alignment.
struct CandidateChainer {
  /// A gram of the query, found in a segment.
  struct Hit {
    /// Offset in the segment's text.
    var offset: Int
    /// Index of the gram's first word in the query.
    var word: Int
  }

  let segment: Int
  /// Bytes between two hits of one candidate.
  let reach: Int
  /// Words of the query.
  let words: Int

  /// - Parameter hits: in any order.
  func candidates(_ hits: inout [Hit], in segment: Segment) throws -> [Candidate] {
    hits.sort { ($0.offset, $0.word) < ($1.offset, $1.word) }
    var result: [Candidate] = []
    var start = 0
    while start < hits.count {
      guard let work = try segment.work(at: hits[start].offset) else {
        start += 1
        continue
      }
      let row = try segment.row(work)
      var end = start + 1
      while end < hits.count, hits[end].offset - hits[end - 1].offset <= reach,
        hits[end].offset < Int(row.textEnd)
      { end += 1 }
      result.append(candidate(hits[start..<end], work, base: Int(row.textStart)))
      start = end
    }
    return result
  }

  private func candidate(_ hits: ArraySlice<Hit>, _ work: Int, base: Int) -> Candidate {
    var seen = [Bool](repeating: false, count: words)
    for hit in hits {
      for word in hit.word..<min(words, hit.word + Gram.size) { seen[word] = true }
    }
    return Candidate(
      work: WorkID(segment: self.segment, work: work),
      anchors: hits.map { Candidate.Anchor(word: $0.word, offset: $0.offset - base) },
      covered: seen.count { $0 })
  }
}
