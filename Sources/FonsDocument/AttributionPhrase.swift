import FonsFormat
import FonsText

/// Who is said to speak, in the words around a quotation: "as X wrote in *Y*", "according to X".
struct AttributionPhrase {
  private(set) var author: String?
  private(set) var title: String?
  /// What the words come from, where no title names it: "the parish book", "her letter of May".
  private(set) var description: String?
  /// Whether a pronoun speaks: who that is, an earlier sentence says.
  private(set) var isPronoun = false
  /// Whether `author` is what somebody is and not a name: "the mayor".
  private(set) var isRole = false
  /// Whether a verb or a phrase such as "in the words of" says that somebody speaks.
  private(set) var hasVerb = false
  /// Whether the description is "the same book": what was cited last.
  private(set) var isSame = false
  /// Whether the verb gives something a name: "calls it", "described as".
  private(set) var namesTerm = false
  /// Of the structured text.
  private(set) var range: ByteRange

  private let context: DocumentContext
  private let words: [PhraseWord]

  /// - Parameter isBefore: whether the range stands before the quotation.
  init?(_ context: DocumentContext, _ range: ByteRange, isBefore: Bool) {
    self.context = context
    self.range = range
    words = PhraseWord.scan(context.text, range)
    guard !words.isEmpty else { return nil }
    if let phrase = HanPhrase(context.text, range, isBefore: isBefore) {
      author = phrase.author
      title = phrase.title
      isRole = phrase.isRole
      hasVerb = true
      return
    }
    if isBefore {
      readBefore()
    } else {
      readAfter()
    }
    guard author != nil || title != nil || description != nil || isPronoun else { return nil }
  }

  // MARK: Before the quotation

