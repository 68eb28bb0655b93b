/// Cuts a text at differences that are added in order.
///
/// A difference whose words do not stand where it says, or that overlaps the one before it, is left
/// out: lists name it all the same, and no wrong word is ever marked.
struct Placement {
  let text: [UInt8]
  /// Offset after the last difference that found its place.
  private(set) var end = 0
  private var cut: [(start: Int, end: Int, difference: Int)] = []

  init(text: [UInt8]) { self.text = text }

  /// Places `words` at the occurrence nearest to `expected` that follows what was placed before;
  /// where the text has no such words, at `expected` up to `limit`, if one is given.
  @discardableResult
  mutating func add(_ difference: Int, _ words: String, near expected: Int, orUpTo limit: Int?)
    -> Bool
  {
    let needle = Array(words.utf8)
    let start: Int
    let stop: Int
    if needle.isEmpty {
      start = boundary(min(max(expected, end), text.count))
      stop = start
    } else if let found = nearest(needle, to: expected) {
      start = found
      stop = found + needle.count
    } else if let limit, expected >= end, expected < limit, limit <= text.count {
      start = boundary(expected)
      stop = boundary(limit)
    } else {
      return false
    }
    cut.append((start, stop, difference))
    end = stop
    return true
  }

  /// The place between two words that is nearest to `offset`.
  func nearestGap(to offset: Int) -> Int {
    let middle = min(max(offset, end), text.count)
    for distance in 0...text.count {
      for place in [middle - distance, middle + distance] where place >= end {
        if place >= text.count { return text.count }
        if text[place] <= 0x20 || place == end { return place }
      }
    }
    return middle
  }

  var pieces: [Piece] {
    var pieces: [Piece] = []
    var position = 0
    for (start, stop, difference) in cut {
      if start > position { pieces.append(Piece(text: string(position, start))) }
      pieces.append(Piece(text: string(start, stop), difference: difference))
      position = stop
    }
    if position < text.count { pieces.append(Piece(text: string(position, text.count))) }
    return pieces
  }

  private func string(_ start: Int, _ stop: Int) -> String {
    String(decoding: text[start..<stop], as: UTF8.self)
  }

  /// The start of the character that the byte at `offset` belongs to.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > end, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// - Complexity: O(*text* × *needle*), of one quotation.
  private func nearest(_ needle: [UInt8], to expected: Int) -> Int? {
    guard text.count - needle.count >= end else { return nil }
    let last = text.count - needle.count
    let middle = min(max(expected, end), last)
    for distance in 0...(text.count) {
      let (before, after) = (middle - distance, middle + distance)
      if before < end, after > last { return nil }
      if after <= last, matches(needle, at: after) { return after }
      if before >= end, matches(needle, at: before) { return before }
    }
    return nil
  }

  private func matches(_ needle: [UInt8], at offset: Int) -> Bool {
    for (index, byte) in needle.enumerated() where text[offset + index] != byte { return false }
    return true
  }
}
