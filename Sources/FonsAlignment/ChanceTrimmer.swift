internal import FonsText

/// Takes agreements by chance out of an alignment.
///
/// Where quoted words stand nowhere in the source, an aligner still finds a "the" or an "of" for some
/// of them, far outside the passage or between words that have nothing to do with each other. A
/// reader calls such words added.
struct ChanceTrimmer {
  /// Bits of surprise in each quoted word.
  let weights: [Double]
  let quoted: QuotedText
  let source: SourceWindow

  /// In bits, against the surprise of the words beyond.
  private enum Cost {
    static let otherFirst = -2.0
    static let other = -3.0
    static let missingFirst = -2.0
    static let missing = -0.3
    static let sentenceEnd = -4.0
  }

  /// Words at an end that may stand in the place of others.
  private static let fewWords = 4

  func trim(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    guard let core = core(steps) else { return steps }
    var first = core.lowerBound
    var last = core.upperBound
    var sum = 0.0
    var best = 0.0
    for index in (0..<core.lowerBound).reversed() {
      sum += score(steps, index, previous: index + 1)
      if isRight(steps[index]), sum >= best { (best, first) = (sum, index) }
    }
    (sum, best) = (0, 0)
    for index in core.upperBound..<steps.count {
      sum += score(steps, index, previous: index - 1)
      if isRight(steps[index]), sum >= best { (best, last) = (sum, index + 1) }
    }
    return leading(steps[..<first], before: steps[first])
      + dissolved(Array(steps[first..<last]))
      + trailing(steps[last...], after: steps[last - 1])
  }

  private func isHeld(_ step: Alignment.Step) -> Bool { step.kind == .same || step.kind == .joined }

  /// Whether a step pairs words that belong together.
  private func isRight(_ step: Alignment.Step) -> Bool {
    isHeld(step) || (step.kind == .replaced && isAlike(step))
  }

  private func bits(_ words: Range<Int>) -> Double { words.reduce(0) { $0 + weights[$1] } }

  /// The run of held words that says most.
  private func core(_ steps: [Alignment.Step]) -> Range<Int>? {
    var best: Range<Int>?
    var most = 0.0
    var start = 0
    while start < steps.count {
      var end = start
      var total = 0.0
      while end < steps.count, isHeld(steps[end]) {
        total += bits(steps[end].quoted)
        end += 1
      }
      if total > most { (most, best) = (total, start..<end) }
      start = max(end, start + 1)
    }
    return best
  }

  /// What a step is worth; `previous` is the one beside it on the core's side.
  private func score(_ steps: [Alignment.Step], _ index: Int, previous: Int) -> Double {
    let step = steps[index]
    let other = isHeld(steps[previous]) ? Cost.otherFirst : Cost.other
    switch step.kind {
    case .same, .joined: return bits(step.quoted)
    case .replaced: return isAlike(step) ? 0 : other + sentenceCost(step.source)
    case .added: return quoted.bracketed[step.quoted.lowerBound] ? 0 : other
    case .missing:
      if quoted.omissions.contains(step.quoted.lowerBound) { return 0 }
      let opens = steps[previous].kind == .missing ? 0 : Cost.missingFirst
      return opens + Double(step.source.count) * Cost.missing + sentenceCost(step.source)
    }
  }

  /// Whether two words begin and end alike, as one that was misspelt or misread does.
  private func isAlike(_ step: Alignment.Step) -> Bool {
    let left = quoted.words[step.quoted.lowerBound]
    let right = source.words[step.source.lowerBound]
    let shorter = Int(min(left.length, right.length))
    return quoted.bytes.withUnsafeBufferPointer { a in
      source.bytes.withUnsafeBufferPointer { b in
        let (from, to) = (Int(left.start), Int(left.end) - 1)
        let (otherFrom, otherTo) = (
          Int(right.start) - source.base, Int(right.end) - 1 - source.base
        )
        var start = 0
        while start < shorter, a[from + start] == b[otherFrom + start] { start += 1 }
        var end = 0
        while end < shorter, a[to - end] == b[otherTo - end] { end += 1 }
        return (start + end) * 2 >= Int(max(left.length, right.length))
      }
    }
  }

  private func sentenceCost(_ words: Range<Int>) -> Double {
    words.contains { endsSentence(after: $0) } ? Cost.sentenceEnd : 0
  }

  /// Whether a sentence ends after a word of the source.
  private func endsSentence(after word: Int) -> Bool {
    guard word >= 0, word + 1 < source.words.count else { return true }
    let gap = source.gap(after: word)
    return gap.contains { $0 == 46 || $0 == 33 || $0 == 63 }
  }

  /// Quoted words before the first that is held: in the place of the source's, or added.
  private func leading(
    _ steps: ArraySlice<Alignment.Step>, before held: Alignment.Step
  ) -> [Alignment.Step] {
    guard let first = steps.first else { return [] }
    let q = first.quoted.lowerBound..<held.quoted.lowerBound
    let place = held.source.lowerBound
    var start = place
    while start > 0, place - start <= Self.fewWords, !endsSentence(after: start - 1) { start -= 1 }
    let count = replaceable(q.count, place - start)
    let middle = q.upperBound - count
    return pairs(q.lowerBound..<middle, added: true, at: place - count)
      + pairs(middle..<q.upperBound, added: false, at: place - count)
  }

  private func trailing(
    _ steps: ArraySlice<Alignment.Step>, after held: Alignment.Step
  ) -> [Alignment.Step] {
    guard let last = steps.last else { return [] }
    let q = held.quoted.upperBound..<last.quoted.upperBound
    let place = held.source.upperBound
    var end = place
    while end < source.words.count, end - place <= Self.fewWords, !endsSentence(after: end - 1) {
      end += 1
    }
    let count = replaceable(q.count, end - place)
    let middle = q.lowerBound + count
    return pairs(q.lowerBound..<middle, added: false, at: place)
      + pairs(middle..<q.upperBound, added: true, at: place + count)
  }

  /// How many of the quoted words at an end take the place of the rest of the source's sentence.
  private func replaceable(_ words: Int, _ rest: Int) -> Int {
    if words <= 2, rest >= words { return words }
    return words <= Self.fewWords && rest <= Self.fewWords ? min(words, rest) : 0
  }

  private func pairs(_ q: Range<Int>, added: Bool, at source: Int) -> [Alignment.Step] {
    q.map { word in
      let place = source + word - q.lowerBound
      return added
        ? Alignment.Step(.added, word..<word + 1, source..<source)
        : Alignment.Step(.replaced, word..<word + 1, place..<place + 1)
    }
  }

  /// The steps without common words that are held in the midst of others that are not.
  private func dissolved(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    var result = steps
    for index in steps.indices where steps[index].kind == .same {
      guard weights[steps[index].quoted.lowerBound] < Self.commonWord,
        unlike(steps, index - 1, by: -1) >= 2, unlike(steps, index + 1, by: 1) >= 2
      else { continue }
      result[index].kind = .replaced
    }
    return result
  }

  /// Bits of words like "the", "of" and "was".
  private static let commonWord = 8.0

  /// Quoted words beside a step, up to the next that is held, that stand nowhere in the source.
  private func unlike(_ steps: [Alignment.Step], _ start: Int, by direction: Int) -> Int {
    var index = start
    var count = 0
    while steps.indices.contains(index), !isHeld(steps[index]) {
      if steps[index].quoted.contains(where: { !quoted.bracketed[$0] }) { count += 1 }
      index += direction
    }
    return count
  }
}
