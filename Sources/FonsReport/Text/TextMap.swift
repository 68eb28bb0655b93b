import FonsText

/// Where the bytes of a document stand in a quotation's text, which has lost marks, line prefixes
/// and line breaks.
struct TextMap {
  private let start: Int
  /// For each byte of the document's range, and for its end, the offset in the text.
  private let offsets: [Int]

  /// Nil where the text cannot be read off the document, as in markup with entities.
  init?(of text: [UInt8], in document: [UInt8], range: ByteRange) {
    guard range.start >= 0, range.start <= range.end, range.end <= document.count else {
      return nil
    }
    start = range.start
    var offsets: [Int] = []
    offsets.reserveCapacity(range.count + 1)
    var position = 0
    for byte in document[range.range] {
      offsets.append(position)
      guard position < text.count else { continue }
      let bothSpace = Self.isSpace(byte) && Self.isSpace(text[position])
      if byte == text[position] || bothSpace { position += 1 }
    }
    guard position == text.count else { return nil }
    offsets.append(position)
    self.offsets = offsets
  }

  func offset(of documentOffset: Int) -> Int? {
    let index = documentOffset &- start
    return offsets.indices.contains(index) ? offsets[index] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
