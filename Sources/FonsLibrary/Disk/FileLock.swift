/// The exclusive right to write to a library, held as long as this object lives.
///
/// The system gives it back when the process ends, however it ends.
final class FileLock {
  private let descriptor: Int32

  /// - Throws: `LibraryError.locked` where another process writes.
  init(_ path: String, library: String) throws {
    descriptor = try System.open(path, writing: true)
    guard System.tryLock(descriptor) else {
      System.close(descriptor)
      throw LibraryError.locked(path: library)
    }
  }

  deinit { System.close(descriptor) }
}
