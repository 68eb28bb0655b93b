/// Words that a PDF has within its lines, by which a hyphen at a line's end is judged: `well-` and
/// `known` make `well-known` where that stands elsewhere, `pag-` and `ing` make `paging`.
struct PDFVocabulary {
  private var words: Set<Int> = []

  init(_ layout: PDFLayout) {
    for line in layout.lines {
      var start = line.text.lowerBound
      for index in line.text.lowerBound...line.text.upperBound {
        let isEnd = index == line.text.upperBound || !Self.isPart(layout.text[index])
        guard isEnd else { continue }
        // The last word of a line may be half of one.
        if index > start, index < line.text.upperBound {
          words.insert(Self.key(layout.text[start..<index], []))
        }
        start = index + 1
      }
    }
  }

  /// Whether the end of `before` and the start of `after` are one word without hyphen.
  func isOneWord(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    var start = before.endIndex
    while start > before.startIndex, before.endIndex - start < 60, Self.isPart(before[start - 1]) {
      start -= 1
    }
    let head = before[start...]
    let tail = after.prefix(60).prefix { Self.isPart($0) }
    let joined = words.contains(Self.key(head, tail))
    let hyphenated = words.contains(Self.key(head + [0x2D], tail))
    return joined || !hyphenated
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == 0x2D
  }

  private static func key(_ head: ArraySlice<UInt8>, _ tail: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    for byte in head { hasher.combine(ASCII.lower(byte)) }
    for byte in tail { hasher.combine(ASCII.lower(byte)) }
    return hasher.finalize()
  }
}
