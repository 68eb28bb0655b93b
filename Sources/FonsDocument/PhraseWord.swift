import FonsFormat
import FonsText

/// A word of the sentence around a quotation.
struct PhraseWord {
  /// Without the punctuation around it; a full stop after an initial stays.
  var text: String
  var lower: String
  var range: ByteRange
  /// Punctuation directly before and after it.
  var head: String
  var tail: String
  /// Whether a sentence begins with it: its capital says nothing there.
  var opensSentence = false
  /// Whether an elided article was taken off: "L'acte".
  var hasArticle = false

  /// The first words of a range of valid UTF-8, in order.
  ///
  /// - Complexity: O(*n*)
  static func scan(_ text: [UInt8], _ range: ByteRange, most: Int = .max) -> [PhraseWord] {
    var result: [PhraseWord] = []
    var index = range.start
    while index < range.end, result.count < most {
      let size = text.spaceSize(at: index)
      if size > 0 {
        index += size
        continue
      }
      let start = index
      while index < range.end, text.spaceSize(at: index) == 0 {
        index += UTF8Text.length(ofLead: text[index])
      }
      let end = min(index, range.end)
      let place = ByteRange(start, index)
      var word =
        PhraseWord(ascii: text[start..<end], place)
        ?? PhraseWord(text.string(start, end), place)
      word.opensSentence = result.last?.endsSentence ?? true
      result.append(word)
    }
    return result
  }

  init(_ raw: String, _ range: ByteRange) {
    let core = raw == "§" ? raw[...] : raw.drop { !$0.isLetter && !$0.isNumber }
    let kept = core.reversed().drop { !$0.isLetter && !$0.isNumber && !".§".contains($0) }
      .reversed()
    var word = Self.withoutArticle(String(kept))
    hasArticle = word.utf8.count < kept.reduce(0) { $0 + String($1).utf8.count }
    var tail = String(core.suffix(core.count - kept.count))
    // A full stop belongs to an initial, elsewhere it ends the sentence.
    if word.hasSuffix("."), !Self.isAbbreviation(word) {
      word.removeLast()
      tail = "." + tail
    }
    text = word
    lower = word.lowercased()
    self.range = range
    head = String(raw.prefix(raw.count - core.count))
    self.tail = tail
  }

  /// The same for a word of ASCII with no apostrophe in it, and around it marks of ASCII or such as ’ and
  /// —, as most are: by its bytes; nil for another.
  init?(ascii raw: ArraySlice<UInt8>, _ range: ByteRange) {
    func isCore(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || ASCII.isDigit(byte) }
    var (low, high) = (raw.startIndex, raw.endIndex)
    while low < high, !isCore(raw[low]) { low += 1 }
    while low < high, !isCore(raw[high - 1]) { high -= 1 }
    let hasStop = low < high && high < raw.endIndex && raw[high] == 0x2E
    for byte in raw[low..<high] where byte >= 0x80 || byte == 0x27 || byte == 0x2E { return nil }
    let tail = raw[(hasStop ? high + 1 : high)...]
    guard Self.isMarks(raw[..<low]), Self.isMarks(tail), !tail.contains(0x2E) else { return nil }
    if hasStop, Self.isAbbreviation(String(decoding: raw[low...high], as: UTF8.self)) { high += 1 }
    text = String(decoding: raw[low..<high], as: UTF8.self)
    lower = text.lowercased()
    self.range = range
    head = String(decoding: raw[..<low], as: UTF8.self)
    self.tail = String(decoding: raw[high...], as: UTF8.self)
  }

