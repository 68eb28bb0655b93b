internal import FonsText

/// Joins the lines of a PDF to paragraphs.
struct PDFTextWriter {
  private let layout: PDFLayout
  private let furniture: PDFFurniture
  private let words: PDFVocabulary
  private let notes: PDFNotes
  private var builder = TextBuilder()
  private var printed: [UInt8] = []
  private var pages: [PDFReader.Page] = []
  /// Where each line stands in `printed`.
  private var places: [Range<Int>] = []
  /// The notes of pages whose last paragraph has not ended yet: it may go on with the next page.
  private var held: [(page: Int, foot: PDFNotes.Foot)] = []
  private var lastHeld = -1
  private var found: [Note] = []
  /// Indices of `found` that wait for the words of a note, by page and key.
  private var waiting: [Place: [Int]] = [:]

  private struct Place: Hashable {
    var page: Int
    var key: String
  }

  init(_ layout: PDFLayout) {
    self.layout = layout
    furniture = PDFFurniture(layout)
    words = PDFVocabulary(layout)
    notes = PDFNotes(layout, furniture)
  }

  func write() -> PDFReader.Text {
    var writer = self
    return writer.run()
  }

  private mutating func run() -> PDFReader.Text {
    for line in layout.lines {
      places.append(printed.count..<printed.count + line.text.count)
      printed += layout.text[line.text]
      printed.append(0x0A)
    }
    var previous: Int?
    for index in layout.lines.indices where !furniture.isFurniture[index] && !notes.isNote[index] {
      add(index, after: previous)
      if let previous, layout.lines[previous].page != layout.lines[index].page {
        hold(layout.lines[previous].page)
      }
      previous = index
    }
    if let previous { hold(layout.lines[previous].page) }
    release()
    var text = builder.finish()
    text.title = layout.title.flatMap { $0.isEmpty ? nil : $0 }
    text.notes = found
    return PDFReader.Text(
      text: text, printed: printed, pages: pages, pageCount: layout.heights.count)
  }

  private mutating func add(_ index: Int, after previous: Int?) {
    let line = layout.lines[index]
    let range = places[index]
    let sameBlock = previous.map { layout.lines[$0].block == line.block } ?? false
    if let last = builder.last, sameBlock || continues(last, range) {
      join(last, range)
    } else {
      if let previous, layout.lines[previous].page != line.page {
        hold(layout.lines[previous].page)
      }
      release()
      builder.begin(
        StructuredText.Block(kind: .paragraph, range: ByteRange(0, 0)), at: range.lowerBound)
    }
    mark(page: line.page)
    copy(index)
  }

  /// Notes that the text begins a page.
  private mutating func mark(page: Int) {
    guard pages.last?.number != page + 1 else { return }
    pages.append(
      PDFReader.Page(
        start: builder.count, label: furniture.labels[page] ?? "\(page + 1)", number: page + 1))
  }

  /// Copies a line; the raised numbers that lead to notes stand in brackets.
  private mutating func copy(_ index: Int) {
    let line = layout.lines[index]
    let shift = places[index].lowerBound - line.text.lowerBound
    var at = places[index].lowerBound
    for marker in notes.markers[index] ?? [] {
      let place = marker.lowerBound + shift..<marker.upperBound + shift
      builder.copy(printed, at..<place.lowerBound)
      let start = builder.count
      builder.put(0x5B, original: ByteRange(place.lowerBound, place.lowerBound))
      builder.copy(printed, place)
      builder.put(0x5D, original: ByteRange(place.upperBound, place.upperBound))
      at = place.upperBound
      let key = PDFNotes.key(layout, marker)
      let range = ByteRange(start, builder.count)
      waiting[Place(page: line.page, key: key), default: []].append(found.count)
      found.append(Note(marker: key, range: range, text: ""))
      builder.add(.init(kind: .noteReference, range: range, value: key))
    }
    builder.copy(printed, at..<places[index].upperBound)
  }

  // MARK: Notes

  /// Keeps the notes of a page until the paragraph that goes over its end has ended.
  private mutating func hold(_ page: Int) {
    guard page > lastHeld else { return }
    lastHeld = page
    held += (notes.feet[page] ?? []).map { (page, $0) }
  }

  /// Puts the notes that were kept behind the paragraph that has ended.
  private mutating func release() {
    for (page, foot) in held {
      builder.begin(
        StructuredText.Block(kind: .paragraph, range: ByteRange(0, 0)),
        at: places[foot.lines[0]].lowerBound)
      mark(page: page)
      let start = builder.count + foot.marker.count
      for line in foot.lines {
        if let last = builder.last { join(last, places[line]) }
        builder.copy(printed, places[line])
      }
      let words = builder.text.trimmed(min(start, builder.count), builder.count)
      let text = String(decoding: builder.text[words], as: UTF8.self)
      for index in waiting.removeValue(forKey: Place(page: page, key: foot.key)) ?? [] {
        found[index].text = text
        found[index].urls = BareAddress.all(in: Array(builder.text[words]))
      }
    }
    held = []
  }

  /// Whether a line of another block or page goes on with the paragraph before.
  private func continues(_ last: UInt8, _ range: Range<Int>) -> Bool {
    guard let first = range.first.map({ printed[$0] }), ASCII.isLower(first) else { return false }
    return ASCII.isLetter(last) || last == 0x2C || last == 0x2D || last == 0x5D || last >= 0x80
  }

  /// Puts what belongs between two lines: nothing, a space, or nothing in place of a hyphen.
  private mutating func join(_ last: UInt8, _ range: Range<Int>) {
    let place = ByteRange(range.lowerBound, range.lowerBound)
    let next = UTF8Text.scalar(printed, at: range.lowerBound, end: range.upperBound).value
    if last == 0x2D || endsInHyphen {
      let hyphen = last == 0x2D ? 1 : endsInSoftHyphen ? 2 : 3
      let head = builder.text.dropLast(hyphen)
      guard let before = head.last, ASCII.isLetter(before) || before >= 0x80 else {
        // A dash between words.
        return builder.space(original: place)
      }
      if words.isOneWord(head, printed[range]), isLower(next) { builder.removeLast(hyphen) }
      return
    }
    let dense = UTF8Text.scalar(builder.text, before: builder.count, start: 0).value
    if WordCount.isDense(dense) || isWide(dense), WordCount.isDense(next) || isWide(next) { return }
    builder.space(original: place)
  }

  private var endsInSoftHyphen: Bool { builder.text.suffix(2).elementsEqual([0xC2, 0xAD]) }

  private var endsInHyphen: Bool {
    endsInSoftHyphen || builder.text.suffix(3).elementsEqual([0xE2, 0x80, 0x90])
  }

  /// Ideographic punctuation.
  private func isWide(_ scalar: UInt32) -> Bool {
    (0x3000...0x303F).contains(scalar) || (0xFF00...0xFFEF).contains(scalar)
  }

  private func isLower(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic && !properties.isUppercase
  }
}
