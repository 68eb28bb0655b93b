import FonsText

/// A forum post with tags in square brackets: `[quote="Ada"]…[/quote]`, `[url=…]…[/url]`, `[i]`.
public struct BBCodeReader: Sendable {
  public init() {}

  /// Reads valid UTF-8; `origin` leads to this text.
  ///
  /// - Complexity: O(*n*)
  public func read(text: [UInt8]) -> StructuredText {
    var walk = BBCodeWalk(text)
    return walk.run()
  }

  /// Whether a text has a quotation in such tags.
  static func matches(_ text: [UInt8]) -> Bool {
    let limit = min(text.count, 1 << 18)
    for index in 0..<limit where text[index] == 0x5B {
      guard text.hasIgnoringCase("[quote", at: index), index + 6 < limit,
        [0x5D, 0x3D, 0x20].contains(text[index + 6])
      else { continue }
      return (index..<limit).contains { text.hasIgnoringCase("[/quote]", at: $0) }
    }
    return false
  }
}

/// Goes through a post once, from tag to tag.
struct BBCodeWalk {
  /// A tag in brackets.
  private struct Tag {
    var name: String
    var value: String
    var closes: Bool
    var end: Int
  }

  private let text: [UInt8]
  private var builder = TextBuilder()
  private var depth = 0
  private var quotes = 0
  private var speakers: [String?] = []
  /// Spans that are open: the tag's name, where it began, and what it says.
  private var open: [(name: String, start: Int, value: String)] = []
  private var codes = 0

  /// Levels of quotations and spans that are told apart.
  private static let limit = 64
  private static let known: Set<String> = [
    "quote", "url", "i", "b", "u", "s", "code", "img", "list", "size", "color", "center", "font",
    "spoiler", "email", "youtube", "media", "left", "right", "indent", "sub", "sup", "table", "tr",
    "td", "cite", "attachment", "hr", "user",
  ]

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func run() -> StructuredText {
    var at = 0
    var start = 0
    while at < text.count {
      if text[at] == 0x5B, let tag = tag(at) {
        write(start..<at)
        read(tag)
        at = tag.end
        start = at
      } else {
        at += 1
      }
    }
    write(start..<text.count)
    return builder.finish()
  }

  private func tag(_ at: Int) -> Tag? {
    var index = at + 1
    guard index < text.count else { return nil }
    let closes = text[index] == 0x2F
    if closes { index += 1 }
    let name = index
    while index < text.count, ASCII.isLetter(text[index]), index - name < 12 { index += 1 }
    let word = text.string(name, index).lowercased()
    guard index < text.count, Self.known.contains(word) else { return nil }
    let value = index
    while index < text.count, text[index] != 0x5D, text[index] != 0x0A, index - value < 500 {
      index += 1
    }
    guard index < text.count, text[index] == 0x5D,
      index == value || text[value] == 0x3D || text[value] == 0x20
    else { return nil }
    return Tag(
      name: word, value: text.string(min(value + 1, index), index), closes: closes, end: index + 1)
  }

  private mutating func read(_ tag: Tag) {
    switch tag.name {
    case "quote": quote(tag)
    case "code":
      builder.end()
      codes = max(0, codes + (tag.closes ? -1 : 1))
    case "img", "youtube", "media", "attachment": span(tag, drops: true)
    case "url", "i", "b", "u", "cite": span(tag, drops: false)
    case "hr", "list", "tr", "table": builder.end()
    default: break
    }
  }

  private mutating func quote(_ tag: Tag) {
    builder.end()
    if !tag.closes {
      if depth == 0 { quotes += 1 }
      depth += 1
      if depth <= Self.limit { speakers.append(Self.speaker(tag.value)) }
    } else if depth > 0 {
      if depth <= Self.limit { speakers.removeLast() }
      depth -= 1
    }
  }

  /// The name in `="Ada"`, `=Ada;1234`, ` author=Ada link=…`.
  private static func speaker(_ value: String) -> String? {
    var name = value
    if let found = name.firstRange(of: "author=") { name = String(name[found.upperBound...]) }
    if let found = name.firstRange(of: " link=") { name = String(name[..<found.lowerBound]) }
    if name.hasPrefix("\""), let end = name.dropFirst().firstIndex(of: "\"") {
      name = String(name[..<end])
    } else {
      name = String(name.prefix { $0 != ";" && $0 != "," })
    }
    name = name.filter { $0 != "\"" && $0 != "=" }.trimmingSpaces()
    return name.isEmpty ? nil : name
  }

  private mutating func span(_ tag: Tag, drops: Bool) {
    if !tag.closes {
      if open.count < Self.limit { open.append((tag.name, builder.count, tag.value)) }
      return
    }
    guard let index = open.lastIndex(where: { $0.name == tag.name }) else { return }
    let entry = open[index]
    open.removeSubrange(index...)
    let range = ByteRange(entry.start, builder.count)
    guard !drops, !range.isEmpty else { return }
    if tag.name == "url" {
      let value = entry.value.isEmpty ? builder.text.string(range.range) : entry.value
      builder.add(.init(kind: .link, range: range, value: value.filter { $0 != "\"" }))
    } else {
      builder.add(.init(kind: tag.name == "cite" ? .cite : .emphasis, range: range))
    }
  }

  /// Text between tags: lines, and paragraphs at blank ones.
  private mutating func write(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let line = TextLine(text, at: at, limit: range.upperBound)
      let content = line.content(text)
      let beginsLine = at == 0 || text[at - 1] == 0x0A || text[at - 1] == 0x0D
      if content.isEmpty {
        if beginsLine, line.end < line.next { builder.end() }
        if !beginsLine, line.end == line.next, line.end > line.start {
          builder.space(original: ByteRange(line.start, line.end))
        }
      } else if beginsLine, isSignature(line) {
        builder.end()
        return
      } else {
        writeLine(line, content, beginsLine: beginsLine)
      }
      at = line.next
    }
  }

  private func isSignature(_ line: TextLine) -> Bool {
    text.has("-- ", at: line.start) && line.end - line.start == 3
  }

  private mutating func writeLine(_ line: TextLine, _ content: Range<Int>, beginsLine: Bool) {
    if Furniture.isFurniture(text, content), beginsLine {
      builder.begin(.init(kind: .furniture, range: ByteRange(0, 0)), at: content.lowerBound)
      builder.copy(text, content)
      return builder.end()
    }
    if !builder.isOpen {
      builder.begin(
        .init(
          kind: codes > 0 ? .code : .paragraph, range: ByteRange(0, 0), quoteDepth: depth,
          quoteID: depth > 0 ? quotes : 0, speaker: speakers.last ?? nil), at: content.lowerBound)
    } else if beginsLine, !builder.isEmptyBlock {
      builder.put(0x0A, original: ByteRange(content.lowerBound, content.lowerBound))
    } else if content.lowerBound > line.start {
      builder.space(original: ByteRange(line.start, content.lowerBound))
    }
    builder.copy(text, content)
    if content.upperBound < line.end, line.end == line.next {
      builder.space(original: ByteRange(content.upperBound, line.end))
    }
  }
}
