internal import CTables

/// Words around quotations that say whose words they are, in the languages that Fons reads.
///
/// Read once from `Sources/CTables/data/speech.txt`, whose head describes the kinds.
enum SpeechWords {
  enum Kind: String, CaseIterable {
    case verb, citing, lead, negation, noname, particle, between, person, pronoun, work, determiner
    case linking, `in`, announcing, locator, ibid, opcit, notes, admonition, preposition, imprint
    case naming, hanverb, hanname, hansuffix, hanfamily
    case honorific, impersonal, source, copula
    case weak, trail, view, indefinite, body, publication, workending
    case part, possessive, speechnoun, indirect, object, addressed, ago, same, century
  }

  private static let table: [Kind: Set<String>] = {
    let bytes = UnsafeBufferPointer(
      start: fons_speech_table_start(), count: fons_speech_table_size())
    var result: [Kind: Set<String>] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard let first = fields.first, let kind = Kind(rawValue: first) else { continue }
      result[kind, default: []].formUnion(fields.dropFirst())
    }
    return result
  }()

  /// Whether a word, in lower case, is of a kind.
  static func has(_ word: String, _ kind: Kind) -> Bool { table[kind]?.contains(word) ?? false }

  /// Whether it is a verb of speech, or one that has an author as its object.
  static func isVerb(_ word: String) -> Bool {
    has(word, .verb) || has(word, .citing) || isInverted(word)
  }

  /// "explique-t-il", "dit-elle": the pronoun is joined to its verb.
  static func isInverted(_ word: String) -> Bool {
    guard let dash = word.firstIndex(of: "-"), let last = word.split(separator: "-").last,
      last != word, has(String(last), .pronoun)
    else { return false }
    return has(String(word[..<dash]), .verb)
  }

  /// Those of Chinese and Japanese, the longest first.
  static let hanVerbs: [String] = (table[.hanverb] ?? [])
    .sorted { ($1.count, $0) < ($0.count, $1) }

  private static let workEndings = table[.workending] ?? []

  /// Whether a compound ends with a work: "Kirchenbuch", "jaarverslag", "kyrkoboken".
  static func isWorkCompound(_ word: String) -> Bool {
    guard word.utf8.count >= 8 else { return false }
    return workEndings.contains { word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + 3 }
  }

  /// Phrases that a name follows ("according to"), the longest first.
  static let leads: [[String]] = (table[.lead] ?? [])
    .map { $0.split(separator: "_").map(String.init) }
    .sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
}
