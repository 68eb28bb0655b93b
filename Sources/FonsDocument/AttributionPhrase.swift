import FonsFormat
import FonsText

/// Who is said to speak, in the words around a quotation: "as X wrote in *Y*", "according to X".
struct AttributionPhrase {
  private(set) var author: String?
  private(set) var title: String?
  /// Of the structured text.
  private(set) var range: ByteRange

  /// A word of the surroundings.
  private struct Word {
    var text: String
    var lower: String
    var range: ByteRange
    /// Punctuation that follows it directly.
    var tail: String
  }

  private let context: DocumentContext

  /// - Parameter isBefore: whether the range stands before the quotation.
  init?(_ context: DocumentContext, _ range: ByteRange, isBefore: Bool) {
    self.context = context
    self.range = range
    let words = Self.words(context.text, range)
    guard !words.isEmpty else { return nil }
    if isBefore {
      readBefore(words)
    } else {
      readAfter(words)
    }
    guard author != nil || title != nil else { return nil }
  }

  private static func words(_ text: [UInt8], _ range: ByteRange) -> [Word] {
    var result: [Word] = []
    var index = range.start
    while index < range.end {
      let size = text.spaceSize(at: index)
      if size > 0 {
        index += size
        continue
      }
      let start = index
      while index < range.end, text.spaceSize(at: index) == 0 {
        index += UTF8Text.length(ofLead: text[index])
      }
      let raw = text.string(start, min(index, range.end))
      let core = raw.drop { !$0.isLetter && !$0.isNumber }
      let kept = core.reversed().drop { !$0.isLetter && !$0.isNumber && $0 != "." }.reversed()
      var word = String(kept)
      var tail = String(core.suffix(core.count - kept.count))
      // A full stop belongs to an initial, elsewhere it ends the sentence.
      if word.hasSuffix("."), word.count > 3 {
        word.removeLast()
        tail = "." + tail
      }
      result.append(
        Word(text: word, lower: word.lowercased(), range: ByteRange(start, index), tail: tail))
    }
    return result
  }

  // MARK: Before the quotation

  private mutating func readBefore(_ words: [Word]) {
    readPreposition(words)
    if author == nil { readVerb(words) }
    if author == nil, let last = words.last, last.tail.hasSuffix(":") || last.tail.hasSuffix(",") {
      // "Jane Doe:" and nothing else.
      let name = Self.name(words, endingAt: words.count)
      if let name,
        name.count == words.count || words[words.count - name.count - 1].tail.contains("."),
        last.tail.hasSuffix(":")
      {
        author = name.map(\.text).joined(separator: " ")
      }
    }
    findTitle(in: range, needsIn: author == nil)
  }

  private mutating func readPreposition(_ words: [Word]) {
    for phrase in SpeechVerbs.prepositions {
      var index = words.count - 1
      while index >= 0 {
        defer { index -= 1 }
        guard index + phrase.count <= words.count,
          phrase.indices.allSatisfy({ words[index + $0].lower == phrase[$0] }),
          index == 0 || !SpeechVerbs.negations.contains(words[index - 1].lower)
        else { continue }
        if let name = Self.name(words, startingAt: index + phrase.count) {
          author = name
          return
        }
      }
    }
  }

  private mutating func readVerb(_ words: [Word]) {
    guard
      let verb = words.indices.last(where: { index in
        SpeechVerbs.all.contains(words[index].lower) && words.count - index <= 18
          && !words[index...].dropLast().contains { $0.tail.contains(".") && $0.text.count > 3 }
      })
    else { return }
    if (max(0, verb - 2)..<verb).contains(where: { SpeechVerbs.negations.contains(words[$0].lower) }
    ) {
      return
    }
    var end = verb
    while end > 0,
      SpeechVerbs.between.contains(words[end - 1].lower)
        || words[end - 1].lower.hasSuffix("ly") && words[end - 1].text.first?.isLowercase == true
    {
      end -= 1
    }
    if let name = Self.name(words, endingAt: end) {
      author = name.map(\.text).joined(separator: " ")
    } else if verb + 1 < words.count, words[verb].tail.isEmpty {
      author = Self.name(words, startingAt: verb + 1)
    }
  }

