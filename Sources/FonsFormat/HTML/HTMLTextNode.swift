import CGumbo
import FonsText

/// A text node beside the bytes that it was parsed from.
///
/// Gumbo gives the decoded text and the stretch of source that it stands for, which may hold
/// entities and tags that the parser dropped. Walking both at once finds where each byte is from.
struct HTMLTextNode {
  /// A stretch of the text: copied from the source byte by byte, or an entity.
  struct Piece {
    var text: Range<Int>
    var source: Range<Int>
    var isCopy: Bool
  }

  let text: UnsafeBufferPointer<UInt8>
  let source: [UInt8]
  let range: Range<Int>

  init?(_ node: HTMLNode, source: [UInt8], base: UnsafePointer<CChar>) {
    let value = node.pointer.pointee.v.text
    guard let characters = value.text, let start = value.original_text.data else { return nil }
    let offset = start - base
    let length = value.original_text.length
    guard offset >= 0, offset <= source.count else { return nil }
    var size = 0
    while characters[size] != 0 { size += 1 }
    text = UnsafeBufferPointer(
      start: UnsafeRawPointer(characters).assumingMemoryBound(to: UInt8.self), count: size)
    self.source = source
    range = offset..<min(source.count, offset + max(0, length))
  }

  /// Calls `body` with the pieces in order.
  ///
  /// - Complexity: O(text + source)
  func forEachPiece(_ body: (Piece) -> Void) {
    var read = 0
    var from = range.lowerBound
    while read < text.count {
      let start = (read, from)
      while read < text.count, from < range.upperBound, source[from] == text[read],
        source[from] != 0x26, source[from] != 0x3C
      {
        read += 1
        from += 1
      }
      if read > start.0 {
        body(Piece(text: start.0..<read, source: start.1..<from, isCopy: true))
      }
      guard read < text.count else { return }
      guard from < range.upperBound else {
        // More text than source: what the parser joined from elsewhere.
        body(Piece(text: read..<text.count, source: from..<from, isCopy: false))
        return
      }
      step(&read, &from, body)
    }
  }

  /// Passes an entity, a dropped tag, or a byte that the parser changed.
  private func step(_ read: inout Int, _ from: inout Int, _ body: (Piece) -> Void) {
    let byte = source[from]
    if byte == 0x26 {
      let length = entityLength(from)
      if length > 1, !isLiteral(read, from, length) {
        let size = decodedLength(read, after: from + length)
        body(Piece(text: read..<read + size, source: from..<from + length, isCopy: false))
        read += size
        from += length
        return
      }
    } else if byte == 0x3C, text[read] != 0x3C || isTag(from) {
      while from < range.upperBound, source[from] != 0x3E { from += 1 }
      from = min(range.upperBound, from + 1)
      return
    }
    body(Piece(text: read..<read + 1, source: from..<from + 1, isCopy: byte == text[read]))
    read += 1
    from += 1
  }

  private func isTag(_ at: Int) -> Bool {
    guard at + 1 < range.upperBound else { return false }
    let next = source[at + 1]
    return ASCII.isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
  }

  /// Bytes of what looks like an entity: `&name;`, `&name`, `&#12;`.
  private func entityLength(_ at: Int) -> Int {
    var end = at + 1
    if end < range.upperBound, source[end] == 0x23 { end += 1 }
    while end < range.upperBound, ASCII.isAlphanumeric(source[end]), end - at < 40 { end += 1 }
    if end < range.upperBound, source[end] == 0x3B { end += 1 }
    return end - at
  }

  private func isLiteral(_ read: Int, _ from: Int, _ length: Int) -> Bool {
    guard read + length <= text.count else { return false }
    for offset in 0..<length where text[read + offset] != source[from + offset] { return false }
    return true
  }

  /// Bytes that an entity became: one character, or two where that fits what follows better.
  private func decodedLength(_ read: Int, after: Int) -> Int {
    let one = min(UTF8Text.length(ofLead: text[read]), text.count - read)
    guard read + one < text.count else { return one }
    let next = text[read + one]
    if after < range.upperBound, source[after] == next || source[after] == 0x26 { return one }
    if after >= range.upperBound || source[after] == 0x3C {
      return text.count - read <= 8 ? text.count - read : one
    }
    let two = one + min(UTF8Text.length(ofLead: next), text.count - read - one)
    if read + two < text.count, source[after] == text[read + two] { return two }
    return one
  }
}
