internal import FonsText

/// Aligns a quotation with a stretch of a work: exact runs, chained, and the words between them.
public struct Aligner: Sendable {
  /// Bits of surprise in each quoted word.
  public let weights: [Double]
  public let quoted: QuotedText
  private let index: WordIndex

  /// Bits that a quoted word costs that a passage lacks.
  public static let unmatched = 8.0

  public init(_ quoted: QuotedText, weights: [Double]) {
    self.quoted = quoted
    self.weights = weights
    index = WordIndex(quoted.words)
  }

  /// The most that an alignment of some of the quoted words with a window can score: bits of those
  /// that stand in it in any order, less `unmatched` for each that does not.
  public func bound(_ part: Range<Int>, _ source: SourceWindow) -> Double {
    let present = index.present(in: source.words)
    return part.reduce(0) { total, word in
      if present[Int(index.places[word])] { return total + weights[word] }
      return quoted.bracketed[word] ? total : total - Self.unmatched
    }
  }

  /// Runs of words that are the same on both sides, from which an alignment hangs.
  public struct Runs: Sendable {
    let all: [ExactRun]
    public var isEmpty: Bool { all.isEmpty }
  }

  /// The runs of at least `seed` words that some of the quoted words share with a window.
  public func runs(_ part: Range<Int>, _ source: SourceWindow, seed: Int) -> Runs {
    Runs(all: ExactRunFinder(seed: seed).runs(quoted.words[part], source.words))
  }

  /// The best alignment of some of the quoted words, or nil where nothing corresponds.
  public func align(_ part: Range<Int>, _ source: SourceWindow) -> Alignment? {
    for seed in [3, 2, 1] where part.count >= seed {
      if let alignment = align(part, source, along: runs(part, source, seed: seed)) {
        return alignment
      }
    }
    return nil
  }

  /// The alignment that holds all of the words in a row, where no other can be better: the other runs
  /// together say less than the one that has everything.
  public func verbatim(_ part: Range<Int>, _ runs: Runs) -> Alignment? {
    guard let whole = runs.all.firstIndex(where: { $0.count == part.count }) else { return nil }
    let run = runs.all[whole]
    func bits(_ run: ExactRun) -> Double {
      let first = part.lowerBound + run.quoted
      return (first..<first + run.count).reduce(0) { $0 + weights[$1] }
    }
    let others = runs.all.indices.reduce(0) { $0 + ($1 == whole ? 0 : bits(runs.all[$1])) }
    guard others < bits(run) else { return nil }
    let shift = run.source - part.lowerBound
    return Alignment(
      steps: part.map { Alignment.Step(.same, $0..<$0 + 1, $0 + shift..<$0 + shift + 1) })
  }

  /// The best alignment that hangs from some of the runs; nil where there are none.
  public func align(
    _ part: Range<Int>, _ source: SourceWindow, along runs: Runs
  ) -> Alignment? {
    if let verbatim = verbatim(part, runs) { return verbatim }
    let chainer = RunChainer(
      weights: Array(weights[part]), omissions: Set(quoted.omissions.map { $0 - part.lowerBound }))
    let chain = chainer.chain(runs.all)
    guard !chain.isEmpty else { return nil }
    let placed = chain.map {
      ExactRun(quoted: $0.quoted + part.lowerBound, source: $0.source, count: $0.count)
    }
    let slider = GapSlider(quoted: quoted, source: source)
    let trimmer = ChanceTrimmer(weights: weights, quoted: quoted, source: source)
    return Alignment(steps: slider.slide(trimmer.trim(steps(placed, part, source))))
  }

  private func steps(
    _ chain: [ExactRun], _ part: Range<Int>, _ source: SourceWindow
  ) -> [Alignment.Step] {
    quoted.bytes.withUnsafeBufferPointer { quotedBytes in
      quoted.words.withUnsafeBufferPointer { quotedWords in
        source.bytes.withUnsafeBufferPointer { sourceBytes in
          source.words.withUnsafeBufferPointer { sourceWords in
            let gaps = GapAligner(
              letters: WordLetters(
                quoted: quotedBytes, quotedWords: quotedWords, source: sourceBytes,
                sourceWords: sourceWords, base: source.base),
              bracketed: quoted.bracketed, omissions: quoted.omissions)
            return steps(chain, part, source.words.count, gaps)
          }
        }
      }
    }
  }

  private func steps(
    _ chain: [ExactRun], _ part: Range<Int>, _ sourceCount: Int, _ gaps: GapAligner
  ) -> [Alignment.Step] {
    var steps: [Alignment.Step] = []
    var q = part.lowerBound
    var s = 0
    for (index, run) in chain.enumerated() {
      if index == 0 {
        s = max(0, run.source - Self.reach(run.quoted - q))
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
    let end = min(sourceCount, s + Self.reach(part.upperBound - q))
    return steps + dropTrailing(gaps.align(q..<part.upperBound, s..<end, freeEnd: true))
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
