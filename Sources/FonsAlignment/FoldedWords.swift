internal import FonsText

/// The folded letters of words that hashes alone cannot compare, each folded once.
struct FoldedWords {
  private var quotedLetters: [Int: [UInt8]] = [:]
  private var sourceLetters: [Int: [UInt8]] = [:]

  private static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
    Array(Words.folded(bytes).joined())
  }

  mutating func quoted(_ text: QuotedText, _ word: Int) -> [UInt8] {
    if let known = quotedLetters[word] { return known }
    let folded = Self.fold(text.bytes[text.words[word].range.range])
    quotedLetters[word] = folded
    return folded
  }

  mutating func source(_ window: SourceWindow, _ word: Int) -> [UInt8] {
    if let known = sourceLetters[word] { return known }
    let folded = Self.fold(window.slice(window.words[word].range))
    sourceLetters[word] = folded
    return folded
  }

  /// Whether the words on both sides are the same letters, divided differently. Digits are joined
  /// by blanks only (`1 200`), never by a dash (`60–75` is not 6075).
  mutating func equal(
    _ text: QuotedText, _ q: Range<Int>, _ window: SourceWindow, _ s: Range<Int>
  ) -> Bool {
    var left: [UInt8] = []
    for word in q { left += quoted(text, word) }
    var right: [UInt8] = []
    for word in s { right += source(window, word) }
    guard left == right, !left.isEmpty else { return false }
    return isJoinable(text.words[q], in: text.bytes[...], base: 0)
      && isJoinable(window.words[s], in: window.bytes[...], base: window.base)
  }

  private func isJoinable(
    _ words: ArraySlice<Word>, in bytes: ArraySlice<UInt8>, base: Int
  ) -> Bool {
    for (word, next) in zip(words, words.dropFirst())
    where word.flags.contains(.number) || next.flags.contains(.number) {
      let between = bytes[Int(word.end) - base..<Int(next.start) - base]
      guard word.flags.contains(.number), next.flags.contains(.number) else { continue }
      // A blank, a no-break space or a thin space.
      guard between.count <= 3, between.allSatisfy({ $0 == 32 || $0 >= 0x80 }),
        next.length == 3
      else { return false }
    }
    return true
  }

  /// 1 for equal letters, less by edits and length.
  mutating func similarity(_ text: QuotedText, _ q: Int, _ window: SourceWindow, _ s: Int) -> Double {
    let left = quoted(text, q)
    let right = source(window, s)
    let longest = max(left.count, right.count)
    guard longest > 0, longest <= 64 else { return 0 }
    return 1 - Double(EditDistance.between(left, right, limit: longest)) / Double(longest)
  }
}
