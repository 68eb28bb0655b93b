import FonsFormat
import FonsText

/// The quotations that marks show within running text, and those of `<q>`.
struct InlineQuotations {
  private let context: DocumentContext
  private let filter: QuotationFilter

  /// A quotation whose paragraph ended without a closing mark.
  private struct Pending {
    var mark: QuoteMark
    var pieces: [ByteRange]
    var firstBlock: Int
    /// Paragraphs without a mark that follow: part of it if one of the next ones closes it.
    var unmarked: [ByteRange] = []
  }

  init(_ context: DocumentContext) {
    self.context = context
    filter = QuotationFilter(context)
  }

  func find() -> [FoundQuotation] {
    var result = elements() + emphasised()
    result.sort { $0.outer < $1.outer }
    var pending: Pending?
    for (index, block) in context.blocks.enumerated() {
      guard holdsText(block) else {
        if block.kind != .furniture { abandon(&pending, &result) }
        continue
      }
      read(index, block, &pending, &result)
    }
    abandon(&pending, &result)
    return result
  }

  private func holdsText(_ block: StructuredText.Block) -> Bool {
    guard block.quoteDepth == 0 else { return false }
    switch block.kind {
    case .paragraph, .listItem, .cell, .caption: return true
    case .heading, .code, .furniture, .replyLink: return false
    }
  }

  private func read(
    _ index: Int, _ block: StructuredText.Block, _ pending: inout Pending?,
    _ result: inout [FoundQuotation]
  ) {
    var carried: QuoteMark?
    var start = block.range.start
    if let waiting = pending, waiting.unmarked.isEmpty,
      let mark = reopening(block, of: waiting.mark)
    {
      carried = mark
      start = mark.range.upperBound
    } else if let waiting = pending, let end = closing(block, of: waiting) {
      pending = nil
      var whole = waiting
      whole.pieces += waiting.unmarked
      finish(
        whole, from: block.range.start, end.range.lowerBound..<end.range.upperBound, index, &result)
      start = end.range.upperBound
    } else if let waiting = pending, isUnmarked(block, waiting) {
      pending?.unmarked.append(ByteRange(context.text.trimmed(block.range.range)))
      return
    } else {
      abandon(&pending, &result)
    }
    let pairing = MarkPairing(
      context.text, block.range.range, from: start, carried: carried, isCode: context.isCode)
    for pair in pairing.outermost() {
      if let carried, let waiting = pending, pair.level == 0, pair.open.range == carried.range {
        finish(waiting, from: carried.range.upperBound, pair.close.range, index, &result)
        pending = nil
        continue
      }
      if pending != nil { continue }
      let content = pair.open.range.upperBound..<pair.close.range.lowerBound
      let outer = pair.open.range.lowerBound..<pair.close.range.upperBound
      let found = FoundQuotation(
        outer: ByteRange(outer), pieces: [ByteRange(context.text.trimmed(content))],
        marks: .inline(open: mark(pair.open), close: mark(pair.close)), blocks: index...index)
      if filter.accepts(found), isNoTitleOfList(found, index) { result.append(found) }
    }
    if let carried, pending != nil {
      pending?.pieces.append(
        ByteRange(context.text.trimmed(carried.range.upperBound, block.range.end)))
    } else if let open = leftOpen(pairing, carried) {
      pending = Pending(
        mark: open,
        pieces: [ByteRange(context.text.trimmed(open.range.upperBound, block.range.end))],
        firstBlock: index)
    }
  }

  /// In a list of sources, marks hold titles; only what a colon announces is quoted.
  private func isNoTitleOfList(_ found: FoundQuotation, _ index: Int) -> Bool {
    guard context.references.blocks.contains(index) else { return true }
    let before = context.text.trimmed(context.blocks[index].range.start, found.outer.start)
    return !before.isEmpty && context.text[before.upperBound - 1] == 0x3A
  }

