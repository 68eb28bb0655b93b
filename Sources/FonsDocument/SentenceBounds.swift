import FonsFormat
import FonsText

/// Where sentences begin and end, roughly: enough to look for a citation near a quotation.
enum SentenceBounds {
  /// Start of the sentence that the end of `range` belongs to.
  static func lastStart(_ text: [UInt8], _ range: ByteRange) -> Int {
    var index = range.end - 1
    while index > range.start {
      index -= 1
      if let end = end(text, index, range) { return text.trimmed(end, range.end).lowerBound }
    }
    return range.start
  }

  /// End of the sentence that `range` starts with.
  static func firstEnd(_ text: [UInt8], _ range: ByteRange) -> Int {
    var index = range.start
    while index < range.end {
      if let end = end(text, index, range) { return end }
      index += 1
    }
    return range.end
  }

  /// Whether a range ends with a whole sentence, so that what follows begins another.
  static func isComplete(_ text: [UInt8], _ range: ByteRange) -> Bool {
    var end = text.trimmed(range.start, range.end).upperBound
    while end > range.start, text[end - 1] == 0x29 || text[end - 1] == 0x5D {
      guard let open = text[range.start..<end].lastIndex(of: text[end - 1] == 0x29 ? 0x28 : 0x5B)
      else { break }
      end = text.trimmed(range.start, open).upperBound
    }
    guard end > range.start, [0x2E, 0x21, 0x3F].contains(text[end - 1]) else { return false }
    return text[end - 1] != 0x2E || !isAbbreviation(text, end - 1, range.start)
  }

  /// Whether quoted words end as a sentence does, before their closing mark or behind it.
  static func endsSentence(_ text: [UInt8], _ outer: ByteRange) -> Bool {
    let low = max(outer.start, outer.end - 8)
    return (low..<outer.end).contains { [0x2E, 0x21, 0x3F].contains(text[$0]) }
      || outer.end < text.count && [0x2E, 0x21, 0x3F].contains(text[outer.end])
  }

  /// Behind a full stop, question or exclamation mark, and the marks that close with it, before a
  /// space and a capital; nil at an initial or an abbreviation.
  private static func end(_ text: [UInt8], _ index: Int, _ range: ByteRange) -> Int? {
    let byte = text[index]
    if byte == 0x0A { return index + 1 < range.end && text[index + 1] == 0x0A ? index + 1 : nil }
    guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { return nil }
    var after = index + 1
    for _ in 0..<4 where after < range.end {
      if text[after] == 0x5B, let close = markerEnd(text, after, range.end) {
        after = close
      } else if text[after] == 0x29 || text[after] == 0x5D || text[after] == 0x2A {
        after += 1
      } else if let mark = QuoteGlyph.at(text, after, end: range.end) {
        after += mark.length
      }
    }
    guard after + 1 < range.end, ASCII.isSpace(text[after]), !ASCII.isLower(text[after + 1]) else {
      return nil
    }
    return byte == 0x2E && isAbbreviation(text, index, range.start) ? nil : after
  }

  /// Behind a note marker such as `[12]` or `[b]`.
  private static func markerEnd(_ text: [UInt8], _ open: Int, _ limit: Int) -> Int? {
    var index = open + 1
    while index < limit, index - open <= 4, ASCII.isAlphanumeric(text[index]) { index += 1 }
    guard index < limit, index > open + 1, text[index] == 0x5D else { return nil }
    return index + 1
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "prof", "rev", "hon", "vol", "ch", "pp", "no", "cf", "ed", "eds",
    "cit", "op", "wm", "jr", "sr", "fol", "cap", "bd", "nr", "art", "sect", "vs", "ca", "u.s", "p",
    "capt", "gen", "col", "sgt", "lt", "lieut", "gov", "sen", "rep", "maj", "messrs", "mme", "mlle",
    "sra", "srta", "dra", "sig", "ds", "mgr", "msgr", "ste", "vgl", "bzw",
  ]

  private static func isAbbreviation(_ text: [UInt8], _ index: Int, _ low: Int) -> Bool {
    var start = index
    while start > low, index - start < 8, ASCII.isLetter(text[start - 1]) { start -= 1 }
    if index - start == 1, ASCII.isUpper(text[start]) { return true }
    return abbreviations.contains(text.string(start, index).lowercased())
  }
}
