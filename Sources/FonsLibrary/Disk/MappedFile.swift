/// A file that is mapped for reading as long as this object lives.
///
/// Files of a library are never changed once they are written, so the mapping cannot shrink.
final class MappedFile: @unchecked Sendable {
  let path: String
  let bytes: UnsafeRawBufferPointer

  /// - Throws: `LibraryError.system`; `LibraryError.damaged` where the file is empty.
  init(_ path: String) throws {
    self.path = path
    let descriptor = try System.open(path)
    defer { System.close(descriptor) }
    let count = try System.size(descriptor, path)
    guard count > 0 else { throw LibraryError.damaged(path: path, offset: 0, what: "it is empty") }
    bytes = UnsafeRawBufferPointer(
      start: try System.map(descriptor, count: count, path), count: count)
    System.readsAnywhere(bytes)
  }

  /// Tells the system that a part will be read soon; it need not wait for it here.
  func willNeed(_ start: Int, _ count: Int) {
    guard let base = bytes.baseAddress else { return }
    System.willNeed(base + start, count: min(count, bytes.count - start))
  }

  /// Lets the system take the memory of what was read; reading it again maps it again.
  func releaseMemory() {
    if let address = bytes.baseAddress { System.release(address, count: bytes.count) }
  }

  deinit {
    if let address = bytes.baseAddress { System.unmap(address, count: bytes.count) }
  }
}
