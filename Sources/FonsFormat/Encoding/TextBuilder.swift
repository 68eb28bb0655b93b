import FonsText

/// Puts a structured text together while the bytes of a format are read.
///
/// Readers open a block, add to it, and close it; separators between blocks and the trimming of
/// white space at a block's ends are done here.
struct TextBuilder {
  typealias Block = StructuredText.Block
  typealias Span = StructuredText.Span

  private(set) var text: [UInt8] = []
  private(set) var origin = OffsetMap()
  var blocks: [Block] = []
  var spans: [Span] = []
  /// The block that is being filled; its range is set when it is closed.
  private var open: Block?
  private var blockStart = 0

  var count: Int { text.count }
  var isOpen: Bool { open != nil }
  /// Whether the open block has nothing in it yet.
  var isEmptyBlock: Bool { text.count == blockStart }
  var last: UInt8? { isEmptyBlock ? nil : text.last }

  /// Starts a block; the separator before it stands for the original byte at `offset`.
  mutating func begin(_ block: Block, at offset: Int) {
    end()
    if !text.isEmpty { put([0x0A, 0x0A], original: ByteRange(offset, offset)) }
    open = block
    blockStart = text.count
  }

  /// Ends the block; one without text leaves no trace but the separator.
  mutating func end() {
    guard var block = open else { return }
    open = nil
    let range = text.trimmed(blockStart, text.count)
    block.range = ByteRange(range)
    if !range.isEmpty { blocks.append(block) }
  }

  /// Columns before the first line of the open block.
  var openIndent: Int? { open?.indent }

  /// Makes the open block a quotation, and the paragraphs directly before it with the same indent:
  /// the stanzas of a poem.
  mutating func quoteOpenStanzas(id: Int) {
    quoteOpenBlock(id: id)
    var index = blocks.count - 1
    while index >= 0, blocks[index].kind == .paragraph, blocks[index].quoteDepth == 0,
      blocks[index].indent == open?.indent
    {
      blocks[index].quoteDepth = 1
      blocks[index].quoteID = id
      index -= 1
    }
  }

  /// Makes the open block a quotation, as its last line turns out to say.
  mutating func quoteOpenBlock(id: Int) {
    open?.quoteDepth = 1
    open?.quoteID = id
  }

  /// Copies original bytes.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    text.append(contentsOf: bytes[range])
    origin.append(
      derivedCount: range.count, original: range.lowerBound, originalCount: range.count)
  }

  /// Copies a piece of an intermediate text that itself came from the original.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>, through map: OffsetMap) {
    text.append(contentsOf: bytes[range])
    origin.append(ByteRange(range), through: map)
  }

  /// Adds text that stands for an original range as a whole.
  mutating func put(_ bytes: [UInt8], original: ByteRange) {
    guard !bytes.isEmpty else { return }
    text.append(contentsOf: bytes)
    origin.append(
      derivedCount: bytes.count, original: original.start, originalCount: original.count)
  }

  mutating func put(_ byte: UInt8, original: ByteRange) {
    text.append(byte)
    origin.append(derivedCount: 1, original: original.start, originalCount: original.count)
  }

  /// A space, unless white space stands there already or the block is still empty.
  mutating func space(original: ByteRange) {
    guard let last, !ASCII.isSpace(last) else { return }
    put(0x20, original: original)
  }

  /// Takes back the last bytes of the open block: a hyphen that the end of a line asked for.
  mutating func removeLast(_ count: Int) {
    guard text.count - count >= blockStart else { return }
    text.removeLast(count)
    origin.removeLast(count)
  }

  mutating func add(_ span: Span) {
    if !span.range.isEmpty { spans.append(span) }
  }

  /// What was built; spans in order of their start, outer ones first.
  mutating func finish() -> StructuredText {
    end()
    var result = StructuredText(text: text, origin: origin)
    result.blocks = blocks
    result.spans = spans.sorted {
      ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end)
    }
    return result
  }
}
