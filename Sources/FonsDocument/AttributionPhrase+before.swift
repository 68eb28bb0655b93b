import FonsFormat
import FonsText

extension AttributionPhrase {
  /// Reads the words before a quotation.
  mutating func readBefore() {
    title = TitlePhrase.find(context, range, words)
    if readLead() {
      hasVerb = true
      return
    }
    let verb = verbBefore()
    if let verb, isDenied(before: verb) { return }
    if let verb {
      hasVerb = true
      namesTerm = SpeechWords.has(words[verb].lower, .naming)
      if !readPassive(verb) { readSubject(of: verb) }
    } else if words[words.count - 1].tail.contains(":") {
      readAnnouncement()
    }
    guard author == nil, !isPronoun, !isSame, title == nil, description == nil else { return }
    readPossessive()
    if author == nil, hasPronounsWords || isIndirect { isPronoun = true }
  }

  /// "Her words on the slow way were": whose they are, an earlier sentence says.
  private var hasPronounsWords: Bool {
    words.indices.dropLast().suffix(12).contains {
      SpeechWords.has(words[$0].lower, .possessive)
        && SpeechWords.has(words[$0 + 1].lower, .speechnoun)
    }
  }

  /// "Die Brücke sei »…«": the mood of what another said, which an earlier sentence names.
  private var isIndirect: Bool {
    let articles: Set = ["der", "die", "das", "er", "sie", "es", "man", "ein", "eine"]
    return words.suffix(3).contains { SpeechWords.has($0.lower, .indirect) }
      && words.contains { articles.contains($0.lower) }
  }

  /// The last verb of speech, no more than a clause away from the quotation.
  private func verbBefore() -> Int? {
    words.indices.last { index in
      (SpeechWords.isVerb(words[index].lower) || isInfinitive(index) || isWeakVerb(index))
        && words[index].text.first?.isLowercase == true
        && words.count - index <= 22 && !words[index...].dropLast().contains(where: \.endsSentence)
        && !isNoun(index)
    }
  }

  /// "held that", "records "…"": a verb of many meanings, which tells of speech only there.
  private func isWeakVerb(_ index: Int) -> Bool {
    guard index > 0, SpeechWords.has(words[index].lower, .weak) else { return false }
    let isLast = index == words.count - 1 || words[index].tail.contains(":")
    return isLast || words[index + 1].lower == "that"
  }

  /// "the note", but not "Jean Morvan a noté", whose auxiliary is the English article.
  private func isNoun(_ index: Int) -> Bool {
    guard index > 0, SpeechWords.has(words[index - 1].lower, .determiner),
      words[index - 1].tail.isEmpty
    else { return false }
    // "Morvan l'a dit", "Kuit het verwoordde"
    return !SpeechWords.has(words[index - 1].lower, .between) || index < 2
      || !(words[index - 2].isName || SpeechWords.has(words[index - 2].lower, .pronoun))
  }

  /// "goes on to claim"
  private func isInfinitive(_ index: Int) -> Bool {
    index > 1 && words[index - 1].lower == "to"
      && (SpeechWords.has(words[index].lower + "s", .verb)
        || SpeechWords.has(words[index].lower + "d", .verb))
  }

  private func isDenied(before verb: Int) -> Bool {
    // Not what is said: "“Not that,” said Stubb".
    let quoted = words[..<verb].lastIndex { $0.tail.contains { "\"”»“’".contains($0) } }
    return (max(quoted.map { $0 + 1 } ?? 0, verb - 2)..<verb).contains {
      SpeechWords.has(words[$0].lower, .negation)
    }
  }

