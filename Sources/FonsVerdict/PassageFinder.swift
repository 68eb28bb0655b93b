internal import FonsAlignment
internal import FonsLibrary
internal import FonsText

/// Finds the passages that correspond to a quotation: candidates by their seeds, then alignments.
struct PassageFinder {
  let space: SearchSpace
  let quoted: QuotedText
  /// Bits of surprise in each quoted word.
  let weights: [Double]
  /// Works that must not match: the document itself.
  let excluded: Set<SearchSpace.Place>

  /// Candidates that are aligned.
  private static let aligned = 12
  /// A run of this many quoted words that a passage lacks is looked for by itself.
  static let longRun = 8
  /// Bytes of a work that is read whole because it is cited.
  private static let wholeWork = 4 << 20
  /// Bytes read on both sides of a passage for a piece that it lacks. What stands farther away was
  /// not quoted with it, and is found by its seeds where any six words of it are intact.
  private static let around = 32 << 10

  private let aligner: Aligner

  init(
    space: SearchSpace, quoted: QuotedText, weights: [Double], excluded: Set<SearchSpace.Place>
  ) {
    self.space = space
    self.quoted = quoted
    self.weights = weights
    self.excluded = excluded
    aligner = Aligner(quoted, weights: weights)
  }

  /// The best passages for some of the quoted words in everything, and how many more places seem to
  /// hold the same words.
  func everywhere(_ sought: Range<Int>) -> (passages: [Passage], further: Int) {
    let candidates = space.candidates(
      for: Array(quoted.words[sought]), limit: Self.aligned, excluding: excluded)
    var passages: [Passage] = []
    // Works whose past may have the words.
    var pasts: [SearchSpace.Place] = []
    for (place, candidate) in candidates.prefix(Self.aligned) {
      // What shares far fewer words than the best cannot be better.
      if let best = candidates.first?.candidate.covered {
        if candidate.covered * 3 < best { break }
        // Beside all of the words, what shares some of them is of no use.
        if candidate.covered * 4 < best * 3, passages.contains(where: { $0.coverage == 1 }) {
          break
        }
      }
      if let current = space.current(of: place) {
        pasts.append(current)
        continue
      }
      if let passage = passage(candidate, place, sought) { passages.append(passage) }
    }
    // What the newest state has nearly may be what an older one has.
    if let best = passages.max(by: { $0.score < $1.score }), !isWhole(best),
      space.hasHistory(at: best.place)
    {
      pasts.insert(best.place, at: 0)
    }
    if !pasts.isEmpty { passages = withPast(passages, of: Array(pasts.prefix(4)), sought) }
    if !passages.contains(where: isGood) { passages = thoroughly(passages, sought) }
    let best = passages.max { $0.score < $1.score }
    let further = candidates.dropFirst(Self.aligned).count {
      $0.candidate.covered >= sought.count - 1 && (best?.coverage ?? 0) == 1
    }
    return (distinct(passages), further)
  }

  /// Whether a passage holds enough of the words that nothing better need be looked for.
  private func isGood(_ passage: Passage) -> Bool {
    passage.coverage >= 0.5 && passage.score >= Chance.threshold(words: space.words)
  }

  /// Some passages and the best of a second look: where too few words in a row are left as they were.
  private func thoroughly(_ known: [Passage], _ sought: Range<Int>) -> [Passage] {
    let candidates = space.candidatesOfSecondLook(
      for: Array(quoted.words[sought]), limit: Self.alignedThoroughly)
    let least = Chance.threshold(words: space.words) + Chance.secondLookMargin
    var passages = known
    for (place, candidate) in candidates where !excluded.contains(place) {
      if let current = space.current(of: place) {
        passages = withPast(passages, of: [current], sought)
        continue
      }
      // What cannot be told from chance is not worth an alignment.
      guard let passage = passage(candidate, place, sought, least: least, seeds: [3, 2, 1]),
        passage.score >= least
      else { continue }
      passages.append(passage)
      if isGood(passage) { break }
    }
    return passages
  }

  /// Candidates of a second look that are aligned.
  private static let alignedThoroughly = 16

