/// A decompressor that is given input and room for output, again and again.
protocol StreamDecoder: AnyObject {
  /// For messages: `gzip`.
  var name: String { get }
  func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>, isLast: Bool
  ) -> StreamStep
  /// Makes ready for another stream in the same file; false if `rest` does not begin one.
  func startsAgain(_ rest: ArraySlice<UInt8>) -> Bool
}

/// What one step did.
struct StreamStep {
  enum Status {
    case more, end, corrupt
  }
  var consumed: Int
  var produced: Int
  var status: Status
}

/// Tells compressed files by their first bytes; bzip2 is read by `Bzip2Stream`.
enum StreamKind {
  /// The decoder for a file that begins with `head`; nil for one that is not compressed.
  static func decoder(for head: ArraySlice<UInt8>) -> (any StreamDecoder)? {
    if head.starts(with: [0x1F, 0x8B]) { return GzipDecoder() }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { return LzmaDecoder() }
    if head.starts(with: [0x5D, 0x00, 0x00]) { return LzmaDecoder() }
    if head.starts(with: ZstdDecoder.magic) { return ZstdDecoder() }
    return nil
  }
}
