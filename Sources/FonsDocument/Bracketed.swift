import FonsFormat
import FonsText

/// What stands in a pair of brackets within a quotation.
struct Bracketed {
  enum Kind: Equatable {
    case omission
    case insertion(Quotation.Insertion.Kind)
    case marker
    /// An ordinary parenthesis.
    case text
  }

  /// After the closing bracket.
  private(set) var end: Int
  private(set) var kind: Kind

  /// Bytes of what brackets may hold; a bracket that is not closed within is text.
  private static let reach = 300

  /// nil where the bracket at `start` is not closed nearby.
  init?(_ text: [UInt8], at start: Int) {
    let isWide = text[start] >= 0x80
    let isSquare = text[start] == 0x5B
    let open = start + (isWide ? 3 : 1)
    var close = open
    let limit = min(text.count, open + Self.reach)
    while close < limit {
      if isWide ? text.has("）", at: close) : text[close] == (isSquare ? 0x5D : 0x29) { break }
      // Brackets do not nest here: the inner ones are looked at for themselves.
      if text[close] == text[start], !isWide { return nil }
      close += 1
    }
    guard close < limit else { return nil }
    end = close + (isWide ? 3 : 1)
    let inside = text.trimmed(open, close)
    let content = text.string(inside)
    let lower = content.lowercased()
    if Self.isOmission(text, inside, lower) {
      kind = .omission
    } else if ["sic", "sic!", "!", "sic.", "so", "recte"].contains(lower), isSquare || lower != "so"
    {
      kind = lower == "!" && !isSquare ? .text : .insertion(.sic)
    } else if Self.isEmphasisNote(lower) {
      kind = .insertion(.emphasisNote)
    } else if !isSquare {
      kind = .text
    } else {
      kind = Self.square(text, start, end, inside, lower)
    }
  }

  private static func square(
    _ text: [UInt8], _ start: Int, _ end: Int, _ inside: Range<Int>, _ lower: String
  ) -> Kind {
    let before = start > 0 ? text[start - 1] : 0x20
    let after = end < text.count ? text[end] : 0x20
    let gluedBefore = ASCII.isLetter(before) || before >= 0x80 && !endsInPunctuation(text, start)
    let gluedAfter = ASCII.isLetter(after) || continuesWord(text, end)
    let isLetters =
      !inside.isEmpty && inside.allSatisfy { ASCII.isLetter(text[$0]) || text[$0] >= 0x80 }
    if isLetters, gluedAfter { return .insertion(.letters) }
    if isLetters, gluedBefore, inside.count <= 3 {
      return isEnding(lower, after: before) ? .insertion(.letters) : .marker
    }
    if isMarker(lower), !standsAlone(text, before, end) { return .marker }
    // The same rule as for the source's text; a single letter was looked at above.
    if NoteMarkerForm.isMarker(lower.utf8, afterSpace: ASCII.isSpace(before)), isLetters,
      lower.utf8.count > 1, lower.utf8.allSatisfy({ [0x69, 0x76, 0x78].contains($0) })
    {
      return .marker
    }
    if isEditorial(lower) { return .marker }
    return .insertion(.words)
  }

