/// Splits Markdown into leaves: paragraphs, headings, list items, code, with their quote depth.
struct MarkdownBlocks {
  private let text: [UInt8]
  private var leaves: [MarkdownLeaf] = []
  private var leaf: MarkdownLeaf?
  /// Addresses by lower-case label, from `[label]: address` lines.
  private(set) var definitions: [String: String] = [:]
  private var quoteID = 0
  private var quoteIsOpen = false
  private var inList = false
  private var afterBlank = true
  private var htmlDepth = 0
  private var note: String?
  private var fence: (mark: UInt8, length: Int, depth: Int)?

  private let textStart: Int

  /// - Parameter start: where the text begins, behind what the file says of itself.
  init(_ text: [UInt8], from start: Int) {
    self.text = text
    textStart = start
  }

  mutating func parse() -> [MarkdownLeaf] {
    var at = textStart
    while at < text.count {
      let line = TextLine(text, at: at, limit: text.count)
      at = line.next
      read(line)
    }
    close()
    return leaves
  }

  private mutating func close() {
    if let leaf, !leaf.lines.isEmpty { leaves.append(leaf) }
    leaf = nil
  }

  /// Where a line's content starts after its `>` marks, and how many there are; within a fence no
  /// more than stand before the fence.
  private func prefix(_ line: TextLine) -> (start: Int, depth: Int) {
    var index = line.start
    var depth = 0
    while index < line.end, depth < fence?.depth ?? .max {
      var after = index
      while after < line.end, ASCII.isSpace(text[after]), inList || after - index < 4 { after += 1 }
      guard after < line.end, after - index < 4 || inList else { break }
      // Exports of forums write the mark as an entity.
      let isEntity = text.has("&gt;", at: after) && !inList
      guard text[after] == 0x3E || isEntity else { break }
      depth += 1
      index = after + (isEntity ? 4 : 1)
      if index < line.end, text[index] == 0x20 { index += 1 }
    }
    return (index, depth)
  }

  private mutating func read(_ line: TextLine) {
    var (start, depth) = prefix(line)
    if readFence(line, start, depth) { return }
    var content = text.trimmed(start, line.end)
    if content.isEmpty {
      close()
      if depth == 0 { quoteIsOpen = false }
      afterBlank = true
      return
    }
    let indent = content.lowerBound - start
    defer { afterBlank = false }
    if isLazy(content, depth) {
      leaf?.lines.append(content)
      return
    }
    content = htmlQuote(content)
    depth += htmlDepth
    defer { closeHTMLQuote(line) }
    if content.isEmpty { return }
    updateQuote(depth)
    if afterBlank, indent == 0 {
      inList = false
      note = nil
    }
    if indent >= 4, leaf == nil || leaf?.kind == .code, !inList, note == nil {
      return code(start + 4..<content.upperBound, depth)
    }
    if startLeaf(content, depth) { return }
    start = content.lowerBound
    if var open = leaf, open.depth == depth,
      open.kind == .paragraph || open.kind == .listItem
        || open.kind == .furniture
    {
      if let level = setext(content), open.kind == .paragraph {
        open.kind = .heading
        open.level = level
        leaf = open
        close()
        return
      }
      leaf?.lines.append(content)
      return
    }
    begin(note == nil ? .paragraph : .furniture, depth, [content])
    leaf?.note = note
  }

  private mutating func begin(
    _ kind: StructuredText.Block.Kind, _ depth: Int, _ lines: [Range<Int>], level: Int = 0
  ) {
    close()
    leaf = MarkdownLeaf(
      kind: kind, level: level, depth: depth, quoteID: depth > 0 ? quoteID : 0, lines: lines)
  }

  private mutating func updateQuote(_ depth: Int) {
    if depth > 0, !quoteIsOpen { quoteID += 1 }
    if depth == 0, let leaf, leaf.depth > 0 { close() }
    quoteIsOpen = depth > 0
  }

