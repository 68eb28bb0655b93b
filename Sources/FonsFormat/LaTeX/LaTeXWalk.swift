import FonsText

/// Goes through a LaTeX document once and writes what a reader of the page sees.
struct LaTeXWalk {
  /// What ends with a brace, or with an environment.
  struct Group {
    enum Kind {
      case plain
      case span(StructuredText.Span.Kind, value: String?)
      case heading
      /// The two arguments of `\epigraph`: the words, and whose they are.
      case epigraph, epigraphSource
    }
    var kind: Kind
    var start: Int
    /// Citations to be written behind the group: options of csquotes.
    var citations: [Range<Int>] = []
    /// Whether the text was at the right edge before it.
    var wasRagged = false
  }

  let text: [UInt8]
  let works: [String: BibliographyEntry]
  var builder = TextBuilder()
  var at: Int
  var end: Int
  var groups: [Group] = []
  /// Braces that are open beyond the limit, and so no groups.
  var overflow = 0
  var quoteDepth = 0
  var quotes = 0
  /// Citations that stand behind the quotation environments that are open.
  var pending: [[Range<Int>]] = []
  var notes: [Note] = []
  /// Footnotes to be read behind the text: where each stands, and its marker.
  var footnotes: [(body: Range<Int>, marker: ByteRange, number: Int)] = []
  var kind = StructuredText.Block.Kind.paragraph
  var title: String?
  /// Whether what follows is set at the right edge.
  /// `\raggedleft`, up to the end of its group or environment.
  var isRagged = false
  /// `flushright` environments that are open.
  var flushRights = 0
  /// Whether the text is set at the right edge.
  var isAside: Bool { isRagged || flushRights > 0 }

  /// Bytes that may still be looked through for closing braces.
  private var budget: Int

  /// Groups and environments that are told apart; deeper braces are passed over.
  static let depthLimit = 256
  static let footnoteLimit = 20_000

  init(_ text: [UInt8], works: [String: BibliographyEntry]) {
    self.text = text
    self.works = works
    at = 0
    end = text.count
    budget = 1_000_000 + 32 * text.count
    if let body = text.find("\\begin{document}", from: 0, to: text.count) {
      title = Self.title(text, body)
      at = body + 16
    }
  }

