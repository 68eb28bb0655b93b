/// Where a search found something: for each hit the position unit in a segment's text and, below it, the
/// number of what was found there, so that sorting sorts by place.
struct HitList {
  private(set) var packed: [UInt64] = []

  var count: Int { packed.count }

  @inline(__always)
  static func pack(_ position: UInt32, _ number: Int) -> UInt64 {
    UInt64(position) << 32 | UInt64(number)
  }

  mutating func append(_ hit: UInt64) { packed.append(hit) }
  mutating func append(_ hits: UnsafeMutableBufferPointer<UInt64>) {
    packed.append(contentsOf: hits)
  }
  mutating func removeAll(from start: Int) { packed.removeLast(packed.count - start) }

  mutating func sort(from start: Int) {
    packed.withUnsafeMutableBufferPointer { hits in
      var new = UnsafeMutableBufferPointer(rebasing: hits[start...])
      new.sort()
    }
  }

  /// Offset in the segment's text.
  @inline(__always)
  func offset(_ index: Int) -> Int { Int(packed[index] >> 32) * SegmentFormat.positionUnit }

  @inline(__always)
  func number(_ index: Int) -> Int { Int(UInt32(truncatingIfNeeded: packed[index])) }

  /// Divides sorted hits where the next one is farther than `reach` bytes.
  func forEachRun(in all: Range<Int>, reach: Int, _ body: (Range<Int>) -> Void) {
    var start = all.lowerBound
    while start < all.upperBound {
      var end = start + 1
      while end < all.upperBound, offset(end) - offset(end - 1) <= reach { end += 1 }
      body(start..<end)
      start = end
    }
  }

  /// Divides a run of hits where one work ends and the next begins; what stands in none is left out.
  func forEachWork(
    in run: Range<Int>, of segment: Segment,
    _ body: (_ work: Int, _ row: WorkRow, _ hits: Range<Int>) -> Void
  ) throws {
    var start = run.lowerBound
    while start < run.upperBound {
      guard let work = try segment.work(at: offset(start)) else {
        start += 1
        continue
      }
      let row = try segment.row(work)
      var end = start + 1
      while end < run.upperBound, offset(end) < Int(row.textEnd) { end += 1 }
      body(work, row, start..<end)
      start = end
    }
  }
}
