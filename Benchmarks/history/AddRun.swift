import FonsLibrary
import FonsSource
import Foundation

/// Builds a library of a dump's histories, as `fons library add --all-revisions` does, and says what it cost.
struct AddRun {
  let library: String

  func run(dump: String) throws {
    let (start, used) = (Date(), Self.processorTime())
    var revisions = 0
    try LibraryWriter(library).add(name: "history", from: dump) { writer in
      try Source(path: dump).read(options: SourceOptions(revisions: .history)) { event in
        guard case .revision(let revision) = event else { return }
        try writer.add(revision)
        revisions += 1
      }
    }
    let built = try Library(library)
    let computed = Self.processorTime() - used
    print(
      String(
        format:
          "%d revisions in %.1f s, %.1f s of computing (%.0f a second), histories of %d bytes",
        revisions, Date().timeIntervalSince(start), computed, Double(revisions) / computed,
        built.historyBytes))
  }

  /// Seconds of all threads.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
