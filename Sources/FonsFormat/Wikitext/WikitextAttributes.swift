/// The attributes of a tag: `name="value"`, `name='value'`, `name=value`.
struct WikitextAttributes {
  private let source: [UInt8]
  private var ranges: [(nameStart: Int, nameEnd: Int, start: Int, end: Int)] = []

  /// Reads the attributes in `start..<end` of `source`, the tag's `>` or `/>` included or not.
  init(_ source: [UInt8], _ start: Int, _ end: Int) {
    self.source = source
    var at = start
    while at < end {
      while at < end, !Self.isNamePart(source[at]) { at += 1 }
      let nameStart = at
      while at < end, Self.isNamePart(source[at]) { at += 1 }
      let nameEnd = at
      guard nameEnd > nameStart else { break }
      while at < end, WikitextBytes.isSpace(source[at]) { at += 1 }
      guard at < end, source[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < end, WikitextBytes.isSpace(source[at]) { at += 1 }
      let value = Self.value(source, &at, end)
      ranges.append((nameStart, nameEnd, value.start, value.end))
    }
  }

  subscript(name: StaticString) -> String? {
    guard
      let range = ranges.first(where: {
        $0.nameEnd - $0.nameStart == name.utf8CodeUnitCount
          && WikitextBytes.matches(source, at: $0.nameStart, name)
      })
    else { return nil }
    return String(decoding: source[range.start..<range.end], as: UTF8.self)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    WikitextBytes.isLetter(byte) || byte == UInt8(ascii: "-")
  }

  private static func value(
    _ source: [UInt8], _ at: inout Int, _ end: Int
  ) -> (start: Int, end: Int) {
    guard at < end else { return (at, at) }
    let quote = source[at]
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      start = at
      while at < end, source[at] != quote, source[at] != UInt8(ascii: ">") { at += 1 }
    } else {
      start = at
      while at < end, !WikitextBytes.isSpace(source[at]), source[at] != UInt8(ascii: ">"),
        !(source[at] == UInt8(ascii: "/") && at + 1 < end && source[at + 1] == UInt8(ascii: ">"))
      {
        at += 1
      }
    }
    let value = WikitextBytes.trimmed(source, start, at)
    if at < end { at += 1 }
    return value
  }
}
