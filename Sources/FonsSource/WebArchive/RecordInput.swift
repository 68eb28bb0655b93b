/// Reads lines and counted stretches from a stream, and can go back within what it holds.
struct RecordInput {
  private let bytes: ByteSource
  private var held: [UInt8]
  private var at = 0
  /// Bytes of the (decompressed) stream before the next one.
  private(set) var offset = 0
  /// An error of the stream, which comes after what was read before it.
  private(set) var failure: SourceError?
  private var isEnd = false

  init(_ bytes: ByteSource, head: [UInt8]) {
    self.bytes = bytes
    held = head
  }

  /// Bytes of the file read so far.
  var fileOffset: Int { bytes.fileOffset }

  /// Makes `count` bytes available where there are as many.
  private mutating func want(_ count: Int) {
    guard held.count - at < count, !isEnd else { return }
    held.removeSubrange(0..<at)
    at = 0
    while held.count < count, !isEnd {
      do throws(SourceError) {
        guard let more = try bytes.read() else {
          isEnd = true
          return
        }
        held += more
      } catch {
        failure = error
        isEnd = true
      }
    }
  }

  mutating func peek(_ count: Int) -> ArraySlice<UInt8> {
    want(count)
    return held[at..<min(held.count, at + count)]
  }

  /// The next line without its end; nil at the end of the stream. Longer ones come in pieces.
  mutating func line(limit: Int = 65_536) -> [UInt8]? {
    want(limit)
    guard at < held.count else { return nil }
    let end = min(held.count, at + limit)
    var index = at
    while index < end, held[index] != 0x0A { index += 1 }
    var line = Array(held[at..<index])
    advance(min(held.count, index + 1) - at)
    // Files that went through a text editor have several.
    while line.last == 0x0D { line.removeLast() }
    return line
  }

  /// The next `count` bytes, or fewer where the stream ends.
  mutating func take(_ count: Int) -> [UInt8] {
    want(count)
    let taken = Array(held[at..<min(held.count, at + count)])
    advance(taken.count)
    return taken
  }

  /// Puts bytes back before the next one.
  mutating func putBack(_ bytes: ArraySlice<UInt8>) {
    held = Array(bytes) + held[at...]
    at = 0
    offset -= bytes.count
  }

  mutating func skipLineEnds() {
    while let byte = peek(1).first, byte == 0x0A || byte == 0x0D { advance(1) }
  }

  /// Passes bytes until `mark` comes next, `count` of them at most; false where it does not come.
  mutating func skip(to mark: [UInt8], within count: Int = .max) -> Bool {
    var left = count
    while left > 0 {
      want(65_536 + mark.count)
      let end = min(held.count - at, left)
      if let found = Self.find(mark, in: held, at..<min(held.count, at + end + mark.count)) {
        advance(found - at)
        return true
      }
      guard end > 0 else { return false }
      let step = isEnd ? end : max(1, min(left, end - mark.count))
      advance(step)
      left -= step
    }
    return false
  }

  private mutating func advance(_ count: Int) {
    at += count
    offset += count
  }

  static func find(_ mark: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = mark.first, range.count >= mark.count else { return nil }
    var index = range.lowerBound
    let last = range.upperBound - mark.count
    while index <= last {
      if bytes[index] == first, bytes[index..<index + mark.count].elementsEqual(mark) {
        return index
      }
      index += 1
    }
    return nil
  }
}