  /// "was described by Jane Roe as": whom "by" names; "was asked": nobody.
  private mutating func readPassive(_ verb: Int) -> Bool {
    var auxiliary = verb - 1
    while auxiliary >= 0, words[auxiliary].lower.hasSuffix("ly"), words[auxiliary].tail.isEmpty {
      auxiliary -= 1
    }
    guard auxiliary >= 0, !words[verb].lower.hasSuffix("ing"),
      ["was", "were", "is", "are", "been", "be", "being"].contains(words[auxiliary].lower)
    else { return false }
    if let by = (verb + 1..<words.count).prefix(6).first(where: { words[$0].lower == "by" }) {
      if let name = PhraseName.behindRole(words, from: by + 1) {
        author = PhraseName.string(words, name)
      } else if let work = WorkDescription.starting(words, at: by + 1) {
        describe(words, work)
      }
    } else if let work = WorkDescription.within(words, verb + 1..<words.count) {
      describe(words, work)
    }
    return true
  }

  private mutating func readSubject(of verb: Int) {
    if readCited(by: verb) || readClauseBefore(participle: verb) { return }
    let end = withoutApposition(subjectEnd(of: verb))
    if readTitle(endingAt: end) { return }
    let described = WorkDescription.ending(words, at: end)
    if let name = PhraseName.ending(words, at: end), !words[name.upperBound - 1].isPossessive,
      (described?.lowerBound ?? end) >= name.lowerBound, !isNounAlone(name, described)
    {
      read(name: name, of: words)
    } else if let described {
      describe(words, described)
    } else if isIndefinite(before: end) {
      return
    } else if verb + 1 < words.count, words[verb].tail.isEmpty, firstName(before: verb) == nil,
      let name = PhraseName.starting(words, at: verb + 1)
    {
      author = PhraseName.string(words, name)
    } else if verb <= 1, words[verb].tail.isEmpty,
      let name = PhraseName.behindRole(words, from: verb + 1)
    {
      // "Como disse o padre Simão Vale:"
      read(name: name, of: words)
    } else if let work = WorkDescription.within(words, clause(before: end)..<end) {
      describe(words, work)
    } else {
      readDistantSubject(of: verb, endingAt: end)
    }
    if title == nil, description == nil, !isPronoun, !isSame,
      let work = WorkDescription.within(words, verb + 1..<words.count)
    {
      description = WorkDescription.string(words, work)
    }
  }

  /// "X quotes Y": the words are Y's.
  private mutating func readCited(by verb: Int) -> Bool {
    guard SpeechWords.has(words[verb].lower, .citing) else { return false }
    if let name = PhraseName.starting(words, at: verb + 1) {
      author = PhraseName.string(words, name)
      return true
    }
    if let work = WorkDescription.starting(words, at: verb + 1) {
      describe(words, work)
      return true
    }
    return false
  }

  /// Where the words end that may be the subject, before "goes on to", "used to", "once".
  private func subjectEnd(of verb: Int) -> Int {
    var end = verb
    if isInfinitive(verb) {
      end -= 1
      // "goes on", "continues", "would like"
      if end > 1, words[end - 1].lower == "on", words[end - 1].tail.isEmpty { end -= 1 }
      if end > 1, words[end - 1].text.first?.isLowercase == true, words[end - 1].tail.isEmpty,
        !SpeechWords.has(words[end - 1].lower, .pronoun),
        !SpeechWords.has(words[end - 1].lower, .determiner),
        !SpeechWords.has(words[end - 2].lower, .determiner)
      {
        end -= 1
      }
    }
    // "Roe (1999) argues", "Roe (2003, p. 12) calls"
    if end > 1, words[end - 1].tail.hasPrefix(")"),
      let open = words[..<end].suffix(6).lastIndex(where: { $0.head.contains("(") }), open > 0,
      words[open].text.first?.isNumber == true
    {
      end = open
    }
    // "used to say"
    while end > 0,
      isBetween(words[end - 1])
        || end > 1 && words[end - 1].lower == "to" && isBetween(words[end - 2])
    {
      end -= 1
    }
    return end
  }