  /// Passages with exactly the words of the longest part of the quotation, which are too few for the
  /// index; nil where there is too much to read.
  func exact() -> [Passage]? {
    var passages: [Passage] = []
    let part = longestPart
    let around = part.count == quoted.words.count ? 256 : Self.aroundPart
    for (index, member) in space.members.enumerated() {
      guard let places = member.retrieval.exactPlaces(of: Array(quoted.words[part]), limit: 256)
      else { return nil }
      for found in places {
        let place = SearchSpace.Place(member: index, work: found.work)
        let range = ByteRange(max(0, found.range.start - around), found.range.end + around)
        guard !excluded.contains(place), let bytes = space.text(of: place, range),
          let passage = passage(
            SourceWindow(bytes, base: range.start), place, quoted.words.indices)
        else { continue }
        passages.append(passage)
      }
    }
    return passages
  }

  /// What stands between two omissions, or all of it.
  var longestPart: Range<Int> {
    quoted.parts.max { $0.count < $1.count } ?? quoted.words.indices
  }

  /// Bytes around a part in which the others may stand: 200 words and more.
  private static let aroundPart = 2048

  /// The best passage in one work, which is read whole where its seeds lead nowhere; or, for a piece
  /// of a quotation, as much of it as lies around the passage that the piece is missing from.
  func within(
    _ place: SearchSpace.Place, _ sought: Range<Int>, near passage: ByteRange? = nil
  ) -> [Passage] {
    guard !excluded.contains(place) else { return [] }
    var passages: [Passage] = []
    if place.revision == nil {
      let query = Query(words: Array(quoted.words[sought]), within: place.work)
      let found = space.members[place.member].retrieval.candidates(for: query, limit: 6)
      passages = found.compactMap { self.passage($0, place, sought) }
    }
    let count = space.textCount(of: place)
    var stretch = ByteRange(0, count)
    if let passage {
      stretch = ByteRange(
        max(0, passage.start - Self.around), min(count, passage.end + Self.around))
    }
    if passages.allSatisfy({ $0.coverage < 0.8 }), stretch.count <= Self.wholeWork,
      let text = space.text(of: place, stretch),
      let passage = self.passage(SourceWindow(text, base: stretch.start), place, sought)
    {
      passages.append(passage)
    }
    return distinct(passages)
  }

