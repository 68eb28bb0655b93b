/// A file that is written aside, synced and then renamed: a killed run leaves the old one intact.
///
/// What is not committed is removed when the object goes away.
final class AtomicFile {
  let path: String
  private let temporary: String
  private let files: any FileOperations
  private var descriptor: Int32
  private(set) var count = 0

  init(_ path: String, _ files: any FileOperations = LocalFiles()) throws {
    self.path = path
    self.files = files
    temporary = path + ".part"
    System.remove(temporary)
    descriptor = try files.open(temporary)
  }

  deinit {
    guard descriptor >= 0 else { return }
    System.close(descriptor)
    System.remove(temporary)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    try files.writeAll(descriptor, bytes, at: count, temporary)
    count += bytes.count
  }

  /// Overwrites what was written at `offset` before.
  func rewrite(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    try files.writeAll(descriptor, bytes, at: offset, temporary)
  }

  /// Makes the file visible under its name, durably.
  func commit() throws {
    try files.sync(descriptor, temporary)
    try files.rename(temporary, to: path)
    System.close(descriptor)
    descriptor = -1
    try files.syncFolder(folder)
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
