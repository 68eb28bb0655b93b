import FonsFormat
import FonsText

/// Reads what stands in a citation: `(Smith, *Title*, p. 12)`, `[Title, p. 12]`, `— Doe, Title`.
enum CitationText {
  /// Bytes of a citation in brackets.
  static let reach = 500

  /// The bracketed citation that follows `offset`, behind spaces and punctuation, or nil.
  static func bracket(after offset: Int, _ context: DocumentContext, limit: Int) -> ByteRange? {
    let text = context.text
    var index = offset
    var passed = 0
    while index < limit, passed < 6 {
      let byte = text[index]
      if byte == 0x28 || byte == 0x5B { break }
      let size = text.spaceSize(at: index)
      guard size > 0 || [0x2E, 0x2C, 0x3B, 0x3A, 0x22, 0x27, 0x21, 0x3F].contains(byte) else {
        return nil
      }
      index += max(1, size)
      passed += 1
    }
    guard index < limit, text[index] == 0x28 || text[index] == 0x5B else { return nil }
    let open = text[index]
    let close: UInt8 = open == 0x28 ? 0x29 : 0x5D
    var depth = 0
    for at in index..<min(limit, index + reach) {
      if text[at] == open { depth += 1 }
      if text[at] == close {
        depth -= 1
        if depth == 0 { return ByteRange(index, at + 1) }
      }
    }
    return nil
  }

  /// Whether a citation of its own follows the closing mark at `offset`.
  static func follows(_ offset: Int, _ context: DocumentContext) -> Bool {
    let limit = min(context.text.count, offset + reach)
    if let bracket = bracket(after: offset, context, limit: limit) {
      if looksLikeCitation(context, bracket) { return true }
      if let key = marker(context, bracket), context.references.entries[key] != nil { return true }
    }
    return context.noteReference(in: ByteRange(offset, offset + 4)) != nil
  }

  /// A name alone in round brackets: `"…" (Huxley)`.
  static func name(_ bracket: ByteRange, _ context: DocumentContext) -> Citation? {
    guard context.text[bracket.start] == 0x28, bracket.count <= 60 else { return nil }
    let words = PhraseWord.scan(context.text, ByteRange(bracket.start + 1, bracket.end - 1))
    guard (1...4).contains(words.count),
      let found = PhraseName.starting(words, at: 0), found.count == words.count,
      words.allSatisfy({
        $0.text.contains(where: \.isLowercase) && !$0.text.contains { $0.isNumber }
      }),
      words.count > 1 || !words[0].isDoubtfulName
    else { return nil }
    let author = PhraseName.string(words, found)
    return Citation(
      kind: .author, value: author, range: context.structured.origin.original(of: bracket),
      binding: .sentence, author: author, isTentative: true)
  }

  /// `3` for `[3]`.
  static func marker(_ context: DocumentContext, _ bracket: ByteRange) -> String? {
    guard bracket.count <= 8, bracket.count > 2, context.text[bracket.start] == 0x5B else {
      return nil
    }
    return context.text.string(bracket.start + 1, bracket.end - 1)
  }

  /// Pages, a year, an address, a marked title, or "Name, Title".
  static func looksLikeCitation(_ context: DocumentContext, _ bracket: ByteRange) -> Bool {
    let text = context.text
    let inside = ByteRange(text.trimmed(bracket.start + 1, max(bracket.start + 1, bracket.end - 1)))
    guard inside.count >= 4, inside.count <= reach else { return false }
    if let found = Bracketed(text, at: bracket.start), found.kind != .text,
      found.kind != .insertion(.words)
    {
      return false
    }
    if !context.addresses(in: inside).isEmpty { return true }
    let first = text[inside.start]
    let content = text.string(inside.range)
    // "Roe (2003, p. 12) calls": whose year that is, the sentence says.
    if content.utf8.count > 4, content.utf8.prefix(4).allSatisfy(ASCII.isDigit),
      content.split(separator: ",").allSatisfy({ isLocator(clean(String($0))) }), hasYear(content)
    {
      return false
    }
    if !BookReference.find(text, inside).isEmpty { return true }
    if hasPages(content) { return true }
    if let title = context.title(in: inside), !ASCII.isLower(text[title.range.start]),
      WordCount.count(text, inside.range, upTo: 3) >= 2
    {
      return true
    }
    let isName =
      ASCII.isUpper(first) || first >= 0x80
      || QuoteGlyph.at(text, inside.start, end: inside.end) != nil
    guard isName else { return false }
    if hasYear(content) || EarlierWork(content) != nil { return true }
    let parts = content.split(separator: ",")
    // "In his Letters (II, 14) Roe": a place alone.
    if parts.allSatisfy({ isLocator(clean(String($0))) }) { return false }
    return parts.count >= 2 && parts.count <= 8
      && parts.prefix(2).allSatisfy { part in
        part.drop { !$0.isLetter && !$0.isNumber }.first.map { $0.isUppercase || $0.isNumber }
          ?? false
      }
  }

