#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads lines from a stream; a line that is too long is skipped, not kept.
struct LineReader {
  enum Line: Sendable {
    case bytes([UInt8])
    case tooLong

    var isBlank: Bool {
      guard case .bytes(let bytes) = self else { return false }
      return bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
    }
  }

  private static let chunk = 1 << 20

  private let descriptor: Int32
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isTooLong = false
  private var isAtEnd = false

  init(descriptor: Int32, longest: Int) {
    self.descriptor = descriptor
    self.longest = longest
  }

  /// All lines that have arrived, at most about a megabyte of them, but one at least; none at the end.
  /// Waits for a line, never for a second one: whoever sends one and waits gets the answer.
  mutating func next() throws -> [Line] {
    var lines: [Line] = []
    while lines.isEmpty, !isAtEnd {
      try fill()
      lines = takeLines()
    }
    return lines
  }

  /// The whole lines of the buffer, and the rest where nothing more will come.
  private mutating func takeLines() -> [Line] {
    var lines: [Line] = []
    buffer.withUnsafeBufferPointer { bytes in
      while let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 10, bytes.count - start)
      {
        let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        lines.append(line(bytes[start..<end]))
        isTooLong = false
        start = end + 1
      }
    }
    buffer.removeFirst(start)
    start = 0
    if isAtEnd, !buffer.isEmpty || isTooLong {
      lines.append(buffer.withUnsafeBufferPointer { line($0[...]) })
      buffer = []
    } else if buffer.count > longest {
      isTooLong = true
      buffer = []
    }
    return lines
  }

  private func line(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Line {
    isTooLong || bytes.count > longest ? .tooLong : .bytes(Array(bytes))
  }

  private mutating func fill() throws {
    var received = 0
    // Room that is not zeroed: a writer may send a line at a time.
    let piece = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
      repeat {
        received = read(descriptor, room.baseAddress!, Self.chunk)
      } while received < 0
        && errno == EINTR
      count = max(0, received)
    }
    guard received >= 0 else {
      throw InputError("Standard input could not be read: \(String(cString: strerror(errno)))")
    }
    buffer.append(contentsOf: piece)
    isAtEnd = received == 0
  }
}
