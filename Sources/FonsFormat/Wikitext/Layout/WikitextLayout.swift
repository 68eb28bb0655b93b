import FonsText

/// The second pass: lines, lists, headings, tables, links and tags of expanded wikitext become
/// plain text and its blocks.
///
/// Nothing is printed before a block has something visible: separators, spaces and line breaks
/// wait until then, so that what prints nothing leaves no trace.
struct WikitextLayout {
  /// How a block follows the one before.
  enum Join {
    /// After an empty line.
    case paragraph
    /// On the next line where the block before is of the same family, else as a paragraph.
    case line
    /// After a tab.
    case cell
  }

  /// Where a note's marker stands.
  struct Mark {
    var range: ByteRange
    /// -1 for an address that has a number of its own.
    var use: Int
    var url: String?
  }

  let input: [UInt8]
  let namespaces: WikitextNamespaces
  let uses: [NoteBook.Use]
  /// Whether this is a page; else the content of a note, which has no captions or marks.
  let isPage: Bool
  let links: [WikitextLink]

  var out: [UInt8] = []
  var blocks: [StructuredText.Block] = []
  var marks: [Mark] = []
  var urls: [String] = []
  private var addresses = 0

  /// The link that comes next.
  var cursor = 0
  var tableDepth = 0
  /// Whether the current table row has printed a cell.
  var rowHasOutput = false
  /// Captions that wait for the end of the block which their picture stands in.
  var captions: [(from: Int, to: Int, cursor: Int)] = []
  var quoteIDs: [Int] = []
  var isOpen = false
  var kind = StructuredText.Block.Kind.paragraph

  private var level = 0
  private var join = Join.paragraph
  private var blockStart = 0
  private var pendingSpace = false
  /// Line breaks that wait; two are an empty line.
  private var pendingBreaks = 0
  private var quotesSoFar = 0

  var lineStart = 0
  /// Up to where the apostrophes have been counted, and the run of three that is one and two.
  var quotesCheckedTo = -1
  var splitQuote = -1
  /// A stretch in which there is no `]`.
  var noBracket = 0..<0
  var isDefinition = false

  init(_ input: [UInt8], namespaces: WikitextNamespaces, uses: [NoteBook.Use], isPage: Bool) {
    self.input = input
    self.namespaces = namespaces
    self.uses = uses
    self.isPage = isPage
    links = WikitextLink.links(in: input)
    out.reserveCapacity(input.count)
  }

  mutating func run() {
    var at = 0
    while at < input.count {
      lineStart = at
      at = line(at)
    }
    close(isSectionEnd: true)
  }

  // MARK: Blocks

  /// Ends the open block; the next text begins one of this kind.
  mutating func begin(_ kind: StructuredText.Block.Kind, level: Int = 0, join: Join) {
    close()
    self.kind = kind
    self.level = level
    self.join = join
  }

  /// Ends the open block, if any, and prints the captions that waited for it; those of a picture
  /// before a paragraph wait for the paragraph unless this is the end of a section.
  mutating func close(isSectionEnd: Bool = false) {
    pendingSpace = false
    pendingBreaks = 0
    let wasOpen = isOpen
    if isOpen {
      isOpen = false
      blocks.append(
        StructuredText.Block(
          kind: kind, range: ByteRange(blockStart, out.count), level: level,
          quoteDepth: quoteIDs.count, quoteID: quoteIDs.last ?? 0))
    }
    guard !captions.isEmpty, wasOpen || isSectionEnd else { return }
    let waiting = captions
    captions = []
    let (outerCursor, outerKind, outerLevel, outerJoin) = (cursor, kind, level, join)
    for caption in waiting {
      cursor = caption.cursor
      (kind, level, join) = (.caption, 0, .paragraph)
      _ = inline(caption.from, caption.to, depth: 1)
      close()
    }
    (cursor, kind, level, join) = (outerCursor, outerKind, outerLevel, outerJoin)
  }

  mutating func openQuote() {
    close()
    quotesSoFar += 1
    quoteIDs.append(quotesSoFar)
    begin(.paragraph, join: .paragraph)
  }

  mutating func closeQuote() {
    close()
    _ = quoteIDs.popLast()
    begin(.paragraph, join: .paragraph)
  }

  // MARK: Text

  /// Makes ready for something visible.
  private mutating func prepare() {
    if !isOpen {
      separate()
      isOpen = true
      blockStart = out.count
      if kind == .cell { rowHasOutput = true }
    } else if pendingBreaks > 0 {
      for _ in 0..<min(pendingBreaks, 2) { out.append(0x0A) }
    } else if pendingSpace {
      out.append(0x20)
    }
    pendingSpace = false
    pendingBreaks = 0
  }

  private func isFamily(_ left: StructuredText.Block.Kind, _ right: StructuredText.Block.Kind)
    -> Bool
  {
    left == right || (tableDepth > 0 && left != .heading && left != .caption)
  }

  private mutating func separate() {
    guard let last = blocks.last else { return }
    switch join {
    case .cell: out.append(0x09)
    case .line where isFamily(last.kind, kind) && last.quoteID == (quoteIDs.last ?? 0):
      out.append(0x0A)
    case .line, .paragraph:
      out.append(0x0A)
      out.append(0x0A)
    }
  }

  mutating func emit(_ from: Int, _ to: Int) {
    prepare()
    out.append(contentsOf: input[from..<to])
  }

  mutating func emit(_ byte: UInt8) {
    prepare()
    out.append(byte)
  }

  mutating func emit(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    prepare()
    out.append(contentsOf: bytes)
  }

  mutating func space() { pendingSpace = true }
  mutating func lineBreak() { if isOpen { pendingBreaks += 1 } }

  /// Prints the marker of the note use number `use`.
  mutating func emitNote(_ use: Int) {
    guard use < uses.count else { return }
    prepare()
    let start = out.count
    out.append(UInt8(ascii: "["))
    out.append(contentsOf: uses[use].marker)
    out.append(UInt8(ascii: "]"))
    if isPage { marks.append(Mark(range: ByteRange(start, out.count), use: use)) }
  }

  /// Prints the number of an address without words: `[1]`.
  mutating func emitAddress(_ url: String) {
    prepare()
    addresses += 1
    let start = out.count
    out.append(contentsOf: "[\(addresses)]".utf8)
    marks.append(Mark(range: ByteRange(start, out.count), use: -1, url: url))
  }
}
