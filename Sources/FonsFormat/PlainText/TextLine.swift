/// A line of a text: where it starts, where its content ends, and where the next one starts.
struct TextLine {
  var start: Int
  /// Before the line end, carriage return included.
  var end: Int
  var next: Int

  var isAtEnd: Bool { start == next }

  /// The line at `start`; empty at `limit`.
  init(_ text: [UInt8], at start: Int, limit: Int) {
    self.start = start
    var index = start
    while index < limit, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    end = index
    if index < limit, text[index] == 0x0D { index += 1 }
    if index < limit, text[index] == 0x0A, index == end || text[index - 1] == 0x0D { index += 1 }
    next = index
  }

  /// The content without white space at either end.
  func content(_ text: [UInt8]) -> Range<Int> { text.trimmed(start, end) }

  func isBlank(_ text: [UInt8]) -> Bool {
    for index in start..<end where !ASCII.isSpace(text[index]) { return content(text).isEmpty }
    return true
  }
}