  /// Letters that complete a word: overlook[s], engage[d], walk[ed], the[y].
  private static func isEnding(_ lower: String, after before: UInt8) -> Bool {
    if lower.utf8.count > 1 { return !["ii", "iii", "iv", "vi", "vii", "ix"].contains(lower) }
    let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75].contains(before | 0x20)
    switch lower {
    case "s": return true
    case "d", "r", "n": return before | 0x20 == 0x65
    case "y", "e": return !isVowel || lower == "y" && before | 0x20 == 0x65
    default: return false
    }
  }

  /// Between spaces and within a sentence: "they found [7] ships".
  private static func standsAlone(_ text: [UInt8], _ before: UInt8, _ end: Int) -> Bool {
    guard ASCII.isSpace(before), end + 1 < text.count, text[end] == 0x20 else { return false }
    return ASCII.isLower(text[end + 1]) || ASCII.isDigit(text[end + 1])
  }

  private static func endsInPunctuation(_ text: [UInt8], _ start: Int) -> Bool {
    let scalar = UTF8Text.scalar(text, before: start, start: 0)
    return !WordCount.isWordLike(scalar.value)
  }

  /// A letter outside ASCII, or an apostrophe and a letter: [c]ác, [l]’organisation.
  private static func continuesWord(_ text: [UInt8], _ end: Int) -> Bool {
    guard end < text.count else { return false }
    let scalar = UTF8Text.scalar(text, at: end, end: text.count)
    if scalar.value >= 0x80, WordCount.isWordLike(scalar.value) { return true }
    guard scalar.value == 0x27 || scalar.value == 0x2019 else { return false }
    let next = end + max(1, scalar.length)
    guard next < text.count else { return false }
    return ASCII.isLetter(text[next])
      || WordCount.isWordLike(UTF8Text.scalar(text, at: next, end: text.count).value)
  }

  private static func isOmission(_ text: [UInt8], _ inside: Range<Int>, _ lower: String) -> Bool {
    if inside.isEmpty { return false }
    var marks = 0
    var others = 0
    var index = inside.lowerBound
    while index < inside.upperBound {
      let scalar = UTF8Text.scalar(text, at: index, end: inside.upperBound)
      switch scalar.value {
      case 0x2E: marks += 1
      case 0x2D, 0x2026, 0x2013, 0x2014, 0x22EF: marks += 3
      case 0x20, 0xA0, 0x2009, 0x202F: break
      default: others += 1
      }
      index += max(1, scalar.length)
    }
    if others == 0 { return marks >= 2 }
    return [
      "gekürzt", "中略", "略", "前略", "後略", "snip", "snipped", "cut", "omitted", "omission",
      "auslassung", "passage omitted", "footnote omitted", "footnotes omitted",
      "citation omitted", "citations omitted", "internal citations omitted", "coupure", "omissis",
      "生略", "省略", "...]", "kürzung",
    ].contains(lower)
  }

  private static func isEmphasisNote(_ lower: String) -> Bool {
    guard lower.utf8.count <= 60 else { return false }
    let bytes = Array(lower.utf8)
    let words: [StaticString] = [
      "emphas", "italic", "hervorh", "herv.", "kursiv", "soulign", "corsivo", "cursiva",
    ]
    guard words.contains(where: { bytes.find($0, from: 0, to: bytes.count) != nil }) else {
      return false
    }
    let marks = [
      "added", "mine", "my ", "original", "ours", "our ", "author", "supplied", "verfasser",
      "nous", "mio", "nostro", "mía", "mine", "d. verf", "im orig", "omitted", "durch", "d. ",
    ]
    return marks.contains { lower.contains($0) }
  }

  /// `7`, `12, 13`, `d`, `note 3`, `nb 2`; not years.
  private static func isMarker(_ lower: String) -> Bool {
    let bytes = Array(lower.utf8)
    if bytes.count == 1, ASCII.isLetter(bytes[0]) { return true }
    if ["*", "†", "‡", "**"].contains(lower) { return true }
    var index = 0
    for word in ["note ", "notes ", "nb ", "n. ", "n ", "fn ", "ref ", "anm. ", "a "]
    where lower.hasPrefix(word) {
      index = word.utf8.count
    }
    var digits = 0
    var longest = 0
    guard index < bytes.count, ASCII.isDigit(bytes[index]) else { return false }
    while index < bytes.count {
      if ASCII.isDigit(bytes[index]) {
        digits += 1
        longest = max(longest, digits)
      } else if [0x2C, 0x20, 0x2D, 0xE2, 0x80, 0x93, 0x3B].contains(bytes[index]) {
        digits = 0
      } else {
        return false
      }
      index += 1
    }
    return longest <= 3
  }

  private static func isEditorial(_ lower: String) -> Bool { MarkerPhrases.kind(of: lower) != nil }
}
