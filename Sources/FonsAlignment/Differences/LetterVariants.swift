internal import FonsText

/// Letters of other scripts that look like Latin ones.
enum Homoglyphs {
  private static let table: [Character: Character] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "А": "A", "В": "B", "Е": "E", "К": "K",
    "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "У": "Y", "Х": "X", "І": "I",
    "Ј": "J", "Ѕ": "S", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K",
    "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o", "ν": "v",
    "α": "a", "ι": "i", "ρ": "p",
  ]

  /// The text with look-alikes put into Latin, in lower case.
  static func latin(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return String(text.map { table[$0] ?? $0 }).lowercased()
  }
}

/// What machines that read print confuse.
enum OCRConfusions {
  private static let pairs: [(String, String)] = [
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("li", "h"), ("ii", "u"), ("1", "l"), ("0", "o"),
    ("5", "s"), ("1", "i"), ("8", "b"), ("fi", "h"), ("tl", "d"),
    ("e", "c"), ("h", "b"), ("in", "m"), ("ni", "m"), ("ri", "n"), ("nn", "m"), ("f", "t"),
  ]

  /// Letters beside digits, or three consonants of a kind that no word has.
  static func isBroken(_ word: [UInt8]) -> Bool {
    let digits = word.count { $0 &- 48 < 10 }
    if digits > 0, digits < word.count { return true }
    let text = String(decoding: word, as: UTF8.self)
    return ["tli", "vv", "iii", "rnm", "mrn"].contains { text.contains($0) }
  }

  /// A digit between letters, or before them: `c0mune`, `cabal1o`.
  static func hasDigitInside(_ word: [UInt8]) -> Bool {
    guard let digit = word.firstIndex(where: { $0 &- 48 < 10 }) else { return false }
    return word[digit...].contains { $0 &- 97 < 26 } || word.count - digit == 1 && digit > 2
  }

  private static let bytePairs = pairs.map { LetterPair($0.0, $0.1) }

  /// Whether one confusion turns one word into the other.
  static func areConfused(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    areConfused(a, b, by: bytePairs[...])
  }

  /// The same by those confusions that look alike in print.
  static func areLookalikes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    areConfused(a, b, by: bytePairs.prefix(3))
  }

  private static func areConfused(
    _ a: [UInt8], _ b: [UInt8], by pairs: ArraySlice<LetterPair>
  ) -> Bool {
    guard a.count > 2, b.count > 2 else { return false }
    return pairs.contains {
      LetterPair.replaced(a, $0.first, $0.second, b)
        || LetterPair.replaced(a, $0.second, $0.first, b)
    }
  }
}

/// Two groups of letters that stand for each other, as bytes: words are compared by the thousand.
private struct LetterPair {
  let first: [UInt8]
  let second: [UInt8]

  init(_ first: String, _ second: String) {
    self.first = Array(first.utf8)
    self.second = Array(second.utf8)
  }

  /// Whether `text` with one place of `old` replaced by `new` is `goal`.
  static func replaced(_ text: [UInt8], _ old: [UInt8], _ new: [UInt8], _ goal: [UInt8]) -> Bool {
    guard text.count - old.count + new.count == goal.count, text.count >= old.count else {
      return false
    }
    for place in 0...text.count - old.count {
      if isReplaced(text, place, old, new, goal) { return true }
      // What stands before the place must be the same.
      if place >= goal.count || text[place] != goal[place] { return false }
    }
    return false
  }

  /// The same for one place, before which the two are known to agree.
  private static func isReplaced(
    _ text: [UInt8], _ place: Int, _ old: [UInt8], _ new: [UInt8], _ goal: [UInt8]
  ) -> Bool {
    for index in old.indices where text[place + index] != old[index] { return false }
    for index in new.indices where goal[place + index] != new[index] { return false }
    var from = place + old.count
    var to = place + new.count
    while from < text.count {
      if text[from] != goal[to] { return false }
      from += 1
      to += 1
    }
    return true
  }

  /// Whether `text` with the last place of `old` replaced by `new` is `goal`.
  static func replacedLast(
    _ text: [UInt8], _ old: [UInt8], _ new: [UInt8], _ goal: [UInt8]
  ) -> Bool {
    guard text.count - old.count + new.count == goal.count, text.count >= old.count else {
      return false
    }
    var place = text.count - old.count
    while place >= 0 {
      if old.indices.allSatisfy({ text[place + $0] == old[$0] }) {
        return text[..<place].elementsEqual(goal[..<place])
          && isReplaced(text, place, old, new, goal)
      }
      place -= 1
    }
    return false
  }
}

