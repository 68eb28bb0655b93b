internal import FonsText

/// Aligns a quotation with a stretch of a work: exact runs, chained, and the words between them.
public struct Aligner {
  /// Bits of surprise in each quoted word.
  public let weights: [Double]
  public let quoted: QuotedText

  public init(_ quoted: QuotedText, weights: [Double]) {
    self.quoted = quoted
    self.weights = weights
  }

  /// The best alignment of all quoted words, or nil where nothing corresponds.
  public func align(_ source: SourceWindow) -> Alignment? {
    align(quoted.words.indices, source)
  }

  /// The best alignment of some of the quoted words.
  public func align(_ part: Range<Int>, _ source: SourceWindow) -> Alignment? {
    let words = Array(quoted.words[part])
    let chainer = RunChainer(
      weights: Array(weights[part]), omissions: Set(quoted.omissions.map { $0 - part.lowerBound }))
    var chain: [ExactRun] = []
    for seed in [3, 2, 1] where chain.isEmpty && words.count >= seed {
      chain = chainer.chain(ExactRunFinder(seed: seed).runs(words, source.words))
    }
    guard !chain.isEmpty else { return nil }
    let placed = chain.map {
      ExactRun(quoted: $0.quoted + part.lowerBound, source: $0.source, count: $0.count)
    }
    let slider = GapSlider(quoted: quoted, source: source)
    return Alignment(steps: slider.slide(steps(placed, part, source)))
  }

  private func steps(_ chain: [ExactRun], _ part: Range<Int>, _ source: SourceWindow) -> [Alignment.Step] {
    var gaps = GapAligner(quoted, source)
    var steps: [Alignment.Step] = []
    var q = part.lowerBound
    var s = 0
    for (index, run) in chain.enumerated() {
      if index == 0 {
        let lead = run.quoted - q
        s = max(0, run.source - Self.reach(lead))
        steps += dropLeading(gaps.align(q..<run.quoted, s..<run.source, freeStart: true))
      } else {
        steps += gaps.align(q..<run.quoted, s..<run.source)
      }
      for offset in 0..<run.count {
        steps.append(
          Alignment.Step(
            .same, run.quoted + offset..<run.quoted + offset + 1,
            run.source + offset..<run.source + offset + 1))
      }
      q = run.quotedEnd
      s = run.sourceEnd
    }
    let tail = part.upperBound - q
    let end = min(source.words.count, s + Self.reach(tail))
    steps += dropTrailing(gaps.align(q..<part.upperBound, s..<end, freeEnd: true))
    return steps
  }

  /// Source words to look at for quoted ones at an end.
  private static func reach(_ words: Int) -> Int { words == 0 ? 0 : words * 2 + 24 }

  /// Source words before the first quoted one are not missing from the quotation.
  private func dropLeading(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    guard let first = steps.firstIndex(where: { $0.kind != .missing }) else { return [] }
    return Array(steps[first...])
  }

  private func dropTrailing(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    guard let last = steps.lastIndex(where: { $0.kind != .missing }) else { return [] }
    return Array(steps[...last])
  }
}
