import FonsText

/// Reads text in which `>` at the start of a line quotes.
struct QuotedLinesParser {
  enum Style {
    /// Forum posts: short `>` lines may be greentext.
    case post
    /// Mail: every `>` quotes, and its level says whom.
    case mail
    /// A post or message of a thread whose format keeps the posts apart.
    case thread
  }

  let text: [UInt8]
  let style: Style
  var builder = TextBuilder()
  private var nextQuoteID = 1
  /// Who speaks at a level of `>`.
  private var speakers: [Int: String] = [:]
  /// Whom the last attribution line of a post named: further lines of the post are theirs too.
  private var lastSpeaker: String?
  /// Begins the lines that are quoted.
  private var mark: UInt8 = 0x3E
  /// Whether the text is a collection of sayings, divided by lines of `%`.
  private var isCollection = false
  /// Bytes of the last line: one that no program would have wrapped is a paragraph.
  private var lastLineCount = 0
  private static let longLine = 200

  init(_ text: [UInt8], style: Style) {
    self.text = text
    self.style = style
  }

  mutating func parse(_ range: Range<Int>) -> StructuredText {
    var at = range.lowerBound
    let limit = range.upperBound
    isCollection = style == .post && Collection.matches(text, range)
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      let content = line.content(text)
      if content.isEmpty {
        builder.end()
        at = line.next
      } else if isCollection, let end = readSaying(line, limit: limit) {
        at = end
      } else if style == .mail, let header = OriginalMessage(text, line, limit: limit) {
        at = readOriginal(header, depth: 1, limit: limit)
      } else if QuoteLine.isReplyLink(text, content) {
        single(.replyLink, content)
        at = line.next
      } else if let quote = QuoteLine(text, line, mark: mark) {
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
    defer { lastLineCount = content.count }
    if Furniture.isFurniture(text, content) {
      lastSpeaker = nil
      return single(.furniture, content)
    }
    if builder.isOpen, lastLineCount > Self.longLine || content.count > Self.longLine {
      builder.end()
    }
    if isSigned(line, content) {
      builder.quoteOpenBlock(id: nextQuoteID)
      nextQuoteID += 1
      builder.put(0x0A, original: ByteRange(content.lowerBound, content.lowerBound))
      builder.copy(text, content)
      return builder.end()
    }
    if isSignedAtRight(line, content) {
      builder.quoteOpenStanzas(id: takeQuoteID())
      builder.put(
        Array("\n— ".utf8), original: ByteRange(content.lowerBound, content.lowerBound))
      builder.copy(text, content)
      return builder.end()
    }
    if isAddress(content) { return single(.paragraph, content) }
    if isListItem(content) {
      var block = StructuredText.Block(kind: .listItem, range: ByteRange(0, 0))
      block.indent = content.lowerBound - line.start
      builder.begin(block, at: content.lowerBound)
    } else if !builder.isOpen {
      var block = StructuredText.Block(kind: .paragraph, range: ByteRange(0, 0))
      block.indent = content.lowerBound - line.start
      builder.begin(block, at: content.lowerBound)
    } else {
      builder.put(0x0A, original: ByteRange(content.lowerBound, content.lowerBound))
    }
    builder.copy(text, content)
  }

  /// An indented "-- Jane Doe" below a paragraph: the paragraph is hers.
  private func isSigned(_ line: TextLine, _ content: Range<Int>) -> Bool {
    let indent = content.lowerBound - line.start
    guard style == .post, builder.isOpen, content.count <= 120,
      text[line.start] == 0x09 || indent >= 4, startsAttribution(content)
    else { return false }
    return WordCount.count(text, content, upTo: 1) > 0
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
      found = isDateStart(line.start) ? AttributionLine(text, content) : nil
    }
    guard let found, quoteFollows(last.next, limit: limit) else { return nil }
    single(.furniture, content)
    lastSpeaker = found.speaker
    speakers = speakers.filter { style == .mail && $0.key > 1 }
    speakers[1] = found.speaker
    return last.next
  }

  /// Whether a line begins as "On Mon, 3 May" does.
  private func isDateStart(_ start: Int) -> Bool {
    let starts: [StaticString] = ["On ", "Am ", "Le ", "Il ", "El ", "Op ", "Em ", "Den ", "At "]
    return starts.contains { text.has($0, at: start) }
  }