  static func isBetter(_ left: Passage, _ right: Passage) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return (left.place, left.range) < (right.place, right.range)
  }

  /// The best of those that overlap each other, best first.
  func distinct(_ passages: [Passage]) -> [Passage] {
    var result: [Passage] = []
    for passage in passages {
      if let same = result.firstIndex(where: {
        $0.place == passage.place && $0.range.overlaps(passage.range)
      }) {
        if passage.score > result[same].score { result[same] = passage }
      } else {
        result.append(passage)
      }
    }
    return result.sorted(by: Self.isBetter)
  }

  private func passage(
    _ candidate: Candidate, _ place: SearchSpace.Place, _ sought: Range<Int>,
    least: Double? = nil, seeds: [Int] = [3]
  ) -> Passage? {
    let range = window(candidate, sought)
    guard let bytes = space.text(of: place, range) else { return nil }
    let window = SourceWindow(bytes, base: range.start)
    // A candidate has four words in a row; what has not even three came by a chance of tags.
    var runs = aligner.runs(sought, window, seed: seeds[0])
    if let verbatim = aligner.verbatim(sought, runs) {
      return passage(verbatim: verbatim, window, place, sought)
    }
    // Half of the words in any order is the least that a passage must have.
    guard aligner.bound(sought, window) > least ?? -5 * Double(sought.count) else { return nil }
    for seed in seeds where sought.count >= seed {
      if seed != seeds[0] { runs = aligner.runs(sought, window, seed: seed) }
      if let alignment = aligner.align(sought, window, along: runs) {
        return passage(alignment, window, place, sought)
      }
    }
    return nil
  }

  /// The bytes to read around the anchors of a candidate.
  private func window(_ candidate: Candidate, _ sought: Range<Int>) -> ByteRange {
    let start = Int(quoted.words[sought.lowerBound].start)
    let length = Int(quoted.words[sought.upperBound - 1].end) - start
    func offset(_ anchor: Candidate.Anchor) -> Int {
      Int(quoted.words[min(sought.lowerBound + anchor.word, sought.upperBound - 1)].start) - start
    }
    var anchors = candidate.anchors[...]
    // Anchors scattered over a whole work: the stretch that holds the most of them.
    let widest = 4 * length + (8 << 10)
    if candidate.range.count > widest { anchors = densest(anchors, widest) }
    guard let first = anchors.first, let last = anchors.last else { return ByteRange(0, 0) }
    let slack = 256 + length / 3
    let lead = anchors.reduce(offset(first)) { max($0, offset($1) - ($1.offset - first.offset)) }
    let from = first.offset - lead * 5 / 4 - slack
    let to = last.offset + (length - min(length, offset(last))) * 5 / 4 + slack
    return ByteRange(max(0, from), max(0, to))
  }

  private func densest(
    _ anchors: ArraySlice<Candidate.Anchor>, _ widest: Int
  ) -> ArraySlice<Candidate.Anchor> {
    var best = anchors.startIndex..<anchors.startIndex
    var start = anchors.startIndex
    for end in anchors.indices {
      while anchors[end].offset - anchors[start].offset > widest { start += 1 }
      if end + 1 - start > best.count { best = start..<end + 1 }
    }
    return anchors[best]
  }

  /// A passage that holds all of the sought words in a row.
  private func passage(
    verbatim alignment: Alignment, _ window: SourceWindow, _ place: SearchSpace.Place,
    _ sought: Range<Int>
  ) -> Passage {
    let first = alignment.steps[0].source.lowerBound
    let words = first..<first + sought.count
    return Passage(
      place: place, window: window, alignment: alignment, sought: sought,
      score: sought.reduce(0) { $0 + weights[$1] }, coverage: 1, range: window.range(words),
      fingerprint: Self.fingerprint(window.words[words]), lost: [])
  }

  func passage(
    _ window: SourceWindow, _ place: SearchSpace.Place, _ sought: Range<Int>
  ) -> Passage? {
    guard let alignment = aligner.align(sought, window) else { return nil }
    return passage(alignment, window, place, sought)
  }

  private func passage(
    _ whole: Alignment, _ window: SourceWindow, _ place: SearchSpace.Place, _ sought: Range<Int>
  ) -> Passage? {
    let lost = lostPieces(whole, sought)
    let alignment = whole.isolating(lost)
    guard let words = alignment.passage else { return nil }
    var score = 0.0
    var aligned = 0
    var counted = 0
    for step in alignment.steps {
      let held = step.kind == .same || step.kind == .joined
      for word in step.quoted {
        if held {
          score += weights[word]
          aligned += 1
          counted += 1
        } else if !quoted.bracketed[word] {
          counted += 1
          if !lost.contains(where: { $0.contains(word) }) { score -= Aligner.unmatched }
        }
      }
    }
    guard aligned > 0 else { return nil }
    return Passage(
      place: place, window: window, alignment: alignment, sought: sought, score: score,
      coverage: Double(aligned) / Double(max(1, counted)), range: window.range(words),
      fingerprint: Self.fingerprint(window.words[words]), lost: lost)
  }

  private static func fingerprint(_ words: ArraySlice<Word>) -> UInt64 {
    words.withUnsafeBufferPointer { words in
      words.reduce(0) { mix($0 ^ $1.hash, 0x9E37_79B9_7F4A_7C15) }
    }
  }

  /// Parts of which little is aligned, and long runs of words that are not.
  private func lostPieces(_ alignment: Alignment, _ sought: Range<Int>) -> [Range<Int>] {
    var held = [Bool](repeating: false, count: quoted.words.count)
    for step in alignment.steps where step.kind == .same || step.kind == .joined {
      for word in step.quoted { held[word] = true }
    }
    var pieces: [Range<Int>] = []
    for part in quoted.parts {
      let part = part.clamped(to: sought)
      guard !part.isEmpty else { continue }
      if quoted.parts.count > 1, isLost(part, held) {
        pieces.append(part)
      } else {
        pieces += longRuns(part, held)
      }
    }
    // What is lost altogether was not found here at all.
    return pieces.reduce(0) { $0 + $1.count } == sought.count ? [] : pieces
  }

  /// Whether little of a part is aligned: of its words, or of what they tell, since the commonest
  /// words find their like anywhere.
  private func isLost(_ part: Range<Int>, _ held: [Bool]) -> Bool {
    let found = part.count { held[$0] }
    if found * 5 < part.count * 2 { return true }
    let told = part.reduce(0) { held[$1] ? $0 + weights[$1] : $0 }
    return told * 5 < part.reduce(0) { $0 + weights[$1] } * 2
  }

  /// Stretches of at least `longRun` words in which hardly any is aligned.
  private func longRuns(_ part: Range<Int>, _ held: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for word in part.lowerBound...part.upperBound {
      let isOut = word < part.upperBound && !held[word]
      if isOut, start == nil { start = word }
      if !isOut, let begun = start {
        let isPlain = (begun..<word).contains { !quoted.bracketed[$0] }
        if word - begun >= Self.longRun, isPlain { result.append(begun..<word) }
        start = nil
      }
    }
    return result
  }
}