  /// Whether the line goes on with the paragraph of a deeper quotation.
  private func isLazy(_ content: Range<Int>, _ depth: Int) -> Bool {
    guard let leaf, leaf.depth > depth + htmlDepth,
      leaf.kind == .paragraph || leaf.kind == .listItem
    else { return false }
    let first = text[content.lowerBound]
    return
      !(first == 0x23 || isRule(content) || listMarker(content) != nil
      || fenceMark(content.lowerBound, content.upperBound) != nil || first == 0x3C)
  }

  // MARK: Leaves that one line begins

  /// Headings, rules, lists, tables, definitions: true where the line was one of these.
  private mutating func startLeaf(_ content: Range<Int>, _ depth: Int) -> Bool {
    let first = text[content.lowerBound]
    if first == 0x23, let heading = heading(content) {
      begin(.heading, depth, [heading.content], level: heading.level)
      close()
      return true
    }
    if leaf == nil || setext(content) == nil, isRule(content) {
      close()
      return true
    }
    if first == 0x5B, let definition = definition(content) {
      readDefinition(definition, depth)
      return true
    }
    if first == 0x7C {
      let isRuler = content.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains(text[$0]) }
      if !isRuler { begin(.cell, depth, [content]) }
      close()
      return true
    }
    guard let marker = listMarker(content) else { return false }
    inList = true
    var inner = text.trimmed(marker, content.upperBound)
    var depth = depth
    while !inner.isEmpty, text[inner.lowerBound] == 0x3E {
      depth += 1
      inner = text.trimmed(inner.lowerBound + 1, inner.upperBound)
    }
    updateQuote(depth)
    begin(.listItem, depth, inner.isEmpty ? [] : [inner])
    if ASCII.isDigit(first) {
      leaf?.label = text.string(
        content.lowerBound, text.trimmed(content.lowerBound, marker).upperBound - 1)
    }
    return true
  }

  private mutating func readDefinition(
    _ definition: (label: String, body: Range<Int>), _ depth: Int
  ) {
    if definition.label.hasPrefix("^") {
      note = String(definition.label.dropFirst())
      begin(.furniture, depth, definition.body.isEmpty ? [] : [definition.body])
      leaf?.note = note
      return
    }
    close()
    var address = text.string(definition.body).prefix { !$0.isWhitespace }
    if address.hasPrefix("<"), address.hasSuffix(">") { address = address.dropFirst().dropLast() }
    let label = definition.label.lowercased()
    if definitions[label] == nil { definitions[label] = String(address) }
  }

  /// `[label]: body`.
  private func definition(_ content: Range<Int>) -> (label: String, body: Range<Int>)? {
    var index = content.lowerBound + 1
    let limit = min(content.upperBound, index + 200)
    while index < limit, text[index] != 0x5D, text[index] != 0x5B { index += 1 }
    guard index > content.lowerBound + 1, index + 1 < content.upperBound, index < limit,
      text[index] == 0x5D, text[index + 1] == 0x3A
    else { return nil }
    let label = text.string(content.lowerBound + 1, index)
    let body = text.trimmed(index + 2, content.upperBound)
    if label.hasPrefix("^") { return (label, body) }
    guard !body.isEmpty, leaf == nil || leaf?.kind != .paragraph else { return nil }
    let looksLikeAddress =
      text.hasIgnoringCase("http", at: body.lowerBound) || text[body.lowerBound] == 0x3C
      || text[body.lowerBound] == 0x2F || text.has("www.", at: body.lowerBound)
      || text.hasIgnoringCase("mailto:", at: body.lowerBound) || text[body.lowerBound] == 0x23
    return looksLikeAddress ? (label, body) : nil
  }

  private func heading(_ content: Range<Int>) -> (level: Int, content: Range<Int>)? {
    var index = content.lowerBound
    while index < content.upperBound, text[index] == 0x23 { index += 1 }
    let level = index - content.lowerBound
    guard level <= 6, index == content.upperBound || ASCII.isSpace(text[index]) else { return nil }
    var end = content.upperBound
    while end > index, text[end - 1] == 0x23 { end -= 1 }
    return (level, text.trimmed(index, end))
  }

  private func setext(_ content: Range<Int>) -> Int? {
    guard leaf?.kind == .paragraph else { return nil }
    let first = text[content.lowerBound]
    guard first == 0x3D || first == 0x2D, content.allSatisfy({ text[$0] == first }) else {
      return nil
    }
    return first == 0x3D ? 1 : 2
  }

  private func isRule(_ content: Range<Int>) -> Bool {
    let first = text[content.lowerBound]
    guard first == 0x2A || first == 0x2D || first == 0x5F, content.count >= 3 else { return false }
    var marks = 0
    for index in content {
      if text[index] == first { marks += 1 } else if text[index] != 0x20 { return false }
    }
    return marks >= 3
  }

  /// After a bullet or number with its space.
  private func listMarker(_ content: Range<Int>) -> Int? {
    var index = content.lowerBound
    if [0x2D, 0x2A, 0x2B].contains(text[index]) {
      index += 1
    } else {
      while index < content.upperBound, ASCII.isDigit(text[index]), index - content.lowerBound < 9 {
        index += 1
      }
      guard index > content.lowerBound, index < content.upperBound,
        text[index] == 0x2E || text[index] == 0x29
      else { return nil }
      index += 1
    }
    return index < content.upperBound && ASCII.isSpace(text[index]) ? index + 1 : nil
  }

  // MARK: Code

  private mutating func code(_ range: Range<Int>, _ depth: Int) {
    if leaf?.kind != .code { begin(.code, depth, []) }
    leaf?.lines.append(range)
  }

  private func fenceMark(_ start: Int, _ end: Int) -> (mark: UInt8, length: Int)? {
    guard start < end, text[start] == 0x60 || text[start] == 0x7E else { return nil }
    var index = start
    while index < end, text[index] == text[start] { index += 1 }
    return index - start >= 3 ? (text[start], index - start) : nil
  }

  /// Fenced code: true where the line belongs to it.
  private mutating func readFence(_ line: TextLine, _ start: Int, _ depth: Int) -> Bool {
    let content = text.trimmed(start, line.end)
    let mark = fenceMark(content.lowerBound, content.upperBound)
    if let open = fence {
      if depth < open.depth {
        fence = nil
        close()
        return false
      }
      if let mark, mark.mark == open.mark, mark.length >= open.length,
        content.count == mark.length
      {
        fence = nil
        close()
      } else if line.end > start {
        leaf?.lines.append(start..<line.end)
      }
      return true
    }
    guard let mark, content.lowerBound - start < 4 || inList else { return false }
    let rest = content.lowerBound + mark.length..<content.upperBound
    if mark.mark == 0x60, rest.contains(where: { text[$0] == 0x60 }) { return false }
    updateQuote(depth)
    begin(.code, depth, [])
    fence = (mark.mark, mark.length, depth)
    return true
  }

  // MARK: HTML quotations

  /// Takes `<blockquote>` off the front of a line.
  private mutating func htmlQuote(_ content: Range<Int>) -> Range<Int> {
    guard text.hasIgnoringCase("<blockquote", at: content.lowerBound),
      let close = content.first(where: { text[$0] == 0x3E })
    else { return content }
    self.close()
    htmlDepth = min(htmlDepth + 1, 64)
    return text.trimmed(close + 1, content.upperBound)
  }

  private mutating func closeHTMLQuote(_ line: TextLine) {
    guard htmlDepth > 0, text.find("</blockquote", from: line.start, to: line.end) != nil else {
      return
    }
    close()
    htmlDepth -= 1
    quoteIsOpen = htmlDepth > 0
  }
}
