/// What stands inside a line: links, emphasis, entities, marks.
extension WikitextLayout {
  /// Bytes that may mean something; a space only where another one or a line's end follows.
  private static let special: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in 0..<0x20 { table[byte] = true }
    for byte in " ['<&|!_:".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// Prints `from..<to` and returns where it stopped: at `to`, at the line's end where it
  /// `stopsAtNewline`, or at the `||` or `!!` that ends a cell.
  mutating func inline(
    _ from: Int, _ to: Int, depth: Int = 0, stopsAtNewline: Bool = false, cell: UInt8 = 0
  ) -> Int {
    let table = Self.special
    var at = from
    while at < to {
      let start = at
      while at < to {
        if table[Int(input[at])] {
          // A single space between two plain characters is part of the run.
          guard input[at] == 0x20, at > start, at + 1 < to, !table[Int(input[at + 1])] else {
            break
          }
        }
        at += 1
      }
      if at > start { emit(start, at) }
      guard at < to else { return to }
      let byte = input[at]
      switch byte {
      case 0x20, 0x09:
        space()
        at += 1
      case 0x0A:
        if stopsAtNewline { return at }
        space()
        at += 1
      case UInt8(ascii: "|") where cell != 0 && pairs(at, to),
        UInt8(ascii: "!") where cell == byte && pairs(at, to):
        return at
      case UInt8(ascii: "["): at = bracket(at, to, depth)
      case UInt8(ascii: "'"): at = apostrophes(at, to)
      case UInt8(ascii: "<"): at = tag(at, to)
      case UInt8(ascii: "&"): at = entity(at, to)
      case UInt8(ascii: "_"): at = magicWord(at, to)
      case UInt8(ascii: ":") where isDefinition && depth == 0 && isDefinitionColon(at, to):
        isDefinition = false
        begin(.listItem, join: .line)
        at += 1
      case WikitextBytes.note:
        at = note(at)
      case 0x00..<0x20:
        printed(byte)
        at += 1
      default:
        emit(byte)
        at += 1
      }
    }
    return max(at, to)
  }

  private func pairs(_ at: Int, _ to: Int) -> Bool { at + 1 < to && input[at + 1] == input[at] }

  /// The first colon ends the term, but for that of an address.
  private func isDefinitionColon(_ at: Int, _ to: Int) -> Bool {
    !WikitextBytes.matches(input, at: at, "://")
  }

  private mutating func printed(_ byte: UInt8) {
    if byte == WikitextBytes.hardNewline {
      if isOpen { lineBreak() }
    } else {
      let character = WikitextBytes.printed[Int(byte)]
      if character >= 0x20 { emit(character) }
    }
  }

  private mutating func note(_ at: Int) -> Int {
    var use = 0
    var end = at + 1
    while end < input.count, end <= at + WikitextBytes.noteDigits, input[end] & 0xF8 == 0x10 {
      use = use << 3 | Int(input[end] & 7)
      end += 1
    }
    emitNote(use)
    return end
  }

  // MARK: Emphasis

  private mutating func apostrophes(_ at: Int, _ to: Int) -> Int {
    var end = at
    while end < to, input[end] == UInt8(ascii: "'") { end += 1 }
    let count = end - at
    switch count {
    case 1: emit(UInt8(ascii: "'"))
    case 2, 5: break
    case 3:
      if at >= quotesCheckedTo { checkQuotes() }
      if at == splitQuote { emit(UInt8(ascii: "'")) }
    case 4: emit(UInt8(ascii: "'"))
    // Emphasis around a template that printed nothing.
    case 6, 10: break
    default: emit([UInt8](repeating: UInt8(ascii: "'"), count: count - 5))
    }
    return end
  }

  /// As MediaWiki does where a line leaves both bold and italics open: one `'''` is taken for an
  /// apostrophe and `''`, best one after a word of a single letter (`l'''amour''`).
  private mutating func checkQuotes() {
    var (bold, italic) = (0, 0)
    var (single, multiple, spaced) = (-1, -1, -1)
    var at = lineStart
    while at < input.count, input[at] != 0x0A {
      guard input[at] == UInt8(ascii: "'") else {
        at += 1
        continue
      }
      let start = at
      while at < input.count, input[at] == UInt8(ascii: "'") { at += 1 }
      switch at - start {
      case 1: break
      case 2: italic += 1
      case 3, 4:
        bold += 1
        let before = start > lineStart ? input[start - 1] : 0x20
        let before2 = start > lineStart + 1 ? input[start - 2] : 0x20
        if before == 0x20 {
          if spaced < 0 { spaced = start }
        } else if before2 == 0x20 {
          if single < 0 { single = start }
        } else if multiple < 0 {
          multiple = start
        }
      default:
        bold += 1
        italic += 1
      }
    }
    quotesCheckedTo = at
    splitQuote = -1
    if bold & 1 == 1, italic & 1 == 1 {
      splitQuote = single >= 0 ? single : multiple >= 0 ? multiple : spaced
    }
  }

  // MARK: Entities and magic words

  private mutating func entity(_ at: Int, _ to: Int) -> Int {
    var end = at + 1
    while end < to, end - at < 34,
      input[end] == UInt8(ascii: "#")
        || WikitextBytes.isLetter(input[end]) || WikitextBytes.isDigit(input[end])
    { end += 1 }
    if end < to, input[end] == UInt8(ascii: ";"), let bytes = decoded(at + 1, end) {
      if bytes == [0x20] || bytes == [0x0A] || bytes == [0x09] { space() } else { emit(bytes) }
      return end + 1
    }
    emit(UInt8(ascii: "&"))
    return at + 1
  }

  private func decoded(_ from: Int, _ to: Int) -> [UInt8]? {
    guard from < to else { return nil }
    guard input[from] == UInt8(ascii: "#") else {
      return WikitextEntities.named(input, from, to)
    }
    let isHex = from + 1 < to && input[from + 1] | 0x20 == UInt8(ascii: "x")
    let digits = String(decoding: input[(from + (isHex ? 2 : 1))..<to], as: UTF8.self)
    guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    guard value >= 0x20 || value == 0x0A || value == 0x09 else { return [] }
    return Array(String(Character(scalar)).utf8)
  }

  /// `__NOTOC__` and its kin, in any language that has capitals.
  private mutating func magicWord(_ at: Int, _ to: Int) -> Int {
    if pairs(at, to) {
      var end = at + 2
      while end < to, end - at < 60, input[end] >= 0x80 || input[end] &- 0x41 < 26 { end += 1 }
      if end > at + 3, end + 1 < to, input[end] == UInt8(ascii: "_"), pairs(end, to) {
        return end + 2
      }
    }
    emit(UInt8(ascii: "_"))
    return at + 1
  }
}
