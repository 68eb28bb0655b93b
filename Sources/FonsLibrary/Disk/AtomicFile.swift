/// A file that is written aside, synced and then renamed: a killed run leaves the old one intact.
///
/// What is not committed is removed when the object goes away.
final class AtomicFile {
  let path: String
  private let temporary: String
  private var descriptor: Int32
  private(set) var count = 0

  init(_ path: String) throws {
    self.path = path
    temporary = path + ".part"
    System.remove(temporary)
    descriptor = try System.open(temporary, writing: true)
  }

  deinit {
    guard descriptor >= 0 else { return }
    System.close(descriptor)
    System.remove(temporary)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try System.writeAll(descriptor, bytes, temporary)
    count += bytes.count
  }

  /// Overwrites what was written at `offset` before.
  func rewrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    try System.writeAll(descriptor, bytes, at: offset, temporary)
  }

  /// Makes the file visible under its name, durably.
  func commit() throws {
    try System.sync(descriptor, temporary)
    System.close(descriptor)
    descriptor = -1
    try System.renameFile(temporary, to: path)
    try System.syncFolder(folder)
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
