internal import FonsAlignment
internal import FonsDocument
internal import FonsText

/// What a reader should know beside the verdict.
extension Trial {
  func flags(
    _ best: Passage, _ differences: [Difference], _ matches: [Finding.Match]
  ) -> [Finding.Flag] {
    var flags: [Finding.Flag] = []
    if SpeechFrame(best).isInsideQuotation { flags.append(.indirect) }
    flags += SentenceFrame(best)?.flags ?? []
    if differences.contains(where: { $0.kind == .homoglyph }) { flags.append(.homoglyph) }
    if isInTable(best) { flags.append(.inTable) }
    if claimsEmphasis { flags.append(.emphasisUnchecked) }
    if context.repeated.contains(quoted.quotation.range) { flags.append(.pullQuote) }
    let here = matches.filter { $0.place == best.place && $0.score >= best.score }
    if here.count > 1 { flags.append(.ambiguous) }
    return flags
  }
  /// Whether all of the passage's lines are rows of a table, whose cells are divided by tabs.
  private func isInTable(_ passage: Passage) -> Bool {
    let bytes = passage.window.bytes
    let start = max(0, passage.range.start - passage.window.base)
    let end = min(bytes.count, passage.range.end - passage.window.base)
    guard start < end else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var from = start
      while from > 0, bytes[from - 1] != 10 { from -= 1 }
      var to = end
      while to < bytes.count, bytes[to] != 10 { to += 1 }
      let lines = bytes[from..<to]
      // Most texts have none.
      guard lines.contains(9) else { return false }
      return lines.split(separator: 10).allSatisfy { $0.contains(9) }
    }
  }

  /// "emphasis in original": a claim on the source's markup.
  private var claimsEmphasis: Bool {
    quoted.quotation.insertions.contains { insertion in
      guard insertion.kind == .emphasisNote else { return false }
      let note = String(decoding: quoted.quotation.text[insertion.range.range], as: UTF8.self)
      return note.lowercased().contains("orig")
    }
  }
}
