import FonsFormat
import FonsText

/// A line that names whom the words above it are by: "—RABELAIS.", "Ellen Marsh, *The Sail Loft*",
/// set below a quotation or an epigraph.
enum Signature {
  private static let reach = 240

  /// Whether a range is nothing but a name, a title or both.
  /// - Parameter isAside: whether it is set apart from the text, at the right edge.
  static func matches(
    _ context: DocumentContext, _ range: ByteRange, isAside: Bool = false
  ) -> Bool {
    let text = context.text
    let inside = ByteRange(text.trimmed(range.start, range.end))
    guard !inside.isEmpty, inside.count <= reach,
      ![0x3A, 0x21, 0x3F].contains(text[inside.end - 1])
    else { return false }
    let start = behindDash(text, inside)
    let words = PhraseWord.scan(text, ByteRange(start, inside.end)).filter { !$0.text.isEmpty }
    guard !words.isEmpty, words.count <= 24 else { return false }
    let isLed = start > inside.start || isAside && words.count <= 12
    if isTitle(context, ByteRange(start, inside.end), words) { return true }
    let name = words.prefix { !$0.endsClause }.count
    let head = Array(words[..<min(words.count, name + 1)])
    guard isName(head, isLed: isLed) else { return false }
    // "Jane Roe. She wrote it in May.": a sentence of its own follows.
    let rest = words[head.count...]
    guard !rest.contains(where: { SpeechWords.isVerb($0.lower) && !isLed }) else { return false }
    if isLed { return true }
    guard !head[head.count - 1].tail.contains(where: { ".)".contains($0) }) || rest.isEmpty,
      rest.count <= 14
    else { return false }
    let small = rest.filter { $0.text.first?.isLowercase == true && !isSmall($0) }
    return small.count <= 3
  }

  /// The line or block below a quotation that signs it, where nothing but the quotation stands above.
  static func below(
    _ quotation: FoundQuotation, _ context: DocumentContext, nextStart: Int
  ) -> ByteRange? {
    let text = context.text
    let last = quotation.blocks.upperBound
    let block = context.blocks[last].range
    let first = context.blocks[quotation.blocks.lowerBound].range
    guard opensLine(text, quotation.outer.start, first.start) else { return nil }
    let rest = ByteRange(behindPunctuation(text, quotation.outer.end, block.end), block.end)
    let line: ByteRange
    var isAside = false
    if text.trimmed(rest.start, rest.end).isEmpty {
      guard let below = next(context, last) else { return nil }
      line = context.blocks[below].range
      isAside = context.blocks[below].isAside && !context.blocks[last].isAside
    } else {
      guard let found = nextLine(text, rest) else { return nil }
      line = found
    }
    guard line.end <= nextStart, matches(context, line, isAside: isAside) else {
      return nil
    }
    return line
  }

  /// The block below, if it is a paragraph of its own.
  private static func next(_ context: DocumentContext, _ index: Int) -> Int? {
    let at = index + 1
    guard context.blocks.indices.contains(at), !context.references.blocks.contains(at) else {
      return nil
    }
    let block = context.blocks[at]
    guard block.part == context.blocks[index].part, block.quoteDepth == 0 else { return nil }
    return block.kind == .paragraph || block.kind == .caption ? at : nil
  }

  private static func nextLine(_ text: [UInt8], _ rest: ByteRange) -> ByteRange? {
    var start = rest.start
    while start < rest.end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    guard start < rest.end, text[start] == 0x0A else { return nil }
    let from = text.trimmed(start, rest.end).lowerBound
    let end = text[from..<rest.end].firstIndex(of: 0x0A) ?? rest.end
    return ByteRange(from, end)
  }

  private static func opensLine(_ text: [UInt8], _ start: Int, _ low: Int) -> Bool {
    var index = start
    while index > low, text[index - 1] == 0x20 || text[index - 1] == 0x09 { index -= 1 }
    return index == low || text[index - 1] == 0x0A
  }

  private static func behindPunctuation(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, [0x2E, 0x2C, 0x3B, 0x21, 0x3F].contains(text[index]) { index += 1 }
    return min(index, end)
  }

  private static func behindDash(_ text: [UInt8], _ range: ByteRange) -> Int {
    var index = range.start
    while index < range.end {
      if text.has("—", at: index) || text.has("–", at: index) || text.has("―", at: index) {
        index += 3
      } else if text[index] == 0x2D {
        index += 1
      } else if index > range.start, text.spaceSize(at: index) > 0 {
        index += text.spaceSize(at: index)
      } else {
        break
      }
    }
    return min(index, range.end)
  }

  /// Two or three capitalised words of which one is none of English: "Ada Quill", in italics too.
  static func isPerson(_ context: DocumentContext, _ range: ByteRange) -> Bool {
    let words = PhraseWord.scan(context.text, range)
    return (2...3).contains(words.count) && words.allSatisfy { $0.isName && !$0.isPossessive }
      && words.dropLast().allSatisfy(\.tail.isEmpty) && words.contains { !$0.isEnglish }
  }

  /// All in italics or in `<cite>`, with a capital, and no sentence.
  private static func isTitle(
    _ context: DocumentContext, _ range: ByteRange, _ words: [PhraseWord]
  ) -> Bool {
    guard let span = context.title(in: range), span.range.start <= range.start + 3,
      words.count <= 12, !words.dropLast().contains(where: \.endsSentence)
    else { return false }
    let long = words.filter { $0.text.count >= 4 && $0.range.end <= span.range.end + 1 }
    let capitals = long.filter { $0.text.first?.isUppercase == true }
    return words[0].text.first?.isUppercase == true && capitals.count * 3 >= long.count * 2
      && span.range.count * 3 >= range.count
  }

  private static func isName(_ words: [PhraseWord], isLed: Bool) -> Bool {
    guard let first = words.first, words.count <= (isLed ? 9 : 6),
      first.text.first?.isUppercase == true
    else { return false }
    let capitals = words.filter { $0.text.first?.isUppercase == true }.count
    if isLed {
      return capitals * 2 >= words.count
        && !words.contains { SpeechWords.isVerb($0.lower) && !$0.isName }
    }
    guard words.allSatisfy({ $0.isName || $0.isParticle || SpeechWords.has($0.lower, .person) })
    else { return false }
    // Words of the language that only begin with a capital are a heading or a button.
    return words.contains { $0.isName && !$0.isEnglish }
      && (words.count > 1 || first.text.count > 2)
  }

  private static func isSmall(_ word: PhraseWord) -> Bool {
    word.isParticle || SpeechWords.has(word.lower, .locator) || SpeechWords.has(word.lower, .in)
      || SpeechWords.has(word.lower, .linking) || SpeechWords.has(word.lower, .determiner)
  }
}
