import FonsFormat
import FonsText

/// A line of a list of works: "^ Roe, J. (1901). "On Weirs". Rivers. pp. 3–9.", as text copied from an
/// encyclopedia has it. Marks hold titles there; what a colon leads to is quoted from the work itself.
struct ReferenceEntry {
  /// Of the structured text.
  private(set) var range: ByteRange
  private let context: DocumentContext
  /// Bytes on either side in which a line's ends are looked for, so that one long line of many
  /// quotations costs no more than many short ones.
  private static let reach = 600
  /// Bytes before a title in which its authors and year stand.
  private static let head = 160

  /// The entry in whose line an offset lies, nil in other text.
  init?(_ context: DocumentContext, at offset: Int) {
    self.context = context
    let text = context.text
    var start = offset
    while start > 0, text[start - 1] != 0x0A, offset - start < Self.reach { start -= 1 }
    var end = offset
    while end < text.count, text[end] != 0x0A, end - offset < Self.reach { end += 1 }
    range = ByteRange(text.trimmed(start, end))
    guard !range.isEmpty else { return nil }
    if start > 0, text[start - 1] != 0x0A { return nil }
    guard text[range.start] == 0x5E || offset - start <= Self.head && hasImprint(around: offset)
    else { return nil }
  }

  /// Whether a year, or the surname first, stands before the offset, and behind it what only a list
  /// of works says: an ISBN, the pages, when an address was read.
  private func hasImprint(around offset: Int) -> Bool {
    var middle = offset
    while middle < range.end, context.text.spaceSize(at: middle) == 0 { middle += 1 }
    let before = PhraseWord.scan(context.text, ByteRange(range.start, middle))
      .prefix { $0.range.start < offset }
    let isName = (1...16).contains(before.count) && before[0].tail.hasPrefix(",")
    let hasYear = before.contains {
      $0.head.hasPrefix("(") && $0.text.filter(\.isNumber).count == 4
    }
    guard isName || hasYear else { return false }
    let end = before.last?.range.end ?? range.start
    let behind = PhraseWord.scan(context.text, ByteRange(end, range.end))
    return behind.prefix(40).prefix { !$0.head.contains { "([".contains($0) } }
      .contains {
        SpeechWords.has($0.lower.filter { $0 != "." }, .imprint) && !$0.text.isEmpty
          && ($0.text.first?.isUppercase == true || $0.text.contains("."))
      }
  }

  /// Whether marks at an offset hold a title: all that no colon announces.
  func holdsTitle(_ outer: ByteRange) -> Bool {
    let before = context.text.trimmed(range.start, max(range.start, outer.start))
    guard !before.isEmpty else { return true }
    return context.text[before.upperBound - 1] != 0x3A
      && context.text[before.upperBound - 1] != 0x28
  }

  /// The work that the entry is of.
  func citation(before offset: Int) -> Citation? {
    let head = head(before: offset)
    guard head.count >= 4 else { return nil }
    let original = context.structured.origin.original(of: head)
    let content = context.string(head)
    // "Roe, Jane (1901). On Weirs: a Study. Press.": the sentence behind the year.
    if let year = content.firstRange(of: "). "), let open = content.firstRange(of: " ("),
      open.lowerBound < year.lowerBound
    {
      let author = String(content[..<open.lowerBound])
      let rest = content[year.upperBound...]
      let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.endIndex
      var title = String(rest[..<end])
      while let last = title.last, ".,;:\"”".contains(last) { title.removeLast() }
      while let first = title.first, "\"“".contains(first) { title.removeFirst() }
      if !title.isEmpty {
        return Citation(
          kind: .title, value: title, range: original, binding: .sentence, author: author)
      }
    }
    return Citation(kind: .title, value: content, range: original, binding: .sentence)
  }

  /// What stands before a quotation, without the marks that link back ("^ a b c").
  private func head(before offset: Int) -> ByteRange {
    let text = context.text
    var start = range.start
    while start < offset, text[start] == 0x5E || text[start] == 0x20 { start += 1 }
    while start + 1 < offset, ASCII.isLower(text[start]), text[start + 1] == 0x20 { start += 2 }
    var end = text.trimmed(start, max(start, offset)).upperBound
    while end > start, [0x3A, 0x20, 0x2E, 0x2C].contains(text[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }
}
