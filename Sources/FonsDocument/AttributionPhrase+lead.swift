import FonsText

/// Phrases that mean "according to", before a name or behind it.
extension AttributionPhrase {
  /// "According to X", "in the words of X", "X zufolge", "For X,": true where it decided.
  mutating func readLead() -> Bool {
    for phrase in SpeechWords.leads {
      var index = words.count - phrase.count
      while index >= 0 {
        defer { index -= 1 }
        guard phrase.indices.allSatisfy({ words[index + $0].lower == phrase[$0] }),
          index == 0 || !SpeechWords.has(words[index - 1].lower, .negation)
        else { continue }
        if readLed(words, phrase, at: index) { return true }
      }
    }
    return readTrail() || readView()
  }

  /// "…", according to X: a phrase that begins the words behind a quotation.
  mutating func readLeadBehind(_ window: [PhraseWord]) -> Bool {
    for phrase in SpeechWords.leads where phrase.count < window.count {
      guard phrase.indices.allSatisfy({ window[$0].lower == phrase[$0] }) else { continue }
      if readLed(window, phrase, at: 0) { return true }
    }
    return false
  }

  private mutating func readLed(_ words: [PhraseWord], _ phrase: [String], at index: Int) -> Bool {
    let start = index + phrase.count
    // "по его словам"
    if phrase.contains(where: { SpeechWords.has($0, .possessive) }) {
      isPronoun = true
      return true
    }
    if start < words.count, SpeechWords.has(words[start].lower, .object) {
      isPronoun = true
      return true
    }
    let described = WorkDescription.starting(words, at: start)
    if let name = PhraseName.behindRole(words, from: start),
      described.map({ name.upperBound >= $0.upperBound }) ?? true
    {
      read(name: name, of: words)
      return true
    }
    if let described {
      describe(words, described)
      return true
    }
    return false
  }

  /// "Dem Deichgrafen Harm Voss zufolge": the word stands behind the name.
  private mutating func readTrail() -> Bool {
    guard let mark = words.lastIndex(where: { SpeechWords.has($0.lower, .trail) }),
      let name = PhraseName.ending(words, at: mark)
    else { return false }
    read(name: name, of: words)
    return true
  }

  /// "Pour Jeanne Morvan, «…»": whose view it is, where nothing else stands before the quotation.
  private mutating func readView() -> Bool {
    guard let first = words.first, SpeechWords.has(first.lower, .view) else { return false }
    // "For the historian Jane Roe, author of *Weirs*, the mill is"
    if SpeechWords.has(words[words.count - 1].lower, .copula),
      let name = PhraseName.behindRole(words, from: 1), name.count > 1,
      words[name.upperBound - 1].tail.hasSuffix(",")
    {
      author = PhraseName.string(words, name)
      return true
    }
    guard words[words.count - 1].tail.hasSuffix(","),
      let name = PhraseName.ending(words, at: words.count), name.lowerBound > 0,
      PhraseName.behindRole(words, from: 1).map({ $0.upperBound <= words.count }) == true,
      words[1..<name.lowerBound].dropLast().allSatisfy({ !$0.endsClause })
    else { return false }
    let isNamed = name.count > 1 || !words[name.lowerBound].isDoubtfulName
    guard isNamed else { return false }
    author = PhraseName.string(words, name)
    return true
  }

  /// Whom a run of name words names: a person, or a publication ("The Bridge Almanac").
  mutating func read(name: Range<Int>, of words: [PhraseWord]) {
    let first = words[name.lowerBound].lower
    let last = words[name.upperBound - 1].lower
    let isPublication =
      SpeechWords.has(first, .publication) || SpeechWords.has(last, .publication)
    if title == nil, name.count > 1, isPublication {
      let hasArticle = name.lowerBound > 0 && words[name.lowerBound - 1].text == "The"
      let start = name.lowerBound - (hasArticle ? 1 : 0)
      let rest = words[start..<name.upperBound - 1].map(\.text)
      title = (rest + [words[name.upperBound - 1].withoutPossessive]).joined(separator: " ")
    } else if isPublication, name.count == 1, name.lowerBound > 0,
      SpeechWords.has(words[name.lowerBound - 1].lower, .determiner)
    {
      description = PhraseName.string(words, name)
    } else {
      author = PhraseName.string(words, name)
    }
  }
}
