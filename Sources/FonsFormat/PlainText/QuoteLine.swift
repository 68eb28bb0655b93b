/// A line that begins with `>`.
struct QuoteLine {
  /// Levels of `>`.
  var depth: Int
  /// What stands after the prefix, trimmed.
  var body: Range<Int>
  /// Whether a space follows the last `>`.
  var isSpaced: Bool

  /// A line that quotes without a prefix: below the header of an original message.
  init(depth: Int, body: Range<Int>) {
    self.depth = depth
    self.body = body
    isSpaced = true
  }

  /// nil where the line has no prefix.
  ///
  /// - Parameter mark: `>`, or what an attribution line shows to be used in its place.
  init?(_ text: [UInt8], _ line: TextLine, mark: UInt8 = 0x3E) {
    var index = line.start
    while index < line.end, text[index] == 0x20, index - line.start < 3 { index += 1 }
    guard index < line.end, text[index] == mark else { return nil }
    depth = 0
    var after = index
    while index < line.end {
      if text[index] == mark {
        depth += 1
        after = index + 1
      } else if text[index] != 0x20 || index > after {
        break
      }
      index += 1
    }
    isSpaced = after < line.end && ASCII.isSpace(text[after])
    body = text.trimmed(after, line.end)
  }

  /// Whether the line is `>>123`, `>>>/b/123` and no more than a remark like "(OP)" after it.
  static func isReplyLink(_ text: [UInt8], _ content: Range<Int>) -> Bool {
    guard text.has(">>", at: content.lowerBound), content.count <= 80 else { return false }
    var index = content.lowerBound + 2
    if index < content.upperBound, text[index] == 0x3E {
      index += 1
      guard index < content.upperBound, text[index] == 0x2F else { return false }
      index += 1
      while index < content.upperBound, text[index] != 0x2F { index += 1 }
      index += 1
    }
    let digits = index
    while index < content.upperBound, ASCII.isDigit(text[index]) { index += 1 }
    guard index - digits >= 2 else { return false }
    let rest = text.trimmed(index, content.upperBound)
    return rest.isEmpty || text[rest.lowerBound] == 0x28 || text[rest.lowerBound] == 0x3E
  }
}
