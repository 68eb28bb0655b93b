import FonsFormat
import FonsText

/// Who speaks in the clause around a quotation in Chinese or Japanese, which have no spaces:
/// "厂长林秀兰说：“…”", "《县志》记载：“…”", "山田氏は「…」と述べた".
struct HanPhrase {
  private(set) var author: String?
  private(set) var title: String?
  /// Whether `author` is what somebody is and not a name.
  private(set) var isRole = false
  /// Whether a pronoun speaks.
  private(set) var isPronoun = false

  /// Characters of a clause that are looked at.
  private static let reach = 40
  private static let breaks: Set<Character> = [
    "。", "！", "？", "；", "”", "」", "』", "\n", "!", "?", ";", "…",
  ]
  private static let noise: Set<Character> = ["，", "、", "：", ",", ":", " ", "　", "“", "「", "『"]

  /// nil where the clause is in another script, or names nobody.
  ///
  /// - Complexity: O(1), since few characters are looked at.
  init?(_ text: [UInt8], _ range: ByteRange, isBefore: Bool) {
    let most = Self.reach * 4
    let near =
      isBefore
      ? ByteRange(max(range.start, range.end - most), range.end)
      : ByteRange(range.start, min(range.end, range.start + most))
    let clause = Array(String(decoding: text[near.range], as: UTF8.self))
    guard clause.contains(where: Self.isHan) else { return nil }
    if isBefore {
      readBefore(clause.suffix(Self.reach))
    } else {
      readAfter(clause.prefix(Self.reach))
    }
    guard author != nil || title != nil || isPronoun else { return nil }
  }

  private static func isHan(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
  }

  // MARK: Before

  private mutating func readBefore(_ clause: ArraySlice<Character>) {
    var rest = clause
    while let last = rest.last, Self.noise.contains(last) { rest.removeLast() }
    if let named = Self.japaneseTitle(rest) {
      title = named
      return
    }
    if let start = rest.lastIndex(where: { Self.breaks.contains($0) }) {
      rest = rest[(start + 1)...]
    }
    let sentence = String(rest)
    // "按照《…》，" alone: a title with a verb or a particle behind it.
    guard let verb = Self.lastVerb(rest) else {
      readTopic(rest)
      return
    }
    let before = rest[..<verb]
    title = Self.title(in: Array(before)) ?? Self.title(in: Array(sentence))
    read(subject: before)
  }

  /// Where the verb of speech begins that ends the clause, an object ("记者") perhaps behind it.
  private static func lastVerb(_ clause: ArraySlice<Character>) -> Int? {
    for end in stride(
      from: clause.endIndex, to: max(clause.startIndex, clause.endIndex - 6), by: -1)
    {
      for verb in SpeechWords.hanVerbs {
        let length = verb.count
        guard end - length >= clause.startIndex,
          String(clause[end - length..<end]) == verb,
          end == clause.endIndex || length >= 2
        else { continue }
        return end - length
      }
    }
    return complemented(clause)
  }

  /// "写得很清楚": a verb of one sign and how it was done.
  private static func complemented(_ clause: ArraySlice<Character>) -> Int? {
    guard let mark = clause.suffix(6).lastIndex(of: "得"), mark > clause.startIndex,
      SpeechWords.hanVerbs.contains(String(clause[mark - 1]))
    else { return nil }
    return mark - 1
  }

  /// "『渡しの記』には「": a work that holds the words.
  private static func japaneseTitle(_ clause: ArraySlice<Character>) -> String? {
    guard let close = clause.lastIndex(of: "』"), let open = clause[..<close].lastIndex(of: "『"),
      close > open + 1,
      ["に", "には", "では", "によれば", "によると", "は"].contains(
        String(clause[(close + 1)...].filter { !noise.contains($0) }))
    else { return nil }
    return String(clause[open + 1..<close])
  }

  private static func title(in clause: [Character]) -> String? {
    guard let open = clause.lastIndex(of: "《"), let close = clause[open...].firstIndex(of: "》"),
      close > open + 1
    else { return nil }
    return String(clause[open + 1..<close])
  }

