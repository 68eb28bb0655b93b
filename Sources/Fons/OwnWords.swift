internal import FonsDocument
internal import FonsText

/// Quotations whose words the document says elsewhere as its own: pull quotes.
struct OwnWords {
  let repeated: Set<ByteRange>

  /// Words that a quotation must have to be known again.
  private static let fewest = 6

  /// - Complexity: O(*n* + *q*) in the words of commentary and quotations, but for repeated beginnings.
  init(_ document: Document) {
    let commentary = document.commentary.flatMap {
      Words.scan(document.bytes[$0.range]).map(\.hash)
    }
    var places: [UInt64: [Int]] = [:]
    if commentary.count >= Self.fewest {
      for start in 0...(commentary.count - Self.fewest) {
        places[Self.key(commentary[start..<start + Self.fewest]), default: []].append(start)
      }
    }
    var repeated = Set<ByteRange>()
    for quotation in document.quotations where !places.isEmpty {
      let words = Words.scan(quotation.text).map(\.hash)
      guard words.count >= Self.fewest else { continue }
      let starts = places[Self.key(words[..<Self.fewest])] ?? []
      if starts.prefix(16).contains(where: { commentary[$0...].starts(with: words) }) {
        repeated.insert(quotation.range)
      }
    }
    self.repeated = repeated
  }

  private static func key(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }
  }
}