  /// The text of a field, commands resolved.
  static func plain(_ field: [UInt8]) -> String {
    var walk = LaTeXWalk(field, works: [:])
    let result = walk.run()
    return result.text.string(result.text.trimmed(0, result.text.count))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func title(_ text: [UInt8], _ limit: Int) -> String? {
    guard let start = text.find("\\title{", from: 0, to: limit) else { return nil }
    var walk = LaTeXWalk(Array(text[start + 6..<limit]), works: [:])
    guard let inside = walk.argument(at: 0) else { return nil }
    return plain(Array(walk.text[inside]))
  }

  mutating func run() -> StructuredText {
    while at < end { step() }
    var next = 0
    while next < footnotes.count {
      footnote(footnotes[next])
      next += 1
    }
    var result = builder.finish()
    result.title = title
    result.notes = notes.sorted { $0.range < $1.range }
    return result
  }

  mutating func step() {
    switch text[at] {
    case 0x5C: command()
    case 0x25: comment()
    case 0x7B:
      push(.plain, start: at)
      at += 1
    case 0x7D:
      pop()
      at += 1
    case 0x60 where text.has("``", at: at): put("“", 2)
    case 0x27 where text.has("''", at: at): put("”", 2)
    case 0x60: put("‘", 1)
    case 0x27: put("’", 1)
    case 0x2D where text.has("---", at: at): put("—", 3)
    case 0x2D where text.has("--", at: at): put("–", 2)
    case 0x7E: space(1)
    case 0x24: formula()
    case 0x0A, 0x0D, 0x20, 0x09: whiteSpace()
    default: copy()
    }
  }

  // MARK: Text

  mutating func openBlock() {
    guard !builder.isOpen else { return }
    var block = StructuredText.Block(
      kind: kind, range: ByteRange(0, 0), level: kind == .heading ? 2 : 0, quoteDepth: quoteDepth,
      quoteID: quoteDepth > 0 ? quotes : 0)
    block.isAside = isAside
    builder.begin(block, at: at)
  }

  /// Writes characters for the next bytes of the source.
  mutating func put(_ characters: String, _ length: Int) {
    openBlock()
    builder.put(Array(characters.utf8), original: ByteRange(at, min(end, at + length)))
    at += length
  }

  mutating func space(_ length: Int) {
    builder.space(original: ByteRange(at, min(end, at + length)))
    at += length
  }

  private mutating func copy() {
    openBlock()
    let start = at
    while at < end, !Self.isSpecial[Int(text[at])] { at += 1 }
    builder.copy(text, start..<at)
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte: UInt8 in [
      0x5C, 0x25, 0x7B, 0x7D, 0x60, 0x27, 0x2D, 0x7E, 0x24, 0x0A, 0x0D, 0x20, 0x09,
    ] {
      table[Int(byte)] = true
    }
    // A hyphen alone is copied where it stands: see `step`.
    table[0x2D] = false
    return table
  }()

  /// One space, or with a blank line the end of a paragraph.
  private mutating func whiteSpace() {
    let start = at
    var lines = 0
    while at < end, ASCII.isSpace(text[at]) {
      if text[at] == 0x0A { lines += 1 }
      at += 1
    }
    if lines >= 2 {
      builder.end()
    } else {
      builder.space(original: ByteRange(start, at))
    }
  }

  private mutating func comment() {
    while at < end, text[at] != 0x0A { at += 1 }
    at += 1
    // The line end and the next line's indent belong to the comment.
    while at < end, text[at] == 0x20 || text[at] == 0x09 { at += 1 }
  }

  /// A formula as it is written.
  private mutating func formula() {
    let isDisplay = text.has("$$", at: at)
    let start = at + (isDisplay ? 2 : 1)
    var index = start
    while index < end, text[index] != 0x24, index - start < 4000 {
      index += text[index] == 0x5C ? 2 : 1
    }
    guard index < end, text[index] == 0x24 else { return put("$", 1) }
    openBlock()
    builder.copy(text, start..<index)
    at = index + (isDisplay ? 2 : 1)
  }

  // MARK: Groups

  mutating func push(_ kind: Group.Kind, start: Int, citations: [Range<Int>] = []) {
    if groups.count >= Self.depthLimit {
      overflow += 1
    } else {
      groups.append(
        Group(kind: kind, start: builder.count, citations: citations, wasRagged: isRagged))
    }
  }

  mutating func pop() {
    if overflow > 0 {
      overflow -= 1
      return
    }
    guard let group = groups.popLast() else { return }
    switch group.kind {
    case .plain: isRagged = group.wasRagged
    case .span(let kind, let value):
      let range = builder.text.trimmed(min(group.start, builder.count), builder.count)
      builder.add(.init(kind: kind, range: ByteRange(range), value: value))
      for citation in group.citations { write(citations: citation) }
    case .heading:
      builder.end()
      kind = .paragraph
    case .epigraph: endEpigraph()
    case .epigraphSource:
      builder.end()
      isRagged = false
    }
  }

  // MARK: Arguments

  /// The inside of the braces at an offset, behind white space; nil where there are none.
  ///
  /// - Complexity: O(length); all searches of a document together are linear in its length
  mutating func argument(at start: Int, limit: Int = 20_000) -> Range<Int>? {
    var index = start
    while index < end, ASCII.isSpace(text[index]) { index += 1 }
    return inside(index, open: 0x7B, close: 0x7D, limit)
  }

  /// The inside of the brackets at an offset.
  mutating func option(at start: Int) -> Range<Int>? {
    inside(start, open: 0x5B, close: 0x5D, 4_000)
  }

  private mutating func inside(_ start: Int, open: UInt8, close: UInt8, _ reach: Int) -> Range<Int>?
  {
    guard start < end, text[start] == open, budget > 0 else { return nil }
    var depth = 0
    var braces = 0
    var index = start
    let limit = min(end, start + reach)
    while index < limit {
      let byte = text[index]
      if byte == 0x5C {
        index += 2
        continue
      }
      if open != 0x7B {
        if byte == 0x7B { braces += 1 }
        if byte == 0x7D { braces -= 1 }
      }
      if byte == open, braces == 0 { depth += 1 }
      if byte == close, braces == 0 {
        depth -= 1
        if depth == 0 {
          budget -= index - start
          return start + 1..<index
        }
      }
      index += 1
    }
    budget -= limit - start
    return nil
  }
}
