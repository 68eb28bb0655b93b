/// What a library asks of the disk when it is written. Tests put a failing disk in its place.
protocol FileOperations: Sendable {
  /// Opens a file for reading and writing, making it where there is none.
  func open(_ path: String) throws -> Int32
  /// Writes some of `bytes`, at least one; returns how many.
  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int
  /// Reads at most `bytes.count` bytes; returns how many, 0 at the end.
  func read(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int
  func sync(_ descriptor: Int32, _ path: String) throws
  func rename(_ from: String, to: String) throws
  func syncFolder(_ path: String) throws
}

extension FileOperations {
  /// A short write goes on where it stopped.
  func writeAll(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, _ path: String
  ) throws {
    var done = 0
    while done < bytes.count {
      done += try write(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]), at: offset + done, path)
    }
  }

  /// - Throws: `LibraryError.damaged` where the file ends early.
  func readAll(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws {
    var done = 0
    while done < bytes.count {
      let count = try read(
        descriptor, into: UnsafeMutableRawBufferPointer(rebasing: bytes[done...]),
        at: offset + done, path)
      guard count > 0 else {
        throw LibraryError.damaged(path: path, offset: offset + done, what: "it is cut short")
      }
      done += count
    }
  }
}

/// The disk itself.
struct LocalFiles: FileOperations {
  func open(_ path: String) throws -> Int32 { try System.open(path, writing: true) }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    try System.writeSome(descriptor, bytes, at: offset, path)
  }

  func read(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    try System.readSome(descriptor, into: bytes, at: offset, path)
  }

  func sync(_ descriptor: Int32, _ path: String) throws { try System.sync(descriptor, path) }
  func rename(_ from: String, to: String) throws { try System.renameFile(from, to: to) }
  func syncFolder(_ path: String) throws { try System.syncFolder(path) }
}
