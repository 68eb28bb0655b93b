/// Whether a stretch of text has the outward form of a sentence.
package enum SentenceShape {
  /// A capital, a quotation mark, a bracket or a letter without case at the start; a full stop at
  /// the end.
  package static func matches(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end > start else { return false }
    let first = text[start]
    guard !ASCII.isLower(first), !ASCII.isDigit(first) else { return false }
    var index = end - 1
    while index > start, [0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F].contains(text[index]) { index -= 1 }
    if [0x2E, 0x21, 0x3F].contains(text[index]) { return true }
    guard index >= start + 2 else { return false }
    let last = UTF8Text.scalar(text, before: index + 1, start: start).value
    switch last {
    case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x201D, 0x2019, 0xBB, 0x300D, 0x300F, 0x201C: return true
    default: return false
    }
  }
}