  private func mark(_ mark: QuoteMark) -> String { context.text.string(mark.range) }

  /// The mark that a paragraph leaves open: the last one that is no apostrophe.
  private func leftOpen(_ pairing: MarkPairing, _ carried: QuoteMark?) -> QuoteMark? {
    let end = pairing.outermost().last?.close.range.upperBound ?? 0
    return pairing.unclosed.last {
      (!$0.glyph.isSingle || $0.glyph == .leftSingle) && $0.range.lowerBound >= end
        && $0.range != carried?.range
    }
  }

  /// The mark with which a paragraph goes on with a quotation: the opening one again, or in French
  /// the closing one.
  private func reopening(_ block: StructuredText.Block, of open: QuoteMark) -> QuoteMark? {
    let start = block.range.start
    guard let found = QuoteGlyph.at(context.text, start, end: block.range.end) else { return nil }
    let range = start..<start + found.length
    guard
      found.glyph == open.glyph
        || open.glyph == .leftGuillemet && found.glyph == .rightGuillemet
        || open.glyph == .lowDouble && found.glyph == .leftDouble
    else { return nil }
    var mark = QuoteMark(found.glyph, range, in: context.text, within: block.range.range)
    mark.glyph = open.glyph
    return mark
  }

  /// The mark that ends a paragraph and closes what an earlier one opened: verse, or paragraphs that
  /// do not open the marks again.
  private func closing(_ block: StructuredText.Block, of waiting: Pending) -> QuoteMark? {
    guard isWhole(waiting) else { return nil }
    let pairing = MarkPairing(
      context.text, block.range.range, carried: waiting.mark, isCode: context.isCode)
    guard
      let pair = pairing.pairs.first(where: { $0.open.range == waiting.mark.range }),
      context.text.trimmed(pair.close.range.upperBound, block.range.end).isEmpty
    else { return nil }
    return pair.close
  }

  /// Whether a paragraph may lie within a quotation that is open: short, and without any mark but
  /// apostrophes.
  private func isUnmarked(_ block: StructuredText.Block, _ waiting: Pending) -> Bool {
    guard isWhole(waiting), waiting.unmarked.count < 12, block.range.count <= 400 else {
      return false
    }
    return !block.range.range.contains {
      guard let found = QuoteGlyph.at(context.text, $0, end: block.range.end) else { return false }
      let isBehindLetter =
        $0 > block.range.start
        && (ASCII.isLetter(context.text[$0 - 1]) || context.text[$0 - 1] >= 0x80)
      return !(found.glyph.isSingle && isBehindLetter)
    }
  }

  /// Whether the marks open with their paragraph, are double, and have been opened once.
  private func isWhole(_ waiting: Pending) -> Bool {
    waiting.pieces.count == 1 && !waiting.mark.glyph.isSingle
      && context.blocks[waiting.firstBlock].range.start == waiting.mark.range.lowerBound
  }

  private func finish(
    _ waiting: Pending, from start: Int, _ close: Range<Int>, _ index: Int,
    _ result: inout [FoundQuotation]
  ) {
    let last = context.text.trimmed(start, close.lowerBound)
    let found = FoundQuotation(
      outer: ByteRange(waiting.mark.range.lowerBound, close.upperBound),
      pieces: (waiting.pieces + [ByteRange(last)]).filter { !$0.isEmpty },
      marks: .inline(open: mark(waiting.mark), close: context.text.string(close)),
      blocks: waiting.firstBlock...index)
    if !found.pieces.isEmpty, filter.accepts(found) { result.append(found) }
  }

