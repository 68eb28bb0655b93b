import FonsText

/// A file of sayings that are divided by lines of `%`.
enum Collection {
  /// Whether two lines of a text, or its last but one, divide it so.
  static func matches(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var rules = 0
    var at = range.lowerBound
    while at < range.upperBound, rules < 2 {
      let line = TextLine(text, at: at, limit: range.upperBound)
      at = line.next
      if isRule(text, line) { rules += 1 }
    }
    return rules >= 2
  }

  static func isRule(_ text: [UInt8], _ line: TextLine) -> Bool {
    line.end - line.start <= 3 && line.content(text).count == 1
      && text[line.content(text).lowerBound] == 0x25
  }
}

extension QuotedLinesParser {
  /// Reads one saying of a collection up to its `%`, where the last line signs it; returns where the
  /// next one begins, or nil where nobody signed.
  mutating func readSaying(_ first: TextLine, limit: Int) -> Int? {
    if Collection.isRule(text, first) {
      builder.end()
      return first.next
    }
    guard !builder.isOpen else { return nil }
    var lines: [Range<Int>] = []
    var signature: Int?
    var line = first
    while line.start < limit, !Collection.isRule(text, line) {
      let content = line.content(text)
      if signature == nil, !lines.isEmpty, content.lowerBound > line.start,
        text.has("--", at: content.lowerBound) || text.has("—", at: content.lowerBound)
      {
        signature = lines.count
      }
      lines.append(content)
      if line.isAtEnd { break }
      line = TextLine(text, at: line.next, limit: limit)
    }
    guard let signature, lines.count - signature <= 4 else { return nil }
    write(saying: lines, signature: signature)
    return line.start
  }

  private mutating func write(saying lines: [Range<Int>], signature: Int) {
    let id = takeQuoteID()
    builder.end()
    for (index, line) in lines.enumerated() {
      if line.isEmpty {
        builder.end()
      } else {
        if builder.isOpen {
          // The lines of a signature are one.
          builder.put(
            index > signature ? 0x20 : 0x0A, original: ByteRange(line.lowerBound, line.lowerBound))
        } else {
          builder.begin(
            .init(kind: .paragraph, range: ByteRange(0, 0), quoteDepth: 1, quoteID: id),
            at: line.lowerBound)
        }
        builder.copy(text, line)
      }
    }
    builder.end()
  }
}