  /// A pronoun, a name elsewhere in the clause, or what somebody is.
  private mutating func readDistantSubject(of verb: Int, endingAt end: Int) {
    let last = end > 0 ? words[end - 1].lower : ""
    if last == "it" {
      isSame = true
    } else if SpeechWords.has(last, .addressed) {
      author = addressee
    } else if SpeechWords.has(last, .impersonal),
      let work = WorkDescription.within(words, verb + 1..<words.count)
    {
      describe(words, work)
    } else if SpeechWords.has(last, .pronoun) {
      readAntecedent(before: end - 1)
    } else if let name = wholeSubject(of: verb, endingAt: end) {
      author = name
    } else if let name = firstName(before: verb) {
      read(name: name, of: words)
    } else if words[..<end].suffix(3).contains(where: { SpeechWords.has($0.lower, .same) }) {
      // "the same hand adds"
      isSame = true
    } else {
      readRole(endingAt: end)
      // "Et d'ajouter :", "And added:": whoever spoke before goes on.
      let first = words[..<verb].lastIndex { $0.endsSentence }.map { $0 + 1 } ?? 0
      let final = context.text.trimmed(range.start, range.end).upperBound
      if author == nil, verb - first <= 2, context.text[final - 1] == 0x3A {
        isPronoun = true
      }
    }
  }

  /// "She showed her anger at Poe, saying": the subject of the clause before the comma speaks, not
  /// the name that stands beside the participle.
  private mutating func readClauseBefore(participle verb: Int) -> Bool {
    guard words[verb].lower.hasSuffix("ing"), verb > 1, words[verb - 1].tail.hasSuffix(",") else {
      return false
    }
    let first = words[..<verb].lastIndex { $0.endsSentence }.map { $0 + 1 } ?? 0
    for index in first..<verb {
      if SpeechWords.has(words[index].lower, .pronoun), !isObject(index) {
        readAntecedent(before: index)
        return true
      }
      if words[index].isName, !isObject(index), !words[index].isDoubtfulName,
        let name = PhraseName.starting(words, at: index), name.upperBound < verb,
        !(index > first && PhraseName.ending(words, at: index) != nil)
      {
        author = PhraseName.string(words, name)
        return true
      }
    }
    return false
  }

  /// "The *Evening Post* writes": a title in italics that is the subject.
  private mutating func readTitle(endingAt end: Int) -> Bool {
    guard title == nil, end > 0,
      let found = TitlePhrase.ending(context, range, at: words[end - 1].range)
    else { return false }
    title = found
    return true
  }

  /// Whether a preposition stands before a word.
  private func isObject(_ index: Int) -> Bool {
    index > 0
      && (SpeechWords.has(words[index - 1].lower, .linking)
        || SpeechWords.has(words[index - 1].lower, .in)
        || SpeechWords.has(words[index - 1].lower, .preposition))
  }

  /// Before the comma in front of "biographer of Poe," or "who runs the office,".
  private func withoutApposition(_ end: Int) -> Int {
    guard end > 1, words[end - 1].tail.hasSuffix(",") else { return end }
    var open = end - 1
    while open > 0, !words[open - 1].endsClause { open -= 1 }
    guard open > 0, words[open - 1].tail.hasSuffix(","),
      PhraseName.ending(words, at: open) != nil || WorkDescription.ending(words, at: open) != nil
    else { return end }
    return open
  }

  /// "Since Roe had to leave when he wrote": the name before the pronoun in its sentence.
  private mutating func readAntecedent(before pronoun: Int) {
    guard !["they", "ils", "elles", "ellos", "loro", "они"].contains(words[pronoun].lower) else {
      return
    }
    isPronoun = true
    for index in (0..<pronoun).reversed() {
      guard words[index].isName, let name = PhraseName.ending(words, at: index + 1) else {
        continue
      }
      if isObject(name.lowerBound) || name.lowerBound == 0 && name.count == 1 { continue }
      author = PhraseName.string(words, name)
      isPronoun = false
      return
    }
  }