  /// Gives up waiting for a closing mark. Where the words were announced (`X writes: "…`) or the
  /// mark begins the paragraph, the quotation ends with its paragraph; elsewhere it was a slip.
  private func abandon(_ pending: inout Pending?, _ result: inout [FoundQuotation]) {
    guard let waiting = pending else { return }
    pending = nil
    let block = context.blocks[waiting.firstBlock]
    let before = context.text.trimmed(block.range.start, waiting.mark.range.lowerBound)
    let isAnnounced = before.isEmpty || context.text[before.upperBound - 1] == 0x3A
    guard isAnnounced, !waiting.mark.glyph.isSingle, var piece = waiting.pieces.last else {
      return
    }
    let tail = BlockTail.bracket(context, piece)
    if let tail { piece = tail.content }
    // Paragraphs that opened the marks again belong to it.
    let pieces = waiting.pieces.dropLast() + [piece]
    let words = WordCount.count(context.text, pieces[0].range, upTo: 400)
    guard words >= 8, words < 400 else { return }
    let last = DocumentContext.first(context.blocks, from: piece.end) { $0.range.start } - 1
    let found = FoundQuotation(
      outer: ByteRange(waiting.mark.range.lowerBound, piece.end), pieces: Array(pieces),
      marks: .inline(open: mark(waiting.mark), close: ""),
      blocks: waiting.firstBlock...max(waiting.firstBlock, last))
    if filter.accepts(found) { result.append(found) }
  }

  /// Words in italics without marks that a verb of speech leads to: "To quote Roe, *the weir was
  /// raised by two feet*".
  private func emphasised() -> [FoundQuotation] {
    context.titles.compactMap { span in
      guard span.kind == .emphasis else { return nil }
      let after = DocumentContext.first(context.blocks, from: span.range.start + 1) {
        $0.range.start
      }
      let piece = ByteRange(context.text.trimmed(span.range.start, span.range.end))
      guard after > 0, holdsText(context.blocks[after - 1]),
        piece.end <= context.blocks[after - 1].range.end,
        WordCount.count(context.text, piece.range, upTo: 6) == 6, !isTitle(piece),
        isLed(piece, context.blocks[after - 1].range)
      else { return nil }
      return FoundQuotation(
        outer: piece, pieces: [piece], marks: .element, blocks: after - 1...after - 1)
    }
  }

  /// Whether most of the longer words begin with a capital.
  private func isTitle(_ piece: ByteRange) -> Bool {
    let long = PhraseWord.scan(context.text, piece).filter { $0.text.count >= 4 }
    return long.filter { $0.text.first?.isUppercase == true }.count * 2 >= long.count
  }

  /// Whether a verb of speech and a comma or colon stand before the words.
  private func isLed(_ piece: ByteRange, _ block: ByteRange) -> Bool {
    let text = context.text
    let before = ByteRange(text.trimmed(max(block.start, piece.start - 300), piece.start))
    guard !before.isEmpty, [0x3A, 0x2C].contains(text[before.end - 1]) else { return false }
    let sentence = ByteRange(SentenceBounds.lastStart(text, before), before.end)
    guard let phrase = AttributionPhrase(context, sentence, isBefore: true), phrase.hasVerb else {
      return false
    }
    return phrase.author != nil || phrase.title != nil || phrase.description != nil
  }

  /// The `<q>` elements.
  private func elements() -> [FoundQuotation] {
    context.structured.spans.compactMap { span in
      guard span.kind == .quote else { return nil }
      let after = DocumentContext.first(context.blocks, from: span.range.start + 1) {
        $0.range.start
      }
      guard after > 0, context.blocks[after - 1].quoteDepth == 0,
        holdsText(context.blocks[after - 1])
      else { return nil }
      let piece = ByteRange(context.text.trimmed(span.range.start, span.range.end))
      let least = span.value == nil ? 4 : 3
      guard WordCount.count(context.text, piece.range, upTo: 4) >= least else { return nil }
      return FoundQuotation(
        outer: piece, pieces: [piece], marks: .element, blocks: after - 1...after - 1,
        cite: span.value)
    }
  }
}

extension [UInt8] {
  func trimmed(_ range: Range<Int>) -> Range<Int> { trimmed(range.lowerBound, range.upperBound) }
}
