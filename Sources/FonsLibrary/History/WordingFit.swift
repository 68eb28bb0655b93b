internal import CXXHash
internal import FonsText

/// Compares words with wordings one after the other: how many edits lead from the one to the other.
struct WordingFit {
  private struct Token {
    var folded: UInt64
    /// Of the word's bytes, the marks that touch it, and those before the next word.
    var exact: UInt64
  }

  private let sought: [Token]
  /// Cells that are left to fill: a long quotation from a page with many wordings must end, too.
  private var budget = 4 << 20

  /// What an edit of one word costs, and other bytes for the same word.
  private static let edit = 16
  private static let spelling = 1
  /// Bytes of marks on each side of a word.
  private static let mostMarks = 8

  init(_ words: [Word], of text: [UInt8]) {
    sought = Self.tokens(words, text)
  }

  private static func tokens(_ words: [Word], _ text: [UInt8]) -> [Token] {
    text.withUnsafeBufferPointer { text in
      words.indices.map { index in
        var (start, end) = (Int(words[index].start), Int(words[index].end))
        let before = max(
          index > 0 ? Int(words[index - 1].end) : 0, start - mostMarks)
        let after = min(
          index + 1 < words.count ? Int(words[index + 1].start) : text.count, end + mostMarks)
        while start > before, text[start - 1] > 32 { start -= 1 }
        var last = end
        while end < after {
          end += 1
          if text[end - 1] > 32 { last = end }
        }
        let bytes = UnsafeBufferPointer(rebasing: text[start..<last])
        return Token(
          folded: words[index].hash, exact: XXH3_64bits(bytes.baseAddress, bytes.count))
      }
    }
  }

  /// The stretch of a text that fits best: what it costs, and a hash of its words.
  ///
  /// - Returns: nil where too much was compared already.
  /// - Complexity: O(*n m*) in the words of both.
  mutating func best(in text: [UInt8]) -> (cost: Int, wording: UInt64)? {
    let tokens = Self.tokens(Words.scan(text), text)
    budget -= sought.count * tokens.count
    guard budget >= 0 else { return nil }
    // Of each column: the cost, and where the stretch begins.
    var row = (0...tokens.count).map { (cost: 0, start: $0) }
    for own in sought {
      var diagonal = row[0]
      row[0].cost += Self.edit
      for column in tokens.indices {
        let above = row[column + 1]
        let isSame = tokens[column].folded == own.folded
        let change = isSame ? (tokens[column].exact == own.exact ? 0 : Self.spelling) : Self.edit
        var cell = (cost: diagonal.cost + change, start: diagonal.start)
        if above.cost + Self.edit < cell.cost { cell = (above.cost + Self.edit, above.start) }
        if row[column].cost + Self.edit < cell.cost {
          cell = (row[column].cost + Self.edit, row[column].start)
        }
        row[column + 1] = cell
        diagonal = above
      }
    }
    let end = row.indices.min { row[$0].cost < row[$1].cost } ?? 0
    let hash = tokens[row[end].start..<max(row[end].start, end)].reduce(0) {
      mix($0 ^ $1.exact, 0x9E37_79B9_7F4A_7C15)
    }
    return (row[end].cost, hash)
  }
}