  func isBetween(_ word: PhraseWord) -> Bool {
    SpeechWords.has(word.lower, .between)
      || word.lower.hasSuffix("ly") && word.text.first?.isLowercase == true
  }

  /// "Rosa Quill, who runs the office, told": the first name, unless it is where or when something is.
  private func firstName(before verb: Int) -> Range<Int>? {
    var index = words[..<verb].lastIndex { $0.tail.contains(";") }.map { $0 + 1 } ?? 0
    while index < verb {
      if let name = PhraseName.starting(words, at: index) {
        let isDoubtful =
          name.count == 1 && words[index].isDoubtfulName
          && words[index + 1].text.first?.isUppercase != true
        if !isObject(index), !isDoubtful, name.upperBound <= verb { return name }
        index = name.upperBound
      } else {
        index += 1
      }
    }
    return nil
  }

  /// "Jane Doe:", "Roe again, on grafting:", "The entry for 12 May is clear now:".
  private mutating func readAnnouncement() {
    if readEarlierWork() { return }
    let first = words.lastIndex { $0.endsSentence }.map { $0 + 1 } ?? 0
    let work = WorkDescription.within(words, first..<words.count)
    // "Roe, The Weirs, p. 3:" names the work, "page 3:" does not.
    let isPart = work.map { WorkDescription.isPart(words, $0.lowerBound) } ?? false
    if let work,
      !isPart || work.lowerBound == first
        || words[work.lowerBound - 1].text.first?.isLowercase == true
    {
      describe(words, work)
    } else if let name = PhraseName.starting(words, at: first) {
      author = PhraseName.string(words, name)
    } else if first + 1 < words.count, SpeechWords.has(words[first].lower, .source),
      let name = PhraseName.behindRole(words, from: first + 1)
    {
      // "From the Upland Gazette of 4 May:"
      read(name: name, of: words)
    } else if let name = PersonInSentence.apposed(Array(words[first...])) {
      // "Its editor, Jane Roe, withdrew the remark:"
      author = PhraseName.string(Array(words[first...]), name)
    } else if words.count - first >= 3,
      !words[first...].contains(where: { SpeechWords.has($0.lower, .pronoun) }),
      let name = PersonInSentence.find(Array(words[first...]), isNearest: false), name.count > 1
    {
      // "A century later, Jane Roe returned to the matter:"
      author = PhraseName.string(Array(words[first...]), name)
    } else if words[first...].contains(where: { SpeechWords.has($0.lower, .pronoun) }) {
      isPronoun = true
    }
  }

  /// "Cf. Roe, op. cit., p. 70:"
  private mutating func readEarlierWork() -> Bool {
    guard
      let op = words.indices.dropLast().last(where: {
        SpeechWords.has(words[$0].lower.filter { $0 != "." }, .opcit)
          && words[$0 + 1].lower.hasPrefix("cit")
      }), let name = PhraseName.ending(words, at: op)
    else { return false }
    author = PhraseName.string(words, name)
    description = "op. cit."
    return true
  }

  /// A described work; the one whose it is, where that is a name, wrote it.
  mutating func describe(_ words: [PhraseWord], _ work: Range<Int>) {
    isSame = words[work].contains { SpeechWords.has($0.lower, .same) }
    description = WorkDescription.string(words, work)
    if let owner = work.first(where: { words[$0].isPossessive }),
      let name = PhraseName.ending(words, at: owner + 1)
    {
      author = PhraseName.string(words, name)
    }
  }

  /// "Proudhon's comment that": a genitive close to the quotation.
  private mutating func readPossessive() {
    guard
      let index = words.indices.suffix(7).last(where: { words[$0].isPossessive && words[$0].isName }
      ),
      let name = PhraseName.ending(words, at: index + 1)
    else { return }
    author = PhraseName.string(words, name)
  }
}
