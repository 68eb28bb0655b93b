import FonsFormat
import FonsText

/// Puts the text of a found quotation together and takes it apart.
enum QuotationBuilder {
  static func make(_ found: FoundQuotation, _ context: DocumentContext) -> Quotation {
    var text: [UInt8] = []
    var origin = OffsetMap()
    var markers: [ByteRange] = []
    for (index, piece) in found.pieces.enumerated() {
      if index > 0 {
        let end = context.structured.origin.original(of: found.pieces[index - 1]).end
        text += [0x0A, 0x0A]
        origin.append(derivedCount: 2, original: end, originalCount: 0)
      }
      let shift = text.count - piece.start
      let low = DocumentContext.first(context.noteReferences, from: piece.start) { $0.range.start }
      for span in context.noteReferences[low...] {
        guard span.range.end <= piece.end else { break }
        markers.append(ByteRange(span.range.start + shift, span.range.end + shift))
      }
      text += context.text[piece.range]
      origin.append(piece, through: context.structured.origin)
    }
    var range = context.structured.origin.original(of: found.outer)
    if found.isBlock { range = context.structured.origin.original(of: found.content) }
    let anatomy = QuotationAnatomy(text, markers: markers)
    var quotation = Quotation(
      range: range, line: 1, text: text, origin: origin, marks: found.marks,
      parts: anatomy.parts, omissions: anatomy.omissions, insertions: anatomy.insertions,
      noteMarkers: anatomy.noteMarkers, speaker: found.speaker)
    quotation.date =
      context.structured.partDates[context.blocks[found.blocks.lowerBound].part]
    return quotation
  }
}

/// A text that is handed over as a quotation.
enum GivenQuotation {
  static func make(_ decoded: DecodedText) -> Quotation {
    let text = decoded.text
    var content = text.trimmed(0, text.count)
    let outer = content
    if !content.isEmpty,
      let first = QuoteGlyph.at(text, content.lowerBound, end: content.upperBound),
      first.glyph != .apostrophe || content.count > 2
    {
      let pairs = MarkPairing(text, content) { _ in false }.outermost()
      if pairs.count == 1, pairs[0].open.range.lowerBound == content.lowerBound,
        pairs[0].close.range.upperBound == content.upperBound
      {
        content = text.trimmed(pairs[0].open.range.upperBound, pairs[0].close.range.lowerBound)
      }
    }
    var origin = OffsetMap()
    origin.append(ByteRange(content), through: decoded.origin)
    let quoted = Array(text[content])
    let anatomy = QuotationAnatomy(quoted, markers: [])
    return Quotation(
      range: decoded.origin.original(of: ByteRange(outer)), line: 1, text: quoted, origin: origin,
      marks: .given, parts: anatomy.parts, omissions: anatomy.omissions,
      insertions: anatomy.insertions, noteMarkers: anatomy.noteMarkers)
  }
}