  /// Whether quoted lines follow, with `>` or, two of them, with another sign.
  private mutating func quoteFollows(_ start: Int, limit: Int) -> Bool {
    var at = start
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      at = line.next
      if line.isBlank(text) { continue }
      let first = text[line.content(text).lowerBound]
      guard [0x3E, 0x3C, 0x7C, 0x3A, 0x7D].contains(first),
        QuoteLine(text, line, mark: first) != nil
      else { return false }
      let next = TextLine(text, at: line.next, limit: limit)
      guard first == 0x3E || QuoteLine(text, next, mark: first) != nil else { return false }
      mark = first
      return true
    }
    return false
  }

  mutating func takeQuoteID() -> Int {
    nextQuoteID += 1
    return nextQuoteID - 1
  }

  // MARK: Lines below the header of an original message

  /// Reads the message below the header, and those below it, and returns where its text ends.
  private mutating func readOriginal(_ header: OriginalMessage, depth: Int, limit: Int) -> Int {
    var header = header
    var depth = depth
    while true {
      builder.end()
      single(.furniture, header.range)
      speakers[depth] = header.speaker
      var group: [QuoteLine] = []
      var at = header.bodyStart
      var next: OriginalMessage?
      while at < limit {
        let line = TextLine(text, at: at, limit: limit)
        if isSignature(line) { break }
        next = OriginalMessage(text, line, limit: limit)
        if next != nil { break }
        let quote = QuoteLine(text, line)
        let level = min(64, depth + (quote?.depth ?? 0))
        let body = quote?.body ?? line.content(text)
        if level != group.last?.depth, !body.isEmpty, !group.isEmpty {
          emit(group, nextDepth: level)
          group = []
        }
        group.append(
          QuoteLine(depth: body.isEmpty ? group.last?.depth ?? level : level, body: body))
        at = line.next
      }
      emit(group, nextDepth: 0)
      guard let following = next, depth < 64 else { return next == nil ? at : limit }
      header = following
      depth += 1
    }
  }

  // MARK: Lines with a prefix

  /// Reads the run of `>` lines that starts here, and returns where the next line starts.
  private mutating func readQuote(first: QuoteLine, _ line: TextLine, limit: Int) -> Int {
    builder.end()
    var group = [first]
    var at = line.next
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      guard let quote = QuoteLine(text, line, mark: mark),
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
    mark = 0x3E
    return at
  }

  private mutating func emit(_ group: [QuoteLine], nextDepth: Int) {
    var lines = group
    while let last = lines.last, last.body.isEmpty { lines.removeLast() }
    lines.removeFirst(lines.prefix { $0.body.isEmpty }.count)
    guard let last = lines.last else { return }
    let depth = last.depth
    var said = nextDepth > depth ? AttributionLine(text, last.body) : nil
    var saidFrom = last.body.lowerBound
    if said != nil { lines.removeLast() }
    // "On Tue, 4 March 2025, Jane Roe via list" and "<list@example.org> wrote:" below it.
    if said != nil, let first = lines.last, !first.body.isEmpty, isDateStart(first.body.lowerBound)
    {
      lines.removeLast()
      saidFrom = first.body.lowerBound
      said = AttributionLine(text, first.body, last.body)
    }
    if !lines.isEmpty {
      let quotes =
        style == .mail || speakers[depth] != nil || GreenText.isPassage(text, lines)
      emit(lines, depth: quotes ? depth : 0, isGreen: !quotes)
    }
    if let said {
      builder.begin(
        .init(kind: .furniture, range: ByteRange(0, 0), quoteDepth: depth, quoteID: 0),
        at: saidFrom)
      builder.copy(text, saidFrom..<last.body.upperBound)
      builder.end()
      speakers[depth + 1] = said.speaker
    }
  }

  /// Writes one quotation, or with depth 0 a piece of commentary.
  private mutating func emit(_ lines: [QuoteLine], depth: Int, isGreen: Bool) {
    var block = StructuredText.Block(
      kind: .paragraph, range: ByteRange(0, 0), quoteDepth: depth,
      quoteID: depth > 0 ? nextQuoteID : 0,
      speaker: depth > 0 ? speakers[depth] ?? inheritedSpeaker : nil)
    block.isGreen = isGreen
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

  /// Whom the post answers, unless the line above leads to other words.
  private var inheritedSpeaker: String? {
    guard style == .post, let last = builder.blocks.last else { return nil }
    return last.range.isEmpty || builder.text[last.range.end - 1] == 0x3A ? nil : lastSpeaker
  }

  /// "— Jane Doe", "-- Jane Doe".
  private func startsAttribution(_ body: Range<Int>) -> Bool {
    let at = body.lowerBound
    return body.count <= 160
      && (text.has("—", at: at) || text.has("– ", at: at) || text.has("--", at: at)
        || text.has("― ", at: at))
  }
}
