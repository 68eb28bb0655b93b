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
  ///
  /// - Parameter context: words around them, which decide between languages that come near each
  ///   other.
  public static func forLanguage(
    of words: some Sequence<Word>, context: some Sequence<Word> = EmptyCollection()
  ) -> MeaningWords {
    var seen = Set<UInt64>()
    let shares = shares(of: words, &seen)
    let most = shares.max() ?? 0
    guard most > 0 else { return unknown }
    var near = shares.indices.filter { shares[$0] >= most * 0.6 }
    if near.count > 1 {
      let further = Self.shares(of: context, &seen)
      let total = near.map { shares[$0] + further[$0] }
      let most = total.max() ?? 0
      near = zip(near, total).filter { $0.1 == most }.map(\.0)
    }
    return all[near[0]]
  }

  /// For each language, how many of its function words are among `words` and not yet seen. A word
  /// that several languages have says little of each.
  private static func shares(
    of words: some Sequence<Word>, _ seen: inout Set<UInt64>
  ) -> [Double] {
    var shares = [Double](repeating: 0, count: all.count)
    for word in words {
      guard let mask = functionWords[word.hash], seen.insert(word.hash).inserted else { continue }
      let share = 1 / Double(mask.nonzeroBitCount)
      for index in shares.indices where mask >> index & 1 == 1 { shares[index] += share }
    }
    return shares
  }

  /// A bit for each language that has a word as a function word.
  private static let functionWords: [UInt64: UInt32] = {
    var masks: [UInt64: UInt32] = [:]
    for (index, language) in all.enumerated() {
      for (hash, kinds) in language.words where kinds.contains(.function) {
        masks[hash, default: 0] |= 1 << UInt32(index)
      }
    }
    return masks
  }()

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
