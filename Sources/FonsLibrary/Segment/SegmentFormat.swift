internal import CXXHash

/// The layout of a segment file, format 2.
///
///     header     4,096 bytes: magic, version, checksum, counts, table of sections
///     sections   each begins at a multiple of 4,096 bytes; all integers little-endian
///     checksums  32 bits of XXH3 for each 4,096 bytes of everything between
///
/// `Documentation/LibraryFormat.md` describes the sections.
enum SegmentFormat {
  static let magic: UInt64 = 0x3147_4553_534E_4F46  // "FONSSEG1"
  static let version = 2
  static let pageSize = 4096
  /// Uncompressed bytes of a block of text.
  static let blockSize = 8192
  /// Text positions are kept in units of this many bytes.
  static let positionUnit = 32
  /// Postings kept for each key.
  static let keptPostings = 256
  static let mostBucketBits = 24

  enum Section: Int, CaseIterable {
    /// Compressed frames, one after the other.
    case text
    /// `UInt64` offsets of the frames in `text`, and its end.
    case blocks
    /// The dictionary of the frames.
    case dictionary
    /// `WorkRow`s.
    case works
    /// Encoded `WorkDetails`, one after the other.
    case details
    /// `NameRow`s, sorted: titles, addresses and aliases to works.
    case names
    /// `RedirectRow`s, sorted: names to names.
    case redirects
    /// `UInt32` first posting of each bucket, and the end.
    case directory
    /// A byte for each posting: the bits of the key after those of the bucket.
    case tags
    /// For each posting, in as few bits as all need: where the gram starts, ÷ 32.
    case positions
    /// `CountRow`s, sorted: keys with more postings than are kept.
    case counts
    /// 65,536 bytes: how surprising words are in this segment.
    case frequencies
    /// `UInt64` blocks of a `Vocabulary`.
    case vocabulary
    /// The same for the words that stand at two places or more.
    case repeated
    /// The second tier, of pairs: as `directory`, `tags`, `positions` and `counts`; empty where the
    /// profile has none.
    case pairDirectory
    case pairTags
    case pairPositions
    case pairCounts
    /// `HistoryRow`s, by work: which works have a history.
    case histories = 20
    /// Encoded histories, one after the other.
    case historyData = 21
  }

  /// What is looked up: grams first, and pairs where they found nothing good.
  enum Tier: CaseIterable {
    case grams
    case pairs

    var directory: Section { self == .grams ? .directory : .pairDirectory }
    var tags: Section { self == .grams ? .tags : .pairTags }
    var positions: Section { self == .grams ? .positions : .pairPositions }
    var counts: Section { self == .grams ? .counts : .pairCounts }
  }

  /// Bits of each position of a text of so many bytes.
  static func positionBits(textBytes: Int) -> Int {
    let last = UInt64(max(0, textBytes - 1) / positionUnit)
    return max(1, 64 - last.leadingZeroBitCount)
  }

  /// The key of a gram: the bits that choose its bucket, and eight more.
  @inline(__always)
  static func postingKey(_ gram: UInt64, bucketBits: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: gram >> UInt64(64 - bucketBits - 8))
  }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }

  static func pageChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: checksum(bytes))
  }
}

/// The first page of a segment, as it lies on disk.
struct SegmentHeader {
  var magic = SegmentFormat.magic
  var version = UInt64(SegmentFormat.version)
  /// XXH3 of the header page with this field zero.
  var checksum: UInt64 = 0
  var works: UInt64 = 0
  /// Bytes of plain text.
  var textBytes: UInt64 = 0
  var words: UInt64 = 0
  var postings: UInt64 = 0
  /// Bits of a gram's hash that choose its bucket.
  var bucketBits: UInt64 = 0
  /// Offset and bytes of each section, at the number of its `SegmentFormat.Section`.
  var sections = InlineArray<32, (offset: UInt64, count: UInt64)>(repeating: (0, 0))
  /// Offset and bytes of the page checksums.
  var checksums: (offset: UInt64, count: UInt64) = (0, 0)
  /// XXH3 of the page checksums.
  var checksumOfChecksums: UInt64 = 0
  /// Postings of the second tier that are kept.
  var pairPostings: UInt64 = 0
  /// Bits of a pair's hash that choose its bucket.
  var pairBucketBits: UInt64 = 0
}

extension SegmentHeader {
  /// Whether its figures agree with the sizes of its sections. Right checksums do not say so: the
  /// library may be somebody else's.
  var isConsistent: Bool {
    func count<Row>(_ section: SegmentFormat.Section, of type: Row.Type) -> UInt64 {
      sections[section.rawValue].count / UInt64(MemoryLayout<Row>.stride)
    }
    let blocks = max(1, count(.blocks, of: UInt64.self)) - 1
    return works == count(.works, of: WorkRow.self)
      && textBytes <= blocks * UInt64(SegmentFormat.blockSize) && words <= textBytes
      && bucketBits <= UInt64(SegmentFormat.mostBucketBits)
      && pairBucketBits <= UInt64(SegmentFormat.mostBucketBits)
  }

  func bucketBits(_ tier: SegmentFormat.Tier) -> Int {
    Int(tier == .grams ? bucketBits : pairBucketBits)
  }

  func postings(_ tier: SegmentFormat.Tier) -> Int {
    Int(clamping: tier == .grams ? postings : pairPostings)
  }

  mutating func set(_ tier: SegmentFormat.Tier, bucketBits bits: Int, postings count: Int) {
    switch tier {
    case .grams: (bucketBits, postings) = (UInt64(bits), UInt64(count))
    case .pairs: (pairBucketBits, pairPostings) = (UInt64(bits), UInt64(count))
    }
  }
}

/// Where a work lies; strings and notes are in its details.
struct WorkRow {
  var textStart: UInt64
  var textEnd: UInt64
  var detailsStart: UInt64
  var detailsCount: UInt32
  /// Distinguishes works whose details are damaged.
  var titleHash: UInt32
}

/// A name of a work: a hash of its folded words, or of a normalised address.
struct NameRow {
  var key: UInt64
  var work: UInt64
}

/// One name that stands for another.
struct RedirectRow {
  var from: UInt64
  var to: UInt64
}

/// The true number of postings of a key of which not all are kept.
struct CountRow {
  var key: UInt32
  var count: UInt32
}

/// The history of a work. Its old words are indexed as if they stood in a second work, right behind it,
/// whose text is zeros: what is found there leads to the history.
struct HistoryRow {
  var work: UInt32
  var revisions: UInt32
  /// Where the encoded history begins in its section.
  var start: UInt64
  var count: UInt64
  /// Bytes of the second work.
  var room: UInt64
}
