internal import FonsText

/// Which of two words a machine misread.
extension WordClassifier {
  enum Misread { case quoted, source }

  /// The side whose word is a machine's slip: one confusion of letters turns it into the other one,
  /// and it is no word by its form, or stands nowhere else although so much was searched that a word
  /// would. Two words that are both well known are two words, whatever they look like.
  func misread(_ quoted: Token, _ source: Token) -> Misread? {
    guard OCRConfusions.areConfused(quoted.folded, source.folded) else { return nil }
    let digits = (
      OCRConfusions.hasDigitInside(quoted.folded), OCRConfusions.hasDigitInside(source.folded)
    )
    if digits.0 != digits.1 {
      // `5s` and `55` are numbers.
      let clean = digits.0 ? source : quoted
      return clean.folded.contains { $0 &- 48 < 10 } ? nil : digits.0 ? .quoted : .source
    }
    let strange = (isStrange(quoted), isStrange(source))
    if strange.0 != strange.1 { return strange.0 ? .quoted : .source }
    let isName = quoted.isName || source.isName
    if !isName, isLookalike(quoted, source) { return .quoted }
    let (isQuotedCommon, isSourceCommon) = (isCommon(quoted), isCommon(source))
    if meaning.language == "en", !isName, isQuotedCommon != isSourceCommon {
      return isQuotedCommon ? .source : .quoted
    }
    // Of names most stand at few places.
    let isLarge = lexicon.isLarge && !isName
    let isQuotedKnown = lexicon.knows(quoted.word.hash)
    switch (
      isQuotedCommon || lexicon.repeats(quoted.word.hash),
      isSourceCommon || lexicon.repeats(source.word.hash)
    ) {
    case (true, true): return nil
    case (true, false): return isLarge || looksMisread(source, for: quoted) ? .source : nil
    case (false, true): return isLarge || !isQuotedKnown ? .quoted : nil
    // The quoted one stands elsewhere, and the source's nowhere but here.
    case (false, false): return !isQuotedKnown ? .quoted : isLarge ? .source : nil
    }
  }

  /// A word that deceives every eye (`modem` for `modern`), rare and nowhere in what was searched.
  private func isLookalike(_ quoted: Token, _ source: Token) -> Bool {
    OCRConfusions.areLookalikes(quoted.folded, source.folded)
      && !lexicon.knows(quoted.word.hash)
      && Frequencies.table.halfBits(quoted.word.hash) == Frequencies.unknown
  }

  /// A word that any reader knows, or its genitive.
  private func isCommon(_ token: Token) -> Bool {
    if lexicon.isCommon(token.word.hash) { return true }
    guard token.folded.suffix(2) == [39, 115] else { return false }
    return lexicon.isCommon(hash(Array(token.folded.dropLast(2))))
  }

  /// Letters in a row that no common word has, in a word that is none of them.
  private func isStrange(_ token: Token) -> Bool {
    LetterTriples.isStrange(token.folded) && !isCommon(token)
  }

  /// Whether the source's word looks like none, or is long, where the quoted one is common.
  private func looksMisread(_ source: Token, for quoted: Token) -> Bool {
    isCommon(quoted)
      && (OCRConfusions.isBroken(source.folded) || source.folded.count >= 6)
  }
}
