internal import FonsSource
internal import FonsText

/// Works on their way into a segment, about a megabyte of text at a time.
struct Batch: Sendable {
  struct Entry: Sendable {
    /// Where the text of the work lies in the batch's.
    var range: Range<Int>
    var content: Content
    /// Words that are indexed as if they stood there, in the place of zeros.
    var oldWords: [UInt8]?
  }

  enum Content: Sendable {
    /// A work, its text taken out.
    case work(Work, source: String)
    /// The details and names of a work of another segment.
    case kept(details: [UInt8], titleHash: UInt32, names: [UInt64])
  }

  /// The end of the last batch that filled no block, then the texts of the works.
  var text: [UInt8] = []
  /// Where it begins in the text of the segment; a multiple of the size of a block.
  var base: Int
  /// The works whose texts stand in it, in order.
  var entries: [Entry] = []

  init(base: Int) { self.base = base }

  /// Adds a work. The next one begins at a unit of positions, so that no posting can belong to two.
  mutating func add(
    _ work: UnsafeBufferPointer<UInt8>, _ content: Content, oldWords: [UInt8]? = nil
  ) {
    let start = text.count
    text.append(contentsOf: work)
    if let oldWords { text.append(contentsOf: repeatElement(0, count: oldWords.count)) }
    entries.append(Entry(range: start..<text.count, content: content, oldWords: oldWords))
    let unit = SegmentFormat.positionUnit
    let padding = (unit - text.count % unit) % unit
    if padding > 0 { text.append(contentsOf: repeatElement(0, count: padding)) }
  }

  /// Splits off what fills no block: it is compressed with what comes after it.
  mutating func splitRest() -> Batch {
    let whole = text.count / SegmentFormat.blockSize * SegmentFormat.blockSize
    var rest = Batch(base: base + whole)
    rest.text = Array(text[whole...])
    return rest
  }
}

/// What a segment keeps of a batch.
struct IndexedBatch: Sendable {
  struct Entry: Sendable {
    /// Place of the work's text in the segment's.
    var text: Range<Int>
    var details: [UInt8]
    var titleHash: UInt32
    var names: [UInt64]
  }

  var frames: [UInt8] = []
  var frameSizes: [UInt32] = []
  var grams = PostingsPile.Chunk()
  var pairs = PostingsPile.Chunk()
  var entries: [Entry] = []
  var counts = WordCounts()
  /// Hashes of words: each that the batch holds, at least twice where it comes twice.
  var words: [UInt64] = []
}
