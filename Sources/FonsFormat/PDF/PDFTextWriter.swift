internal import FonsText

/// Joins the lines of a PDF to paragraphs.
struct PDFTextWriter {
  private let layout: PDFLayout
  private let furniture: PDFFurniture
  private let words: PDFVocabulary
  private var builder = TextBuilder()
  private var printed: [UInt8] = []
  private var pages: [PDFReader.Page] = []

  init(_ layout: PDFLayout) {
    self.layout = layout
    furniture = PDFFurniture(layout)
    words = PDFVocabulary(layout)
  }

  func write() -> PDFReader.Text {
    var writer = self
    return writer.run()
  }

  private mutating func run() -> PDFReader.Text {
    var previous: Int?
    for index in layout.lines.indices {
      let line = layout.lines[index]
      let start = printed.count
      printed += layout.text[line.text]
      printed.append(0x0A)
      guard !furniture.isFurniture[index] else { continue }
      add(start..<printed.count - 1, after: previous, line)
      previous = index
    }
    var text = builder.finish()
    text.title = layout.title.flatMap { $0.isEmpty ? nil : $0 }
    return PDFReader.Text(
      text: text, printed: printed, pages: pages, pageCount: layout.heights.count)
  }

  private mutating func add(_ range: Range<Int>, after previous: Int?, _ line: PDFLayout.Line) {
    let sameBlock = previous.map { layout.lines[$0].block == line.block } ?? false
    if let last = builder.last, sameBlock || continues(last, range) {
      join(last, range)
    } else {
      builder.begin(
        StructuredText.Block(kind: .paragraph, range: ByteRange(0, 0)), at: range.lowerBound)
    }
    if pages.last?.number != line.page + 1 {
      pages.append(
        PDFReader.Page(
          start: builder.count, label: furniture.labels[line.page] ?? "\(line.page + 1)",
          number: line.page + 1))
    }
    builder.copy(printed, range)
  }

  /// Whether a line of another block or page goes on with the paragraph before.
  private func continues(_ last: UInt8, _ range: Range<Int>) -> Bool {
    guard let first = range.first.map({ printed[$0] }), ASCII.isLower(first) else { return false }
    return ASCII.isLetter(last) || last == 0x2C || last == 0x2D || last >= 0x80
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
