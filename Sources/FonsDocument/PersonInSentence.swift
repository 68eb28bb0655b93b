import FonsText

/// Of whom a sentence speaks, for a pronoun in the next one.
enum PersonInSentence {
  /// The full name with which it begins; who speaks in it; whom a role or "from" stands before; else
  /// the single word with which it begins, where that may be a name.
  /// - Parameter isNearest: whether the pronoun's sentence follows directly: only then may a name in
  ///   any other place be meant.
  static func find(_ words: [PhraseWord], isNearest: Bool) -> Range<Int>? {
    let first = opening(words)
    if let first, first.count > 1 { return first }
    let other = led(words) ?? apposed(words) ?? speaking(words) ?? behindComma(words)
    return other ?? (isNearest ? introduced(words) : nil) ?? first
  }

  /// "Volgens archivaris Mieke Donker klopt er niets van."
  private static func led(_ words: [PhraseWord]) -> Range<Int>? {
    for phrase in SpeechWords.leads where phrase.count < words.count {
      if phrase.indices.allSatisfy({ words[$0].lower == phrase[$0] }) {
        return PhraseName.behindRole(words, from: phrase.count)
      }
    }
    return nil
  }

  /// "The chair of the parish, Jane Roe, thanked": a full name between commas, behind what she is.
  static func apposed(_ words: [PhraseWord]) -> Range<Int>? {
    guard let first = words.first, SpeechWords.has(first.lower, .determiner) else { return nil }
    for at in words.indices.dropFirst(2).prefix(7) where words[at - 1].tail == "," {
      guard let name = PhraseName.starting(words, at: at), name.count > 1,
        words[name.upperBound - 1].tail == ","
      else { return nil }
      return name
    }
    return nil
  }

  /// "In a paper of 1931, Roe explored": the subject behind what a preposition begins.
  private static func behindComma(_ words: [PhraseWord]) -> Range<Int>? {
    guard let first = words.first, first.text.first?.isUppercase == true,
      SpeechWords.has(first.lower, .noname)
    else { return nil }
    for at in words.indices.dropFirst().prefix(20)
    where words[at - 1].tail.hasSuffix(",") {
      guard let name = PhraseName.starting(words, at: at), name.upperBound < words.count,
        words[name.upperBound].text.first?.isLowercase == true,
        words[name.upperBound - 1].tail.isEmpty, !words[name.upperBound - 1].isPossessive
      else { continue }
      return name
    }
    return nil
  }

  /// The name among the first words. What somebody is may stand before it: "Директор музея Игорь Лапин".
  private static func opening(_ words: [PhraseWord]) -> Range<Int>? {
    for at in words.indices.prefix(4) {
      if words[at].head.contains(where: { "«„“\"”»".contains($0) }) { return nil }
      let isRole = SpeechWords.has(words[at].lower, .person)
      if isRole, !SpeechWords.has(words[at].lower, .determiner), words[at].opensSentence,
        let name = PhraseName.behindRole(words, from: at + 1)
      {
        return name
      }
      if let name = PhraseName.starting(words, at: at),
        name.count > 1 || !words[at].isDoubtfulName
      {
        return name
      }
      guard isRole || words[at].text.first?.isUppercase == true else { return nil }
    }
    return nil
  }

  /// The name directly before or behind a verb of speech.
  private static func speaking(_ words: [PhraseWord]) -> Range<Int>? {
    for verb in words.indices where SpeechWords.isVerb(words[verb].lower) {
      if let name = PhraseName.ending(words, at: verb), isName(words, name) { return name }
      guard words[verb].tail.isEmpty, verb + 1 < words.count,
        let name = PhraseName.behindRole(words, from: verb + 1), isName(words, name),
        name.lowerBound <= verb + 3
      else { continue }
      return name
    }
    return nil
  }

  private static func isName(_ words: [PhraseWord], _ name: Range<Int>) -> Bool {
    !(name.count == 1 && words[name.lowerBound].isDoubtfulName)
      && !words[name.upperBound - 1].isPossessive
  }

  /// "Kritik kam von Gemeinderätin Petra Lindner": a full name behind what the person is or "from".
  private static func introduced(_ words: [PhraseWord]) -> Range<Int>? {
    for at in words.indices.dropFirst() {
      let before = words[at - 1].lower
      let isRole =
        SpeechWords.has(before, .person) && !SpeechWords.has(before, .determiner)
      guard isRole || ["von", "from", "by", "par", "por"].contains(before),
        let name = PhraseName.starting(words, at: at), name.count > 1
      else { continue }
      return name
    }
    return nil
  }
}
