internal import FonsSource

/// One tier of a segment's postings while the segment is built: takes them as batches are done, and
/// writes them in the end.
final class PostingsBuilder {
  private let tier: SegmentFormat.Tier
  private let options: BuildOptions
  private let tags: SpillFile
  private var pile: PostingsPile

  /// - Parameter share: of the memory for postings that this tier may take, 1 for all of it.
  init(
    _ tier: SegmentFormat.Tier, in folder: String, _ options: BuildOptions, share: Double,
    _ files: any FileOperations
  ) {
    self.tier = tier
    self.options = options
    let memory = Int(Double(options.postingsInMemory) * share)
    let spilled = min(SegmentBuilder.mostInMemory, memory / 4)
    tags = SpillFile(in: folder, mostInMemory: SegmentBuilder.mostInMemory, files)
    pile = PostingsPile(
      SpillFile(in: folder, mostInMemory: spilled, files), mostInMemory: memory)
  }

  func add(_ chunk: PostingsPile.Chunk) throws { try pile.add(chunk) }

  /// Writes the sections of the tier. Each part of the postings is sorted on a worker; they are
  /// written in order.
  ///
  /// - Parameter textBytes: of the whole segment.
  func write(to writer: SegmentWriter, textBytes: Int) throws {
    let bits = PackedPostings.bucketBits(for: pile.count)
    var directory = [UInt32](repeating: 0, count: 1 << bits + 1)
    var cut: [CountRow] = []
    var packer = PositionPacker(width: SegmentFormat.positionBits(textBytes: textBytes))
    let parts = OrderedTasks<PackedPostings>(options.workers)
    let deliver = { (packed: PackedPostings) throws in
      try packer.pack(packed.positions).withUnsafeBytes { try writer.append($0) }
      _ = try packed.tags.withUnsafeBytes { try self.tags.append($0) }
      cut += packed.counts
      for (index, count) in packed.bucketCounts.enumerated() {
        directory[packed.firstBucket + index + 1] += count
      }
    }
    try writer.begin(tier.positions)
    for part in 0..<PostingsPile.parts {
      let postings = try pile.part(part)
      let excess = pile.excess(part)
      try parts.submit(
        { PackedPostings(part: part, postings, excess, bucketBits: bits) }, deliver: deliver)
    }
    try parts.finish(deliver)
    try packer.end().withUnsafeBytes { try writer.append($0) }
    writer.end()
    for bucket in 0..<1 << bits { directory[bucket + 1] += directory[bucket] }
    writer.header.set(tier, bucketBits: bits, postings: Int(directory[1 << bits]))
    try writer.write(tier.directory, directory)
    try writer.write(tier.tags, tags)
    try writer.write(tier.counts, cut)
  }
}
