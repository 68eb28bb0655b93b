import FonsFormat
import FonsText

/// The block quotations of a document: `<blockquote>`, `>` lines, a mail's levels.
struct BlockQuotations {
  private let context: DocumentContext

  init(_ context: DocumentContext) {
    self.context = context
  }

  func find() -> [FoundQuotation] {
    var result: [FoundQuotation] = []
    var group: [Int] = []
    for (index, block) in context.blocks.enumerated() {
      let continues =
        group.first.map { first in
          context.blocks[first].quoteID == block.quoteID
            && context.blocks[first].quoteDepth <= block.quoteDepth
        } ?? true
        || reopens(index, after: group)
      if block.quoteDepth == 0 || !continues {
        result += quotations(of: group)
        group = []
      }
      if block.quoteDepth > 0, block.kind != .furniture, block.kind != .replyLink {
        group.append(index)
      }
    }
    return result + quotations(of: group)
  }

  /// Whether a block quotation goes on with the one directly before it, which left its marks open:
  /// each paragraph in an element of its own.
  private func reopens(_ index: Int, after group: [Int]) -> Bool {
    guard let last = group.last, last == index - 1,
      context.blocks[last].quoteDepth == context.blocks[index].quoteDepth,
      context.blocks[last].speaker == context.blocks[index].speaker,
      let open = opening(last), let next = opening(index), open.glyph == next.glyph
    else { return false }
    let pairing = MarkPairing(
      context.text, context.blocks[last].range.range, from: open.range.upperBound, carried: open,
      isCode: context.isCode)
    return !pairing.pairs.contains { $0.open.range == open.range }
  }

  /// The quotations of one block quotation: one, unless citations inside it end several.
  private func quotations(of group: [Int]) -> [FoundQuotation] {
    var result: [FoundQuotation] = []
    var start = 0
    var source: ByteRange?
    var pieces: [ByteRange] = []
    var head: BlockHead?
    for (position, index) in group.enumerated() {
      let tail = BlockTail(context, index, isFirst: pieces.isEmpty)
      var content = tail.content
      if position == start, let found = BlockHead(context, content) {
        head = found
        content.start = found.end
      }
      if !content.isEmpty { pieces.append(content) }
      source = tail.source ?? source
      let isLast = position == group.count - 1
      let nextOpens = !isLast && opensWithMark(group[position + 1])
      guard isLast || tail.endsQuotation && nextOpens else { continue }
      if var found = make(Array(group[start...position]), pieces, source) {
        found.speaker = found.speaker ?? head?.speaker
        result.append(found)
      }
      head = nil
      start = position + 1
      pieces = []
      source = nil
    }
    return result
  }

  private func opensWithMark(_ index: Int) -> Bool { opening(index) != nil }

  private func opening(_ index: Int) -> QuoteMark? {
    EnclosingMarks.opening(context, context.blocks[index].range)
  }

  /// A box that begins with "**Note:**" or `[!TIP]`.
  private func isAdmonition(_ index: Int) -> Bool {
    let range = context.blocks[index].range
    guard range.count > 4 else { return false }
    if context.text.has("[!", at: range.start) { return true }
    let low = DocumentContext.first(context.titles, from: range.start) { $0.range.start }
    guard low < context.titles.count, context.titles[low].range.start == range.start else {
      return false
    }
    let label = context.string(context.titles[low].range).lowercased().filter(\.isLetter)
    return SpeechWords.has(label, .admonition)
  }

  private func make(
    _ group: [Int], _ pieces: [ByteRange], _ source: ByteRange?
  ) -> FoundQuotation? {
    guard let first = group.first, let last = group.last, !pieces.isEmpty, !isAdmonition(first)
    else { return nil }
    let block = context.blocks[first]
    let stripped = EnclosingMarks.strip(context, pieces)
    guard
      stripped.contains(where: { WordCount.count(context.text, $0.range, upTo: 1) > 0 })
    else { return nil }
    return FoundQuotation(
      outer: ByteRange(block.range.start, context.blocks[last].range.end),
      pieces: stripped, marks: .block(depth: block.quoteDepth), blocks: first...last,
      speaker: block.speaker, cite: block.cite, source: source)
  }
}

/// Takes off the marks that enclose a block quotation as a whole.
enum EnclosingMarks {
  static func strip(_ context: DocumentContext, _ pieces: [ByteRange]) -> [ByteRange] {
    var result = pieces
    var carried: QuoteMark?
    for (index, piece) in pieces.enumerated() {
      guard let opening = opening(context, piece),
        carried == nil || carried?.glyph == opening.glyph
      else { return pieces }
      let pairing = MarkPairing(
        context.text, piece.range, from: opening.range.upperBound, carried: opening,
        isCode: context.isCode)
      result[index].start = opening.range.upperBound
      if let pair = pairing.outermost().first(where: {
        $0.level == 0 && $0.open.range == opening.range
      }) {
        let isEnd =
          pair.close.range.upperBound == piece.end
          || context.text[pair.close.range.upperBound..<piece.end].allSatisfy {
            [0x2E, 0x2C, 0x3B, 0x20].contains($0)
          }
        guard isEnd else { return pieces }
        result[index].end = pair.close.range.lowerBound
        carried = nil
      } else {
        carried = opening
      }
    }
    // Marks that stay open are taken off where only the closing one is missing.
    return result.map { ByteRange(context.text.trimmed($0.start, $0.end)) }
      .filter { !$0.isEmpty }
  }

  static func opening(_ context: DocumentContext, _ piece: ByteRange) -> QuoteMark? {
    guard let mark = QuoteGlyph.at(context.text, piece.start, end: piece.end) else { return nil }
    let found = QuoteMark(
      mark.glyph, piece.start..<piece.start + mark.length, in: context.text, within: piece.range)
    return found.opens && !(found.glyph.isSingle && found.isWeak) ? found : nil
  }
}
