/// Rough counts of words, for telling passages from terms; not the tokens that are matched.
package enum WordCount {
  /// Words in a range of valid UTF-8. Scripts that are written without spaces count a word for
  /// every two characters.
  ///
  /// - Complexity: O(*n*)
  package static func count(_ text: [UInt8], _ range: Range<Int>, upTo limit: Int = .max) -> Int {
    var words = 0
    var dense = 0
    var inWord = false
    var index = range.lowerBound
    while index < range.upperBound, words + dense / 2 < limit {
      let byte = text[index]
      if byte < 0x80 {
        if ASCII.isAlphanumeric(byte) {
          if !inWord { words += 1 }
          inWord = true
        } else if byte != 0x27, byte != 0x2D {
          inWord = false
        }
        index += 1
        continue
      }
      let scalar = UTF8Text.scalar(text, at: index, end: range.upperBound)
      if isDense(scalar.value) {
        dense += 1
        inWord = false
      } else if isWordLike(scalar.value) {
        if !inWord { words += 1 }
        inWord = true
      } else if scalar.value != 0x2019, scalar.value != 0xAD {
        inWord = false
      }
      index += max(1, scalar.length)
    }
    return words + (dense + 1) / 2
  }

  /// Kana, ideographs, Thai, Lao, Khmer, Burmese.
  package static func isDense(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
      0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0xFF66...0xFF9D:
      return true
    default: return false
    }
  }

  /// Letters and digits beyond ASCII, as far as blocks tell.
  package static func isWordLike(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x2000...0x206F,
      0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3040, 0xFE00...0xFE0F,
      0xFE30...0xFE4F, 0xFF00...0xFF0F, 0xFFFD, 0x1F000...0x1FAFF:
      return false
    default: return scalar >= 0x80
    }
  }
}