  private mutating func readBefore() {
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
      readSubject(of: verb)
    } else if words[words.count - 1].tail.contains(":") {
      readAnnouncement()
    }
    if author == nil, !isPronoun, title == nil, description == nil { readPossessive() }
  }

  /// "According to X", "in the words of X": true where it decided.
  private mutating func readLead() -> Bool {
    for phrase in SpeechWords.leads {
      var index = words.count - phrase.count
      while index >= 0 {
        defer { index -= 1 }
        guard phrase.indices.allSatisfy({ words[index + $0].lower == phrase[$0] }),
          index == 0 || !SpeechWords.has(words[index - 1].lower, .negation)
        else { continue }
        let start = index + phrase.count
        let described = WorkDescription.starting(words, at: start)
        if let name = PhraseName.behindRole(words, from: start),
          described.map({ name.upperBound >= $0.upperBound }) ?? true
        {
          author = PhraseName.string(words, name)
          return true
        }
        if let described {
          describe(words, described)
          return true
        }
      }
    }
    return false
  }

  /// The last verb of speech, no more than a clause away from the quotation.
  private func verbBefore() -> Int? {
    words.indices.last { index in
      SpeechWords.isVerb(words[index].lower) && words[index].text.first?.isLowercase == true
        && words.count - index <= 18 && !words[index...].dropLast().contains(where: \.endsSentence)
        && !(index > 0 && SpeechWords.has(words[index - 1].lower, .determiner))
    }
  }

  private func isDenied(before verb: Int) -> Bool {
    (max(0, verb - 2)..<verb).contains { SpeechWords.has(words[$0].lower, .negation) }
  }

  private mutating func readSubject(of verb: Int) {
    // "X quotes Y": the words are Y's.
    if SpeechWords.has(words[verb].lower, .citing) {
      if let name = PhraseName.starting(words, at: verb + 1) {
        author = PhraseName.string(words, name)
        return
      }
    }
    if readClauseBefore(participle: verb) { return }
    var end = verb
    // "used to say"
    while end > 0,
      isBetween(words[end - 1])
        || end > 1 && words[end - 1].lower == "to" && isBetween(words[end - 2])
    {
      end -= 1
    }
    end = withoutApposition(end)
    if readTitle(endingAt: end) { return }
    let described = WorkDescription.ending(words, at: end)
    if let name = PhraseName.ending(words, at: end), !words[name.upperBound - 1].isPossessive,
      (described?.lowerBound ?? end) >= name.lowerBound
    {
      author = PhraseName.string(words, name)
    } else if let described {
      describe(words, described)
    } else if verb + 1 < words.count, words[verb].tail.isEmpty, firstName(before: verb) == nil,
      let name = PhraseName.starting(words, at: verb + 1)
    {
      author = PhraseName.string(words, name)
    } else if let work = WorkDescription.within(words, 0..<end) {
      describe(words, work)
    } else if end > 0, SpeechWords.has(words[end - 1].lower, .pronoun) {
      readAntecedent(before: end - 1)
    } else if let name = firstName(before: verb) {
      author = PhraseName.string(words, name)
    } else {
      readRole(endingAt: end)
      // "Et d'ajouter :", "And added:": whoever spoke before goes on.
      let first = words[..<verb].lastIndex { $0.endsSentence }.map { $0 + 1 } ?? 0
      let last = context.text.trimmed(range.start, range.end).upperBound
      if author == nil, verb - first <= 2, context.text[last - 1] == 0x3A {
        isPronoun = true
      }
    }
    if title == nil, description == nil, !isPronoun,
      let work = WorkDescription.within(words, verb + 1..<words.count)
    {
      description = WorkDescription.string(words, work)
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

  private func isBetween(_ word: PhraseWord) -> Bool {
    SpeechWords.has(word.lower, .between)
      || word.lower.hasSuffix("ly") && word.text.first?.isLowercase == true
  }

  /// "Rosa Quill, who runs the office, told": the first name, unless it is where or when something is.
  private func firstName(before verb: Int) -> Range<Int>? {
    var index = 0
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

  /// "The workshop says": what stands between the article and the verb.
  private mutating func readRole(endingAt end: Int) {
    var start = end
    while start > 0, end - start < 3, !words[start - 1].endsClause,
      !SpeechWords.has(words[start - 1].lower, .determiner), words[start - 1].text.count > 2,
      !SpeechWords.has(words[start - 1].lower, .noname)
    {
      start -= 1
    }
    guard start > 0, start < end, SpeechWords.has(words[start - 1].lower, .determiner) else {
      return
    }
    author = words[start..<end].map(\.text).joined(separator: " ")
    isRole = true
  }

  /// "Jane Doe:", "Roe again, on grafting:", "The entry for 12 May is clear now:".
  private mutating func readAnnouncement() {
    let first = words.lastIndex { $0.endsSentence }.map { $0 + 1 } ?? 0
    if let work = WorkDescription.within(words, first..<words.count) {
      describe(words, work)
    } else if let name = PhraseName.starting(words, at: first) {
      author = PhraseName.string(words, name)
    } else if words[first...].contains(where: { SpeechWords.has($0.lower, .pronoun) }) {
      isPronoun = true
    }
  }

  /// A described work; the one whose it is, where that is a name, wrote it.
  private mutating func describe(_ words: [PhraseWord], _ work: Range<Int>) {
    isSame = words[work].contains {
      ["same", "selben", "même", "mismo", "stesso"].contains($0.lower)
    }
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

  // MARK: After the quotation

  private mutating func readAfter() {
    var window = Array(words.prefix(14))
    if readGermanSo(window.filter { !$0.text.isEmpty }) { return }
    // The dash may be the mark of a further sentence: only a name or a verb behind it says who spoke.
    if let first = window.first,
      first.text.isEmpty || first.head.contains(where: { "—–".contains($0) })
    {
      if first.text.isEmpty { window.removeFirst() }
      if let name = PhraseName.starting(window, at: 0) {
        author = PhraseName.string(window, name)
        title = TitlePhrase.marked(context, range)
        return
      }
      guard window.prefix(2).contains(where: { SpeechWords.isVerb($0.lower) }) else { return }
    }
    window.removeAll { $0.text.isEmpty }
    guard
      let verb = window.prefix(8).firstIndex(where: { SpeechWords.isVerb($0.lower) }),
      !window[..<verb].contains(where: \.endsSentence)
    else { return }
    if window[..<verb].contains(where: { SpeechWords.has($0.lower, .negation) }) { return }
    hasVerb = true
    readSpeaker(window, verb)
    title = TitlePhrase.led(context, range)
  }

  /// "»…«, so Stark."
  private mutating func readGermanSo(_ window: [PhraseWord]) -> Bool {
    guard window.first?.lower == "so", window[0].tail.isEmpty,
      let name = PhraseName.behindRole(window, from: 1)
    else { return false }
    author = PhraseName.string(window, name)
    hasVerb = true
    return true
  }

  private mutating func readSpeaker(_ window: [PhraseWord], _ verb: Int) {
    let isOpen = window[verb].tail.isEmpty
    if SpeechWords.isInverted(window[verb].lower) {
      isPronoun = true
    } else if isOpen, let name = PhraseName.starting(window, at: verb + 1) {
      author = PhraseName.string(window, name)
    } else if verb > 0, let name = PhraseName.ending(window, at: verb), name.lowerBound == 0 {
      author = PhraseName.string(window, name)
    } else if verb > 0, let name = PhraseName.behindRole(window, from: 0), name.upperBound == verb {
      author = PhraseName.string(window, name)
    } else if verb > 0, SpeechWords.has(window[verb - 1].lower, .pronoun) {
      isPronoun = true
    } else if verb > 0, let name = PhraseName.starting(window, at: 0), name.upperBound < verb,
      !window[..<verb].contains(where: \.endsClause),
      window[name.upperBound..<verb].allSatisfy({ isBetween($0) || $0.lower == "to" })
    {
      author = PhraseName.string(window, name)
    } else if isOpen, let work = WorkDescription.starting(window, at: verb + 1) {
      describe(window, work)
    } else if isOpen, let name = PhraseName.behindRole(window, from: verb + 1) {
      author = PhraseName.string(window, name)
    } else if isOpen, verb + 1 < window.count, SpeechWords.has(window[verb + 1].lower, .pronoun) {
      isPronoun = true
    } else if isOpen, verb + 2 < window.count, SpeechWords.has(window[verb + 1].lower, .determiner)
    {
      var end = verb + 2
      while end < window.count, end - verb < 5, !window[end - 1].endsClause,
        !SpeechWords.has(window[end].lower, .linking)
      {
        end += 1
      }
      author = window[verb + 2..<end].map(\.text).joined(separator: " ")
      isRole = true
    }
  }
}
