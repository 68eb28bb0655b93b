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

  /// A sign, a per cent or a scale word of the source beside a number at an end of the quotation: "$5"
  /// is not 5, nor is "5 million".
  func lostUnits(_ alignment: Alignment) -> [Difference] {
    var result: [Difference] = []
    let held = alignment.steps.filter { $0.kind == .same && $0.quoted.count == 1 }
    if let last = held.last, last.quoted.upperBound == quoted.words.count,
      isFigure(last.quoted.lowerBound), last.source.upperBound < source.words.count
    {
      let next = last.source.upperBound
      let gap = source.gap(after: next - 1)
      let percent = MeaningWords.phrase(.percent, source.words[next...])
      let isScale = meaning.has(source.words[next].hash, .scale)
      if gap.allSatisfy({ $0 == 32 || $0 >= 0x80 }), gap.count <= 3, percent > 0 || isScale {
        result.append(
          difference(
            isScale ? .number : .unit, quoted.words.count..<quoted.words.count,
            next..<next + max(1, percent)))
      }
    }
    if let first = held.first, first.quoted.lowerBound == 0, isFigure(0),
      first.source.lowerBound > 0
    {
      let sign = first.source.lowerBound - 1
      let word = source.words[sign]
      if word.flags.contains(.symbol), word.end == source.words[sign + 1].start,
        ["$", "€", "£", "¥", "₹", "₽", "¢"].contains(source.text(word.range))
      {
        result.append(difference(.unit, 0..<0, sign..<sign + 1))
      }
    }
    return result
  }

  private func isFigure(_ word: Int) -> Bool { quoted.words[word].flags.contains(.number) }

  private static let degree = Words.scan(Array("°".utf8))[0].hash
}
