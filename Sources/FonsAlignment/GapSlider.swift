internal import FonsText

/// Moves runs of missing words to where a reader would see them.
///
/// In "the harbour […] the ice" the words left out may be "harbour … the" or "the harbour …": every
/// place at which the words on both sides agree is as good for an alignment. The marked omission
/// decides, and without one the end of a sentence.
struct GapSlider {
  let quoted: QuotedText
  let source: SourceWindow

  func slide(_ steps: [Alignment.Step]) -> [Alignment.Step] {
    var result = steps
    var start = 0
    while start < result.count {
      let kind = result[start].kind
      guard kind == .missing || kind == .added else {
        start += 1
        continue
      }
      var end = start
      while end < result.count, result[end].kind == kind { end += 1 }
      if kind == .missing {
        end = slide(&result, start, end)
      } else {
        slideAdded(&result, start, end)
      }
      start = max(end, start + 1)
    }
    return result
  }

  /// Slides added words to where they all stand in brackets: in "on [the cape] the rocks" the word
  /// before the bracket or the one in it may be the source's.
  private func slideAdded(_ steps: inout [Alignment.Step], _ start: Int, _ end: Int) {
    let words = steps[start].quoted.lowerBound..<steps[end - 1].quoted.upperBound
    guard words.contains(where: { quoted.bracketed[$0] }),
      !words.allSatisfy({ quoted.bracketed[$0] })
    else { return }
    for shift in [-2, -1, 1, 2] {
      let moved = words.lowerBound + shift..<words.upperBound + shift
      guard moved.lowerBound >= 0, moved.upperBound <= quoted.words.count,
        moved.allSatisfy({ quoted.bracketed[$0] }),
        canMove(steps, start, end, words, by: shift)
      else { continue }
      let at = shift < 0 ? start + shift : start
      let first = shift < 0 ? steps[at].source.lowerBound : steps[end].source.lowerBound
      var rebuilt: [Alignment.Step] = []
      var s = first
      for word in min(words.lowerBound, moved.lowerBound)..<max(words.upperBound, moved.upperBound)
      {
        if moved.contains(word) {
          rebuilt.append(Alignment.Step(.added, word..<word + 1, s..<s))
        } else {
          rebuilt.append(Alignment.Step(.same, word..<word + 1, s..<s + 1))
          s += 1
        }
      }
      steps.replaceSubrange(at..<(shift < 0 ? end : end + shift), with: rebuilt)
      return
    }
  }

  /// Whether the words that would change places are the same ones.
  private func canMove(
    _ steps: [Alignment.Step], _ start: Int, _ end: Int, _ words: Range<Int>, by shift: Int
  ) -> Bool {
    let places = shift < 0 ? start + shift..<start : end..<end + shift
    guard places.lowerBound >= 0, places.upperBound <= steps.count else { return false }
    for offset in 0..<abs(shift) {
      let step = steps[places.lowerBound + offset]
      let other = shift < 0 ? words.upperBound + shift + offset : words.lowerBound + offset
      guard step.kind == .same, words.contains(other),
        quoted.words[other].hash == quoted.words[step.quoted.lowerBound].hash
      else { return false }
    }
    return true
  }

  /// Slides one run; returns the index after it.
  private func slide(_ steps: inout [Alignment.Step], _ start: Int, _ end: Int) -> Int {
    let place = steps[start].quoted.lowerBound
    let first = steps[start].source.lowerBound
    let last = steps[end - 1].source.upperBound
    let places = (-leftRoom(steps, start, last)...rightRoom(steps, end, first))
    let shift =
      places.first { quoted.omissions.contains(place + $0) }
      ?? (quoted.omissions.contains(place) ? 0 : places.first { beginsSentence(first + $0) })
    guard let shift, shift != 0 else { return end }
    let count = last - first
    let moved = abs(shift)
    let (from, to) = shift < 0 ? (start - moved, end) : (start, end + moved)
    var rebuilt: [Alignment.Step] = []
    var q = shift < 0 ? place - moved : place
    var s = shift < 0 ? first - moved : first
    func same(_ number: Int) {
      for _ in 0..<number {
        rebuilt.append(Alignment.Step(.same, q..<q + 1, s..<s + 1))
        q += 1
        s += 1
      }
    }
    if shift > 0 { same(moved) }
    for _ in 0..<count {
      rebuilt.append(Alignment.Step(.missing, q..<q, s..<s + 1))
      s += 1
    }
    if shift < 0 { same(moved) }
    steps.replaceSubrange(from..<to, with: rebuilt)
    return to
  }

  /// Words by which the run can move left: the last ones missing are those before it.
  private func leftRoom(_ steps: [Alignment.Step], _ start: Int, _ last: Int) -> Int {
    var room = 0
    while start - room - 1 >= 0, steps[start - room - 1].kind == .same,
      hash(last - room - 1) == hash(steps[start - room - 1].source.lowerBound)
    { room += 1 }
    return room
  }

  private func rightRoom(_ steps: [Alignment.Step], _ end: Int, _ first: Int) -> Int {
    var room = 0
    while end + room < steps.count, steps[end + room].kind == .same,
      hash(first + room) == hash(steps[end + room].source.lowerBound)
    { room += 1 }
    return room
  }

  private func hash(_ word: Int) -> UInt64 { source.words[word].hash }

  private func beginsSentence(_ word: Int) -> Bool {
    guard word > 0, word < source.words.count else { return true }
    let gap = source.gap(after: word - 1)
    return gap.contains { $0 == 46 || $0 == 33 || $0 == 63 || $0 == 10 }
  }
}
