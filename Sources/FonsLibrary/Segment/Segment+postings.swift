/// Looking up grams.
extension Segment {
  /// The postings of one gram.
  struct Hits {
    /// Index of the gram in the query.
    var gram: Int
    /// Kept postings, as indices into the positions.
    var kept: Range<Int>
    /// True number of postings.
    var count: Int
  }

  /// The postings of each gram that has any, in the order of `grams`.
  ///
  /// Reads in three passes, each of which asks for the memory that the next one needs: a dependent
  /// read costs ten times a prefetched one (DESIGN §4).
  func lookUp(_ grams: [UInt64]) throws -> [Hits] {
    let bits = Int(header.bucketBits)
    let keys = grams.map { SegmentFormat.postingKey($0, bucketBits: bits) }
    for key in keys { prefetch(.directory, Int(key >> 8) * 4) }
    var buckets: [Range<Int>] = []
    buckets.reserveCapacity(keys.count)
    for key in keys {
      let start = Int(try element(.directory, Int(key >> 8), as: UInt32.self))
      let end = Int(try element(.directory, Int(key >> 8) + 1, as: UInt32.self))
      guard start <= end else {
        throw LibraryError.damaged(path: path, offset: nil, what: "a bucket ends before it begins")
      }
      buckets.append(start..<end)
      prefetch(.tags, start)
    }
    var result: [Hits] = []
    for gram in keys.indices where !buckets[gram].isEmpty {
      guard let kept = try run(of: UInt8(truncatingIfNeeded: keys[gram]), in: buckets[gram]) else {
        continue
      }
      prefetch(.positions, kept.lowerBound * 4)
      let isCut = kept.count == SegmentFormat.keptPostings
      result.append(
        Hits(gram: gram, kept: kept, count: isCut ? try fullCount(keys[gram]) : kept.count))
    }
    return result
  }

  /// Where the tag stands in a bucket; tags are sorted within it.
  private func run(of tag: UInt8, in bucket: Range<Int>) throws -> Range<Int>? {
    let tags = try bytes(.tags, bucket)
    var start = 0
    while start < tags.count, tags[start] < tag { start += 1 }
    guard start < tags.count, tags[start] == tag else { return nil }
    var end = start + 1
    while end < tags.count, tags[end] == tag { end += 1 }
    return bucket.lowerBound + start..<bucket.lowerBound + end
  }

  private func fullCount(_ key: UInt32) throws -> Int {
    let count = count(of: .counts) / MemoryLayout<CountRow>.stride
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try element(.counts, middle, as: CountRow.self).key < key {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count else { return SegmentFormat.keptPostings }
    let row = try element(.counts, low, as: CountRow.self)
    return row.key == key ? Int(row.count) : SegmentFormat.keptPostings
  }

  /// Offsets of the segment's text at which the kept postings stand, to within a position unit.
  func positions(_ kept: Range<Int>, _ body: (Int) -> Void) throws {
    let bytes = try bytes(.positions, kept.lowerBound * 4..<kept.upperBound * 4)
    for index in 0..<kept.count {
      body(
        Int(bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
          * SegmentFormat.positionUnit)
    }
  }

  /// −4 log₂ of a word's share of this segment's words, by the low bits of its hash; 255 if unseen.
  func frequencyClass(_ hash: UInt64) throws -> UInt8 {
    try element(.frequencies, Int(hash & UInt64(WordCounts.slots - 1)), as: UInt8.self)
  }

  /// Whether a word stands in this segment; wrong for about one absent word in two hundred.
  func knows(_ hash: UInt64) throws -> Bool { try holds(.vocabulary, hash) }

  /// Whether a word stands at two places or more; so are all words of a segment that does not tell.
  func repeats(_ hash: UInt64) throws -> Bool { try holds(.repeated, hash) }

  private func holds(_ section: SegmentFormat.Section, _ hash: UInt64) throws -> Bool {
    let count = count(of: section) / MemoryLayout<UInt64>.stride
    guard count > 0, count & (count - 1) == 0 else { return true }
    let place = Vocabulary.place(hash, count)
    return try element(section, place.block, as: UInt64.self) & place.bits == place.bits
  }
}
