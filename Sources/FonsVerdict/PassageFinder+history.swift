internal import FonsAlignment
internal import FonsLibrary
internal import FonsText

/// Older states of a work: where the newest does not have the words, one of them may.
extension PassageFinder {
  /// Wordings of a work's past that are aligned with a quotation.
  private static let wordings = 12
  /// Bits that a word of the source costs that the quotation leaves out.
  private static let missing = 10.0
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
    var nearest: [Passage] = []
    for likely in history.likeliest(words, of: quoted.bytes, limit: Self.wordings) {
      var state = place
      state.revision = likely.revision
      let around = Self.slack + length / 3
      let range = ByteRange(max(0, likely.range.start - around), likely.range.end + around)
      guard let bytes = space.text(of: state, range),
        let passage = passage(SourceWindow(bytes, base: range.start), state, sought)
      else { continue }
      if let known = nearest.first {
        if isCloser(known, passage) { continue }
        if isCloser(passage, known) { nearest.removeAll() }
      }
      nearest.append(passage)
    }
    return longestStanding(nearest, in: history)
  }

  /// The passage whose words stood in the most revisions, as the newest of them has it.
  private func longestStanding(_ passages: [Passage], in history: History) -> Passage? {
    var best: (passage: Passage, lifetimes: Lifetimes)?
    var known = Set<[UInt8]>()
    for passage in passages {
      let bytes = Array(passage.window.slice(extended(passage)))
      guard known.insert(bytes).inserted else { continue }
      let lifetimes = history.lifetimes(of: bytes)
      if lifetimes.revisions > best?.lifetimes.revisions ?? -1 { best = (passage, lifetimes) }
    }
    guard let lifetimes = best?.lifetimes, var passage = best?.passage else { return nil }
    if let newest = lifetimes.runs.last?.last, newest != passage.place.revision {
      passage = moved(passage, to: newest, of: history) ?? passage
    }
    passage.rivals = known.count - 1
    return passage
  }

  /// The same words in another revision that has them.
  private func moved(_ passage: Passage, to revision: Int, of history: History) -> Passage? {
    guard let text = history.text(of: revision),
      let found = text.firstRange(of: passage.window.slice(extended(passage)))
    else { return nil }
    var place = passage.place
    place.revision = revision
    let range =
      max(0, found.lowerBound - Self.slack)..<min(text.count, found.upperBound + Self.slack)
    let window = SourceWindow(Array(text[range]), base: range.lowerBound)
    guard let moved = self.passage(window, place, passage.sought),
      !isCloser(passage, moved)
    else { return nil }
    return moved
  }

  /// The passage with the punctuation at its ends, as far as the quotation has the same.
  func extended(_ passage: Passage) -> ByteRange {
    guard let first = quoted.words.first, let last = quoted.words.last else { return passage.range }
    var range = passage.range
    let window = passage.window
    for byte in quoted.bytes[Int(last.end)...] {
      guard byte > 32, window.slice(ByteRange(range.end, range.end + 1)).first == byte else {
        break
      }
      range.end += 1
    }
    for byte in quoted.bytes[..<Int(first.start)].reversed() {
      guard byte > 32, range.start > window.base,
        window.slice(ByteRange(range.start - 1, range.start)).first == byte
      else { break }
      range.start -= 1
    }
    return range
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
      switch $1.kind {
      case .missing: $0 - Self.missing * Double($1.source.count)
      case .replaced: $0 - Self.missing * Double(max(0, $1.source.count - $1.quoted.count))
      case .same, .joined, .added: $0
      }
    }
  }

  /// Aligned words that are the same byte for byte, each with the marks that touch it, and those that
  /// lead to the next in the same way.
  private func sameBytes(_ passage: Passage) -> Int {
    var count = 0
    let source = passage.window
    var last: (quoted: Int, source: Int)?
    for step in passage.alignment.steps {
      guard step.kind == .same else {
        last = nil
        continue
      }
      for (index, word) in zip(step.quoted, step.source) {
        let own = Self.touched(quoted.words, index, quoted.bytes[...], base: 0)
        let other = Self.touched(source.words, word, source.bytes[...], base: source.base)
        if own.elementsEqual(other) { count += 1 }
        if let last {
          let own = Self.gap(quoted.words, last.quoted, index, quoted.bytes, base: 0)
          let other = Self.gap(source.words, last.source, word, source.bytes, base: source.base)
          if own.elementsEqual(other) { count += 1 }
        }
        last = (index, word)
      }
    }
    return count
  }

  /// What stands between two words, but for spaces.
  private static func gap(
    _ words: [Word], _ first: Int, _ second: Int, _ bytes: [UInt8], base: Int
  ) -> [UInt8] {
    let (start, end) = (Int(words[first].end) - base, Int(words[second].start) - base)
    return bytes[start..<max(start, end)].filter { $0 > 32 }
  }

  /// The bytes of a word and of the marks that touch it.
  private static func touched(
    _ words: [Word], _ index: Int, _ bytes: ArraySlice<UInt8>, base: Int
  ) -> ArraySlice<UInt8> {
    var (start, end) = (Int(words[index].start) - base, Int(words[index].end) - base)
    let before = index > 0 ? Int(words[index - 1].end) - base : 0
    let after = index + 1 < words.count ? Int(words[index + 1].start) - base : bytes.count
    while start > before, bytes[start - 1] > 32 { start -= 1 }
    while end < after, bytes[end] > 32 { end += 1 }
    return bytes[start..<end]
  }
}
