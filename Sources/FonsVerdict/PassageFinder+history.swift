internal import FonsAlignment
internal import FonsLibrary
internal import FonsText

/// Older states of a work: where the newest does not have the words, one of them may.
extension PassageFinder {
  /// Wordings of a work's past that are aligned with a quotation.
  private static let wordings = 8
  /// Bytes around a likely place, beside a third of the quotation's.
  private static let slack = 512

  /// Passages of a cited work: in the revision that is asked for, or in the newest at a time; where
  /// those do not have the words, in whichever has them best.
  func states(
    of place: SearchSpace.Place, _ sought: Range<Int>, asked: Int?, asOf time: String?
  ) -> [Passage] {
    guard !excluded.contains(place), let history = space.history(at: place) else {
      return within(place, sought)
    }
    let meant =
      asked.flatMap { history.index(of: $0) } ?? time.flatMap { history.newest(asOf: $0) }
    if let meant, meant != history.newest, !history.isHidden(meant) {
      var state = place
      state.revision = meant
      let passages = within(state, sought)
      if passages.contains(where: isWhole) { return passages }
      // The revision that was cited is what counts, as far as it has most of the words.
      if asked != nil, passages.contains(where: { $0.coverage >= 0.5 }) { return passages }
    }
    return withPast(within(place, sought), of: [place], sought)
  }

  /// Puts the best passage of each work's past in the place of what its newest state has, where it is
  /// better.
  func withPast(
    _ passages: [Passage], of places: [SearchSpace.Place], _ sought: Range<Int>
  ) -> [Passage] {
    var result = passages
    for place in Set(places) {
      let current = passages.filter { $0.place == place }
      guard !excluded.contains(place), !current.contains(where: isWhole),
        let past = best(ofPast: place, sought)
      else { continue }
      if let newest = current.max(by: { isCloser($1, $0) }), !isCloser(past, newest) { continue }
      result.removeAll { $0.place == place }
      result.append(past)
    }
    return result.sorted(by: Self.isBetter)
  }

  /// The passage of a work's past that is nearest to the sought words; of those that are equally near,
  /// the one that stood in the most revisions.
  private func best(ofPast place: SearchSpace.Place, _ sought: Range<Int>) -> Passage? {
    guard let history = space.history(at: place) else { return nil }
    let words = Array(quoted.words[sought])
    let length = Int(
      quoted.words[sought.upperBound - 1].end - quoted.words[sought.lowerBound].start)
    var best: (passage: Passage, revisions: Int)?
    for likely in history.likeliest(words, of: quoted.bytes, limit: Self.wordings) {
      var state = place
      state.revision = likely.revision
      let around = Self.slack + length / 3
      let range = ByteRange(max(0, likely.range.start - around), likely.range.end + around)
      guard let bytes = space.text(of: state, range),
        let passage = passage(SourceWindow(bytes, base: range.start), state, sought)
      else { continue }
      guard let known = best else {
        best = (passage, likely.revisions)
        continue
      }
      let isEqual = !isCloser(known.passage, passage) && !isCloser(passage, known.passage)
      if isCloser(passage, known.passage) || isEqual && likely.revisions > known.revisions {
        best = (passage, likely.revisions)
      }
    }
    return best?.passage
  }

  /// Whether a passage has exactly the sought words in a row.
  func isWhole(_ passage: Passage) -> Bool {
    passage.coverage == 1 && passage.alignment.steps.allSatisfy { $0.kind == .same }
  }

  /// Nearer to the quotation: by the words, by what the quotation leaves out, then by the bytes.
  private func isCloser(_ left: Passage, _ right: Passage) -> Bool {
    let (first, second) = (nearness(left), nearness(right))
    if abs(first - second) > 0.001 { return first > second }
    return sameBytes(left) > sameBytes(right)
  }

  private func nearness(_ passage: Passage) -> Double {
    passage.alignment.steps.reduce(passage.score) {
      $1.kind == .missing ? $0 - 10 * Double($1.source.count) : $0
    }
  }

  /// Aligned words that are the same byte for byte, and the same between them.
  private func sameBytes(_ passage: Passage) -> Int {
    var count = 0
    var last: (quoted: Word, source: Word)?
    for step in passage.alignment.steps {
      guard step.kind == .same else {
        last = nil
        continue
      }
      for (index, word) in zip(step.quoted, step.source) {
        let (quotedWord, sourceWord) = (quoted.words[index], passage.window.words[word])
        if quoted.bytes[quotedWord.range.range].elementsEqual(
          passage.window.slice(sourceWord.range))
        {
          count += 1
        }
        if let last,
          quoted.bytes[Int(last.quoted.end)..<Int(quotedWord.start)].elementsEqual(
            passage.window.slice(ByteRange(Int(last.source.end), Int(sourceWord.start))))
        {
          count += 1
        }
        last = (quotedWord, sourceWord)
      }
    }
    return count
  }
}