  // MARK: After the quotation

  private mutating func readAfter(_ words: [Word]) {
    var window = Array(words.prefix(12))
    // The dash may be the mark of a further sentence: only a name behind it says who spoke.
    if let first = window.first, context.text.has("—", at: first.range.start) {
      author = Self.name(window, startingAt: first.text.isEmpty ? 1 : 0)
      findTitle(in: range, needsIn: false)
      return
    }
    window.removeAll { $0.text.isEmpty }
    guard
      let verb = window.prefix(8).firstIndex(where: { SpeechVerbs.all.contains($0.lower) }),
      verb == 0 || !window[..<verb].contains(where: { $0.tail.contains(".") && $0.text.count > 3 })
    else {
      readPreposition(window)
      if author != nil { findTitle(in: range, needsIn: true) }
      return
    }
    if window[..<verb].contains(where: { SpeechVerbs.negations.contains($0.lower) }) { return }
    if let name = Self.name(window, startingAt: verb + 1), window[verb].tail.isEmpty {
      author = name
    } else if verb > 0, let name = Self.name(window, endingAt: verb), name.count == verb {
      author = name.map(\.text).joined(separator: " ")
    }
    findTitle(in: range, needsIn: true)
  }

  // MARK: Names and titles

  private static func isNameWord(_ word: Word) -> Bool {
    guard let first = word.text.first, first.isUppercase,
      !SpeechVerbs.noNames.contains(word.lower), !SpeechVerbs.all.contains(word.lower)
    else { return false }
    return true
  }

  /// The run of capitalised words that ends before `end`.
  private static func name(_ words: [Word], endingAt end: Int) -> [Word]? {
    var start = end
    while start > 0, end - start < 5 {
      let word = words[start - 1]
      if start < end, word.tail.contains(where: { ",.;:".contains($0) }) { break }
      if isNameWord(word) || start < end && SpeechVerbs.particles.contains(word.lower) {
        start -= 1
      } else {
        break
      }
    }
    while start < end, !isNameWord(words[start]) { start += 1 }
    guard start < end else { return nil }
    var name = Array(words[start..<end])
    // "Doe's diary says": the diary's author.
    if let last = name.last, last.text.hasSuffix("'s") || last.text.hasSuffix("’s") {
      name[name.count - 1].text.removeLast(2)
    }
    return name
  }

  private static func name(_ words: [Word], startingAt start: Int) -> String? {
    var end = start
    while end < words.count, end - start < 6 {
      let word = words[end]
      guard isNameWord(word) || end > start && SpeechVerbs.particles.contains(word.lower) else {
        // "the historian Jane Doe"
        if end == start, end + 1 < words.count, ["the", "historian", "author"].contains(word.lower)
        {
          return name(words, startingAt: start + 1)
        }
        break
      }
      end += 1
      if word.tail.contains(where: { ",.;:)".contains($0) }) { break }
    }
    while end > start, !isNameWord(words[end - 1]) { end -= 1 }
    guard end > start else { return nil }
    return words[start..<end].map { word in
      word.text.hasSuffix("'s") || word.text.hasSuffix("’s")
        ? String(word.text.dropLast(2)) : word.text
    }.joined(separator: " ")
  }

  /// A title in italics or between stars.
  private mutating func findTitle(in range: ByteRange, needsIn: Bool) {
    var place: ByteRange?
    if let span = context.title(in: range) {
      place = span.range
    } else if let starred = CitationText.starred(context.text, range) {
      place = starred
    }
    guard let place, WordCount.count(context.text, place.range, upTo: 30) < 30 else { return }
    if needsIn {
      let before = context.text.string(
        context.text.trimmed(max(range.start, place.start - 16), place.start)
      ).lowercased()
      let words = before.split { !$0.isLetter }
      let leads: Set<Substring> = [
        "in", "from", "dans", "en", "im", "aus", "nel", "his", "her", "their",
      ]
      guard words.suffix(2).contains(where: { leads.contains($0) }) else { return }
    }
    title = context.text.string(place.range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    while let last = title?.last, ",.;:".contains(last) { title?.removeLast() }
  }
}
