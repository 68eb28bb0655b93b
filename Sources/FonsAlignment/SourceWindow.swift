public import FonsText

/// A stretch of a work's text with its words; offsets of words count from the work's beginning.
///
/// It never changes and goes through many hands: a reference is all that is copied.
public final class SourceWindow: Sendable {
  public let bytes: [UInt8]
  /// As the work has it, where `bytes` are repaired.
  private let original: [UInt8]?
  /// What was read in a wrong encoding and is repaired in `bytes`; of the work's text.
  let repairs: [ByteRange]
  /// Offset of the first byte in the work's text.
  public let base: Int
  public let words: [Word]

  public init(_ bytes: [UInt8], base: Int) {
    var repaired = bytes
    let places = Mojibake.mayNeedRepair(bytes) ? Mojibake.repair(&repaired) : []
    repairs = places.map { ByteRange($0.start + base, $0.end + base) }
    original = places.isEmpty ? nil : bytes
    self.bytes = repaired
    self.base = base
    words = Words.scan(repaired, base: base)
  }

  public var range: ByteRange { ByteRange(base, base + bytes.count) }

  /// The bytes of a range of the work, as far as the window holds them.
  public func slice(_ range: ByteRange) -> ArraySlice<UInt8> {
    let start = min(max(0, range.start - base), bytes.count)
    return bytes[start..<max(start, min(bytes.count, range.end - base))]
  }

  /// What stands between a word and the next, which there must be.
  func gap(after word: Int) -> ArraySlice<UInt8> {
    slice(ByteRange(Int(words[word].end), Int(words[word + 1].start)))
  }

  public func text(_ range: ByteRange) -> String {
    guard let original else { return String(decoding: slice(range), as: UTF8.self) }
    let start = min(max(0, range.start - base), original.count)
    let end = max(start, min(original.count, range.end - base))
    return String(decoding: original[start..<end], as: UTF8.self)
  }

  /// Bytes of the work from the first of the words to the last; where there are none, the place
  /// before the next word.
  public func range(_ range: Range<Int>) -> ByteRange {
    guard let last = range.last else {
      let place =
        range.lowerBound < words.count
        ? Int(words[range.lowerBound].start) : base + bytes.count
      return ByteRange(place, place)
    }
    return ByteRange(Int(words[range.lowerBound].start), Int(words[last].end))
  }
}
