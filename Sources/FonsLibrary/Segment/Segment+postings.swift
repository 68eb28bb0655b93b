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
  /// Reads in passes, each of which asks for the memory that the next one needs: a dependent read
  /// costs ten times a prefetched one. `prepare` is the first.
  func lookUp(_ grams: [UInt64], in tier: SegmentFormat.Tier = .grams) throws -> [Hits] {
    let bits = header.bucketBits(tier)
    let directory = view(tier.directory)
    let tags = view(tier.tags)
    let positions = view(tier.positions)
    guard directory.count > 0 else { return [] }
    var result: [Hits] = []
    result.reserveCapacity(grams.count)
    try withUnsafeTemporaryAllocation(of: (start: UInt32, end: UInt32).self, capacity: grams.count)
    {
      buckets in
      for index in grams.indices {
        let bucket = Int(SegmentFormat.postingKey(grams[index], bucketBits: bits) >> 8)
        let bytes = try bytes(directory, bucket * 4, 8)
        let start = bytes.loadUnaligned(as: UInt32.self)
        let end = bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        guard start <= end else {
          throw LibraryError.damaged(
            path: path, offset: nil, what: "a bucket ends before it begins")
        }
        buckets[index] = (start, end)
        prefetch(tags, Int(start))
      }
      for index in grams.indices where buckets[index].start < buckets[index].end {
        let bucket = Int(buckets[index].start)..<Int(buckets[index].end)
        let key = SegmentFormat.postingKey(grams[index], bucketBits: bits)
        guard let kept = try run(of: UInt8(truncatingIfNeeded: key), in: bucket, tags) else {
          continue
        }
        prefetch(positions, (kept.lowerBound &* positionBits) >> 3)
        let isCut = kept.count == SegmentFormat.keptPostings
        result.append(
          Hits(gram: index, kept: kept, count: isCut ? try fullCount(key, tier) : kept.count))
      }
    }
    return result
  }

  /// Asks for what the first pass of `lookUp` will read: in all segments, before it reads any.
  func prepare(_ grams: [UInt64], in tier: SegmentFormat.Tier = .grams) {
    let bits = header.bucketBits(tier)
    let directory = view(tier.directory)
    for gram in grams {
      prefetch(directory, Int(SegmentFormat.postingKey(gram, bucketBits: bits) >> 8) * 4)
    }
  }

  /// Where the tag stands in a bucket; tags are sorted within it.
  private func run(of tag: UInt8, in bucket: Range<Int>, _ view: View) throws -> Range<Int>? {
    let tags = try bytes(view, bucket.lowerBound, bucket.count)
    let count = bucket.count
    var start = 0
    // Eight tags at once: a byte that is zero after the exclusive or is the tag.
    let pattern = UInt64(tag) &* 0x0101_0101_0101_0101
    while start + 8 <= count {
      let word = tags.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian ^ pattern
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 {
        start += zeros.trailingZeroBitCount / 8
        break
      }
      start += 8
    }
    func at(_ index: Int) -> UInt8 { tags.load(fromByteOffset: index, as: UInt8.self) }
    while start < count, at(start) < tag { start += 1 }
    guard start < count, at(start) == tag else { return nil }
    var end = start + 1
    while end < count, at(end) == tag { end += 1 }
    return bucket.lowerBound + start..<bucket.lowerBound + end
  }

  private func fullCount(_ key: UInt32, _ tier: SegmentFormat.Tier) throws -> Int {
    let count = count(of: tier.counts) / MemoryLayout<CountRow>.stride
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try element(tier.counts, middle, as: CountRow.self).key < key {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < count else { return SegmentFormat.keptPostings }
    let row = try element(tier.counts, low, as: CountRow.self)
    return row.key == key ? Int(row.count) : SegmentFormat.keptPostings
  }

  /// Where the kept postings stand in the segment's text, in position units.
  @inline(__always)
  func positions(
    _ kept: Range<Int>, in tier: SegmentFormat.Tier = .grams, _ body: (UInt32) -> Void
  ) throws {
    let width = positionBits
    let first = (kept.lowerBound &* width) >> 3
    // Eight bytes are read at the place of each: the section ends with as many zeros.
    let bytes = try bytes(tier.positions, first..<((kept.upperBound &* width) >> 3) + 8)
    let mask = (1 as UInt64) << UInt64(width) &- 1
    for index in kept {
      let bit = index &* width
      let word = bytes.loadUnaligned(fromByteOffset: bit >> 3 &- first, as: UInt64.self)
      body(UInt32(truncatingIfNeeded: word.littleEndian &>> UInt64(bit & 7) & mask))
    }
  }

  /// The units of positions that belong to a work.
  func units(of work: Int) throws -> Range<UInt64> {
    let row = try row(work)
    let unit = UInt64(SegmentFormat.positionUnit)
    let start = (row.textStart + unit - 1) / unit
    return start..<max(start, (row.textEnd + unit - 1) / unit)
  }

  /// −4 log₂ of the share of this segment's words, for each slot of the low bits of their hashes; 255
  /// if unseen.
  func frequencyClasses() throws -> UnsafeRawBufferPointer {
    try bytes(.frequencies, 0..<WordCounts.slots)
  }

  /// Whether a word stands in this segment; wrong for about one absent word in two hundred.
  func knows(_ hash: UInt64) throws -> Bool { try holds(.vocabulary, hash) }

  /// Whether a word stands at two places or more.
  func repeats(_ hash: UInt64) throws -> Bool { try holds(.repeated, hash) }

  private func holds(_ section: SegmentFormat.Section, _ hash: UInt64) throws -> Bool {
    let count = count(of: section) / MemoryLayout<UInt64>.stride
    guard count > 0, count & (count - 1) == 0 else { return true }
    let place = Vocabulary.place(hash, count)
    return try element(section, place.block, as: UInt64.self) & place.bits == place.bits
  }
}
