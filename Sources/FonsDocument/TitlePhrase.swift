import FonsFormat
import FonsText

/// The title of a work in a sentence: in italics, between stars or marks, or in capitals.
enum TitlePhrase {
  /// In the words before a quotation.
  static func find(
    _ context: DocumentContext, _ range: ByteRange, _ words: [PhraseWord]
  ) -> String? {
    if let place = place(context, range), isLed(context, place, range) {
      return clean(context, place)
    }
    return quoted(context, range) ?? capitals(words) ?? owned(words)
  }

  /// In italics or between stars, wherever it stands.
  static func marked(_ context: DocumentContext, _ range: ByteRange) -> String? {
    place(context, range).map { clean(context, $0) }
  }

  /// In italics, ending with a word of the range: "The *Evening Post* of Monday" does not.
  static func ending(
    _ context: DocumentContext, _ range: ByteRange, at word: ByteRange
  ) -> String? {
    guard let place = place(context, range), place.start <= word.start, place.end <= word.end + 1,
      place.end > word.start, !ASCII.isLower(context.text[place.start])
    else { return nil }
    return clean(context, place)
  }

  /// The only thing in italics before a quotation whose sentence names nobody: two words or more.
  static func alone(_ context: DocumentContext, _ range: ByteRange) -> String? {
    guard let place = place(context, range),
      WordCount.count(context.text, place.range, upTo: 2) == 2
    else { return nil }
    return clean(context, place)
  }

  /// In italics or between stars, behind "in" or the like.
  static func led(_ context: DocumentContext, _ range: ByteRange) -> String? {
    guard let place = place(context, range), isLed(context, place, range) else { return nil }
    return clean(context, place)
  }

  private static func place(_ context: DocumentContext, _ range: ByteRange) -> ByteRange? {
    let place = context.title(in: range)?.range ?? CitationText.starred(context.text, range)
    // A word in italics that begins small is stressed, not a title.
    guard let place, !ASCII.isLower(context.text[place.start]),
      WordCount.count(context.text, place.range, upTo: 30) < 30
    else { return nil }
    return place
  }

  /// Whether the words before the title lead to a work.
  private static func isLed(
    _ context: DocumentContext, _ place: ByteRange, _ range: ByteRange
  ) -> Bool {
    let before = context.text.string(
      context.text.trimmed(max(range.start, place.start - 24), place.start)
    ).lowercased()
    return before.split { !$0.isLetter }.suffix(2).contains {
      SpeechWords.has(String($0), .in) || SpeechWords.has(String($0), .announcing)
        || SpeechWords.has(String($0), .work)
    }
  }

  private static func clean(_ context: DocumentContext, _ place: ByteRange) -> String {
    var title = context.text.string(place.range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    while let last = title.last, ",.;:".contains(last) { title.removeLast() }
    return title
  }

  /// A few words in marks behind "in the", "his novel".
  private static func quoted(_ context: DocumentContext, _ range: ByteRange) -> String? {
    let pairs = MarkPairing(context.text, range.range, isCode: context.isCode).outermost()
    for pair in pairs.reversed() {
      let inside = ByteRange(
        context.text.trimmed(pair.open.range.upperBound, pair.close.range.lowerBound))
      guard inside.count > 2, WordCount.count(context.text, inside.range, upTo: 9) <= 8,
        !ASCII.isLower(context.text[inside.start]),
        isLed(context, ByteRange(pair.open.range), range)
      else { continue }
      return clean(context, inside)
    }
    return nil
  }

  /// Whether "of" stands behind a part of a work: "in Book V, Chapter II of".
  private static func isPart(_ words: [PhraseWord], before index: Int) -> Bool {
    words[max(0, index - 3)..<index].contains {
      ["book", "chapter", "part", "volume", "page", "preface", "edition", "author", "act"].contains(
        $0.lower)
    }
  }

  /// "in her memoir Upstream, she", "nel suo libro Acque lente,": behind whose work it is, up to the
  /// comma.
  private static func owned(_ words: [PhraseWord]) -> String? {
    for index in words.indices.dropLast(2)
    where SpeechWords.has(words[index].lower, .possessive)
      && SpeechWords.has(words[index + 1].lower, .work) && words[index + 1].tail.isEmpty
      && words[index + 2].text.first?.isUppercase == true && words[index + 2].head.isEmpty
    {
      guard
        let end = words[(index + 2)...].prefix(7).firstIndex(where: { $0.tail.hasPrefix(",") })
          ?? words[(index + 3)...].prefix(6).firstIndex(where: { $0.head.hasPrefix("(") }).map({
            $0 - 1
          }),
        !words[(index + 2)...end].contains(where: { SpeechWords.isVerb($0.lower) })
      else { continue }
      return words[(index + 2)...end].map(\.text).joined(separator: " ")
    }
    return nil
  }

  /// "in The Wealth of Nations", "in Small History of Bronze": capitals joined by small words.
  private static func capitals(_ words: [PhraseWord]) -> String? {
    for index in words.indices.dropLast().reversed()
    where ["in", "of", "from"].contains(words[index].lower) && words[index].tail.isEmpty
      && (words[index].lower != "of" || isPart(words, before: index))
    {
      var end = index + 1
      var small = 0
      var capitals = 0
      while end < words.count, end - index <= 12 {
        let word = words[end]
        if word.text.first?.isUppercase == true {
          capitals += 1
        } else if ["of", "the", "on", "and", "in", "for", "a", "to"].contains(word.lower) {
          small += 1
        } else {
          break
        }
        end += 1
        if word.endsClause { break }
      }
      while end > index + 1, words[end - 1].text.first?.isUppercase != true {
        end -= 1
        small -= 1
      }
      let first = words[index + 1]
      let hasArticle = ["the", "a", "an"].contains(first.lower)
      guard first.text.first?.isUppercase == true, capitals >= 2, small > 0 || hasArticle,
        end - index >= 4, !["book", "chapter", "part", "section"].contains(first.lower)
      else { continue }
      return words[index + 1..<end].map(\.text).joined(separator: " ")
    }
    return nil
  }
}
