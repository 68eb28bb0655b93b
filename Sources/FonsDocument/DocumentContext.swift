import FonsFormat
import FonsText

/// A structured text with its spans and addresses in order, as the finder looks them up.
struct DocumentContext {
  let structured: StructuredText
  let text: [UInt8]
  let links: [StructuredText.Span]
  let titles: [StructuredText.Span]
  let noteReferences: [StructuredText.Span]
  /// Code, merged so that they do not overlap.
  private let code: [ByteRange]
  let addresses: [Address]
  /// The list of references at the end of an answer: key to what it says.
  let references: ReferenceList
  let base: BaseAddress

  init(_ structured: StructuredText) {
    self.structured = structured
    text = structured.text
    links = structured.spans.filter { $0.kind == .link }
    // Many sites set quotations in italics: what begins with a mark is no title.
    titles = structured.spans.filter {
      $0.kind == .cite || $0.kind == .emphasis && !Self.isQuoted($0.range, structured.text)
    }
    noteReferences = structured.spans.filter { $0.kind == .noteReference }
    var code: [ByteRange] = []
    for span in structured.spans where span.kind == .code {
      if let last = code.last, span.range.start <= last.end {
        code[code.count - 1].end = max(last.end, span.range.end)
      } else {
        code.append(span.range)
      }
    }
    self.code = code
    addresses = Address.find(in: structured, links: links)
    references = ReferenceList(structured)
    base = BaseAddress(structured.url)
  }

  private static func isQuoted(_ range: ByteRange, _ text: [UInt8]) -> Bool {
    let inside = text.trimmed(range.start, range.end)
    return inside.isEmpty || QuoteGlyph.at(text, inside.lowerBound, end: inside.upperBound) != nil
  }

  var blocks: [StructuredText.Block] { structured.blocks }

  /// Index of the first element whose start is at or after `offset`.
  static func first<Element>(
    _ elements: [Element], from offset: Int, start: (Element) -> Int
  ) -> Int {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if start(elements[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isCode(_ offset: Int) -> Bool {
    guard !code.isEmpty else { return false }
    let after = Self.first(code, from: offset + 1) { $0.start }
    return after > 0 && code[after - 1].contains(offset)
  }

  /// Addresses that start in `range`.
  func addresses(in range: ByteRange) -> ArraySlice<Address> {
    let low = Self.first(addresses, from: range.start) { $0.range.start }
    let high = Self.first(addresses, from: range.end) { $0.range.start }
    return addresses[low..<max(low, high)]
  }

  /// The first title in `range`: emphasis, `<cite>`.
  func title(in range: ByteRange) -> StructuredText.Span? {
    let low = Self.first(titles, from: range.start) { $0.range.start }
    var found: StructuredText.Span?
    for span in titles[low...].prefix(16) where span.range.start < range.end {
      if span.range.end > range.end || WordCount.count(text, span.range.range, upTo: 2) == 0 {
        continue
      }
      // In «"An essay," *The Journal*» the last one is the work that can be opened.
      found = span
    }
    return found
  }

  /// Titles that start at or behind an offset.
  func titles(from offset: Int) -> ArraySlice<StructuredText.Span> {
    titles[Self.first(titles, from: offset) { $0.range.start }...]
  }

  /// The reference to a note that starts in `range`.
  func noteReference(in range: ByteRange) -> StructuredText.Span? {
    let low = Self.first(noteReferences, from: range.start) { $0.range.start }
    guard low < noteReferences.count, noteReferences[low].range.start < range.end else {
      return nil
    }
    return noteReferences[low]
  }

  func note(at range: ByteRange) -> Note? {
    let notes = structured.notes
    let index = Self.first(notes, from: range.start) { $0.range.start }
    return index < notes.count && notes[index].range.start == range.start ? notes[index] : nil
  }

  func string(_ range: ByteRange) -> String { text.string(range.range) }
}
