/// The words of a PDF with their places, as `pdftotext -bbox-layout` gives them.
struct PDFLayout {
  struct Line {
    /// From 0.
    var page: Int
    /// Lines of one block stand together; counted through the file.
    var block: Int
    /// In points from the top of the page.
    var top: Float
    var bottom: Float
    /// Range of `text`.
    var text: Range<Int>
    /// Height of its tallest word, which grows with the font.
    var size: Float = 0
  }

  /// A number or sign that may lead to a note, or begin one.
  struct Mark {
    var line: Int
    /// Range of `text`.
    var text: Range<Int>
    var size: Float
    var bottom: Float
    /// Whether its very characters are raised, as in "⁴".
    var isSuperscript = false
    /// Whether it is the beginning of a word only, as in "3The".
    var touchesWord = false
  }

  private(set) var lines: [Line] = []
  /// The words of the lines, with spaces where there are gaps between them.
  private(set) var text: [UInt8] = []
  /// Heights of the pages in points.
  private(set) var heights: [Float] = []
  /// In the order of the text.
  private(set) var marks: [Mark] = []
  private(set) var title: String?

  private var block = -1
  private var lineStart = 0
  /// Where the last word ends, to the right.
  private var right: Float = 0

  /// Gaps narrower than this share of the line's height are none: poppler's own measure.
  private static let gap: Float = 0.08

  init(_ output: [UInt8]) {
    var start = 0
    while start < output.count {
      var end = start
      while end < output.count, output[end] != 0x0A { end += 1 }
      read(output, start, end)
      start = end + 1
    }
  }

  /// Each tag stands in a line of its own.
  private mutating func read(_ output: [UInt8], _ start: Int, _ end: Int) {
    var at = start
    while at < end, output[at] == 0x20 { at += 1 }
    if output.has("<word ", at: at) {
      word(output, at, end)
    } else if output.has("<line ", at: at) {
      lineStart = text.count
      let box = Self.box(output, at, end)
      lines.append(
        Line(
          page: max(0, heights.count - 1), block: block, top: box.top, bottom: box.bottom,
          text: text.count..<text.count))
    } else if output.has("</line>", at: at) {
      if lineStart == text.count, !lines.isEmpty { lines.removeLast() }
    } else if output.has("<block ", at: at) {
      block += 1
    } else if output.has("<page ", at: at) {
      heights.append(Self.value("height=\"", output, at, end) ?? 792)
      block += 1
    } else if output.has("<title>", at: at), title == nil {
      let close = output.find("</title>", from: at, to: end) ?? end
      title = Self.decoded(output, at + 7, close)
    }
  }

  private mutating func word(_ output: [UInt8], _ at: Int, _ end: Int) {
    guard !lines.isEmpty, let open = (at..<end).first(where: { output[$0] == 0x3E }),
      let close = output.find("</word>", from: open, to: end)
    else { return }
    let box = Self.box(output, at, open)
    let height = lines[lines.count - 1].bottom - lines[lines.count - 1].top
    let isApart = box.left - right > Self.gap * max(4, height) || box.right < right
    if text.count > lineStart, isApart { text.append(0x20) }
    let start = text.count
    text += Self.decoded(output, open + 1, close).utf8
    right = box.right
    let size = box.bottom - box.top
    lines[lines.count - 1].text = lineStart..<text.count
    lines[lines.count - 1].size = max(lines[lines.count - 1].size, size)
    if let mark = PDFNoteMark.find(in: text[start...], beginsLine: start == lineStart) {
      marks.append(
        Mark(
          line: lines.count - 1, text: mark.range, size: size, bottom: box.bottom,
          isSuperscript: mark.isSuperscript,
          touchesWord: mark.range.upperBound < text.count))
    }
  }

  // MARK: Numbers and entities

  private static func box(
    _ output: [UInt8], _ start: Int, _ end: Int
  ) -> (left: Float, top: Float, right: Float, bottom: Float) {
    (
      value("xMin=\"", output, start, end) ?? 0, value("yMin=\"", output, start, end) ?? 0,
      value("xMax=\"", output, start, end) ?? 0, value("yMax=\"", output, start, end) ?? 0
    )
  }

  /// The number after `name`, which has no exponent.
  private static func value(
    _ name: StaticString, _ output: [UInt8], _ start: Int, _ end: Int
  ) -> Float? {
    guard let found = output.find(name, from: start, to: end) else { return nil }
    var at = found + name.utf8CodeUnitCount
    var sign: Float = 1
    if at < end, output[at] == 0x2D {
      sign = -1
      at += 1
    }
    var value: Float = 0
    while at < end, ASCII.isDigit(output[at]) {
      value = value * 10 + Float(output[at] - 0x30)
      at += 1
    }
    if at < end, output[at] == 0x2E {
      at += 1
      var unit: Float = 0.1
      while at < end, ASCII.isDigit(output[at]) {
        value += unit * Float(output[at] - 0x30)
        unit /= 10
        at += 1
      }
    }
    // No page is that long; what is may not be turned into an integer.
    return sign * min(value, 1e6)
  }

  private static func decoded(_ output: [UInt8], _ start: Int, _ end: Int) -> String {
    guard start < end else { return "" }
    return MarkupScanner(Array(output[start..<end])).decoded(0..<(end - start))
  }
}
