public import FonsSource
internal import Foundation

/// How a library is built.
public struct BuildOptions: Sendable {
  /// Threads to index on.
  public var workers: Workers
  /// Bytes of memory that building may take, about; at least 64 MB are taken.
  public var memory: Int
  /// Bytes of plain text after which another segment is begun.
  public var segmentBytes: Int
  /// How much is indexed; nil for as much as in the rest of the library.
  public var profile: Profile?

  /// - Parameter memory: without it, a quarter of the machine's.
  public init(
    workers: Workers = Workers(), memory: Int? = nil, segmentBytes: Int = 8 << 30,
    profile: Profile? = nil
  ) {
    self.workers = workers
    self.profile = profile
    self.memory = memory ?? Int(clamping: ProcessInfo.processInfo.physicalMemory / 4)
    self.segmentBytes = segmentBytes
  }

  /// For tests: takes the place of what follows from `memory`.
  var postingsInMemoryLimit: Int?
  /// Postings that are held before they are spilled, in bytes.
  var postingsInMemory: Int { postingsInMemoryLimit ?? max(16 << 20, memory / 4) }
  /// Text from which the dictionary of a segment is learnt, in bytes.
  var learnBytes: Int { max(4 << 20, min(32 << 20, memory / 16)) }
}