  /// "(103)", which behind a block quotation is a page; years have four digits.
  static func isPage(_ text: [UInt8], _ bracket: ByteRange) -> Bool {
    (3...5).contains(bracket.count) && text[bracket.start] == 0x28
      && text[bracket.start + 1..<bracket.end - 1].allSatisfy(ASCII.isDigit)
  }

  /// Whether a bracket says enough to be the citation of what stands far before it.
  static func isExplicit(_ context: DocumentContext, _ bracket: ByteRange) -> Bool {
    guard looksLikeCitation(context, bracket) else { return false }
    return context.text[bracket.start] == 0x5B
      || hasPages(context.text.string(bracket.start + 1, bracket.end - 1))
  }

  private static func hasPages(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "(" })
    for (index, word) in words.enumerated() {
      guard
        [
          "p.", "pp.", "S.", "Seite", "page", "pages", "ch.", "chapter", "vol.", "Vol.", "no.",
          "f.", "para.",
        ]
        .contains(word)
      else {
        if word.hasPrefix("p.") || word.hasPrefix("pp."), word.last?.isNumber == true {
          return true
        }
        continue
      }
      if index + 1 < words.count,
        words[index + 1].first.map({ $0.isNumber || "xvilc".contains($0) }) == true
      {
        return true
      }
    }
    return false
  }

  private static func hasYear(_ text: String) -> Bool {
    text.split { !$0.isNumber }.contains {
      $0.utf8.count == 4 && ($0.hasPrefix("1") || $0.hasPrefix("20"))
    }
  }

  // MARK: Reading

  /// The citations in the brackets of the words that lead to a quotation.
  static func inside(_ range: ByteRange, _ context: DocumentContext) -> [Citation] {
    var index = range.start
    var result: [Citation] = []
    while index < range.end, result.count < 4 {
      let byte = context.text[index]
      guard byte == 0x28 || byte == 0x5B,
        let bracket = bracket(after: index, context, limit: range.end), bracket.start == index
      else {
        index += 1
        continue
      }
      if looksLikeCitation(context, bracket) {
        result += read(bracket, context, binding: .sentence).filter { $0.kind != .url }
      }
      index = bracket.end
    }
    return result
  }

  /// The citation in a bracket, behind a dash, or in a note.
  static func read(
    _ range: ByteRange, _ context: DocumentContext, binding: Citation.Binding
  ) -> [Citation] {
    let text = context.text
    var start = range.start
    var end = range.end
    while start < end, !isContent(text, start) { start += UTF8Text.length(ofLead: text[start]) }
    // *See Naples and Die* is a title, where the markup shows that it begins there.
    let isMarked = context.titles(from: start).first.map { $0.range.start == start } ?? false
    if !isMarked { start = behindPointer(text, start, end) }
    while end > start, [0x5D, 0x29, 0x20, 0x2E, 0x0A].contains(text[end - 1]) { end -= 1 }
    let inside = ByteRange(min(start, end), end)
    guard !inside.isEmpty else { return [] }
    let original = context.structured.origin.original(of: range)
    var result = context.addresses(in: inside).map {
      Citation(kind: .url, value: $0.value, range: original, binding: binding)
    }
    let places = BookReference.find(text, inside)
    result += places.map {
      Citation(kind: .title, value: $0.value, range: original, binding: binding)
    }
    if !places.isEmpty { return result }
    let (title, author) = titleAndAuthor(inside, context)
    if let title {
      result.append(
        Citation(
          kind: .title, value: title, range: original, binding: binding, author: author,
          isTentative: EarlierWork(title) == .same))
    } else if let author {
      result.append(
        Citation(kind: .author, value: author, range: original, binding: binding, author: author))
    }
    return result
  }

  private static func isContent(_ text: [UInt8], _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 {
      return ASCII.isAlphanumeric(byte) || byte == 0x22 || byte == 0x2A || byte == 0x5F
    }
    return !text.has("—", at: index) && !text.has("–", at: index) && !text.has("―", at: index)
      && !text.has("\u{A0}", at: index)
  }

  /// Behind "See", "Cf." or "V." before a name or title.
  private static func behindPointer(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard let space = text[start..<min(end, start + 8)].firstIndex(of: 0x20), space + 1 < end,
      ASCII.isUpper(text[space + 1]),
      ["see", "cf", "cf.", "vide", "v.", "vgl.", "siehe", "voir", "zob.", "см."].contains(
        text.string(start, space).lowercased()),
      // An initial.
      text.string(start, space) != "V."
    else { return start }
    return space + 1
  }

  private static func titleAndAuthor(
    _ inside: ByteRange, _ context: DocumentContext
  ) -> (title: String?, author: String?) {
    let text = context.text
    var title: String?
    var before = inside
    if text[inside.start..<inside.end].contains(0x28),
      let name = leadingName(text.string(inside.range))
    {
      return (nil, name)
    }
    if let span = context.title(in: inside), span.kind == .emphasis,
      span.range.count + 2 >= inside.count, Signature.isPerson(context, span.range)
    {
      return (nil, clean(context.string(span.range)))
    } else if let span = context.title(in: inside) {
      title = clean(context.string(span.range))
      before = ByteRange(inside.start, span.range.start)
    } else if let marked = starred(text, inside) {
      title = clean(text.string(marked.range))
      before = ByteRange(inside.start, marked.start - 1)
    } else if let quoted = quoted(text, inside) {
      title = clean(text.string(quoted.range))
      before = ByteRange(inside.start, quoted.start - 1)
    }
    if title != nil {
      let name = author(text.string(before.start, before.end))
      return (title, name)
    }
    var segments = text.string(inside.range).split(separator: ",").map { clean(String($0)) }
    segments.removeAll { $0.isEmpty || $0.hasPrefix("http") || $0.hasPrefix("www.") }
    let all = segments
    segments.removeAll(where: isLocator)
    guard let first = segments.first else {
      // A page alone, or "ibid.": of a work that was given before.
      return (all.first.map { _ in clean(text.string(inside.range)) }, nil)
    }
    let name = author(first)
    if segments.count == 1 {
      if let name = leadingName(first) { return (nil, name) }
      let words = first.split(separator: " ")
      if isLinkWord(inside, context) { return (nil, nil) }
      let isName =
        words.count <= 3 && !words.contains { SpeechWords.has($0.lowercased(), .noname) }
      return isName ? (nil, name) : (first, nil)
    }
    // "Jane Roe, mayor of Upper Weir": what she is, and no work.
    if name != nil, segments[1].first?.isLowercase == true { return (nil, name) }
    return (segments[1], name)
  }

  /// "[here](https://…)", "[PDF](…)": words that are a link and name nothing.
  private static func isLinkWord(_ inside: ByteRange, _ context: DocumentContext) -> Bool {
    guard let link = context.addresses(in: inside).first, link.isLink,
      link.range.start <= inside.start + 1, link.range.end >= inside.end - 1
    else { return false }
    let words = context.string(link.range).split(separator: " ")
    return words.count <= 2
      && words.allSatisfy {
        $0.first?.isLowercase == true || $0.count <= 5 && $0 == $0.uppercased()
      }
  }

  /// "Jane Doe" of "Jane Doe. (1801-1870) Surveyor".
  private static func leadingName(_ text: String) -> String? {
    guard let open = text.firstRange(of: " (") else { return nil }
    let name = clean(String(text[..<open.lowerBound]))
    let words = name.split(separator: " ")
    return (1...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      ? name : nil
  }

  private static func clean(_ text: String) -> String {
    var text = text[...]
    let noise: Set<Character> = [
      ",", ".", ";", ":", "\"", "“", "”", "*", "_", " ", "\n", "'", "‘", "’",
      "(", "[", "„", "«", "»",
    ]
    while let first = text.first, noise.contains(first) { text.removeFirst() }
    while let last = text.last, noise.contains(last) { text.removeLast() }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The name before a title: without "quoted by", "see", years and marks.
  private static func author(_ text: String) -> String? {
    var name = clean(text)
    for lead in [
      "quoted by ", "quoted in ", "cited by ", "cited in ", "see ", "from ", "in ", "by ",
    ]
    where name.lowercased().hasPrefix(lead) {
      name = clean(String(name.dropFirst(lead.count)))
    }
    var words = name.split(separator: " ").filter { word in
      !["in", "and", "&", "eds.", "ed.", "(ed.)"].contains(word)
    }
    while let last = words.last, last.contains(where: \.isNumber) { words.removeLast() }
    name = clean(words.joined(separator: " "))
    guard !name.isEmpty, words.count <= 8,
      name.first?.isUppercase == true || name.utf8.first! >= 0x80
    else { return nil }
    return name
  }

  /// "p. 12", "1999", "vol. 2", "c. 1951", "ibid.".
  static func isLocator(_ segment: String) -> Bool {
    let words = segment.lowercased().split(separator: " ")
    guard let first = words.first, let letter = first.first else { return true }
    // "14f", "12-15", "2nd ed.", but not "2nd edition of the standard"
    if letter.isNumber,
      first.filter(\.isLetter).count <= 1 || words.dropFirst().allSatisfy(isLocatorWord)
    {
      return words.count <= 3
    }
    let bare = first.last == "." ? String(first.dropLast()) : String(first)
    if SpeechWords.has(bare, .ibid) { return true }
    // "II", "XIV"
    if words.count == 1, segment.count > 1, segment.allSatisfy({ "IVXLC".contains($0) }) {
      return true
    }
    if SpeechWords.has(String(first), .locator)
      || first.hasPrefix("p.") && first.last?.isNumber == true
    {
      return words.count == 1 || words.dropFirst().contains { $0.contains { $0.isNumber } }
        || words.count == 2
    }
    // "siglos IV-V", "12th century"
    if words.contains(where: { SpeechWords.has(String($0), .century) }) { return words.count <= 4 }
    // "January 1901", "printemps 1901"; "Roe 1901" names Roe.
    let isTime = segment.first?.isLowercase == true || SpeechWords.has(bare, .noname)
    return isTime && words.count <= 3 && words.last?.count == 4
      && words.last?.allSatisfy(\.isNumber) == true
  }

  private static func isLocatorWord(_ word: Substring) -> Bool {
    SpeechWords.has(String(word), .locator) || SpeechWords.has(word + ".", .locator)
  }

  /// `*Title*` or `_Title_` in plain text.
  static func starred(_ text: [UInt8], _ range: ByteRange) -> ByteRange? {
    for mark: UInt8 in [0x2A, 0x5F] {
      guard let open = (range.start..<range.end).first(where: { text[$0] == mark }),
        open + 2 < range.end, !ASCII.isSpace(text[open + 1]),
        let close = (open + 1..<range.end).first(where: { text[$0] == mark }), close - open < 300,
        close > open + 1
      else { continue }
      return ByteRange(open + 1, close)
    }
    return nil
  }

  private static func quoted(_ text: [UInt8], _ range: ByteRange) -> ByteRange? {
    let pairs = MarkPairing(text, range.range) { _ in false }.outermost()
    guard let pair = pairs.first(where: { !$0.open.glyph.isSingle }) else { return nil }
    return ByteRange(pair.open.range.upperBound, pair.close.range.lowerBound)
  }
}
