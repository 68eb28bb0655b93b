import FonsText

/// Lines, columns and code points of a document's bytes.
///
/// Reports count bytes; SARIF and W3C annotations count Unicode code points, in which a byte order
/// mark is none.
struct TextPlaces {
  /// A place as editors tell it.
  struct Place: Equatable {
    /// From 1.
    var line: Int
    /// Code points from the line's start, from 1.
    var column: Int
    /// Code points from the document's start, from 0.
    var character: Int
  }

  let bytes: [UInt8]
  /// Bytes at which lines begin.
  private let lineStarts: [Int]
  /// Code points before each multiple of `stride`.
  private let counts: [Int]

  private static let stride = 1024

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var counts: [Int] = []
    var count = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? -1 : 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(max(0, count)) }
      if byte & 0xC0 != 0x80 { count += 1 }
      if byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    }
    if bytes.count % Self.stride == 0 { counts.append(max(0, count)) }
    lineStarts = starts
    self.counts = counts
  }

  /// - Complexity: O(log lines)
  func place(of offset: Int) -> Place {
    let offset = clamped(offset)
    let line = self.line(of: offset)
    let character = characters(before: offset)
    return Place(
      line: line + 1, column: character - characters(before: lineStarts[line]) + 1,
      character: character)
  }

  /// Index of the line that holds a byte, from 0.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, its line break among them.
  func range(ofLine line: Int) -> Range<Int> {
    lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count)
  }

  var lineCount: Int { lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count }

  func text(_ range: ByteRange) -> String {
    let (start, end) = (clamped(range.start), clamped(range.end))
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  /// Up to `count` code points before a place.
  func text(before offset: Int, count: Int) -> String {
    var start = clamped(offset)
    var left = count
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return text(ByteRange(start, clamped(offset)))
  }

  /// Up to `count` code points from a place on.
  func text(from offset: Int, count: Int) -> String {
    let start = clamped(offset)
    var end = start
    var left = count
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return text(ByteRange(start, end))
  }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }

  private func characters(before offset: Int) -> Int {
    let step = min(offset / Self.stride, counts.count - 1)
    var count = counts[step]
    for index in step * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 {
      if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { continue }
      count += 1
    }
    return count
  }
}
