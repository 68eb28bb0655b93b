import CGumbo
import FonsText

extension HTMLWalk {
  /// Opens an inline element: spans, superscripts, note markers.
  mutating func enterInline(_ node: HTMLNode, _ entry: inout Open) {
    func span(_ kind: StructuredText.Span.Kind, _ value: String? = nil) -> StructuredText.Span {
      StructuredText.Span(kind: kind, range: ByteRange(builder.count, builder.count), value: value)
    }
    switch node.name {
    case "a":
      if let key = HTMLPage.noteKey(node), page.noteKeys.contains(key) {
        entry.isMarker = true
        entry.span = span(.noteReference, key)
        if node.text(limit: 4).utf8.first != 0x5B, builder.last != 0x5B {
          openBlock()
          entry.span?.range.start = builder.count
          builder.put(0x5B, original: ByteRange(at, at))
          entry.superscript = false
        }
      } else if let href = node.attribute("href"), !href.isEmpty, href.utf8.first != 0x23 {
        entry.span = span(.link, href)
      }
    case "q": entry.span = span(.quote, node.attribute("cite"))
    case "cite": entry.span = span(.cite)
    case "i", "em", "b", "strong", "u", "dfn", "var": entry.span = span(.emphasis)
    case "code", "kbd", "samp", "tt": entry.span = span(.code)
    case "sup":
      entry.span = span(.superscript)
      let holdsMarker =
        node.hasClass(["reference"]) || node.firstChild?.name == "a"
        || node.firstChild?.nextSibling?.name == "a" || open.contains(where: \.isMarker)
        || node.text(limit: 4).utf8.first == 0x5B
      if !holdsMarker {
        entry.superscript = true
        superscripts += 1
      }
    default: break
    }
  }

  /// Ends a note's marker, with the bracket that was opened for it.
  mutating func closeMarker(_ entry: Open) {
    guard let span = entry.span, let key = span.value, builder.count > span.range.start else {
      return
    }
    let first = builder.text[span.range.start]
    if first == 0x5B, builder.last != 0x5D {
      builder.put(0x5D, original: ByteRange(at, at))
    }
    notes.use(key, range: ByteRange(span.range.start, builder.count))
  }

  mutating func openBlock() {
    guard !builder.isOpen else { return }
    builder.begin(current, at: at)
    lineBreaks = 0
  }

  /// Writes a text node: white space collapsed, soft hyphens kept as they are.
  mutating func addText(_ node: HTMLNode) {
    guard let text = HTMLTextNode(node, source: source, base: base) else { return }
    let isSpace = text.text.allSatisfy { ASCII.isSpace($0) }
    if isSpace {
      if preformatted > 0 {
        openBlock()
      } else {
        builder.space(original: ByteRange(text.range.lowerBound, text.range.upperBound))
        return
      }
    }
    openBlock()
    lineBreaks = 0
    var writer = builder
    // The copy is moved back below; taking it out keeps the storage unique.
    builder = TextBuilder()
    text.forEachPiece { piece in
      if !piece.isCopy {
        let bytes = Array(text.text[piece.text])
        let original = ByteRange(piece.source)
        if bytes == [0x20] || bytes == [0x0A], preformatted == 0 {
          writer.space(original: original)
        } else {
          writer.put(bytes, original: original)
        }
      } else if superscripts > 0 {
        Self.superscript(piece.source, source, &writer)
      } else if preformatted > 0 {
        writer.copy(source, piece.source)
      } else {
        Self.collapse(piece.source, source, &writer)
      }
    }
    builder = writer
  }

  /// Copies, with each run of white space as one space.
  private static func collapse(
    _ range: Range<Int>, _ source: [UInt8], _ writer: inout TextBuilder
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      if ASCII.isSpace(source[index]) {
        while index < range.upperBound, ASCII.isSpace(source[index]) { index += 1 }
        if index - start == 1, source[start] == 0x20 {
          if let last = writer.last, !ASCII.isSpace(last) { writer.copy(source, start..<index) }
        } else {
          writer.space(original: ByteRange(start, index))
        }
      } else {
        while index < range.upperBound, !ASCII.isSpace(source[index]) { index += 1 }
        writer.copy(source, start..<index)
      }
    }
  }

  /// Digits and signs become superscript characters, so that 10² stays apart from 102.
  private static func superscript(
    _ range: Range<Int>, _ source: [UInt8], _ writer: inout TextBuilder
  ) {
    for index in range {
      let raised: String
      switch source[index] {
      case 0x31: raised = "¹"
      case 0x32: raised = "²"
      case 0x33: raised = "³"
      case 0x30, 0x34...0x39:
        raised = String(Unicode.Scalar(0x2070 + UInt32(source[index] - 0x30))!)
      case 0x2B: raised = "⁺"
      case 0x2D: raised = "⁻"
      default:
        writer.copy(source, index..<index + 1)
        continue
      }
      writer.put(Array(raised.utf8), original: ByteRange(index, index + 1))
    }
  }
}
