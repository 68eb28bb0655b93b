internal import FonsDocument
internal import FonsText

/// Quotations whose words the document says elsewhere as its own: pull quotes.
struct OwnWords {
  private(set) var repeated = Set<ByteRange>()

  /// Words that a quotation must have to be known again.
  private static let fewest = 6
  /// Bytes of commentary; a document with more is no article that pulls a sentence out.
  private static let most = 4 << 20

  /// - Complexity: O(*n* + *q*) in the words of commentary and quotations, but for repeated beginnings.
  init(_ document: Document) {
    let size = document.commentary.reduce(0) { $0 + $1.count }
    guard !document.quotations.isEmpty, size <= Self.most else { return }
    var sought: [UInt64: [(words: [UInt64], range: ByteRange)]] = [:]
    for quotation in document.quotations {
      let words = Words.scan(quotation.text).map(\.hash)
      guard words.count >= Self.fewest else { continue }
      sought[words[0], default: []].append((words, quotation.range))
    }
    guard !sought.isEmpty else { return }
    let said = document.commentary.flatMap { Words.scan(document.bytes[$0.range]).map(\.hash) }
    for (index, word) in said.enumerated() {
      for (words, range) in sought[word] ?? [] where said[index...].starts(with: words) {
        repeated.insert(range)
      }
    }
  }
}
