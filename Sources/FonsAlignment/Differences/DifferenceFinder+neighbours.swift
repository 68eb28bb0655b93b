internal import FonsText

/// What the words beside a changed one say of it.
extension DifferenceFinder {
  /// A day or year beside the same side's month.
  func isBesideMonth(_ q: Int, _ s: Int) -> Bool {
    func near(_ words: [Word], _ index: Int) -> Bool {
      [index - 1, index + 1].contains {
        words.indices.contains($0) && meaning.has(words[$0].hash, .month)
      }
    }
    return near(quoted.words, q) && near(source.words, s)
  }

  /// German writes every noun with a capital: one that follows an article or an adjective is none.
  func isNoun(_ q: Int, _ s: Int) -> Bool {
    guard meaning.language == "de" else { return false }
    func follows(_ words: [Word], _ index: Int, _ text: ArraySlice<UInt8>, _ base: Int) -> Bool {
      guard index > 0 else { return false }
      let token = classifier.token(words[index - 1], text, base: base)
      if meaning.has(token.word.hash, .determiner) || meaning.has(token.word.hash, .numeral) {
        return true
      }
      return !token.isCapital && token.folded.count > 3 && !meaning.has(token.word.hash, .function)
        && ["e", "en", "er", "es", "em"].contains { token.text.hasSuffix($0) }
    }
    return follows(quoted.words, q, quoted.bytes[...], 0)
      && follows(source.words, s, source.bytes[...], source.base)
  }

  /// "the year" or "the century" without a number: a word like any other.
  func isTimeAlone(_ q: Int, _ s: Int) -> Bool {
    guard MeaningWords.isAny(quoted.words[q].hash, .time),
      MeaningWords.isAny(source.words[s].hash, .time)
    else { return false }
    func isCounted(_ words: [Word], _ index: Int) -> Bool {
      (max(0, index - 2)..<index).contains { classifier.isNumber(words[$0]) }
    }
    return !isCounted(quoted.words, q) && !isCounted(source.words, s)
  }

  /// The C of °C.
  func followsDegree(_ q: Int, _ s: Int) -> Bool {
    func follows(_ words: [Word], _ index: Int) -> Bool {
      index > 0 && words[index].length <= 2 && words[index - 1].hash == Self.degree
    }
    return follows(quoted.words, q) && follows(source.words, s)
  }

  private static let degree = Words.scan(Array("°".utf8))[0].hash
}
