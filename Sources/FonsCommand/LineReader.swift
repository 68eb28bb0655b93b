internal import Foundation

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

  private let file: FileHandle
  private let longest: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ file: FileHandle, longest: Int) {
    self.file = file
    self.longest = longest
  }

  mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if let end = buffer[start...].firstIndex(of: 10) {
        if !isTooLong { line += buffer[start..<end] }
        start = end + 1
        return isTooLong || line.count > longest ? .tooLong : .bytes(line)
      }
      if !isTooLong { line += buffer[start...] }
      if line.count > longest {
        isTooLong = true
        line = []
      }
      guard try fill() else {
        if isTooLong { return .tooLong }
        return line.isEmpty ? nil : .bytes(line)
      }
    }
  }

  private mutating func fill() throws -> Bool {
    buffer = []
    start = 0
    guard !isAtEnd, let data = try file.read(upToCount: 1 << 16), !data.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer = Array(data)
    return true
  }
}
