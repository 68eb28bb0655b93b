internal import FonsText

/// What a marked omission takes away.
extension DifferenceFinder {
  /// A negation or condition in what a marked omission leaves out of a sentence that it keeps.
  /// Whole sentences may go: what they deny is their own.
  func swallowed(_ s: Range<Int>, _ place: Int) -> [Difference] {
    let kept = wholeSentences(s)
    for word in s where !kept.contains(word) {
      let phrase = meaning.phrase(.exception, source.words[word..<s.upperBound])
      if phrase > 0 {
        let text = source.text(source.range(word..<word + phrase))
        return [
          difference(
            .swallowedCondition, place..<place, s, note: "the omission takes “\(text)” away")
        ]
      }
      let hash = source.words[word].hash
      let token = classifier.token(source.words[word], source.bytes[...], base: source.base)
      if classifier.holdsNegation([token]) {
        return [
          difference(
            .swallowedNegation, place..<place, s, note: "the omission takes “\(token.text)” away")
        ]
      }
      if meaning.has(hash, .condition), !isListingBut(token) {
        return [
          difference(
            .swallowedCondition, place..<place, s, note: "the omission takes “\(token.text)” away")
        ]
      }
      // In more words than these it qualifies what was left out with it.
      if s.count <= 3, meaning.has(hash, .hedge) {
        return [
          difference(
            .swallowedQualifier, place..<place, s, note: "the omission takes “\(token.text)” away")
        ]
      }
    }
    return []
  }

  private func isListingBut(_ token: WordClassifier.Token) -> Bool {
    // "but", "also", "only" join more often than they condition.
    [
      "but", "however", "though", "although", "save", "whether", "aber", "mais", "pero", "ma",
      "mas",
    ].contains(token.text.lowercased())
  }

  /// Words of sentences that lie wholly inside the omission.
  private func wholeSentences(_ s: Range<Int>) -> Range<Int> {
    func endsSentence(after word: Int) -> Bool {
      guard word >= 0, word + 1 < source.words.count else { return true }
      let gap = source.gap(after: word)
      if gap.contains(59) { return true }
      return gap.contains { $0 == 46 || $0 == 33 || $0 == 63 || $0 == 10 }
        && source.slice(source.words[word + 1].range).first.map { !($0 &- 97 < 26) } ?? true
    }
    var first = s.lowerBound
    while first < s.upperBound, !endsSentence(after: first - 1) { first += 1 }
    var last = s.upperBound
    while last > first, !endsSentence(after: last - 1) { last -= 1 }
    return first..<last
  }
}
