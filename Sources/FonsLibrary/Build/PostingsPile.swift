/// Where a gram stands: the top half of its hash, then the position. The top half holds every key
/// that a segment can have.
typealias Posting = UInt64

/// The postings of a segment while it is built: in memory as far as there is room, the rest in runs
/// on disk.
///
/// All are divided by the top byte of their hashes. Buckets and keys never cross that line, so each
/// part can be sorted alone, on any thread, and its order in the file is known.
struct PostingsPile {
  static let parts = 256

  /// The postings of one batch, in order of the top byte, then of position.
  struct Chunk: Sendable {
    fileprivate var postings: [Posting] = []
    /// Where each part begins, and the end.
    fileprivate var starts = [Int32](repeating: 0, count: parts + 1)
    /// Postings that were left out, by the top halves of their hashes, in order.
    fileprivate var excess: [CountRow] = []

    init() {}

    /// - Parameter unordered: in order of position.
    init(_ unordered: [Posting]) {
      for posting in unordered { starts[Int(posting >> 56) + 1] += 1 }
      for part in 0..<parts { starts[part + 1] += starts[part] }
      var places = starts
      postings = [Posting](unsafeUninitializedCapacity: unordered.count) { buffer, count in
        places.withUnsafeMutableBufferPointer { places in
          for posting in unordered {
            let part = Int(posting >> 56)
            buffer[Int(places[part])] = posting
            places[part] &+= 1
          }
        }
        count = unordered.count
      }
      leaveOutExcess()
    }

    /// Postings of a part from which on it is looked at whether one gram has too many of them. Parts
    /// of common texts have a third of this.
    private static let crowd = 1024

    /// Of a gram that stands in this batch more often than a segment keeps, what cannot be kept is
    /// counted only: memory stays bounded however often a text repeats itself.
    private mutating func leaveOutExcess() {
      guard (0..<parts).contains(where: { starts[$0 + 1] - starts[$0] > Self.crowd }) else {
        return
      }
      var kept: [Posting] = []
      kept.reserveCapacity(postings.count)
      var newStarts: [Int32] = [0]
      for part in 0..<parts {
        let all = self.part(part)
        if all.count > Self.crowd {
          var counts: [UInt32: UInt32] = [:]
          for posting in all {
            let key = UInt32(truncatingIfNeeded: posting >> 32)
            let count = counts[key, default: 0] + 1
            counts[key] = count
            if count <= SegmentFormat.keptPostings { kept.append(posting) }
          }
          excess += counts.filter { $0.value > SegmentFormat.keptPostings }
            .map { CountRow(key: $0.key, count: $0.value - UInt32(SegmentFormat.keptPostings)) }
            .sorted { $0.key < $1.key }
        } else {
          kept += all
        }
        newStarts.append(Int32(kept.count))
      }
      postings = kept
      starts = newStarts
    }

    func part(_ part: Int) -> ArraySlice<Posting> {
      postings[Int(starts[part])..<Int(starts[part + 1])]
    }
  }

  private struct Run {
    /// Where each part begins in the file, and the end.
    var starts: [Int]
  }

  private static let bytes = MemoryLayout<Posting>.stride

  private var chunks: [Chunk] = []
  private var inMemory = 0
  private var runs: [Run] = []
  private let spill: SpillFile
  private let mostInMemory: Int
  /// Postings that were left out, by the top halves of their hashes.
  private var excess: [UInt32: UInt32] = [:]
  private(set) var count = 0

  /// - Parameter mostInMemory: bytes.
  init(_ spill: SpillFile, mostInMemory: Int) {
    self.spill = spill
    self.mostInMemory = mostInMemory
  }

  mutating func add(_ chunk: Chunk) throws {
    count += chunk.postings.count
    inMemory += chunk.postings.count * Self.bytes
    for row in chunk.excess {
      excess[row.key] = UInt32(clamping: UInt64(excess[row.key] ?? 0) + UInt64(row.count))
    }
    chunks.append(chunk)
    if inMemory > mostInMemory { try spillChunks() }
  }

  private mutating func spillChunks() throws {
    var run = Run(starts: [])
    for part in 0..<Self.parts {
      run.starts.append(spill.count)
      for chunk in chunks { try chunk.part(part).withUnsafeBytes { _ = try spill.append($0) } }
    }
    run.starts.append(spill.count)
    runs.append(run)
    chunks = []
    inMemory = 0
  }

  /// The postings of a part, in order of position.
  func part(_ part: Int) throws -> [Posting] {
    let onDisk = runs.reduce(0) { $0 + $1.starts[part + 1] - $1.starts[part] }
    var result = [Posting](repeating: 0, count: onDisk / Self.bytes)
    try result.withUnsafeMutableBytes { buffer in
      var filled = 0
      for run in runs {
        let size = run.starts[part + 1] - run.starts[part]
        try spill.read(
          into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + size]),
          at: run.starts[part])
        filled += size
      }
    }
    for chunk in chunks { result += chunk.part(part) }
    return result
  }

  /// What was left out of a part, in order.
  func excess(_ part: Int) -> [CountRow] {
    excess.filter { Int($0.key >> 24) == part }
      .map { CountRow(key: $0.key, count: $0.value) }.sorted { $0.key < $1.key }
  }
}
