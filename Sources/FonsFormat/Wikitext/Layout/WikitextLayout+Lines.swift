/// What the first characters of a line say.
extension WikitextLayout {
  /// Prints the line that starts at `at` and returns where the next one starts.
  mutating func line(_ at: Int) -> Int {
    isDefinition = false
    var start = at
    while start < input.count, input[start] == 0x20 || input[start] == 0x09 { start += 1 }
    guard start < input.count else { return start }
    let byte = input[start]
    switch byte {
    case 0x0A:
      close()
      begin(tableDepth > 0 ? .cell : .paragraph, join: tableDepth > 0 ? .line : .paragraph)
      return start + 1
    case UInt8(ascii: "{") where next(start) == UInt8(ascii: "|"): return tableStart(start)
    case UInt8(ascii: "|") where tableDepth > 0 || isTableLeftover(start): return tableLine(start)
    case UInt8(ascii: "!") where tableDepth > 0: return cells(start + 1, isHeader: true)
    default: break
    }
    guard start == at || tableDepth > 0 else { return preformatted(start) }
    switch byte {
    case UInt8(ascii: "="):
      if let next = heading(start) { return next }
    case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ";"):
      return listItem(start)
    case UInt8(ascii: "-") where WikitextBytes.matches(input, at: start, "----"):
      begin(.paragraph, join: .paragraph)
      while start < input.count, input[start] == byte { start += 1 }
    default: break
    }
    return textLine(start)
  }

  private func next(_ at: Int) -> UInt8 { at + 1 < input.count ? input[at + 1] : 0 }

  private mutating func textLine(_ start: Int) -> Int {
    let continues = isOpen && (kind == .paragraph || kind == .cell || kind == .caption)
    if continues {
      space()
    } else if tableDepth > 0 {
      begin(.cell, join: rowHasOutput ? .line : .paragraph)
    } else {
      // Text right after a list item or heading is a paragraph of its own.
      begin(.paragraph, join: .paragraph)
    }
    return inline(start, input.count, stopsAtNewline: true) + 1
  }

  private mutating func preformatted(_ start: Int) -> Int {
    begin(.code, join: .line)
    return inline(start, input.count, stopsAtNewline: true) + 1
  }

  private mutating func heading(_ start: Int) -> Int? {
    var lineEnd = start
    while lineEnd < input.count, input[lineEnd] != 0x0A { lineEnd += 1 }
    var end = lineEnd
    while end > start, WikitextBytes.isSpace(input[end - 1]) { end -= 1 }
    var left = 0
    while start + left < end, input[start + left] == UInt8(ascii: "=") { left += 1 }
    var right = 0
    while end - right > start + left, input[end - right - 1] == UInt8(ascii: "=") { right += 1 }
    let level = min(left, right, 6)
    guard level > 0 else { return nil }
    close(isSectionEnd: true)
    begin(.heading, level: level, join: .paragraph)
    _ = inline(start + level, end - level, depth: 0)
    close()
    begin(.paragraph, join: .paragraph)
    return lineEnd + 1
  }

  private mutating func listItem(_ at: Int) -> Int {
    var start = at
    while start < input.count, Self.isListPrefix(input[start]) { start += 1 }
    let last = input[start - 1]
    while start < input.count, input[start] == 0x20 { start += 1 }
    if start < input.count, input[start] == UInt8(ascii: "{"), next(start) == UInt8(ascii: "|") {
      return tableStart(start)
    }
    isDefinition = last == UInt8(ascii: ";")
    begin(last == UInt8(ascii: ":") ? .paragraph : .listItem, join: .line)
    let end = inline(start, input.count, stopsAtNewline: true)
    close()
    begin(.paragraph, join: .paragraph)
    return end + 1
  }

  private static func isListPrefix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ";")
  }

  // MARK: Tables

  private func isTableLeftover(_ at: Int) -> Bool {
    next(at) == UInt8(ascii: "}") || next(at) == UInt8(ascii: "-")
  }

  private func lineEnd(_ at: Int) -> Int {
    var end = at
    while end < input.count, input[end] != 0x0A { end += 1 }
    return end
  }

  private mutating func tableStart(_ at: Int) -> Int {
    close(isSectionEnd: true)
    begin(.cell, join: .paragraph)
    tableDepth += 1
    rowHasOutput = false
    return lineEnd(at) + 1
  }

  private mutating func tableLine(_ at: Int) -> Int {
    switch next(at) {
    case UInt8(ascii: "}"):
      close()
      tableDepth = max(0, tableDepth - 1)
      begin(
        tableDepth > 0 ? .cell : .paragraph,
        join: tableDepth > 0 ? .line : .paragraph)
      return inline(at + 2, input.count, stopsAtNewline: true) + 1
    case UInt8(ascii: "-"):
      close()
      rowHasOutput = false
      return lineEnd(at) + 1
    case UInt8(ascii: "+"):
      begin(.caption, join: .paragraph)
      let start = afterAttributes(at + 2, isHeader: false)
      let end = inline(start, input.count, stopsAtNewline: true)
      rowHasOutput = false
      return end + 1
    default: return cells(at + 1, isHeader: false)
    }
  }

  /// Prints the cells of a line that begins with `|` or `!`.
  private mutating func cells(_ at: Int, isHeader: Bool) -> Int {
    var start = at
    while true {
      beginCell()
      let content = afterAttributes(start, isHeader: isHeader)
      let end = inline(
        content, input.count, stopsAtNewline: true,
        cell: isHeader ? UInt8(ascii: "!") : UInt8(ascii: "|"))
      guard end < input.count, input[end] != 0x0A else { return end + 1 }
      start = end + 2
    }
  }

  mutating func beginCell() {
    close()
    let follows = rowHasOutput
    begin(.cell, join: follows ? .cell : blocks.last?.kind == .cell ? .line : .paragraph)
  }

  /// Where the content of a cell starts: after `attributes |`, if it has any.
  private func afterAttributes(_ start: Int, isHeader: Bool) -> Int {
    var at = start
    while at < input.count {
      let byte = input[at]
      switch byte {
      case 0x0A, WikitextBytes.note: return start
      case UInt8(ascii: "|"): return next(at) == byte ? start : at + 1
      case UInt8(ascii: "!") where isHeader && next(at) == byte: return start
      case UInt8(ascii: "[") where next(at) == byte: return start
      default: at += 1
      }
    }
    return start
  }
}
