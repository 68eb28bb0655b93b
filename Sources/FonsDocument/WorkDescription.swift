import FonsFormat
import FonsText

/// Words that describe a work without naming it: "the surveyor's report", "her letter of Monday".
enum WorkDescription {
  /// The description that begins at `start`.
  static func starting(_ words: [PhraseWord], at start: Int) -> Range<Int>? {
    guard start < words.count else { return nil }
    var index = start
    while index < words.count, index - start < 6 {
      let word = words[index]
      if isHead(words, index) { return extended(words, start, index) }
      if word.endsClause || SpeechWords.isVerb(word.lower) && !word.isPossessive { return nil }
      if index > start, SpeechWords.has(word.lower, .in) { return nil }
      index += 1
    }
    return nil
  }

  /// The description that ends before `end`.
  static func ending(_ words: [PhraseWord], at end: Int) -> Range<Int>? {
    within(words, max(0, end - 8)..<end).flatMap { $0.upperBound == end ? $0 : nil }
  }

  /// The first description in a range.
  static func within(_ words: [PhraseWord], _ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty, range.upperBound <= words.count,
      let head = range.first(where: { isHead(words, $0) && isIntroduced(words, $0, range) })
    else { return nil }
    var start = head
    while start > range.lowerBound, head - start < 4, continues(words[start - 1]) { start -= 1 }
    let found = extended(words, start, head)
    return found.lowerBound..<min(found.upperBound, range.upperBound)
  }

  /// A work's noun; not a verb ("will", "notes") where no article or genitive stands before it.
  private static func isHead(_ words: [PhraseWord], _ index: Int) -> Bool {
    isPart(words, index)
      || isNoun(words[index].lower) && !words[index].isPossessive
  }

  private static func isNoun(_ word: String) -> Bool {
    SpeechWords.has(word, .work) || SpeechWords.isWorkCompound(word)
  }

  /// "section 8", "page 14", "Article XII": a part of a work by its number.
  static func isPart(_ words: [PhraseWord], _ index: Int) -> Bool {
    guard SpeechWords.has(words[index].lower, .part), index + 1 < words.count,
      words[index].tail.isEmpty
    else { return false }
    let number = words[index + 1].lower
    if words[index].text == "§", number.first?.isNumber == true { return true }
    let bare = number.drop { $0 == "§" }.prefix { $0 != "." && $0 != "-" && $0 != "–" }
    return bare.first?.isNumber == true && bare.utf8.count <= 5
      || !bare.isEmpty && bare.count <= 6 && bare.allSatisfy { "ivxlc".contains($0) }
  }

  private static func isIntroduced(
    _ words: [PhraseWord], _ head: Int, _ range: Range<Int>
  ) -> Bool {
    if words[head].hasArticle || isPart(words, head) { return true }
    if head > range.lowerBound, SpeechWords.has(words[head - 1].lower, .same) { return true }
    var index = head - 1
    while index >= range.lowerBound, head - index <= 4 {
      let word = words[index]
      if word.endsClause { return false }
      if SpeechWords.has(word.lower, .determiner) || word.isPossessive
        || SpeechWords.has(word.lower, .in)
      {
        return true
      }
      if word.text.first?.isUppercase == true, index > range.lowerBound { return false }
      index -= 1
    }
    return head == range.lowerBound && words[head].text.first?.isUppercase == true
  }

  private static func continues(_ word: PhraseWord) -> Bool {
    if word.endsClause || word.text.isEmpty { return false }
    if word.isPossessive { return true }
    return !SpeechWords.has(word.lower, .determiner) && !SpeechWords.has(word.lower, .in)
      && !SpeechWords.isVerb(word.lower) && !SpeechWords.has(word.lower, .pronoun)
      && !SpeechWords.has(word.lower, .linking)
  }

  /// With what the noun is of: "the entry for 12 May", "Gutachten des Landesamtes".
  private static func extended(_ words: [PhraseWord], _ start: Int, _ first: Int) -> Range<Int> {
    var head = first
    // "the minute book"
    while !isPart(words, head), head + 1 < words.count, words[head].tail.isEmpty,
      SpeechWords.has(words[head + 1].lower, .work), !SpeechWords.isVerb(words[head + 1].lower)
    {
      head += 1
    }
    var end = isPart(words, head) ? head + 2 : head + 1
    if !isPart(words, head), isQualified(words, head) { end += 1 }
    guard end < words.count, !words[end - 1].endsClause,
      SpeechWords.has(words[end].lower, .linking)
    else { return start..<end }
    var next = end + 1
    while next < words.count, next - end < 5, !words[next - 1].endsClause,
      words[next].text.first.map({ $0.isUppercase || $0.isNumber }) == true
        || SpeechWords.has(words[next].lower, .determiner)
    {
      next += 1
    }
    // "acte de vente", "article 4 du règlement des moulins"
    if next == end + 1, isGenitive(words, end, next) {
      next += 1
    }
    if next > end + 1, next + 1 < words.count, !words[next - 1].endsClause,
      isGenitive(words, next, next + 1)
    {
      next += 2
    }
    // "Artikel 4 van het molenreglement"
    if next > end + 1, next < words.count, SpeechWords.has(words[next - 1].lower, .determiner),
      !words[next - 1].endsClause, isNoun(words[next].lower)
    {
      next += 1
    }
    while next > end + 1, SpeechWords.has(words[next - 1].lower, .determiner) { next -= 1 }
    if next > end + 1 { end = next }
    return start..<end
  }

  /// "livro paroquial de 1804": an adjective stands behind its noun.
  private static func isQualified(_ words: [PhraseWord], _ head: Int) -> Bool {
    guard head + 2 < words.count, words[head].tail.isEmpty, words[head + 1].tail.isEmpty,
      words[head + 1].text.first?.isLowercase == true
    else { return false }
    let word = words[head + 1].lower
    return SpeechWords.has(words[head + 2].lower, .linking) && !SpeechWords.isVerb(word)
      && !SpeechWords.has(word, .linking) && !SpeechWords.has(word, .determiner)
      && !SpeechWords.has(word, .in) && !SpeechWords.has(word, .between)
      && !SpeechWords.has(word, .pronoun) && !SpeechWords.has(word, .weak)
  }

  /// "de vente", "dei mulini", "van de molens": what a work is of, in small letters.
  private static func isGenitive(_ words: [PhraseWord], _ linking: Int, _ noun: Int) -> Bool {
    noun < words.count
      && ["de", "du", "des", "di", "del", "dei", "delle", "da", "do", "dos", "das", "d'"]
        .contains(words[linking].lower)
      && !SpeechWords.isVerb(words[noun].lower)
      && !SpeechWords.has(words[noun].lower, .determiner)
  }

  /// Without the article.
  static func string(_ words: [PhraseWord], _ range: Range<Int>) -> String {
    var range = range
    while range.count > 1, SpeechWords.has(words[range.lowerBound].lower, .determiner) {
      range = range.lowerBound + 1..<range.upperBound
    }
    return words[range].map(\.text).joined(separator: " ")
  }
}
