internal import FonsText

/// Says what kind of difference two words or short phrases make.
struct WordClassifier {
  /// A word with what can be seen of it.
  struct Token {
    var word: Word
    /// As it stands.
    var text: String
    var folded: [UInt8]
    /// Begins with an upper-case letter, and not because a sentence does.
    var isName: Bool
    var isCapital: Bool

    /// Letters rather than bytes: a slip of one letter is one in every script.
    var letters: [Unicode.Scalar] { Array(String(decoding: folded, as: UTF8.self).unicodeScalars) }
    /// Folded, without a sign.
    var unsigned: ArraySlice<UInt8> { folded.first == 45 ? folded.dropFirst() : folded[...] }
  }

  let meaning: MeaningWords
  let lexicon: Lexicon

  func token(_ word: Word, _ bytes: ArraySlice<UInt8>, base: Int) -> Token {
    let start = bytes.startIndex + Int(word.start) - base
    let raw = bytes[start..<start + Int(word.length)]
    let text = String(decoding: raw, as: UTF8.self)
    let capital = text.first?.isUppercase ?? false
    return Token(
      word: word, text: text, folded: Array(Words.folded(raw).joined()),
      isName: capital && !startsSentence(start, in: bytes), isCapital: capital)
  }

  private func startsSentence(_ start: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    var at = start - 1
    while at >= bytes.startIndex {
      switch bytes[at] {
      case 32, 34, 39, 40, 91, 1, 9: at -= 1
      case 46, 33, 63, 10, 13, 58: return true
      case 0x80...:
        // Quotation marks and spaces outside ASCII.
        if at - 2 >= bytes.startIndex, bytes[at - 2] == 0xE2, bytes[at - 1] == 0x80 {
          at -= 3
        } else if at - 1 >= bytes.startIndex, bytes[at - 1] == 0xC2 {
          at -= 2
        } else {
          return false
        }
      default: return false
      }
    }
    return true
  }

  func isNegation(_ token: Token) -> Bool {
    if meaning.has(token.word.hash, .negation) { return true }
    guard token.folded.contains(39) else { return false }
    let text = String(decoding: token.folded, as: UTF8.self)
    return text.hasSuffix("n't") || meaning.language == "fr" && text.hasPrefix("n'")
  }

  func isNumber(_ word: Word) -> Bool {
    word.flags.contains(.number) || meaning.has(word.hash, .numeral)
      || meaning.has(word.hash, .scale)
  }

  /// Nothing but a unit: `%`, `km`.
  func isUnit(_ tokens: [Token]) -> Bool {
    if tokens.count == 1, tokens[0].text == "‰" || tokens[0].text == "°" { return true }
    return isPercent(tokens)
      || !tokens.isEmpty && tokens.count <= 2
        && tokens.allSatisfy { meaning.has($0.word.hash, .unit) || isPercent([$0]) }
  }

  /// `%`, `percent`, `per cent`, `la sută`.
  private func isPercent(_ tokens: [Token]) -> Bool {
    !tokens.isEmpty && MeaningWords.phrase(.percent, tokens.map(\.word)) == tokens.count
  }

  /// "he" replaced by a name.
  func isNameForPronoun(_ quoted: [Token], _ source: [Token]) -> Bool {
    source.count == 1 && meaning.has(source[0].word.hash, .pronoun) && quoted.count <= 4
      && quoted.allSatisfy { $0.isCapital && !meaning.has($0.word.hash, .function) }
  }

  func holdsNegation(_ tokens: [Token]) -> Bool { tokens.contains(where: isNegation) }

  func isModal(_ tokens: [Token]) -> Bool {
    !tokens.isEmpty
      && tokens.contains {
        meaning.has($0.word.hash, .modality) || meaning.has($0.word.hash, .quantifier)
      }
  }

  /// "he said", between commas.
  func isReportingClause(_ tokens: [Token], around bytes: ArraySlice<UInt8>) -> Bool {
    guard (2...5).contains(tokens.count), !holdsNegation(tokens),
      tokens.contains(where: { meaning.has($0.word.hash, .reporting) }),
      let first = bytes.first(where: { $0 != 32 && $0 != 34 && $0 < 0x80 }), first == 44,
      let last = bytes.last(where: { $0 != 32 && $0 != 34 && $0 < 0x80 })
    else { return false }
    return last == 44 || last == 46
  }

  /// The kind of a whole phrase where it has a meaning that its words alone have not.
  func phraseKind(_ quoted: [Token], _ source: [Token]) -> DifferenceKind? {
    if Contractions.areSame(quoted, source) { return .contraction }
    if quoted.count == 1, source.count == 1 { return nil }
    let left = NumberReader(meaning).value(quoted)
    let right = NumberReader(meaning).value(source)
    if let left, let right { return left == right ? .numberForm : .number }
    if isPercent(quoted), isPercent(source) { return .numberForm }
    if let kind = DateReader(meaning).kind(quoted, source) { return kind }
    if quoted.contains(where: { meaning.has($0.word.hash, .month) }),
      source.contains(where: { meaning.has($0.word.hash, .month) }),
      quoted.map(\.word.hash).sorted() == source.map(\.word.hash).sorted()
    {
      return .dateForm
    }
    return nil
  }

