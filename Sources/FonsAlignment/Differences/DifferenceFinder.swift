internal import FonsDocument
internal import FonsText

/// Says what an alignment's two sides have different, place by place.
public struct DifferenceFinder {
  public let quoted: QuotedText
  public let source: SourceWindow
  let meaning: MeaningWords
  let classifier: WordClassifier
  /// Quoted words in brackets that the source has too.
  var literal = Set<Int>()

  /// - Parameter lexicon: what is known of words; it tells a slip of the pen from another word.
  public init(
    _ quoted: QuotedText, _ source: SourceWindow, lexicon: Lexicon
  ) {
    self.quoted = quoted
    self.source = source
    meaning = MeaningWords.forLanguage(of: quoted.words, context: source.words.prefix(300))
    classifier = WordClassifier(meaning: meaning, lexicon: lexicon)
  }

  /// A run of steps that are not the same on both sides.
  struct Hunk {
    var steps: [Alignment.Step]
    var quoted: Range<Int> { steps[0].quoted.lowerBound..<steps[steps.count - 1].quoted.upperBound }
    var source: Range<Int> { steps[0].source.lowerBound..<steps[steps.count - 1].source.upperBound }
  }

  /// All differences, in order of the quotation.
  public func differences(_ alignment: Alignment) -> [Difference] {
    var finder = self
    finder.literal = literalBrackets(alignment)
    return finder.found(alignment)
  }

  private func found(_ alignment: Alignment) -> [Difference] {
    var result: [Difference] = []
    var hunks: [Hunk] = []
    var previous: Alignment.Step?
    let bytes = SameBytes(quoted: quoted, source: source)
    for step in alignment.steps {
      switch step.kind {
      case .same, .joined:
        if !bytes.hasSameBytes(step) { result += wordDifferences(step) }
        if let previous, isHeld(previous), !bytes.hasSameGap(previous, step) {
          result += separators(previous, step)
        }
      case .replaced, .added, .missing:
        if let previous, !isHeld(previous), !hunks.isEmpty {
          hunks[hunks.count - 1].steps.append(step)
        } else {
          hunks.append(Hunk(steps: [step]))
        }
      }
      previous = step
    }
    result += moved(&hunks)
    for hunk in hunks { result += differences(hunk) }
    result += lostUnits(alignment)
    result += editorial()
    if let negation = negationBehind(alignment) { result.append(negation) }
    return result.sorted { ($0.quoted, $0.source) < ($1.quoted, $1.source) }
  }

  private func isHeld(_ step: Alignment.Step) -> Bool { step.kind == .same || step.kind == .joined }

  /// Words that stand on both sides, in another order: taken out of their hunks.
  private func moved(_ hunks: inout [Hunk]) -> [Difference] {
    var result: [Difference] = []
    var index = 0
    while index < hunks.count {
      var end = index
      var found = false
      while end < hunks.count, end - index < 4,
        hunks[end].quoted.upperBound - hunks[index].quoted.lowerBound <= 24
      {
        let q = hunks[index].quoted.lowerBound..<hunks[end].quoted.upperBound
        let s = hunks[index].source.lowerBound..<hunks[end].source.upperBound
        if isSameWords(Array(hunks[index...end])) {
          result.append(difference(isDate(q) ? .dateForm : .order, q, s))
          hunks.removeSubrange(index...end)
          found = true
          break
        }
        end += 1
      }
      if !found { index += 1 }
    }
    return result
  }

  /// "14 March" and "March 14": a month and numbers alone.
  private func isDate(_ q: Range<Int>) -> Bool {
    q.contains { meaning.has(quoted.words[$0].hash, .month) }
      && q.allSatisfy {
        meaning.has(quoted.words[$0].hash, .month) || quoted.words[$0].flags.contains(.number)
      }
  }

  private func isSameWords(_ hunks: [Hunk]) -> Bool {
    let left = hunks.flatMap { $0.quoted.map { quoted.words[$0].hash } }
    let right = hunks.flatMap { $0.source.map { source.words[$0].hash } }
    return !left.isEmpty && left.count == right.count && left.sorted() == right.sorted()
  }

  /// The differences of one hunk: as a whole where it has a meaning as such, else step by step.
  private func differences(_ hunk: Hunk) -> [Difference] {
    if let whole = wholeHunk(hunk) { return [whole] }
    var result: [Difference] = []
    for run in runs(hunk.steps) {
      switch run[0].kind {
      case .missing: result += missing(run)
      case .added: result += added(run)
      default: result += run.map { replaced($0) }
      }
    }
    return merged(result, in: hunk)
  }

  /// Steps of one kind that follow each other; missing words are divided at marked omissions.
  private func runs(_ steps: [Alignment.Step]) -> [[Alignment.Step]] {
    var result: [[Alignment.Step]] = []
    for step in steps {
      if let last = result.last?.last, last.kind == step.kind {
        result[result.count - 1].append(step)
      } else {
        result.append([step])
      }
    }
    return result
  }

  private func wholeHunk(_ hunk: Hunk) -> Difference? {
    let q = hunk.quoted
    let s = hunk.source
    guard !q.isEmpty, !s.isEmpty, q.count <= 12, s.count <= 12,
      !(q.lowerBound...q.upperBound).dropFirst().dropLast().contains(
        where: quoted.omissions.contains)
    else { return nil }
    let left = q.map { classifier.token(quoted.words[$0], quoted.bytes[...], base: 0) }
    let right = s.map { classifier.token(source.words[$0], source.bytes[...], base: source.base) }
    if let kind = furnitureKind(hunk) { return difference(kind, q, s) }
    if q.allSatisfy(isInserted) {
      let hides = classifier.holdsNegation(left) != classifier.holdsNegation(right)
      return difference(hides ? .negation : .replacement, q, s)
    }
    if let kind = classifier.phraseKind(left, right) { return difference(kind, q, s) }
    return classifier.isNameForPronoun(left, right) ? difference(.name, q, s) : nil
  }

