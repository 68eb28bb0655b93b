import FonsText

/// Collects note markers and the notes that they lead to.
struct HTMLNotes {
  private var uses: [(key: String, range: ByteRange)] = []
  private var ranges: [String: ByteRange] = [:]
  /// Notes that an empty anchor began; they end with their block.
  private var anchored: [String] = []

  /// Links of notes that have no words and which browsers number.
  private var bare: [String: [String]] = [:]

  /// A link without words stands in the note that is open.
  mutating func addBareLink(_ url: String) {
    if let key = anchored.last, bare[key, default: []].count < 16 {
      bare[key, default: []].append(url)
    }
  }

  mutating func use(_ key: String, range: ByteRange) { uses.append((key, range)) }

  mutating func begin(_ key: String, at offset: Int) {
    guard ranges[key] == nil else { return }
    ranges[key] = ByteRange(offset, offset)
    anchored.append(key)
  }

  mutating func end(_ key: String, at offset: Int) {
    ranges[key]?.end = offset
    anchored.removeAll { $0 == key }
  }

  mutating func endAnchored(at offset: Int) {
    for key in anchored where (ranges[key]?.start ?? offset) < offset { ranges[key]?.end = offset }
    anchored.removeAll { (ranges[$0]?.count ?? 0) > 0 }
  }

  /// The notes, one for each use.
  func resolved(in text: StructuredText) -> [Note] {
    let links = text.spans.filter { $0.kind == .link }
    // A note that is used often is read once.
    var known: [String: (text: String, urls: [String])] = [:]
    return uses.sorted { $0.range < $1.range }.map { use in
      let marker = text.text.string(use.range.range).filter { $0 != "[" && $0 != "]" }
      if known[use.key] == nil {
        known[use.key] = ranges[use.key].map { range in
          (
            Self.body(text, range),
            StructuredText.addresses(in: range, links) + bare[use.key, default: []]
          )
        }
      }
      let note = known[use.key] ?? ("", [])
      return Note(marker: marker, range: use.range, text: note.text, urls: note.urls)
    }
  }

  /// What a note says, without the arrow that leads back.
  private static func body(_ text: StructuredText, _ range: ByteRange) -> String {
    var body = text.text.string(range.range).trimmingSpaces()
    while let first = body.first, "^↑↩".contains(first) || first.isWhitespace {
      body.removeFirst()
    }
    while let last = body.last, "↑↩\u{FE0E}".contains(last) || last.isWhitespace {
      body.removeLast()
    }
    return body
  }
}