  /// The kind of one word in the place of another.
  ///
  /// - Parameter isNoun: whether capitals tell nothing of both words.
  func kind(_ quoted: Token, _ source: Token, isNoun: Bool = false) -> DifferenceKind {
    // A machine's slip is one, whatever the word means.
    if misread(quoted, source) != nil { return .ocr }
    if isNegation(quoted) != isNegation(source) || isNegatedPair(quoted.folded, source.folded) {
      return .negation
    }
    if let kind = numberKind(quoted, source) { return kind }
    if isPercent([quoted]), isPercent([source]) { return .numberForm }
    if quoted.word.flags.contains(.symbol), source.word.flags.contains(.symbol) { return .unit }
    if isNameForPronoun([quoted], [source]) { return .name }
    if Homoglyphs.latin(quoted.text) == Homoglyphs.latin(source.text) { return .homoglyph }
    let left = meaning.kinds(quoted.word.hash)
    let right = meaning.kinds(source.word.hash)
    if left.contains(.month) && right.contains(.month)
      || left.contains(.day) && right.contains(.day)
    {
      return .date
    }
    if MeaningWords.isUnit(quoted.word.hash), MeaningWords.isUnit(source.word.hash) {
      return unitKind(quoted, source)
    }
    if !left.isDisjoint(with: [.modality, .quantifier])
      || !right.isDisjoint(with: [.modality, .quantifier])
    {
      return .modality
    }
    return letterKind(quoted, source, isNoun: isNoun)
  }

  private func unitKind(_ quoted: Token, _ source: Token) -> DifferenceKind {
    if meaning.sameParadigm(quoted.word.hash, source.word.hash),
      min(quoted.folded.count, source.folded.count) <= 3
    {
      return .numberForm
    }
    return areSpellings(quoted, source)
      ? .spelling
      : Inflection.sameStem(quoted.folded, source.folded) ? .inflection : .unit
  }

  /// The kind of two words that differ in letters alone.
  private func letterKind(_ quoted: Token, _ source: Token, isNoun: Bool) -> DifferenceKind {
    let isName =
      !isNoun && (source.isName && quoted.isCapital || quoted.isName && source.isCapital)
    if isName, Transliteration.areVariants(quoted.folded, source.folded) {
      let isSlip =
        EditDistance.isDoubling(quoted.letters, source.letters)
        && !lexicon.knows(quoted.word.hash)
      return isSlip ? .nameSlip : .transliteration
    }
    if isName, isInitial(quoted.folded, source.folded) { return .nameForm }
    if areSpellings(quoted, source) { return .spelling }
    let left = quoted.letters
    let right = source.letters
    let isSlip =
      EditDistance.between(left, right, limit: 2) == 1 && min(left.count, right.count) >= 4
    if isName {
      if isPossessive(quoted.folded, source.folded) { return .inflection }
      return isSlip && !lexicon.knows(quoted.word.hash) ? .nameSlip : .name
    }
    if meaning.sameParadigm(quoted.word.hash, source.word.hash)
      || Inflection.sameStem(quoted.folded, source.folded)
    {
      return .inflection
    }
    let isUnknown = !lexicon.knows(quoted.word.hash) && !lexicon.isCommon(quoted.word.hash)
    return isSlip && isUnknown ? .spelling : .word
  }

  private func areSpellings(_ quoted: Token, _ source: Token) -> Bool {
    Spellings.areVariants(quoted.word.hash, source.word.hash)
      || SpellingVariants.areVariants(quoted.folded, source.folded)
      || SpellingVariants.areRomanian(quoted.text, source.text)
  }

  /// `J.` and `John`.
  private func isInitial(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard min(a.count, b.count) == 1, max(a.count, b.count) > 1 else { return false }
    return a.first == b.first
  }

  private func isPossessive(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return long == short + Array("'s".utf8) || long == short + Array("s".utf8)
  }

  /// `likely` and `unlikely`: a negation that is part of the word.
  private func isNegatedPair(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard short.count >= 3 else { return false }
    let isNegated = Self.negativePrefixes.contains { prefix in
      prefix.count + short.count == long.count && long.starts(with: prefix)
        && long[prefix.count...].elementsEqual(short)
    }
    return isNegated && !MeaningWords.isAny(hash(short), .stem)
  }

  private static let negativePrefixes = [
    "un", "in", "im", "il", "ir", "dis", "non", "mis", "niet", "не", "nie",
  ].map { Array($0.utf8) }

  func hash(_ folded: [UInt8]) -> UInt64 { Words.scan(folded).first?.hash ?? 0 }

  private func numberKind(_ quoted: Token, _ source: Token) -> DifferenceKind? {
    guard isNumber(quoted.word) || isNumber(source.word) else { return nil }
    let reader = NumberReader(meaning)
    let left = reader.value([quoted])
    let right = reader.value([source])
    if left == nil, right == nil {
      let areNumbers = [quoted, source].allSatisfy { $0.word.flags.contains(.number) }
      guard areNumbers else { return nil }
      return quoted.unsigned == source.unsigned ? .sign : .number
    }
    let leftUnit = reader.unit(of: quoted)
    let rightUnit = reader.unit(of: source)
    guard let left, let right else {
      if let value = left ?? right, left == nil || right == nil,
        MeaningWords.isNumeral((left == nil ? quoted : source).word.hash, of: value)
      {
        return .numberForm
      }
      return quoted.word.flags.contains(.number) && source.word.flags.contains(.number)
        ? .number : isScaleOrNumber(left == nil ? quoted : source) ? .number : .word
    }
    if left == right { return leftUnit == rightUnit ? .numberForm : .unit }
    if (left < 0) != (right < 0) { return abs(left) == abs(right) ? .sign : .number }
    let digits: (Token) -> String = { $0.text.filter(\.isNumber) }
    let areSame =
      quoted.word.flags.contains(.number) && source.word.flags.contains(.number)
      && digits(quoted) == digits(source) && leftUnit == rightUnit
      && NumberReadings.agree(quoted.text, source.text, language: meaning.language)
    return areSame ? .numberForm : .number
  }

  private func isScaleOrNumber(_ token: Token) -> Bool {
    meaning.has(token.word.hash, .scale) || meaning.has(token.word.hash, .numeral)
      || token.word.flags.contains(.number)
  }
}
