/// The attributes of a tag: `name="value"`, `name='value'`, `name=value`.
struct WikitextAttributes {
  private var values: [(name: String, value: String)] = []

  /// Reads the attributes in `start..<end` of `source`, the tag's `>` or `/>` included or not.
  init(_ source: [UInt8], _ start: Int, _ end: Int) {
    var at = start
    while at < end {
      while at < end, !Self.isNamePart(source[at]) { at += 1 }
      let nameStart = at
      while at < end, Self.isNamePart(source[at]) { at += 1 }
      guard at > nameStart else { break }
      let name = String(decoding: source[nameStart..<at], as: UTF8.self).lowercased()
      while at < end, WikitextBytes.isSpace(source[at]) { at += 1 }
      guard at < end, source[at] == UInt8(ascii: "=") else { continue }
      at += 1
      while at < end, WikitextBytes.isSpace(source[at]) { at += 1 }
      let value = Self.value(source, &at, end)
      values.append((name, value))
    }
  }

  subscript(name: String) -> String? {
    values.first { $0.name == name }?.value
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    WikitextBytes.isLetter(byte) || byte == UInt8(ascii: "-")
  }

  private static func value(_ source: [UInt8], _ at: inout Int, _ end: Int) -> String {
    guard at < end else { return "" }
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
    let (low, high) = WikitextBytes.trimmed(source, start, at)
    if at < end { at += 1 }
    return String(decoding: source[low..<high], as: UTF8.self)
  }
}
