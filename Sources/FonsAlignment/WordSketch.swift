internal import FonsText

/// What tells most words apart without looking at their letters.
struct WordSketch {
  var hash: UInt64
  var length: Int32
  var isNumber: Bool
  /// First and last byte without their case.
  var first: UInt8
  var last: UInt8
  /// First and last letter or digit where it is one of ASCII; otherwise 0.
  private var firstLetter: UInt8
  private var lastLetter: UInt8

  @inline(__always)
  fileprivate init(_ word: Word, _ first: UInt8, _ last: UInt8) {
    hash = word.hash
    length = Int32(word.length)
    isNumber = word.flags.contains(.number)
    self.first = first | 32
    self.last = last | 32
    firstLetter = Self.letter(first)
    lastLetter = Self.letter(last)
  }

  @inline(__always)
  private static func letter(_ byte: UInt8) -> UInt8 {
    byte < 0x80 ? WordLetters.letter(byte) ?? 0 : 0
  }

  /// Whether the words can begin with the same letter.
  @inline(__always)
  func mayBeginAs(_ other: WordSketch) -> Bool {
    firstLetter == other.firstLetter || firstLetter == 0 || other.firstLetter == 0
  }

  /// Whether the words can end with the same letter.
  @inline(__always)
  func mayEndAs(_ other: WordSketch) -> Bool {
    lastLetter == other.lastLetter || lastLetter == 0 || other.lastLetter == 0
  }
}

extension WordLetters {
  func sketchOfQuoted(_ index: Int) -> WordSketch {
    let word = quotedWords[index]
    return WordSketch(word, quoted[Int(word.start)], quoted[Int(word.end) - 1])
  }

  func sketchOfSource(_ index: Int) -> WordSketch {
    let word = sourceWords[index]
    return WordSketch(word, source[Int(word.start) - base], source[Int(word.end) - 1 - base])
  }
}