  /// "对此，林秀兰": the last part of the clause, up to a particle.
  private mutating func read(subject clause: ArraySlice<Character>) {
    var part = clause
    if let comma = part.lastIndex(where: { "，,、：".contains($0) }) {
      let last = part[(comma + 1)...]
      part = last.contains(where: Self.isHan) ? last : part
    }
    // "周明在《…》中写道": who stands before "在".
    if let place = part.firstIndex(where: { "在于於向对對".contains($0) }), place > part.startIndex {
      part = part[..<place]
    }
    while let last = part.last, !Self.isHan(last) || "也还又则則曾就却卻便中里裡上都再".contains(last) {
      part.removeLast()
    }
    if ["他", "她", "他们", "她们", "彼", "彼女"].contains(String(part)) {
      isPronoun = title == nil
      return
    }
    // "昨天有网友": somebody there was.
    if let some = part.lastIndex(of: "有"), some < part.endIndex - 2 { part = part[(some + 1)...] }
    if let name = Self.name(endingIn: part) {
      author = name
    } else if title == nil, let of = part.lastIndex(of: "的"),
      (1...6).contains(part.endIndex - of - 1)
    {
      author = String(part[(of + 1)...])
      isRole = true
    } else if title == nil, (2...4).contains(part.count) {
      author = String(part)
      isRole = true
    }
  }

  /// A family name and one or two characters that end the clause.
  private static func name(endingIn part: ArraySlice<Character>) -> String? {
    for count in [3, 2] where part.count >= count {
      let name = part.suffix(count)
      if SpeechWords.has(String(name.first!), .hanname), name.allSatisfy(isHan) {
        return String(name)
      }
    }
    return nil
  }

  // MARK: Japanese

  /// "山田氏は「": whom a particle of the subject follows; it counts with the verb behind the
  /// quotation, which is looked for by `readAfter`, or where a suffix shows a person.
  private mutating func readTopic(_ clause: ArraySlice<Character>) {
    guard var part = Self.source(clause) ?? Self.topic(clause) else { return }
    if let comma = part.lastIndex(where: { "、，".contains($0) }) { part = part[(comma + 1)...] }
    for count in [2, 1] where part.count > count {
      guard SpeechWords.has(String(part.suffix(count)), .hansuffix) else { continue }
      part = part.dropLast(count)
      while let first = part.firstIndex(where: { !Self.isHan($0) }), first < part.endIndex - 1 {
        part = part[(first + 1)...]
      }
      if !part.isEmpty { author = String(part) }
      return
    }
    let behind = part.lastIndex { !Self.isHan($0) && $0 != "々" }.map { part[($0 + 1)...] } ?? part
    if let name = Self.japaneseName(behind) {
      author = name
      return
    }
    // "市長は", "館員は": the last sign says that it is a person.
    if (2...4).contains(part.count), part.allSatisfy(Self.isHan),
      part.last.map({ "長员員者官師士家手人民主親".contains($0) }) == true
    {
      author = String(part)
      isRole = true
    }
  }

  /// A frequent family name, alone or with one to three characters behind it.
  private static func japaneseName(_ part: ArraySlice<Character>) -> String? {
    guard (2...6).contains(part.count) else { return nil }
    let name = String(part)
    return (2...3).contains { length in
      part.count <= length + 3 && SpeechWords.has(String(part.prefix(length)), .hanfamily)
    } ? name : nil
  }

  /// "山本一郎によれば、橋は「": whom the words that mean "according to" name, before the topic.
  private static func source(_ clause: ArraySlice<Character>) -> ArraySlice<Character>? {
    let ends = [clause.endIndex] + clause.indices.filter { "、，".contains(clause[$0]) }
    for end in ends where end - clause.startIndex > 4 {
      let part = clause[..<end]
      if ["によれば", "によると"].contains(String(part.suffix(4))) { return part.dropLast(4) }
    }
    return nil
  }

  /// What stands before the particle of the subject: at the clause's end, or before where it was
  /// said ("市長は式典で").
  private static func topic(_ clause: ArraySlice<Character>) -> ArraySlice<Character>? {
    if let last = clause.last, "はがも".contains(last) { return clause.dropLast() }
    guard let last = clause.last, "でに".contains(last),
      let mark = clause.lastIndex(where: { "はが".contains($0) }), mark > clause.startIndex
    else { return nil }
    return clause[..<mark]
  }

  // MARK: After

  /// "，”技术员陈志远告诉记者", "，周明写道".
  private mutating func readAfter(_ clause: ArraySlice<Character>) {
    var rest = clause
    while let first = rest.first, Self.noise.contains(first) || first == "”" { rest.removeFirst() }
    if let end = rest.firstIndex(where: { Self.breaks.contains($0) || "，,：".contains($0) }) {
      rest = rest[..<end]
    }
    guard let verb = Self.lastVerb(rest) else { return }
    read(subject: rest[..<verb])
  }
}
