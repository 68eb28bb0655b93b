internal import FonsText

/// Page numbers, running heads and line numbers among the source's words, known by their form.
extension DifferenceFinder {
  /// Whether a word is an editor's, as far as its brackets tell.
  func isInserted(_ word: Int) -> Bool { quoted.bracketed[word] && !literal.contains(word) }

  /// Words of brackets of which the source has some, in brackets of its own: both readings of a
  /// bracket are tried, and this one is the source's.
  func literalBrackets(_ alignment: Alignment) -> Set<Int> {
    var result = Set<Int>()
    for step in alignment.steps where step.kind == .same && quoted.bracketed[step.quoted.lowerBound]
    {
      let start = Int(source.words[step.source.lowerBound].start)
      let before = source.slice(ByteRange(max(source.base, start - 60), start))
      guard let bracket = before.lastIndex(where: { $0 == 91 || $0 == 93 || $0 == 10 }),
        before[bracket] == 91
      else { continue }
      var first = step.quoted.lowerBound
      var last = first
      while first > 0, isOneBracket(first - 1) { first -= 1 }
      while last + 1 < quoted.words.count, isOneBracket(last) { last += 1 }
      result.formUnion(first...last)
    }
    return result
  }

  /// Whether a word and the next stand in one pair of brackets.
  private func isOneBracket(_ word: Int) -> Bool {
    guard quoted.bracketed[word], quoted.bracketed[word + 1] else { return false }
    let gap = quoted.bytes[Int(quoted.words[word].end)..<Int(quoted.words[word + 1].start)]
    return !gap.contains(91) && !gap.contains(93)
  }

  /// Whether some words of the source are a page's number, with its head or foot, or a line's number.
  func isFurniture(_ s: Range<Int>) -> Bool { isPageBreak(s) || isLineNumber(s) }

  /// Whole lines of their own, short, with a number at an end of one, set off by an empty line or a
  /// form feed. A head begins with a capital and interrupts a sentence, or is all in capitals.
  private func isPageBreak(_ s: Range<Int>) -> Bool {
    guard s.count <= 16, s.lowerBound > 0, s.upperBound < source.words.count else { return false }
    let before = source.gap(after: s.lowerBound - 1)
    let after = source.gap(after: s.upperBound - 1)
    guard before.contains(10), after.contains(10) else { return false }
    guard isSetOff(before) || isSetOff(after) else { return false }
    let lines = source.slice(source.range(s)).split { $0 == 10 || $0 == 12 }
    guard lines.count <= 3, lines.allSatisfy({ $0.count <= 70 }) else { return false }
    let numbers = s.filter { isPageNumber($0) }
    guard numbers.contains(where: { isAtLineEnd($0, s) }) else { return false }
    let head = s.filter { !isPageNumber($0) }.map {
      classifier.token(source.words[$0], source.bytes[...], base: source.base)
    }
    guard head.first?.isCapital ?? true, !classifier.holdsNegation(head) else { return false }
    let next = source.slice(source.words[s.upperBound].range).first ?? 0
    let interrupts =
      !before.contains { [46, 33, 63].contains($0) } && (next &- 97 < 26 || next >= 0x80)
    if interrupts || before.contains(45) { return true }
    // Between two sentences, a number alone or a head that is set apart from both and in capitals.
    guard isSetOff(before), isSetOff(after) else { return false }
    return head.allSatisfy { isInCapitals($0) }
  }

  /// Upper case wherever a letter has case.
  private func isInCapitals(_ token: WordClassifier.Token) -> Bool {
    token.text == token.text.uppercased()
  }

  private func isSetOff(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains(12) || gap.count { $0 == 10 } >= 2
  }

  /// Digits, or small Roman numerals.
  private func isPageNumber(_ word: Int) -> Bool {
    let text = source.slice(source.words[word].range)
    if text.count <= 4, text.allSatisfy({ $0 &- 48 < 10 }) { return true }
    return text.count <= 6 && text.allSatisfy { [105, 118, 120, 108, 99].contains($0) }
  }

  private func isAtLineEnd(_ word: Int, _ s: Range<Int>) -> Bool {
    word == s.lowerBound || word == s.upperBound - 1
      || source.gap(after: word - 1).contains(10) || source.gap(after: word).contains(10)
  }

  /// A number at the beginning or end of a line, where a line near it has the number that follows
  /// from counting.
  private func isLineNumber(_ s: Range<Int>) -> Bool {
    guard s.count == 1, let value = number(s.lowerBound) else { return false }
    let word = s.lowerBound
    let isFirst = word == 0 || source.gap(after: word - 1).contains(10)
    let isLast = word + 1 == source.words.count || source.gap(after: word).contains(10)
    guard isFirst != isLast else { return false }
    return counts(from: word, value, by: 1, isFirst) || counts(from: word, value, by: -1, isFirst)
  }

  private func counts(from word: Int, _ value: Int, by direction: Int, _ isFirst: Bool) -> Bool {
    var at = word
    var lines = 0
    while lines < 6 {
      let next = at + direction
      guard source.words.indices.contains(next) else { return false }
      if source.gap(after: min(at, next)).contains(10) {
        lines += 1
        // The first word of a line is met last on the way back.
        let isEdge = direction > 0 ? isFirst : !isFirst
        if isEdge, number(next) == value + lines * direction { return true }
        if !isEdge, number(edge(of: next, direction)) == value + lines * direction { return true }
      }
      at = next
    }
    return false
  }

  /// The last word, in a direction, of the line that a word stands in.
  private func edge(of word: Int, _ direction: Int) -> Int {
    var at = word
    while source.words.indices.contains(at + direction),
      !source.gap(after: min(at, at + direction)).contains(10)
    { at += direction }
    return at
  }

  private func number(_ word: Int) -> Int? {
    guard source.words[word].length <= 4 else { return nil }
    return Int(String(decoding: source.slice(source.words[word].range), as: UTF8.self))
  }

  /// A word that a page break divides: letters before and after it, and furniture between.
  func furnitureKind(_ hunk: Hunk) -> DifferenceKind? {
    let s = hunk.source
    guard hunk.quoted.count == 1, s.count >= 3 else { return nil }
    let inner = s.lowerBound + 1..<s.upperBound - 1
    let before = source.gap(after: s.lowerBound)
    guard before.contains(45), isPageBreak(inner) else { return nil }
    let whole = quoted.bytes[quoted.words[hunk.quoted.lowerBound].range.range]
    let first = source.slice(source.words[s.lowerBound].range)
    let last = source.slice(source.words[s.upperBound - 1].range)
    return whole.elementsEqual(Array(first) + Array(last)) ? .furniture : nil
  }
}
