import FonsText

/// Reads text in which `>` at the start of a line quotes.
struct QuotedLinesParser {
  enum Style {
    /// Forum posts: short `>` lines may be greentext.
    case post
    /// Mail: every `>` quotes, and its level says whom.
    case mail
  }

  let text: [UInt8]
  let style: Style
  var builder = TextBuilder()
  private var nextQuoteID = 1
  /// Who speaks at a level of `>`.
  private var speakers: [Int: String] = [:]

  init(_ text: [UInt8], style: Style) {
    self.text = text
    self.style = style
  }

  mutating func parse(_ range: Range<Int>) -> StructuredText {
    var at = range.lowerBound
    let limit = range.upperBound
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      let content = line.content(text)
      if content.isEmpty {
        builder.end()
        at = line.next
      } else if QuoteLine.isReplyLink(text, content) {
        single(.replyLink, content)
        at = line.next
      } else if let quote = QuoteLine(text, line) {
        at = readQuote(first: quote, line, limit: limit)
      } else if isSignature(line) {
        single(.furniture, text.trimmed(line.start, limit))
        at = limit
      } else if let end = attribution(line, limit: limit) {
        at = end
      } else {
        readLine(line, content)
        at = line.next
      }
    }
    return builder.finish()
  }

  // MARK: Lines without a prefix

  private mutating func readLine(_ line: TextLine, _ content: Range<Int>) {
    if Furniture.isFurniture(text, content) { return single(.furniture, content) }
    if isAddress(content) { return single(.paragraph, content) }
    if isListItem(content) {
      builder.begin(.init(kind: .listItem, range: ByteRange(0, 0)), at: content.lowerBound)
    } else if !builder.isOpen {
      builder.begin(.init(kind: .paragraph, range: ByteRange(0, 0)), at: content.lowerBound)
    } else {
      builder.put(0x0A, original: ByteRange(content.lowerBound, content.lowerBound))
    }
    builder.copy(text, content)
  }

  /// A block of one line.
  private mutating func single(_ kind: StructuredText.Block.Kind, _ content: Range<Int>) {
    builder.begin(.init(kind: kind, range: ByteRange(0, 0)), at: content.lowerBound)
    builder.copy(text, content)
    builder.end()
  }

  private func isAddress(_ content: Range<Int>) -> Bool {
    guard text.hasIgnoringCase("http", at: content.lowerBound) else { return false }
    return content.allSatisfy { !ASCII.isSpace(text[$0]) }
  }

  /// "- ", "* ", "• ", "1. ", "2) ".
  private func isListItem(_ content: Range<Int>) -> Bool {
    var index = content.lowerBound
    let first = text[index]
    if first == 0x2D || first == 0x2A || first == 0x2B {
      index += 1
    } else if text.has("•", at: index) {
      index += 3
    } else {
      while index < content.upperBound, ASCII.isDigit(text[index]), index - content.lowerBound < 3 {
        index += 1
      }
      guard index > content.lowerBound, index < content.upperBound,
        text[index] == 0x2E || text[index] == 0x29
      else { return false }
      index += 1
    }
    return index < content.upperBound && ASCII.isSpace(text[index])
  }

  /// `-- ` on a line of its own; mail programs that trim lines leave `--`.
  private func isSignature(_ line: TextLine) -> Bool {
    guard text.has("--", at: line.start) else { return false }
    let length = line.end - line.start
    return length == 2 && style == .mail || length == 3 && text[line.start + 2] == 0x20
  }

  /// Reads a line that says who is quoted next, and returns where the next line starts.
  private mutating func attribution(_ line: TextLine, limit: Int) -> Int? {
    var last = line
    var content = line.content(text)
    var found = AttributionLine(text, content)
    if found == nil, content.count < 200 {
      let second = TextLine(text, at: line.next, limit: limit)
      guard second.start < limit, !second.isBlank(text), second.end - second.start < 120,
        text[second.start] != 0x3E
      else { return nil }
      last = second
      content = content.lowerBound..<second.content(text).upperBound
      found = isDateStart(line) ? AttributionLine(text, content) : nil
    }
    guard let found, quoteFollows(last.next, limit: limit) else { return nil }
    single(.furniture, content)
    speakers = speakers.filter { style == .mail && $0.key > 1 }
    speakers[1] = found.speaker
    return last.next
  }

  /// Whether a line begins as "On Mon, 3 May" does.
  private func isDateStart(_ line: TextLine) -> Bool {
    let starts: [StaticString] = ["On ", "Am ", "Le ", "Il ", "El ", "Op ", "Em ", "Den ", "At "]
    return starts.contains { text.has($0, at: line.start) }
  }

  private func quoteFollows(_ start: Int, limit: Int) -> Bool {
    var at = start
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      if !line.isBlank(text) { return QuoteLine(text, line) != nil }
      at = line.next
    }
    return false
  }

  // MARK: Lines with a prefix

  /// Reads the run of `>` lines that starts here, and returns where the next line starts.
  private mutating func readQuote(first: QuoteLine, _ line: TextLine, limit: Int) -> Int {
    builder.end()
    var group = [first]
    var at = line.next
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      guard let quote = QuoteLine(text, line),
        !QuoteLine.isReplyLink(text, line.content(text))
      else { break }
      if quote.depth != group[0].depth, !quote.body.isEmpty {
        emit(group, nextDepth: quote.depth)
        group = []
      }
      if !quote.body.isEmpty || !group.isEmpty { group.append(quote) }
      at = line.next
    }
    emit(group, nextDepth: 0)
    if style == .post { speakers = [:] }
    return at
  }

  private mutating func emit(_ group: [QuoteLine], nextDepth: Int) {
    var lines = group
    while let last = lines.last, last.body.isEmpty { lines.removeLast() }
    lines.removeFirst(lines.prefix { $0.body.isEmpty }.count)
    guard let last = lines.last else { return }
    let depth = last.depth
    let said = nextDepth > depth ? AttributionLine(text, last.body) : nil
    if said != nil { lines.removeLast() }
    if !lines.isEmpty {
      let quotes =
        style == .mail || speakers[depth] != nil || GreenText.isPassage(text, lines)
      emit(lines, depth: quotes ? depth : 0)
    }
    if let said {
      builder.begin(
        .init(kind: .furniture, range: ByteRange(0, 0), quoteDepth: depth, quoteID: 0),
        at: last.body.lowerBound)
      builder.copy(text, last.body)
      builder.end()
      speakers[depth + 1] = said.speaker
    }
  }

  /// Writes one quotation, or with depth 0 a piece of commentary.
  private mutating func emit(_ lines: [QuoteLine], depth: Int) {
    let block = StructuredText.Block(
      kind: .paragraph, range: ByteRange(0, 0), quoteDepth: depth,
      quoteID: depth > 0 ? nextQuoteID : 0, speaker: depth > 0 ? speakers[depth] : nil)
    if depth > 0 { nextQuoteID += 1 }
    var previous: QuoteLine?
    for line in lines {
      if line.body.isEmpty {
        builder.end()
        previous = nil
        continue
      }
      if let previous, !startsAttribution(line.body) {
        // A short line was ended on purpose; a long one was wrapped.
        let joint: UInt8 = previous.body.count >= 40 ? 0x20 : 0x0A
        builder.put(joint, original: ByteRange(previous.body.upperBound, line.body.lowerBound))
      } else {
        builder.begin(block, at: line.body.lowerBound)
      }
      builder.copy(text, line.body)
      previous = line
    }
    builder.end()
  }

  /// "— Jane Doe", "-- Jane Doe".
  private func startsAttribution(_ body: Range<Int>) -> Bool {
    let at = body.lowerBound
    return body.count <= 160
      && (text.has("—", at: at) || text.has("– ", at: at) || text.has("--", at: at)
        || text.has("― ", at: at))
  }
}
