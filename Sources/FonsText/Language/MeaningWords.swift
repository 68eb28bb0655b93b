internal import CTables

/// Words that carry meaning whatever they stand beside: negations, conditions, modality, numerals…
///
/// Read once from `Sources/CTables/data/meaning.txt`, whose head describes the kinds.
public struct MeaningWords: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case function, negation, condition, modality, quantifier, hedge, reporting, denial, that
    case pronoun, determiner, joint, unit, measure, month, day, numeral, scale, be
    case time, percent, exception, stem
    /// Words that capitals make another word of.
    case letterCase = "case"

    /// The place among all kinds, as a bit.
    fileprivate var bit: UInt32 { 1 << UInt32(unsafeBitCast(self, to: UInt8.self)) }
  }

  /// The kinds of one word.
  public struct Kinds: Sendable, Equatable, ExpressibleByArrayLiteral {
    fileprivate let bits: UInt32

    fileprivate init(bits: UInt32) { self.bits = bits }

    public init(arrayLiteral kinds: Kind...) { bits = kinds.reduce(0) { $0 | $1.bit } }

    public var isEmpty: Bool { bits == 0 }
    public func contains(_ kind: Kind) -> Bool { bits & kind.bit != 0 }
    public func isDisjoint(with other: Kinds) -> Bool { bits & other.bits == 0 }
  }

  /// BCP 47 tag.
  public let language: String
  private var words = HashBits()
  private var values: [UInt64: Double] = [:]
  /// For forms of one irregular verb or noun, a number that they share.
  private var paradigms: [UInt64: Int] = [:]
  private var paradigmCount = 0
  /// Of several words each.
  private var phrases: [Kind: Set<[UInt64]>] = [:]

  /// The place among all languages, as a bit; none for the unknown one.
  private let place: UInt32

  private init(language: String, place: Int?) {
    self.language = language
    self.place = place.map { 1 << UInt32($0) } ?? 0
  }

  public func kinds(_ hash: UInt64) -> Kinds { Kinds(bits: words[hash]) }

  public func has(_ hash: UInt64, _ kind: Kind) -> Bool { words[hash] & kind.bit != 0 }

  /// The value of a numeral or the factor of a scale word.
  public func value(_ hash: UInt64) -> Double? { values[hash] }

  /// The number of words of the longest phrase of a kind that begins `words`; 0 where none does.
  public func phrase(_ kind: Kind, _ words: some Collection<Word>) -> Int {
    guard let first = words.first, Self.phraseStarts[first.hash] & kind.bit != 0,
      let known = phrases[kind]
    else { return 0 }
    let hashes = words.prefix(Self.longestPhrase).map(\.hash)
    return (1...Self.longestPhrase).last {
      $0 <= hashes.count && known.contains(Array(hashes[..<$0]))
    } ?? 0
  }

  private static let longestPhrase = 3

  /// The same in any of the languages.
  public static func phrase(_ kind: Kind, _ words: some Collection<Word>) -> Int {
    guard let first = words.first, phraseStarts[first.hash] & kind.bit != 0 else { return 0 }
    return all.reduce(0) { max($0, $1.phrase(kind, words)) }
  }

  /// The kinds of the phrases of any language that begin with a word: most words begin none.
  private static let phraseStarts: HashBits = {
    var table = HashBits()
    for language in all {
      for (kind, phrases) in language.phrases {
        for first in phrases.compactMap(\.first) { table[first] |= kind.bit }
      }
    }
    return table
  }()

  /// Whether two words are forms of one irregular word (`is`, `were`).
  public func sameParadigm(_ a: UInt64, _ b: UInt64) -> Bool {
    paradigms[a].map { $0 == paradigms[b] } ?? false
  }

  /// The language whose function words are the most frequent among `words`; the earlier of
  /// the tables where several have as many; none of them where none has any.
  ///
  /// - Parameter context: words around them, which decide between languages that come near each
  ///   other.
  public static func forLanguage(
    of words: ArraySlice<Word>, context: ArraySlice<Word> = []
  ) -> MeaningWords {
    let table = languages
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: table.capacity / 64 + 1) {
      seen in
      seen.initialize(repeating: 0)
      var shares = Shares(repeating: 0)
      count(words, table, seen, &shares)
      var most = 0.0
      for place in all.indices { most = max(most, shares[place]) }
      guard most > 0 else { return unknown }
      let first = all.indices.first { shares[$0] >= most * 0.6 } ?? 0
      guard all.indices.contains(where: { $0 != first && shares[$0] >= most * 0.6 }) else {
        return all[first]
      }
      var further = Shares(repeating: 0)
      count(context, table, seen, &further)
      return all[nearest(shares, most, further)]
    }
  }

  public static func forLanguage(
    of words: [Word], context: ArraySlice<Word> = []
  ) -> MeaningWords {
    forLanguage(of: words[...], context: context)
  }

  /// A number for each language.
  private typealias Shares = InlineArray<32, Double>

  /// Of the languages that come near the most frequent one, that which the context speaks for.
  private static func nearest(_ shares: Shares, _ most: Double, _ further: Shares) -> Int {
    var furthest = 0.0
    for place in all.indices { furthest = max(furthest, further[place]) }
    // A context in a third language says nothing of these.
    let decides = all.indices.contains { shares[$0] >= most * 0.6 && further[$0] == furthest }
    var best: (place: Int, total: Double)?
    for place in all.indices where shares[place] >= most * 0.6 {
      let total = shares[place] + (decides ? further[place] : 0)
      if total > best?.total ?? -1 { best = (place, total) }
    }
    return best?.place ?? 0
  }

  /// Adds, for each language, how many of its function words are among `words` and not yet seen, by
  /// their slots in the table. A word that several languages have says little of each.
  private static func count(
    _ words: ArraySlice<Word>, _ table: HashBits, _ seen: UnsafeMutableBufferPointer<UInt64>,
    _ shares: inout Shares
  ) {
    words.withUnsafeBufferPointer { words in
      for word in words {
        guard let slot = table.slot(of: word.hash), seen[slot >> 6] >> UInt64(slot & 63) & 1 == 0
        else { continue }
        seen[slot >> 6] |= 1 << UInt64(slot & 63)
        var having = table.bits(at: slot)
        let share = 1 / Double(having.nonzeroBitCount)
        while having != 0 {
          shares[having.trailingZeroBitCount] += share
          having &= having - 1
        }
      }
    }
  }

  /// For each function word of any language, a bit for each language that has it, by their order.
  private static let languages: HashBits = {
    var table = HashBits()
    for language in all {
      for entry in language.words.entries where entry.flags & Kind.function.bit != 0 {
        table[entry.hash] |= language.place
      }
    }
    return table
  }()

  /// Whether a word is a function word of another language than this one.
  public func isFunctionElsewhere(_ hash: UInt64) -> Bool {
    Self.languages[hash] & ~place != 0
  }

  /// For texts whose language none of the tables tells: nothing is known of their words.
  private static let unknown = MeaningWords(language: "und", place: nil)

  /// Whether a word names a unit in any of the languages: most units cross borders.
  public static func isUnit(_ hash: UInt64) -> Bool { isAny(hash, .unit) }

  /// Whether a word is of a kind in any of the languages.
  public static func isAny(_ hash: UInt64, _ kind: Kind) -> Bool {
    inAnyLanguage[hash] & kind.bit != 0
  }

  /// The kinds that each word has in all languages together.
  private static let inAnyLanguage: HashBits = {
    var table = HashBits()
    for language in all {
      for entry in language.words.entries { table[entry.hash] |= entry.flags }
    }
    return table
  }()

  /// Whether a word is a numeral of that value in any of the languages.
  public static func isNumeral(_ hash: UInt64, of value: Double) -> Bool {
    isAny(hash, .numeral) && all.contains { $0.has(hash, .numeral) && $0.value(hash) == value }
  }

  /// English first.
  public static let all: [MeaningWords] = {
    let bytes = UnsafeBufferPointer(
      start: fons_meaning_table_start(), count: fons_meaning_table_size())
    var result: [MeaningWords] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count > 2, let kind = Kind(rawValue: fields[1]) else { continue }
      if result.last?.language != fields[0] {
        result.append(MeaningWords(language: fields[0], place: result.count))
      }
      result[result.count - 1].add(fields.dropFirst(2), kind)
    }
    return result
  }()

  private mutating func add(_ fields: ArraySlice<String>, _ kind: Kind) {
    paradigmCount += 1
    let paradigm = paradigmCount
    for field in fields {
      if kind == .percent || kind == .exception {
        phrases[kind, default: []].insert(Words.scan(Array(field.utf8)).map(\.hash))
        continue
      }
      let sides = field.split(separator: "=")
      // A word such as `peut-être` folds to two; its first one is listed.
      guard let word = sides.first, let hash = Words.scan(Array(word.utf8)).first?.hash else {
        continue
      }
      words[hash] |= kind.bit
      if sides.count == 2, let value = Double(String(sides[1])) { values[hash] = value }
      if kind == .measure { words[hash] |= Kind.unit.bit }
      if kind == .be || kind == .measure { paradigms[hash] = paradigm }
    }
  }
}
