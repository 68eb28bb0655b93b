internal import FonsText

/// Compares the letters of words as they stand, without making anything: ASCII without case, other
/// bytes as they are, whatever is no letter or digit left out.
struct WordLetters {
  let quoted: UnsafeBufferPointer<UInt8>
  let quotedWords: UnsafeBufferPointer<Word>
  let source: UnsafeBufferPointer<UInt8>
  let sourceWords: UnsafeBufferPointer<Word>
  /// Offset of the first source byte in the work.
  let base: Int

  @inline(__always)
  static func letter(_ byte: UInt8) -> UInt8? {
    if byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 { return byte }
    return byte &- 65 < 26 ? byte | 32 : nil
  }

  /// Shared letters at both ends, as a share of the longer word: 1 for equal words, 0.5 and more for
  /// those that a reader would pair.
  func similarity(_ q: Int, _ s: Int) -> Double {
    let left = quotedWords[q]
    let right = sourceWords[s]
    let a = UnsafeBufferPointer(rebasing: quoted[Int(left.start)..<Int(left.end)])
    let b = UnsafeBufferPointer(
      rebasing: source[Int(right.start) - base..<Int(right.end) - base])
    let shorter = min(a.count, b.count)
    guard shorter > 1 else { return 0 }
    var prefix = 0
    while prefix < shorter, a[prefix] | 32 == b[prefix] | 32 { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, a[a.count - 1 - suffix] | 32 == b[b.count - 1 - suffix] | 32 {
      suffix += 1
    }
    return Double(prefix + suffix) / Double(max(a.count, b.count))
  }

  /// Whether the words on both sides are the same letters, divided differently. Digits are joined by
  /// blanks only (`1 200`), never by a dash (`60–75` is not 6075).
  func areSame(_ q: Range<Int>, _ s: Range<Int>) -> Bool {
    // A sign or symbol is no letter, and no matter of spacing.
    let meaningful: Word.Flags = [.symbol, .signed]
    guard quotedWords[q].allSatisfy({ $0.flags.isDisjoint(with: meaningful) }),
      sourceWords[s].allSatisfy({ $0.flags.isDisjoint(with: meaningful) })
    else { return false }
    var left = Letters(words: quotedWords, range: q, bytes: quoted, base: 0)
    var right = Letters(words: sourceWords, range: s, bytes: source, base: base)
    while true {
      let letter = left.next()
      guard letter == right.next() else { return false }
      if letter == nil { break }
    }
    return Self.isJoinable(quotedWords[q], in: quoted, base: 0)
      && Self.isJoinable(sourceWords[s], in: source, base: base)
  }

  /// The letters of some words, one after the other; what stands between the words is none.
  private struct Letters {
    let words: UnsafeBufferPointer<Word>
    let range: Range<Int>
    let bytes: UnsafeBufferPointer<UInt8>
    let base: Int
    private var word: Int
    private var at = 0

    init(
      words: UnsafeBufferPointer<Word>, range: Range<Int>, bytes: UnsafeBufferPointer<UInt8>,
      base: Int
    ) {
      (self.words, self.range, self.bytes, self.base) = (words, range, bytes, base)
      word = range.lowerBound
    }

    @inline(__always)
    mutating func next() -> UInt8? {
      while word < range.upperBound {
        let start = Int(words[word].start) - base
        while at < Int(words[word].length) {
          // Apostrophes and other marks outside ASCII begin so.
          if bytes[start + at] == 0xE2, at + 2 < Int(words[word].length),
            bytes[start + at + 1] == 0x80
          {
            at += 3
            continue
          }
          at += 1
          if let letter = WordLetters.letter(bytes[start + at - 1]) { return letter }
        }
        word += 1
        at = 0
      }
      return nil
    }
  }

  private static func isJoinable(
    _ words: Slice<UnsafeBufferPointer<Word>>, in bytes: UnsafeBufferPointer<UInt8>, base: Int
  ) -> Bool {
    for index in words.indices.dropFirst() {
      let word = words[index - 1]
      let next = words[index]
      guard word.flags.contains(.number), next.flags.contains(.number) else { continue }
      // A blank, a no-break space or a thin space, before a group of three.
      let between = bytes[Int(word.end) - base..<Int(next.start) - base]
      guard between.count <= 3, between.allSatisfy({ $0 == 32 || $0 >= 0x80 }), next.length == 3,
        !between.elementsEqual([0xE2, 0x80, 0x93]), !between.elementsEqual([0xE2, 0x80, 0x94])
      else { return false }
    }
    return true
  }
}
