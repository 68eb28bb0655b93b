import FonsFormat
import FonsText

/// Where sentences begin and end, roughly: enough to look for a citation near a quotation.
enum SentenceBounds {
  /// Start of the sentence that the end of `range` belongs to.
  static func lastStart(_ text: [UInt8], _ range: ByteRange) -> Int {
    var index = range.end - 1
    while index > range.start {
      index -= 1
      if isEnd(text, index, range) { return text.trimmed(index + 1, range.end).lowerBound }
    }
    return range.start
  }

  /// End of the sentence that `range` starts with.
  static func firstEnd(_ text: [UInt8], _ range: ByteRange) -> Int {
    var index = range.start
    while index < range.end {
      if isEnd(text, index, range) { return index + 1 }
      index += 1
    }
    return range.end
  }

  /// A full stop, question or exclamation mark before a space and a capital; not an initial.
  private static func isEnd(_ text: [UInt8], _ index: Int, _ range: ByteRange) -> Bool {
    let byte = text[index]
    if byte == 0x0A { return index + 1 < range.end && text[index + 1] == 0x0A }
    guard byte == 0x2E || byte == 0x21 || byte == 0x3F, index + 2 < range.end,
      ASCII.isSpace(text[index + 1]), !ASCII.isLower(text[index + 2])
    else { return false }
    if byte == 0x2E, index >= range.start + 1, ASCII.isUpper(text[index - 1]),
      index == range.start + 1 || !ASCII.isLetter(text[index - 2])
    {
      return false
    }
    return true
  }
}