  /// Whether some bytes are ASCII, and marks between U+2010 and U+203F, which belong to no letter.
  private static func isMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if bytes[at] < 0x80 {
        at += 1
      } else if bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80,
        bytes[at + 2] >= 0x90
      {
        at += 3
      } else {
        return false
      }
    }
    return true
  }

  /// "acte" of "L'acte"; a name such as "d'Arc" stays.
  private static func withoutArticle(_ word: String) -> String {
    guard let mark = word.firstIndex(where: { $0 == "'" || $0 == "’" }) else { return word }
    let article = word[..<mark].lowercased()
    let rest = word[word.index(after: mark)...]
    guard ["l", "d", "dell", "nell", "all", "qu", "un"].contains(article),
      rest.first?.isLowercase == true, rest != "après"
    else { return word }
    return String(rest)
  }

  /// "J.", "Mr.", "E.P.", "Wm."; "it." ends a sentence.
  private static func isAbbreviation(_ word: String) -> Bool {
    let letters = word.split(separator: ".")
    return word.count <= 3 && word.first?.isUppercase == true
      || letters.allSatisfy { $0.count == 1 }
      || SpeechWords.has(word.lowercased(), .locator)
      || SpeechWords.has(word.lowercased(), .honorific)
  }

  var endsSentence: Bool { tail.contains { ".!?".contains($0) } }
  var endsClause: Bool { tail.contains { ",.;:!?)".contains($0) } }

  /// Whether it may be part of a name: a capital, and no word that only begins a sentence.
  var isName: Bool {
    guard let first = text.first, first.isUppercase else { return false }
    return !SpeechWords.has(lower, .noname) && !(opensSentence && SpeechWords.isVerb(lower))
  }

  /// Whether its capital may be due to its place alone: it opens a sentence, and is a word of English.
  var isDoubtfulName: Bool {
    opensSentence && isEnglish
  }

  var isEnglish: Bool {
    let words = Words.scan(Array(lower.utf8))
    return words.count == 1 && EnglishWords.contains(words[0].hash)
  }

  var isParticle: Bool { SpeechWords.has(lower, .particle) }

  var isPossessive: Bool {
    text.hasSuffix("'s") || text.hasSuffix("’s") || tail.hasPrefix("'") && lower.hasSuffix("s")
  }

  /// Without the ending of a genitive.
  var withoutPossessive: String {
    text.hasSuffix("'s") || text.hasSuffix("’s") ? String(text.dropLast(2)) : text
  }
}

/// Names among the words of a sentence.
enum PhraseName {
  /// The run of name words that ends before `end`: its indices.
  static func ending(_ words: [PhraseWord], at end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < 5 {
      let word = words[start - 1]
      if start < end ? word.endsClause : word.tail.contains(where: { ".;:!?".contains($0) }) {
        break
      }
      if start < end - 1 || start < end && words[start].isPossessive {
        if word.isPossessive { break }
      }
      guard
        word.isName || start < end && (word.isParticle || joinsBody(words, start - 1))
      else { break }
      start -= 1
    }
    while start < end, !words[start].isName { start += 1 }
    return start < end ? start..<end : nil
  }

  /// The run of name words that begins at `start`.
  static func starting(_ words: [PhraseWord], at start: Int) -> Range<Int>? {
    var end = start
    while end < words.count, end - start < 6 {
      let word = words[end]
      guard word.isName || end > start && (word.isParticle || joinsBody(words, end)) else {
        break
      }
      end += 1
      if word.endsClause || word.isPossessive || word.tail.contains("—") { break }
    }
    while end > start, !words[end - 1].isName { end -= 1 }
    return end > start ? start..<end : nil
  }

  /// "Court of Appeal", "Department of the Interior", "Courrier des Rives": the name of a body or a
  /// paper goes on behind "of".
  private static func joinsBody(_ words: [PhraseWord], _ index: Int) -> Bool {
    let lower = words[index].lower
    guard lower == "the" || SpeechWords.has(lower, .linking), words[index].tail.isEmpty else {
      return false
    }
    let at = lower == "the" ? index - 2 : index - 1
    guard at >= 0, lower != "the" || words[at + 1].lower == "of", words[at].tail.isEmpty else {
      return false
    }
    let noun = words[at].lower
    return words[at].isName
      && (SpeechWords.has(noun, .body) || SpeechWords.has(noun, .publication))
  }

  /// The first name at or after `start`, behind a few words that say what the person is.
  static func behindRole(_ words: [PhraseWord], from start: Int) -> Range<Int>? {
    var index = start
    while index < words.count, index - start <= 5 {
      if let name = starting(words, at: index) { return name }
      let word = words[index]
      if word.tail.contains(where: { ".;:!?".contains($0) }) { return nil }
      let isRole =
        SpeechWords.has(word.lower, .person) || SpeechWords.has(word.lower, .determiner)
        || word.text.first?.isLowercase == true && !SpeechWords.has(word.lower, .linking)
          && !SpeechWords.has(word.lower, .pronoun) && !SpeechWords.isVerb(word.lower)
      guard isRole else { return nil }
      index += 1
    }
    return nil
  }

  static func string(_ words: [PhraseWord], _ range: Range<Int>) -> String {
    words[range].map(\.withoutPossessive).joined(separator: " ")
  }
}
