internal import Synchronization

/// Whether a segment's pages still come from disk.
///
/// To ask the system for a page before it is read saves a wait where the page is on disk, and costs as
/// much as to read it where it is in memory already. Which of them holds is seen by how long the
/// first look at a page takes.
struct ReadingPace: ~Copyable {
  /// Pages that have to come quickly before none is asked for any more.
  private static let quickPages = 64
  /// Nanoseconds for a page that is in memory: checksum, fault and all.
  private static let quick: UInt64 = 15_000

  /// Quick pages that are still to be seen. Several threads change it; a change lost does no harm.
  private let left = Atomic<Int>(quickPages)

  /// Whether pages should be asked for before they are read.
  @inline(__always)
  var isSlow: Bool { left.load(ordering: .relaxed) > 0 }

  /// Runs `body`, which looks at a page for the first time.
  @inline(__always)
  func reading<Result>(_ body: () -> Result) -> Result {
    let start = System.nanoseconds()
    let result = body()
    let left = left.load(ordering: .relaxed)
    if System.nanoseconds() &- start > Self.quick {
      self.left.store(Self.quickPages, ordering: .relaxed)
    } else if left > 0 {
      self.left.store(left - 1, ordering: .relaxed)
    }
    return result
  }
}