  private func replaced(_ step: Alignment.Step) -> Difference {
    let q = step.quoted.lowerBound
    let s = step.source.lowerBound
    let left = classifier.token(quoted.words[q], quoted.bytes[...], base: 0)
    let right = classifier.token(source.words[s], source.bytes[...], base: source.base)
    var kind = classifier.kind(left, right, isNoun: isNoun(q, s))
    if kind == .number, isBesideMonth(q, s) { kind = .date }
    if kind == .unit, isTimeAlone(q, s) { kind = .word }
    if kind == .name || kind == .word, followsDegree(q, s) { kind = .unit }
    if q == quoted.words.count - 1, kind == .word || kind == .name,
      left.folded.count >= 2, left.folded.count < right.folded.count,
      right.folded.starts(with: left.folded)
    {
      kind = .truncation
    }
    var result = difference(kind, step.quoted, step.source)
    if kind == .ocr, classifier.misread(left, right) == .source { result.weight = .harmless }
    return result
  }

  private func added(_ run: [Alignment.Step]) -> [Difference] {
    let q = run[0].quoted.lowerBound..<run[run.count - 1].quoted.upperBound
    let s = run[0].source.lowerBound
    var result: [Difference] = []
    // A bracketed stretch and a plain one are different things.
    var start = q.lowerBound
    while start < q.upperBound {
      var end = start
      while end < q.upperBound, isInserted(end) == isInserted(start) { end += 1 }
      let words = (start..<end).map {
        classifier.token(quoted.words[$0], quoted.bytes[...], base: 0)
      }
      if isInserted(start), let replaced = replacedAtEdge(start..<end, s) {
        result.append(difference(.replacement, start..<end, replaced))
        start = end
        continue
      }
      result.append(difference(addedKind(words, start..<end, s), start..<end, s..<s))
      start = end
    }
    return result
  }

  private func addedKind(
    _ words: [WordClassifier.Token], _ q: Range<Int>, _ s: Int
  ) -> DifferenceKind {
    let isShort = q.count <= Self.fewWords
    if isInserted(q.lowerBound) { return classifier.holdsNegation(words) ? .negation : .insertion }
    if isShort, classifier.holdsNegation(words) { return .negation }
    if q.count == 1, meaning.has(words[0].word.hash, .joint), isItem(at: s) { return .structure }
    if classifier.isUnit(words), q.lowerBound > 0,
      classifier.isNumber(quoted.words[q.lowerBound - 1])
    {
      return .unit
    }
    return isShort && classifier.isModal(words) ? .modality : .addition
  }

  /// A longer run of words is more than the negation or the modal verb in it.
  private static let fewWords = 4

  /// Whether an item of a list begins at a word of the source.
  private func isItem(at word: Int) -> Bool {
    guard word > 0, word < source.words.count else { return false }
    let gap = source.gap(after: word - 1)
    return Separator.beginsItem(Substring(String(decoding: gap, as: UTF8.self)))
  }

  /// Words in brackets at the beginning of a quotation may stand for the beginning of the source's
  /// sentence: "[They] left" for "The soldiers left".
  private func replacedAtEdge(_ q: Range<Int>, _ place: Int) -> Range<Int>? {
    guard q.lowerBound == 0, place > 0, place < source.words.count else { return nil }
    var start = place
    while start > 0, place - start <= 6 {
      let gap = source.gap(after: start - 1)
      if gap.contains(where: { $0 == 46 || $0 == 33 || $0 == 63 || $0 == 10 }) { break }
      start -= 1
    }
    return start < place && place - start <= 6 ? start..<place : nil
  }

  private func missing(_ run: [Alignment.Step]) -> [Difference] {
    let s = run[0].source.lowerBound..<run[run.count - 1].source.upperBound
    let place = run[0].quoted.lowerBound
    let words = s.map { classifier.token(source.words[$0], source.bytes[...], base: source.base) }
    if isFurniture(s) { return [difference(.furniture, place..<place, s)] }
    if quoted.omissions.contains(place) { return swallowed(s, place) }
    let kind: DifferenceKind
    if classifier.isUnit(words), s.lowerBound > 0,
      classifier.isNumber(source.words[s.lowerBound - 1])
    {
      kind = .unit
    } else if classifier.isReportingClause(words, around: source.slice(padded(s))) {
      kind = .reportingClause
    } else if s.count <= Self.fewWords, classifier.holdsNegation(words) {
      kind = .negation
    } else if s.count <= 2, classifier.isModal(words) {
      kind = .modality
    } else {
      kind = .omission
    }
    return [difference(kind, place..<place, s)]
  }

  /// The bytes of some source words with the marks on both sides of them.
  private func padded(_ s: Range<Int>) -> ByteRange {
    let before = s.lowerBound > 0 ? Int(source.words[s.lowerBound - 1].end) : source.base
    let after =
      s.upperBound < source.words.count
      ? Int(source.words[s.upperBound].start) : source.range.end
    return ByteRange(before, after)
  }

  func difference(
    _ kind: DifferenceKind, _ q: Range<Int>, _ s: Range<Int>, note: String? = nil
  ) -> Difference {
    difference(kind, quoted.range(q), source.range(s), note: note)
  }

  func difference(
    _ kind: DifferenceKind, _ q: ByteRange, _ s: ByteRange, note: String? = nil
  ) -> Difference {
    Difference(
      kind, quoted: q, quotedText: String(decoding: quoted.quotation.text[q.range], as: UTF8.self),
      source: s, sourceText: source.text(s), note: note)
  }
}
