internal import FonsAlignment
internal import FonsText

/// What the source's own sentence does with the words of a passage: denies or reports them, or goes
/// on with a "but".
struct SentenceFrame {
  private let passage: Passage
  private let meaning: MeaningWords
  private let words: Range<Int>

  init?(_ passage: Passage) {
    guard let words = passage.alignment.passage else { return nil }
    self.passage = passage
    self.words = words
    meaning = MeaningWords.forLanguage(of: passage.window.words[words])
  }

  var flags: [Finding.Flag] {
    var flags: [Finding.Flag] = []
    if let frame { flags.append(frame) }
    if stopsBefore { flags.append(.stopsBefore) }
    return flags + markers
  }

  /// Words of the sentence before the passage that are looked at.
  private static let reach = 14

  /// "It is false that", "some claim that", "he denied": what leads to a clause in which the passage
  /// begins.
  private var frame: Finding.Flag? {
    var lead: [Word] = []
    var at = words.lowerBound - 1
    while at >= 0, lead.count < Self.reach, !isSentenceEnd(gap(at), before: at + 1) {
      lead.insert(passage.window.words[at], at: 0)
      at -= 1
    }
    // "Not all of them came": the quotation begins right after the negation.
    if let last = lead.last, meaning.has(last.hash, .negation) { return .negatedContext }
    guard let joint = lead.lastIndex(where: { meaning.has($0.hash, .that) }),
      lead.count - joint <= 3
    else {
      // "He denied the mill was sold": no word between.
      let denies = lead.suffix(3).contains { meaning.has($0.hash, .denial) }
      return denies ? .negatedContext : nil
    }
    let opening = lead[..<joint]
    if opening.contains(where: { meaning.has($0.hash, .denial) || meaning.has($0.hash, .negation) })
    {
      return .negatedContext
    }
    return opening.contains { meaning.has($0.hash, .reporting) } ? .reportedContext : nil
  }

  /// The next word of the same sentence turns what was said round or limits it.
  private var stopsBefore: Bool {
    let next = words.upperBound
    guard next < passage.window.words.count, !isSentenceEnd(gap(next - 1), before: next) else {
      return false
    }
    // After a comma the turn may follow a joining word: "and not".
    return (next..<min(next + 2, passage.window.words.count)).contains { index in
      let hash = passage.window.words[index].hash
      let turns = meaning.has(hash, .negation) || meaning.has(hash, .condition)
      return turns
        && (index == next
          || meaning.has(passage.window.words[next].hash, .joint)
            && !isSentenceEnd(gap(index - 1), before: index))
    }
  }

  private func gap(_ word: Int) -> ArraySlice<UInt8> {
    let window = passage.window
    let end = word + 1 < window.words.count ? Int(window.words[word + 1].start) : window.range.end
    return window.slice(ByteRange(Int(window.words[word].end), end))
  }

  private func isSentenceEnd(_ gap: ArraySlice<UInt8>, before word: Int) -> Bool {
    if gap.count(where: { $0 == 10 }) >= 2 || gap.contains(where: { $0 == 33 || $0 == 63 }) {
      return true
    }
    guard gap.contains(46) else { return false }
    let next = passage.window.slice(passage.window.words[word].range).first ?? 0
    return !(next &- 97 < 26)
  }

  /// `[citation needed]`, `[disputed]` in the passage or right after it.
  private var markers: [Finding.Flag] {
    let window = passage.window
    let end =
      words.upperBound < window.words.count
      ? Int(window.words[words.upperBound].start) : window.range.end
    let range = ByteRange(passage.range.start, end)
    guard window.slice(range).contains(91) else { return [] }
    let text = window.text(range).lowercased()
    var kinds = Set<MarkerPhrases.Kind>()
    for piece in text.split(separator: "[").dropFirst() {
      guard let close = piece.firstIndex(of: "]") else { continue }
      if let kind = MarkerPhrases.kind(of: String(piece[..<close])) { kinds.insert(kind) }
    }
    return (kinds.contains(.disputed) ? [.disputed] : [])
      + (kinds.contains(.needs) ? [.citationNeeded] : [])
  }
}
