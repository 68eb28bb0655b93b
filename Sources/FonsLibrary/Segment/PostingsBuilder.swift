internal import Dispatch
internal import FonsText

/// Where a gram stands, packed so that sorting by `UInt64` sorts by key: the key's 32 bits, then
/// the position's.
typealias Posting = UInt64

/// What is written of the postings of a segment.
struct Postings {
  var bucketBits = 0
  var directory: [UInt32] = []
  var tags: [UInt8] = []
  var positions: [UInt32] = []
  var counts: [CountRow] = []
}

/// Turns the sampled grams of a segment into buckets of tags and positions (DESIGN §4).
enum PostingsBuilder {
  /// Mean number of postings in a bucket.
  private static let bucketLoad = 16

  /// The key of a gram: the bits that choose its bucket, and eight more.
  @inline(__always)
  static func key(_ gram: UInt64, bucketBits: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: gram >> UInt64(64 - bucketBits - 8))
  }

  static func bucketBits(for count: Int) -> Int {
    var bits = 0
    while bits < 24, bucketLoad << bits < count { bits += 1 }
    return bits
  }

  /// `grams` and `positions` in text order.
  static func build(grams: [UInt64], positions: [UInt32]) -> Postings {
    let bits = bucketBits(for: grams.count)
    var postings = [Posting](unsafeUninitializedCapacity: grams.count) { buffer, count in
      for index in 0..<grams.count {
        buffer[index] =
          UInt64(key(grams[index], bucketBits: bits)) << 32 | UInt64(positions[index])
      }
      count = grams.count
    }
    sort(&postings, keyBits: bits + 8)
    return pack(postings, bucketBits: bits)
  }

  /// Sorts by key alone: the order of equal keys, which is that of positions, stays.
  private static func sort(_ postings: inout [Posting], keyBits: Int) {
    guard postings.count > 1 else { return }
    let digit = 11
    var other = [Posting](repeating: 0, count: postings.count)
    for pass in 0..<((keyBits + digit - 1) / digit) {
      let shift = UInt64(32 + pass * digit)
      radixPass(postings, into: &other, shift: shift, mask: 1 << UInt64(digit) - 1)
      swap(&postings, &other)
    }
  }

  private static func radixPass(
    _ source: [Posting], into target: inout [Posting], shift: UInt64, mask: UInt64
  ) {
    var starts = [Int](repeating: 0, count: Int(mask) + 2)
    source.withUnsafeBufferPointer { source in
      starts.withUnsafeMutableBufferPointer { starts in
        target.withUnsafeMutableBufferPointer { target in
          for posting in source { starts[Int(posting >> shift & mask) + 1] &+= 1 }
          for index in 1..<starts.count { starts[index] &+= starts[index - 1] }
          for posting in source {
            let digit = Int(posting >> shift & mask)
            target[starts[digit]] = posting
            starts[digit] &+= 1
          }
        }
      }
    }
  }

  private static func pack(_ sorted: [Posting], bucketBits: Int) -> Postings {
    var result = Postings(bucketBits: bucketBits)
    result.directory = [UInt32](repeating: 0, count: 1 << bucketBits + 1)
    result.tags.reserveCapacity(sorted.count)
    result.positions.reserveCapacity(sorted.count)
    var index = 0
    var bucket = 0
    while index < sorted.count {
      let key = UInt32(truncatingIfNeeded: sorted[index] >> 32)
      var end = index
      while end < sorted.count, UInt32(truncatingIfNeeded: sorted[end] >> 32) == key { end += 1 }
      while bucket < Int(key >> 8) {
        bucket += 1
        result.directory[bucket] = UInt32(result.positions.count)
      }
      let kept = min(end - index, SegmentFormat.keptPostings)
      for posting in sorted[index..<index + kept] {
        result.tags.append(UInt8(truncatingIfNeeded: key))
        result.positions.append(UInt32(truncatingIfNeeded: posting))
      }
      if end - index > kept { result.counts.append(CountRow(key: key, count: UInt32(end - index))) }
      index = end
    }
    while bucket < 1 << bucketBits {
      bucket += 1
      result.directory[bucket] = UInt32(result.positions.count)
    }
    return result
  }
}
