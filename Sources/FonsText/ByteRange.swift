/// A half-open range of UTF-8 bytes: of a document for what is quoted, of a work's plain text for
/// what is found.
public struct ByteRange: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// Offset of the first byte.
  public var start: Int
  /// Offset after the last byte.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  public var count: Int { end - start }
  public var isEmpty: Bool { end == start }
  public var range: Range<Int> { start..<end }
  public var description: String { "\(start)..<\(end)" }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
  public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
