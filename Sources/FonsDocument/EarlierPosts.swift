import FonsFormat
import FonsText

/// Who wrote what a later post of the same page repeats: a page of comments in Markdown or plain text
/// has the author and age of each above it, "**tidewrack** · 4 hours ago".
struct EarlierPosts {
  private struct Head {
    var start: Int
    var name: String
  }

  private let context: DocumentContext
  private var heads: [Head] = []
  /// Quotations that may still be looked for, so that a hostile page costs no more than a large one.
  private var tries = 512
  /// Bytes before a quotation in which its words are looked for.
  private static let reach = 1 << 15
  /// Bytes of the words that are compared.
  private static let most = 64

  init(_ context: DocumentContext) {
    self.context = context
    for block in context.blocks where block.quoteDepth == 0 && block.kind != .code {
      if let name = Self.name(context.text, block.range) {
        heads.append(Head(start: block.range.start, name: name))
      }
    }
  }

  /// The author of the post from which a block quotation is taken; nil where the page has no such
  /// posts, or none that holds the words.
  ///
  /// - Complexity: O(1), since the words are looked for in so many bytes, so many times a page.
  mutating func author(of quotation: FoundQuotation) -> String? {
    guard heads.count >= 2, quotation.isBlock, tries > 0 else { return nil }
    let content = quotation.content
    let end = min(content.end, content.start + Self.most)
    guard WordCount.count(context.text, content.start..<end, upTo: 3) >= 3 else { return nil }
    tries -= 1
    let low = max(0, quotation.outer.start - Self.reach)
    guard
      let found = context.text[low..<quotation.outer.start].firstRange(
        of: context.text[content.start..<end])
    else { return nil }
    let block =
      DocumentContext.first(context.blocks, from: found.lowerBound + 1) { $0.range.start } - 1
    guard block >= 0, context.blocks[block].quoteDepth == 0 else { return nil }
    let head = DocumentContext.first(heads, from: found.lowerBound + 1) { $0.start } - 1
    return head >= 0 ? heads[head].name : nil
  }

  /// "tidewrack" of "tidewrack · 4 hours ago", "lattice_9" of "lattice_9 1 day ago | next".
  private static func name(_ text: [UInt8], _ range: ByteRange) -> String? {
    let line = text[range.start..<min(range.end, range.start + 120)].prefix { $0 != 0x0A }
    let words = PhraseWord.scan(text, ByteRange(line.startIndex, line.endIndex), most: 16)
    guard let number = words.indices.prefix(6).first(where: { isAge(words, at: $0) }),
      number > 0
    else { return nil }
    let name = words[..<number].map(\.text).filter { !$0.isEmpty }
    // "I bought it 3 years ago" is a sentence: a longer name is set off, as in "Ada Roe · 3 hours ago".
    let isSetOff = name.count == 1 || words[number - 1].tail.contains(where: Self.divides)
    return isSetOff && (1...3).contains(name.count) ? name.joined(separator: " ") : nil
  }

  private static func divides(_ mark: Character) -> Bool { "|·•([–—-".contains(mark) }

  /// Whether a post's head ends at a word, or goes on behind a mark.
  private static func ends(_ words: [PhraseWord], at index: Int) -> Bool {
    index == words.count - 1 && words[index].tail.isEmpty
      || words[index].tail.contains(where: divides)
      || index + 1 < words.count && words[index + 1].head.contains(where: divides)
  }

  /// Whether a number, a unit and "ago" stand at an index, or "vor", "hace" and a number.
  private static func isAge(_ words: [PhraseWord], at index: Int) -> Bool {
    func isCount(_ at: Int) -> Bool {
      at < words.count
        && (words[at].text.first?.isNumber == true || ["a", "an"].contains(words[at].lower))
    }
    if isCount(index), index + 2 < words.count {
      return SpeechWords.has(words[index + 2].lower, .ago) && ends(words, at: index + 2)
    }
    return ["vor", "hace"].contains(words[index].lower) && isCount(index + 1)
      && index + 2 < words.count && ends(words, at: index + 2)
  }
}
