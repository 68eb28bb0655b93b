/// A part of a segment's postings as it is written: buckets of tags and positions.
struct PackedPostings: Sendable {
  /// Mean number of postings in a bucket.
  private static let bucketLoad = 16

  var tags: [UInt8] = []
  /// In position units.
  var positions: [UInt32] = []
  var counts: [CountRow] = []
  /// The first bucket of the part, and the kept postings of it and of those that follow.
  var firstBucket: Int
  var bucketCounts: [UInt32]

  static func bucketBits(for count: Int) -> Int {
    var bits = 0
    while bits < SegmentFormat.mostBucketBits, bucketLoad << bits < count { bits += 1 }
    return bits
  }

  /// - Parameters:
  ///   - part: top byte of the hashes of all postings.
  ///   - postings: in order of position.
  ///   - excess: postings that were left out for their number, in order of key.
  init(
    part: Int, _ postings: consuming [Posting], _ excess: [CountRow] = [], bucketBits bits: Int
  ) {
    firstBucket = (part << bits) >> 8
    bucketCounts = [UInt32](repeating: 0, count: max(1, (1 << bits) >> 8))
    // The key's first eight bits are the same in the whole part.
    let sorted = Self.sorted(postings, from: 64 - bits - 8, bits: bits)
    tags.reserveCapacity(sorted.count)
    positions.reserveCapacity(sorted.count)
    let shift = UInt64(64 - bits - 8)
    var leftOut = excess[...]
    sorted.withUnsafeBufferPointer { sorted in
      var index = 0
      while index < sorted.count {
        let key = UInt32(truncatingIfNeeded: sorted[index] &>> shift)
        var end = index &+ 1
        while end < sorted.count, UInt32(truncatingIfNeeded: sorted[end] &>> shift) == key {
          end &+= 1
        }
        let kept = min(end &- index, SegmentFormat.keptPostings)
        for place in index..<index &+ kept {
          tags.append(UInt8(truncatingIfNeeded: key))
          positions.append(UInt32(truncatingIfNeeded: sorted[place]))
        }
        bucketCounts[Int(key >> 8) - firstBucket] &+= UInt32(kept)
        if end &- index >= kept, kept == SegmentFormat.keptPostings {
          var count = end &- index
          while let row = leftOut.first, (UInt64(row.key) &<< 32) &>> shift <= UInt64(key) {
            count &+= Int(row.count)
            leftOut.removeFirst()
          }
          if count > kept { counts.append(CountRow(key: key, count: UInt32(clamping: count))) }
        }
        index = end
      }
    }
  }

  /// Sorts by `bits` bits from `low` up; the order of equal ones stays (radix sort from the lowest
  /// digit; Knuth, vol. 3, 5.2.5).
  private static func sorted(
    _ postings: consuming [Posting], from low: Int, bits: Int
  ) -> [Posting] {
    var source = consume postings
    guard source.count > 1, bits > 0 else { return source }
    let passes = (bits + 10) / 11
    let digit = (bits + passes - 1) / passes
    var other = [Posting](repeating: 0, count: source.count)
    for pass in 0..<passes {
      let width = min(digit, bits - pass * digit)
      radixPass(source, into: &other, shift: UInt64(low + pass * digit), digit: width)
      swap(&source, &other)
    }
    return source
  }

  private static func radixPass(
    _ source: [Posting], into target: inout [Posting], shift: UInt64, digit: Int
  ) {
    let mask = 1 << UInt64(digit) - 1 as UInt64
    var starts = [Int](repeating: 0, count: 1 << digit + 1)
    source.withUnsafeBufferPointer { source in
      starts.withUnsafeMutableBufferPointer { starts in
        target.withUnsafeMutableBufferPointer { target in
          for posting in source { starts[Int(posting &>> shift & mask) &+ 1] &+= 1 }
          for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
          for posting in source {
            let place = Int(posting &>> shift & mask)
            target[starts[place]] = posting
            starts[place] &+= 1
          }
        }
      }
    }
  }
}
