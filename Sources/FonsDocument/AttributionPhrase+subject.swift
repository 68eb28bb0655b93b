import FonsFormat
import FonsText

/// What stands in a clause as the subject of its verb of speech.
extension AttributionPhrase {
  /// "die Mühlenordnung", "the Act": a noun with a capital and no name.
  func isNounAlone(_ name: Range<Int>, _ described: Range<Int>?) -> Bool {
    guard let described, name.count == 1, described.upperBound >= name.upperBound,
      name.lowerBound > 0
    else { return false }
    return SpeechWords.has(words[name.lowerBound - 1].lower, .determiner)
  }

  /// "somebody behind him shouted": who speaks is not told, whoever is named before.
  func isIndefinite(before verb: Int) -> Bool {
    words[max(0, verb - 6)..<verb].contains { SpeechWords.has($0.lower, .indefinite) }
  }

  /// Where the clause of a verb begins, behind ", and" or ", but": another clause has its own subject.
  func clause(before end: Int) -> Int {
    let joining: Set = ["and", "but", "while", "und", "aber", "et", "mais", "y", "pero", "e", "ma"]
    let index = words[..<end].indices.dropFirst().last {
      joining.contains(words[$0].lower) && words[$0 - 1].tail.hasSuffix(",")
    }
    return index.map { $0 + 1 } ?? 0
  }

  /// "u/tictac wrote:": where the sentence is nothing but a subject and its verb, whatever its shape.
  func wholeSubject(of verb: Int, endingAt end: Int) -> String? {
    guard verb == words.count - 1, words[verb].tail.contains(":"), (1...3).contains(end),
      let first = words[0].text.first, first.isLetter || first.isNumber,
      !SpeechWords.has(words[0].lower, .determiner), !SpeechWords.has(words[0].lower, .pronoun),
      !SpeechWords.has(words[0].lower, .noname)
    else { return nil }
    return words[..<end].map(\.text).joined(separator: " ")
  }

  /// "@marta, one more thing. You wrote": who is spoken to in this paragraph.
  var addressee: String? {
    let block = DocumentContext.first(context.blocks, from: range.start + 1) { $0.range.start } - 1
    guard block >= 0 else { return nil }
    let low = max(context.blocks[block].range.start, range.start - 600)
    guard
      let mark = context.text[low..<range.end].lastIndex(of: 0x40),
      mark == low || ASCII.isSpace(context.text[mark - 1])
    else { return nil }
    let name = context.text[(mark + 1)..<range.end].prefix {
      ASCII.isAlphanumeric($0) || $0 == 0x5F || $0 == 0x2D || $0 >= 0x80
    }
    return name.count >= 2 ? String(decoding: name, as: UTF8.self) : nil
  }

  /// "The workshop says": what stands between the article and the verb.
  mutating func readRole(endingAt end: Int) {
    var start = end
    while start > 0, end - start < 3, !words[start - 1].endsClause,
      !SpeechWords.has(words[start - 1].lower, .determiner), words[start - 1].text.count > 2,
      !SpeechWords.has(words[start - 1].lower, .noname)
    {
      start -= 1
    }
    // "Its authors" are those of a work that was named before.
    guard start > 0, start < end, SpeechWords.has(words[start - 1].lower, .determiner),
      words[start - 1].lower != "its"
    else { return }
    author = words[start..<end].map(\.text).joined(separator: " ")
    isRole = true
  }
}
