import FonsText

extension LaTeXWalk {
  /// `\epigraph{words}{source}`: a block quotation, and the paragraph that signs it.
  mutating func epigraph(_ index: Int) {
    guard groups.count < Self.depthLimit, let opening = brace(skippingOptions(index)) else {
      at = index
      return
    }
    builder.end()
    if quoteDepth == 0 { quotes += 1 }
    quoteDepth += 1
    at = opening
    push(.epigraph, start: at)
  }

  mutating func endEpigraph() {
    builder.end()
    quoteDepth -= 1
    // `at` is at the closing brace, behind which the walk goes on.
    guard let opening = brace(at + 1) else { return }
    isRagged = true
    at = opening - 1
    push(.epigraphSource, start: at)
  }
}
