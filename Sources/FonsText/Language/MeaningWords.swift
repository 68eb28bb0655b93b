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
  }

  /// BCP 47 tag.
  public let language: String
  private var words: [UInt64: Set<Kind>] = [:]
  private var values: [UInt64: Double] = [:]
  /// For forms of one irregular verb or noun, a number that they share.
  private var paradigms: [UInt64: Int] = [:]
  private var paradigmCount = 0
  /// Of several words each.
  private var phrases: [Kind: Set<[UInt64]>] = [:]

  private init(language: String) { self.language = language }

  public func kinds(_ hash: UInt64) -> Set<Kind> { words[hash] ?? [] }

  public func has(_ hash: UInt64, _ kind: Kind) -> Bool { words[hash]?.contains(kind) ?? false }

  /// The value of a numeral or the factor of a scale word.
  public func value(_ hash: UInt64) -> Double? { values[hash] }

  /// The number of words of the longest phrase of a kind that begins `words`; 0 where none does.
  public func phrase(_ kind: Kind, _ words: some Collection<Word>) -> Int {
    guard let known = phrases[kind] else { return 0 }
    let hashes = words.prefix(Self.longestPhrase).map(\.hash)
    return (1...Self.longestPhrase).last {
      $0 <= hashes.count && known.contains(Array(hashes[..<$0]))
    } ?? 0
  }

  private static let longestPhrase = 3

  /// The same in any of the languages.
  public static func phrase(_ kind: Kind, _ words: some Collection<Word>) -> Int {
    all.reduce(0) { max($0, $1.phrase(kind, words)) }
  }

  /// Whether two words are forms of one irregular word (`is`, `were`).
  public func sameParadigm(_ a: UInt64, _ b: UInt64) -> Bool {
    paradigms[a].map { $0 == paradigms[b] } ?? false
  }

  /// The language whose function words are the most frequent among `words`; the earlier of
  /// the tables where several have as many; none of them where none has any.
  public static func forLanguage(of words: some Sequence<Word>) -> MeaningWords {
    var seen = Set<UInt64>()
    var shares = [Double](repeating: 0, count: all.count)
    for word in words where seen.insert(word.hash).inserted {
      // A word that several languages have says little of each.
      let having = all.indices.filter { all[$0].has(word.hash, .function) }
      for index in having { shares[index] += 1 / Double(having.count) }
    }
    let best = shares.indices.max { shares[$0] < shares[$1] } ?? 0
    guard shares[best] > 0 else { return unknown }
    return shares[best] > shares[0] ? all[best] : all[0]
  }

  /// For texts whose language none of the tables tells: nothing is known of their words.
  private static let unknown = MeaningWords(language: "und")

  /// Whether a word names a unit in any of the languages: most units cross borders.
  public static func isUnit(_ hash: UInt64) -> Bool { all.contains { $0.has(hash, .unit) } }

  /// Whether a word is of a kind in any of the languages.
  public static func isAny(_ hash: UInt64, _ kind: Kind) -> Bool {
    all.contains { $0.has(hash, kind) }
  }

  /// Whether a word is a numeral of that value in any of the languages.
  public static func isNumeral(_ hash: UInt64, of value: Double) -> Bool {
    all.contains { $0.has(hash, .numeral) && $0.value(hash) == value }
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
      if result.last?.language != fields[0] { result.append(MeaningWords(language: fields[0])) }
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
      words[hash, default: []].insert(kind)
      if sides.count == 2, let value = Double(String(sides[1])) { values[hash] = value }
      if kind == .measure { words[hash]?.insert(.unit) }
      if kind == .be || kind == .measure { paradigms[hash] = paradigm }
    }
  }
}
