/// Bytes that are written once and read again while a segment is built: in memory as long as they
/// are few, then in a file without a name, which the system removes however the process ends.
final class SpillFile {
  /// It has a name for the moment between its making and the removing of its name.
  static let fileName = "spill.part"

  private let path: String
  private let files: any FileOperations
  private let mostInMemory: Int
  private var memory: [UInt8] = []
  private var descriptor: Int32 = -1
  private var written = 0

  /// - Parameter folder: where the file is made if it is needed.
  init(in folder: String, mostInMemory: Int, _ files: any FileOperations) {
    path = folder + "/" + Self.fileName
    self.mostInMemory = mostInMemory
    self.files = files
  }

  deinit {
    if descriptor >= 0 { System.close(descriptor) }
  }

  var count: Int { written + memory.count }

  /// Adds bytes at the end. Returns where they begin.
  @discardableResult
  func append(_ bytes: UnsafeRawBufferPointer) throws -> Int {
    let start = count
    memory.append(contentsOf: bytes)
    if memory.count > mostInMemory { try flush() }
    return start
  }

  private func flush() throws {
    if descriptor < 0 {
      descriptor = try files.open(path)
      System.remove(path)
    }
    try memory.withUnsafeBytes { try files.writeAll(descriptor, $0, at: written, path) }
    written += memory.count
    memory.removeAll(keepingCapacity: true)
  }

  /// Fills `bytes` with what stands at `offset`.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    let onDisk = max(0, min(bytes.count, written - offset))
    if onDisk > 0 {
      try files.readAll(
        descriptor, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<onDisk]), at: offset,
        path)
    }
    guard onDisk < bytes.count else { return }
    let start = offset + onDisk - written
    UnsafeMutableRawBufferPointer(rebasing: bytes[onDisk...])
      .copyBytes(from: memory[start..<start + bytes.count - onDisk])
  }

  /// Calls `body` with everything, a megabyte at a time.
  func forEachPart(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var part = [UInt8](repeating: 0, count: min(count, 1 << 20))
    var offset = 0
    while offset < count {
      let size = min(part.count, count - offset)
      try part.withUnsafeMutableBytes { part in
        let room = UnsafeMutableRawBufferPointer(rebasing: part[..<size])
        try read(into: room, at: offset)
        try body(UnsafeRawBufferPointer(room))
      }
      offset += size
    }
  }
}
