internal import CTables

/// Words that carry meaning whatever they stand beside: negations, conditions, modality, numerals…
///
/// Read once from `Sources/CTables/data/meaning.txt`, whose head describes the kinds.
public struct MeaningWords: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case function, negation, condition, modality, quantifier, hedge, reporting, denial, that
    case pronoun, determiner, joint, unit, measure, month, day, numeral, scale, be
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

  /// Whether two words are forms of one irregular word (`is`, `were`).
  public func sameParadigm(_ a: UInt64, _ b: UInt64) -> Bool {
    paradigms[a].map { $0 == paradigms[b] } ?? false
  }

  /// The language whose function words are the most frequent among `words`; the earlier of
  /// the tables where several have as many; none of them where none has any.
  public static func forLanguage(of words: some Sequence<Word>) -> MeaningWords {
    let all = Self.all
    let table = languages
    var seen = [Bool](repeating: false, count: table.capacity)
    var shares = [Double](repeating: 0, count: all.count)
    for word in words {
      guard let slot = table.slot(of: word.hash), !seen[slot] else { continue }
      seen[slot] = true
      var having = table.bits(at: slot)
      // A word that several languages have says little of each.
      let share = 1 / Double(having.nonzeroBitCount)
      while having != 0 {
        shares[having.trailingZeroBitCount] += share
        having &= having - 1
      }
    }
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    guard shares[best] > 0 else { return unknown }
    return shares[best] > shares[0] ? all[best] : all[0]
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
  public static func isUnit(_ hash: UInt64) -> Bool { units[hash] != 0 }

  private static let units: HashBits = {
    var table = HashBits()
    for language in all {
      for entry in language.words.entries where entry.flags & Kind.unit.bit != 0 {
        table[entry.hash] = 1
      }
    }
    return table
  }()

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
