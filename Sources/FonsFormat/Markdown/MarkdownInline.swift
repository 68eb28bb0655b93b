/// Reads the inline markup of one leaf: what to leave out, what to replace, and which spans there
/// are, all in offsets of the leaf's raw text.
///
/// - Complexity: O(*n*): stacks are searched to a bounded depth, and a search that found nothing is
///   not repeated.
struct MarkdownInline {
  struct Edit {
    var range: Range<Int>
    var replacement: [UInt8] = []
  }

  struct Mark {
    enum Kind {
      case link(String)
      case emphasis, code
      case note(String)
    }
    var kind: Kind
    var range: Range<Int>
  }

  private struct Delimiter {
    var byte: UInt8
    var range: Range<Int>
  }

  private struct Bracket {
    var at: Int
    var isImage: Bool
  }

  private let raw: [UInt8]
  private let definitions: [String: String]
  private(set) var edits: [Edit] = []
  private(set) var marks: [Mark] = []
  private var delimiters: [Delimiter] = []
  private var brackets: [Bracket] = []
  /// The last run of backticks of each length.
  private var lastTicks: [Int: Int]?

  init(_ raw: [UInt8], definitions: [String: String]) {
    self.raw = raw
    self.definitions = definitions
    var index = 0
    while index < raw.count { index = step(index) }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    marks.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func step(_ at: Int) -> Int {
    switch raw[at] {
    case 0x5C:
      guard at + 1 < raw.count, ASCII.isPunctuation(raw[at + 1]) else { return at + 1 }
      remove(at..<at + 1)
      return at + 2
    case 0x60: return code(at)
    case 0x3C: return tag(at)
    case 0x26:
      guard let entity = Entities.decode(raw, at: at, end: raw.count) else { return at + 1 }
      var bytes: [UInt8] = []
      UTF8Text.append(entity.scalar, to: &bytes)
      edits.append(Edit(range: at..<at + entity.length, replacement: bytes))
      return at + entity.length
    case 0x2A, 0x5F: return delimiter(at)
    case 0x21 where at + 1 < raw.count && raw[at + 1] == 0x5B:
      push(Bracket(at: at, isImage: true))
      return at + 2
    case 0x5B:
      push(Bracket(at: at, isImage: false))
      return at + 1
    case 0x5D: return closeBracket(at)
    default: return at + 1
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    if !range.isEmpty { edits.append(Edit(range: range)) }
  }

  // MARK: Code and tags

  private mutating func code(_ at: Int) -> Int {
    var end = at
    while end < raw.count, raw[end] == 0x60 { end += 1 }
    let length = end - at
    if lastTicks == nil { lastTicks = Self.surveyTicks(raw) }
    guard let last = lastTicks?[length], last > at else { return end }
    var index = end
    while index < raw.count {
      guard raw[index] == 0x60 else {
        index += 1
        continue
      }
      let start = index
      while index < raw.count, raw[index] == 0x60 { index += 1 }
      if index - start == length {
        remove(at..<end)
        remove(start..<index)
        marks.append(Mark(kind: .code, range: end..<start))
        return index
      }
    }
    return end
  }

  private static func surveyTicks(_ raw: [UInt8]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var index = 0
    while index < raw.count {
      let start = index
      while index < raw.count, raw[index] == 0x60 { index += 1 }
      if index > start { result[index - start] = start } else { index += 1 }
    }
    return result
  }

  /// `<https://…>` and inline tags.
  private mutating func tag(_ at: Int) -> Int {
    guard at + 1 < raw.count else { return at + 1 }
    let next = raw[at + 1]
    guard ASCII.isLetter(next) || next == 0x2F || next == 0x21 else { return at + 1 }
    let limit = min(raw.count, at + 2000)
    guard let end = (at + 1..<limit).first(where: { raw[$0] == 0x3E || raw[$0] == 0x3C }),
      raw[end] == 0x3E
    else { return at + 1 }
    let inside = at + 1..<end
    let isAddress =
      raw.hasIgnoringCase("http", at: at + 1) || raw.hasIgnoringCase("mailto:", at: at + 1)
    if isAddress, !inside.contains(where: { ASCII.isSpace(raw[$0]) }) {
      remove(at..<at + 1)
      remove(end..<end + 1)
      marks.append(Mark(kind: .link(raw.string(inside)), range: inside))
    } else if raw.hasIgnoringCase("br", at: at + 1) {
      edits.append(Edit(range: at..<end + 1, replacement: [0x0A]))
    } else {
      remove(at..<end + 1)
    }
    return end + 1
  }

  // MARK: Emphasis

  private mutating func delimiter(_ at: Int) -> Int {
    let byte = raw[at]
    var end = at
    while end < raw.count, raw[end] == byte { end += 1 }
    let before = at == 0 ? 0x20 : raw[at - 1]
    let after = end == raw.count ? 0x20 : raw[end]
    let spaceBefore = ASCII.isSpace(before)
    let spaceAfter = ASCII.isSpace(after)
    let wordBefore = ASCII.isAlphanumeric(before) || before >= 0x80
    let wordAfter = ASCII.isAlphanumeric(after) || after >= 0x80
    let opens =
      !spaceAfter && (byte == 0x2A || !wordBefore)
      && (wordAfter || spaceBefore || !wordBefore)
    let closes =
      !spaceBefore && (byte == 0x2A || !wordAfter)
      && (wordBefore || spaceAfter || !wordAfter)
    var range = at..<min(end, at + 3)
    if closes {
      var depth = 0
      while depth < 32, depth < delimiters.count, !range.isEmpty {
        let index = delimiters.count - 1 - depth
        let open = delimiters[index]
        guard open.byte == byte else {
          depth += 1
          continue
        }
        let size = min(open.range.count, range.count)
        remove(open.range.upperBound - size..<open.range.upperBound)
        remove(range.lowerBound..<range.lowerBound + size)
        marks.append(Mark(kind: .emphasis, range: open.range.upperBound..<range.lowerBound))
        delimiters.removeSubrange(index...)
        if open.range.count > size {
          delimiters.append(
            Delimiter(byte: byte, range: open.range.lowerBound..<open.range.upperBound - size))
        }
        range = range.lowerBound + size..<range.upperBound
        depth = 0
      }
    }
    if opens, !range.isEmpty { delimiters.append(Delimiter(byte: byte, range: range)) }
    return end
  }

  // MARK: Links

  private mutating func push(_ bracket: Bracket) {
    if brackets.count >= 256 { brackets.removeFirst(128) }
    brackets.append(bracket)
  }

  private mutating func closeBracket(_ at: Int) -> Int {
    guard let open = brackets.popLast() else { return at + 1 }
    let inside = open.at + (open.isImage ? 2 : 1)..<at
    if !inside.isEmpty, raw[inside.lowerBound] == 0x5E, !open.isImage, inside.count < 100 {
      let key = raw.string(inside.lowerBound + 1, at)
      remove(inside.lowerBound..<inside.lowerBound + 1)
      marks.append(Mark(kind: .note(key), range: open.at..<at + 1))
      return at + 1
    }
    guard let target = target(after: at + 1, label: inside) else { return at + 1 }
    if open.isImage {
      remove(open.at..<target.end)
      return target.end
    }
    let isNumber = inside.count <= 3 && inside.allSatisfy { ASCII.isDigit(raw[$0]) }
    let isBracketed =
      inside.count >= 2 && raw[inside.lowerBound] == 0x5B && raw[inside.upperBound - 1] == 0x5D
    if isNumber && !isBracketed {
      // A number glued to a word would change it: `warm[1](…)` reads "warm[1]".
      remove(at + 1..<target.end)
      marks.append(Mark(kind: .link(target.address), range: open.at..<at + 1))
    } else {
      remove(open.at..<inside.lowerBound)
      remove(at..<target.end)
      marks.append(Mark(kind: .link(target.address), range: inside))
    }
    return target.end
  }

  /// What follows the closing bracket: `(address "title")`, `[label]`, or nothing for a label.
  private func target(after at: Int, label: Range<Int>) -> (address: String, end: Int)? {
    if at < raw.count, raw[at] == 0x28, let inline = inlineTarget(at) { return inline }
    if at < raw.count, raw[at] == 0x5B, !definitions.isEmpty,
      let end = (at..<min(raw.count, at + 200)).first(where: { raw[$0] == 0x5D })
    {
      let range = end == at + 1 ? label : at + 1..<end
      if let address = definitions[raw.string(range).lowercased()] { return (address, end + 1) }
    }
    guard !definitions.isEmpty, label.count < 200,
      let address = definitions[raw.string(label).lowercased()]
    else { return nil }
    return (address, at)
  }

  private func inlineTarget(_ at: Int) -> (address: String, end: Int)? {
    let limit = min(raw.count, at + 4000)
    var index = at + 1
    while index < limit, ASCII.isSpace(raw[index]) { index += 1 }
    let start = index
    var end = start
    if index < limit, raw[index] == 0x3C {
      guard let close = (index..<limit).first(where: { raw[$0] == 0x3E }) else { return nil }
      end = close
      index = close + 1
    } else {
      var depth = 0
      while index < limit, !ASCII.isSpace(raw[index]) {
        if raw[index] == 0x28 { depth += 1 }
        if depth > 32 { return nil }
        if raw[index] == 0x29 {
          if depth == 0 { break }
          depth -= 1
        }
        index += 1
      }
      end = index
    }
    guard start < limit else { return nil }
    let address = raw[start] == 0x3C ? raw.string(start + 1, end) : raw.string(start, end)
    while index < limit, ASCII.isSpace(raw[index]) { index += 1 }
    if index < limit, [0x22, 0x27, 0x28].contains(raw[index]) {
      let quote: UInt8 = raw[index] == 0x28 ? 0x29 : raw[index]
      index += 1
      while index < limit, raw[index] != quote { index += 1 }
      index += 1
      while index < limit, ASCII.isSpace(raw[index]) { index += 1 }
    }
    return index < limit && raw[index] == 0x29 ? (address, index + 1) : nil
  }
}
