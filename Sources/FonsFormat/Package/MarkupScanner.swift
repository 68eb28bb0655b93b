/// Reads XML and XHTML as a flat sequence of tags and texts, in time linear in their length.
///
/// Document types are passed over and entities that they declare stay as they are written, so that
/// nothing can be made to grow; nothing is nested, so that depth costs nothing.
struct MarkupScanner {
  struct Tag {
    /// With its prefix, as written: `w:p`.
    var name: String
    var attributes: Range<Int>
    /// `<br/>`
    var isEmpty: Bool
  }

  enum Token {
    case start(Tag)
    case end(name: String)
    /// As written, with its entities.
    case text(Range<Int>)
    /// Without entities.
    case literal(Range<Int>)
  }

  let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Token? {
    while at < bytes.count {
      guard bytes[at] == 0x3C else { return text() }
      if bytes.has("<!--", at: at) {
        skip(past: "-->", from: at + 4)
      } else if bytes.has("<![CDATA[", at: at) {
        let start = at + 9
        let end = bytes.find("]]>", from: start, to: bytes.count) ?? bytes.count
        at = min(bytes.count, end + 3)
        return .literal(min(start, end)..<end)
      } else if bytes.has("<?", at: at) {
        skip(past: "?>", from: at + 2)
      } else if bytes.has("<!", at: at) {
        skipDeclaration()
      } else if let tag = tag() {
        return tag
      } else {
        // A `<` that opens nothing is text.
        let start = at
        at += 1
        return .literal(start..<at)
      }
    }
    return nil
  }

  private mutating func text() -> Token {
    let start = at
    while at < bytes.count, bytes[at] != 0x3C { at += 1 }
    return .text(start..<at)
  }

  private mutating func skip(past mark: StaticString, from start: Int) {
    let end = bytes.find(mark, from: start, to: bytes.count) ?? bytes.count
    at = min(bytes.count, end + mark.utf8CodeUnitCount)
  }

  /// Passes `<!DOCTYPE … [ … ]>`.
  private mutating func skipDeclaration() {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0:
        at += 1
        return
      default: break
      }
      at += 1
    }
  }

  private mutating func tag() -> Token? {
    var index = at + 1
    let closes = index < bytes.count && bytes[index] == 0x2F
    if closes { index += 1 }
    let nameStart = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    guard index > nameStart, index - nameStart < 100 else { return nil }
    let name = bytes.string(nameStart, index)
    let attributes = index
    var quote: UInt8 = 0
    while index < bytes.count, quote != 0 || bytes[index] != 0x3E {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      }
      index += 1
    }
    let isEmpty = index > attributes && index < bytes.count && bytes[index - 1] == 0x2F
    at = min(bytes.count, index + 1)
    if closes { return .end(name: name) }
    return .start(
      Tag(name: name, attributes: attributes..<(isEmpty ? index - 1 : index), isEmpty: isEmpty))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte == 0x3A || byte == 0x5F || byte == 0x2D || byte == 0x2E
      || byte >= 0x80
  }

  // MARK: Attributes and texts

  /// The attributes in order, with their entities decoded; the first hundred.
  func attributes(_ tag: Tag) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var index = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while index < end, result.count < 100 {
      while index < end, !Self.isName(bytes[index]) { index += 1 }
      let nameStart = index
      while index < end, Self.isName(bytes[index]) { index += 1 }
      guard index > nameStart else { break }
      let name = bytes.string(nameStart, index)
      while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == 0x3D else {
        result.append((name, ""))
        continue
      }
      index += 1
      while index < end, ASCII.isSpace(bytes[index]) { index += 1 }
      let quote = index < end ? bytes[index] : 0
      let isQuoted = quote == 0x22 || quote == 0x27
      if isQuoted { index += 1 }
      let valueStart = index
      while index < end, isQuoted ? bytes[index] != quote : !ASCII.isSpace(bytes[index]) {
        index += 1
      }
      result.append((name, decoded(valueStart..<index)))
      if isQuoted { index += 1 }
    }
    return result
  }

  func attribute(_ tag: Tag, _ name: String) -> String? {
    attributes(tag).first { $0.name == name }?.value
  }

  /// A text with the entities that XML and people know decoded.
  func decoded(_ range: Range<Int>) -> String {
    guard bytes[range].contains(0x26) else { return bytes.string(range) }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x26,
        let entity = Entities.decode(bytes, at: index, end: range.upperBound)
      {
        UTF8Text.append(entity.scalar, to: &result)
        index += entity.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
