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
  private(set) var count = 0

  /// - Parameter mostInMemory: bytes.
  init(_ spill: SpillFile, mostInMemory: Int) {
    self.spill = spill
    self.mostInMemory = mostInMemory
  }

  mutating func add(_ chunk: Chunk) throws {
    count += chunk.postings.count
    inMemory += chunk.postings.count * Self.bytes
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
}
