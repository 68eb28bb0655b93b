import FonsFormat
import FonsText

/// The list that an answer or article ends with: `[1] https://…`, `[2]: Doe, A History`.
///
/// Its lines are neither quotation nor commentary; they say what `[1]` in the text means.
struct ReferenceList: Sendable {
  struct Entry {
    var text: ByteRange
  }

  private(set) var entries: [String: Entry] = [:]
  /// Keys in the order of the list.
  private var keys: [String] = []
  /// The blocks that hold nothing else.
  private(set) var blocks: Set<Int> = []

  init(_ structured: StructuredText) {
    let text = structured.text
    var isNotes = false
    for (index, block) in structured.blocks.enumerated()
    where block.quoteDepth == 0 && block.kind != .code {
      if Self.isHeading(text, block) {
        isNotes = true
        continue
      }
      if block.kind == .heading {
        isNotes = false
        continue
      }
      if let label = block.label, isNotes || block.kind == .furniture {
        blocks.insert(index)
        add(label, block.range)
        continue
      }
      if isNotes, addLines(text, block.range) {
        blocks.insert(index)
        continue
      }
      var found: [(String, ByteRange)] = []
      var isPure = true
      var start = block.range.start
      while start < block.range.end {
        let end = Self.end(ofEntryAt: start, in: text, limit: block.range.end)
        if let entry = Self.entry(text, start, end) {
          found.append(entry)
        } else if found.isEmpty {
          isPure = false
          break
        }
        start = end + 1
      }
      guard isPure, !found.isEmpty else { continue }
      // "[7] ships" at the start of a paragraph is text: a list has several, or an address.
      let hasAddress = found.contains { Self.hasAddress(text, $0.1) }
      guard hasAddress || found.count > 1 else { continue }
      blocks.insert(index)
      for (key, range) in found { add(key, range) }
    }
  }

  /// What the list says before the entry of a key.
  func before(_ key: String) -> ByteRange? {
    guard let index = keys.firstIndex(of: key), index > 0 else { return nil }
    // "Ibid." may follow "ibid.": the first before them that says more.
    return keys[..<index].suffix(16).reversed().lazy.compactMap { entries[$0]?.text }
      .first { $0.count > 24 }
  }

  private mutating func add(_ key: String, _ range: ByteRange) {
    guard entries[key] == nil else { return }
    entries[key] = Entry(text: range)
    keys.append(key)
  }

  /// "Notes", "SOURCES:".
  private static func isHeading(_ text: [UInt8], _ block: StructuredText.Block) -> Bool {
    guard block.range.count <= 40 else { return false }
    let word = text.string(block.range.range).lowercased().split {
      !$0.isLetter && $0 != "-"
    }
    return word.count == 1 && SpeechWords.has(String(word[0]), .notes)
  }

  /// Lines such as "1 Statutes, cap. 12." behind the heading of a list; true where all are.
  private mutating func addLines(_ text: [UInt8], _ range: ByteRange) -> Bool {
    var found: [(String, ByteRange)] = []
    var start = range.start
    while start < range.end {
      var end = start
      while end < range.end, text[end] != 0x0A { end += 1 }
      var digits = start
      while digits < end, ASCII.isDigit(text[digits]), digits - start < 4 { digits += 1 }
      var body = digits
      while body < end, [0x2E, 0x29, 0x20, 0x3A].contains(text[body]) { body += 1 }
      if digits > start, body > digits {
        found.append((text.string(start, digits), ByteRange(body, end)))
      } else if let last = found.last {
        found[found.count - 1].1 = ByteRange(last.1.start, end)
      } else {
        return false
      }
      start = end + 1
    }
    for (key, range) in found { add(key, range) }
    return !found.isEmpty
  }

  /// Where the entry that begins at `start` ends: at the line's end, or before the next number of
  /// the list, since Markdown joins the lines of a paragraph.
  private static func end(ofEntryAt start: Int, in text: [UInt8], limit: Int) -> Int {
    var end = start
    while end < limit, text[end] != 0x0A { end += 1 }
    guard text[start] == 0x5B, let close = text[start..<end].firstIndex(of: 0x5D),
      let number = Int(text.string(start + 1, close))
    else { return end }
    let next = Array(" [\(number + 1)] ".utf8)
    return text[close..<end].firstRange(of: next)?.lowerBound ?? end
  }

  /// `[1] …`, `[1]: …`, `¹ …`.
  private static func entry(_ text: [UInt8], _ start: Int, _ end: Int) -> (String, ByteRange)? {
    guard start + 2 < end else { return nil }
    var index = start
    var key = ""
    if text[index] == 0x5B {
      index += 1
      let open = index
      while index < end, index - open < 12, text[index] != 0x5D { index += 1 }
      guard index < end, text[index] == 0x5D, index > open else { return nil }
      key = text.string(open, index)
      guard key.utf8.allSatisfy({ ASCII.isAlphanumeric($0) }), key.utf8.count <= 4 else {
        return nil
      }
      index += 1
    } else {
      while let digit = Superscript.digit(text, at: index, end: end) {
        key += String(digit.value)
        index += digit.length
      }
      guard !key.isEmpty, key.utf8.count <= 3 else { return nil }
    }
    if index < end, text[index] == 0x3A { index += 1 }
    let body = text.trimmed(index, end)
    guard !body.isEmpty, body.lowerBound > index || text[body.lowerBound] == 0x68 else {
      return nil
    }
    return (key, ByteRange(body))
  }

  private static func hasAddress(_ text: [UInt8], _ range: ByteRange) -> Bool {
    (range.start..<range.end).contains {
      text[$0] | 0x20 == 0x68
        && (text.hasIgnoringCase("https://", at: $0) || text.hasIgnoringCase("http://", at: $0))
    }
  }
}

/// Superscript digits as characters.
enum Superscript {
  static func digit(_ text: [UInt8], at index: Int, end: Int) -> (value: Int, length: Int)? {
    guard index + 1 < end, text[index] == 0xC2 || text[index] == 0xE2 else { return nil }
    let scalar = UTF8Text.scalar(text, at: index, end: end)
    switch scalar.value {
    case 0xB9: return (1, 2)
    case 0xB2: return (2, 2)
    case 0xB3: return (3, 2)
    case 0x2070, 0x2074...0x2079: return (Int(scalar.value - 0x2070), 3)
    default: return nil
    }
  }
}
