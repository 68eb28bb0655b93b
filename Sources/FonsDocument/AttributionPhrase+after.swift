import FonsFormat
import FonsText

extension AttributionPhrase {
  /// Reads the words behind a quotation.
  mutating func readAfter() {
    var window = Array(words.prefix(14))
    if readGermanSo(window.filter { !$0.text.isEmpty }) { return }
    // The dash may be the mark of a further sentence: only a name or a verb behind it says who spoke.
    if let first = window.first,
      first.text.isEmpty || first.head.contains(where: { "—–".contains($0) })
    {
      if first.text.isEmpty { window.removeFirst() }
      let hasArticle =
        window.first.map {
          $0.text.first?.isUppercase == true && SpeechWords.has($0.lower, .determiner)
        } ?? false
      if let name = PhraseName.starting(window, at: hasArticle ? 1 : 0) {
        read(name: name, of: window)
        title = TitlePhrase.marked(context, range) ?? title
        return
      }
      guard window.prefix(2).contains(where: { SpeechWords.isVerb($0.lower) }) else { return }
    }
    window.removeAll { $0.text.isEmpty }
    if readLeadBehind(window) {
      hasVerb = true
      return
    }
    guard
      let verb = window.prefix(8).firstIndex(where: { SpeechWords.isVerb($0.lower) }),
      !window[..<verb].contains(where: \.endsSentence)
    else { return }
    if window[..<verb].contains(where: { SpeechWords.has($0.lower, .negation) }) { return }
    // "Bacon states that" tells of something else.
    if verb > 0, window[verb].tail.isEmpty, verb + 1 < window.count,
      ["that", "dass", "daß"].contains(window[verb + 1].lower)
    {
      return
    }
    hasVerb = true
    readSpeaker(window, verb)
    title = title ?? TitlePhrase.led(context, range)
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
    if verb == 0, !isOpen, window[0].text.first?.isLowercase == true {
      // "«…», disse.": who that is, the verb's ending says in some languages.
      isPronoun = true
    } else if SpeechWords.isInverted(window[verb].lower) {
      isPronoun = true
    } else if isOpen, let name = PhraseName.starting(window, at: verb + 1) {
      read(name: name, of: window)
    } else if verb > 0, let name = PhraseName.ending(window, at: verb), name.lowerBound == 0 {
      read(name: name, of: window)
    } else if verb > 0, let name = PhraseName.behindRole(window, from: 0), name.upperBound == verb {
      read(name: name, of: window)
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