/// Spellings of one word on both sides of an ocean or of a reform.
enum SpellingVariants {
  /// Endings and letters that stand for each other, in folded letters.
  private static let pairs: [(String, String)] = [
    ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("ised", "ized"),
    ("iser", "izer"), ("ises", "izes"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
    ("tre", "ter"), ("bre", "ber"), ("ogue", "og"), ("ae", "e"), ("oe", "e"), ("ence", "ense"),
    ("ll", "l"), ("mme", "m"), ("ph", "f"), ("judgement", "judgment"),
    ("acknowledgement", "acknowledgment"), ("grey", "gray"), ("plough", "plow"),
    ("cheque", "check"),
    ("tyre", "tire"), ("kerb", "curb"), ("whilst", "while"), ("amongst", "among"),
    ("towards", "toward"), ("learnt", "learned"), ("burnt", "burned"), ("spelt", "spelled"),
    ("programme", "program"), ("mould", "mold"), ("'d", "ed"), ("o'er", "over"), ("e'en", "even"),
    ("e'er", "ever"), ("jewellery", "jewelry"), ("aluminium", "aluminum"), ("sceptic", "skeptic"),
  ]

  private static let bytePairs = pairs.map { LetterPair($0.0, $0.1) }

  /// Romanian has â within a word where it had î: `când`, `cînd`.
  static func areRomanian(_ a: String, _ b: String) -> Bool {
    // Words that have no such letter differ in others.
    guard !a.utf8.allSatisfy({ $0 < 0x80 }) || !b.utf8.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    let plain: (String) -> String = {
      String($0.lowercased().map { $0 == "î" ? "â" : $0 })
    }
    return a != b && plain(a) == plain(b)
  }

  static func areVariants(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) <= 3, min(a.count, b.count) >= 3 else { return false }
    return bytePairs.contains { pair in
      isSwapped(a, pair.first, pair.second, b) || isSwapped(a, pair.second, pair.first, b)
    }
  }

  /// Endings before which a doubled letter is a matter of spelling.
  private static let endings = [
    "ed", "ing", "er", "ers", "or", "ors", "ous", "ery", "ist", "ment",
  ].map { Array($0.utf8) }

  /// Whether one spelling for the other makes `goal`, at their last place, which most variants
  /// concern.
  private static func isSwapped(
    _ text: [UInt8], _ old: [UInt8], _ new: [UInt8], _ goal: [UInt8]
  ) -> Bool {
    guard text.count - old.count + new.count == goal.count else { return false }
    // "ll" and "l" alone would make words of others: only before an ending.
    if old == [108, 108] || new == [108, 108] {
      guard let ending = endings.first(where: { ends(text, old, $0) }) else { return false }
      return text.dropLast(old.count + ending.count) + new + ending == goal[...]
    }
    guard text.count > old.count || old.count > 4 else { return false }
    return LetterPair.replacedLast(text, old, new, goal)
  }

  private static func ends(_ text: [UInt8], _ letters: [UInt8], _ ending: [UInt8]) -> Bool {
    let size = letters.count + ending.count
    return text.count >= size && text.suffix(ending.count).elementsEqual(ending)
      && text.dropLast(ending.count).suffix(letters.count).elementsEqual(letters)
  }
}

/// Forms of one word.
enum Inflection {
  private static let endings: Set<String> = [
    "", "s", "es", "ed", "d", "ing", "er", "est", "ly", "'s", "ies", "ied", "y", "e", "en", "n",
    "i", "a", "o", "as", "os", "em", "eth", "est", "st", "th", "t",
  ]

  /// Whether the words share a stem of at least three letters and differ in a known ending.
  static func sameStem(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var shared = 0
    while shared < a.count, shared < b.count, a[shared] == b[shared] { shared += 1 }
    guard shared >= 3, shared * 2 >= max(a.count, b.count) else { return false }
    // "stopped": the consonant before the ending may be doubled.
    for back in 0...min(1, shared - 3) {
      let left = String(decoding: a[(shared - back)...], as: UTF8.self)
      let right = String(decoding: b[(shared - back)...], as: UTF8.self)
      if isEnding(left, a, shared - back), isEnding(right, b, shared - back) { return true }
    }
    return false
  }

  private static func isEnding(_ tail: String, _ word: [UInt8], _ stem: Int) -> Bool {
    if endings.contains(tail) { return true }
    guard let first = tail.utf8.first, stem > 0, word[stem - 1] == first else { return false }
    return ["ed", "ing", "er", "est"].contains(String(tail.dropFirst()))
  }
}

/// Contracted forms written out.
enum Contractions {
  private static let irregular = [
    "won't": "will not", "can't": "can not", "cannot": "can not",
    "shan't": "shall not", "'tis": "it is", "let's": "let us", "i'm": "i am",
  ]
  private static let endings = [
    ("n't", " not"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"),
  ]

  /// Whether two phrases are the same words, contracted or written out.
  static func areSame(_ a: [WordClassifier.Token], _ b: [WordClassifier.Token]) -> Bool {
    if arePlain(a), arePlain(b) {
      return a.count <= 4 && a.elementsEqual(b) { $0.folded == $1.folded }
    }
    guard let left = expanded(a) else { return false }
    return left == expanded(b)
  }

  /// Whether none of the words may be a contraction, or have two ways to encode a letter.
  private static func arePlain(_ tokens: [WordClassifier.Token]) -> Bool {
    tokens.allSatisfy { token in
      token.folded.allSatisfy { $0 < 0x80 && $0 != 39 }
        && irregular[String(decoding: token.folded, as: UTF8.self)] == nil
    }
  }

  /// The words of a phrase with contractions written out; nil where it has none to compare.
  private static func expanded(_ tokens: [WordClassifier.Token]) -> String? {
    guard tokens.count <= 4 else { return nil }
    return tokens.map { token in
      let text = String(decoding: token.folded, as: UTF8.self)
      if let known = irregular[text] { return known }
      for (ending, full) in endings where text.hasSuffix(ending) {
        return text.dropLast(ending.count) + full
      }
      return text
    }.joined(separator: " ")
  }
}
