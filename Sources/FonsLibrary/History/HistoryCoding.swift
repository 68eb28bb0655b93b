internal import FonsSource

/// A history as it lies in a segment: a head, and frames that can be read one by one.
///
/// A look-up of lifetimes reads the table and the plain text alone. The markup, which is much like it,
/// is compressed with the plain text as its prefix.
struct HistoryCoding {
  /// A weave as it lies on disk.
  struct Part {
    var pool: [UInt8]
    /// Bytes of each strand.
    var sizes: [UInt8]
    var changes: [UInt8]

    init(_ weaver: Weaver) {
      pool = weaver.pool
      var writer = ByteWriter()
      var last = 0
      for end in weaver.ends {
        writer.put(end - last)
        last = end
      }
      sizes = writer.bytes
      changes = weaver.changes.bytes
    }
  }

  let page: PageRevision.Page
  let table: RevisionTable
  let states: Int
  let plain: Part
  let markup: Part

  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.put(page.title)
    writer.put(page.url)
    writer.put(page.language)
    writer.put(page.id)
    writer.put(page.fileNamespace)
    writer.put(page.categoryNamespace)
    writer.put(states)
    let frames = [
      HistoryFrames.compress(table.encoded()),
      HistoryFrames.compress(plain.pool),
      HistoryFrames.compress(plain.sizes),
      HistoryFrames.compress(plain.changes),
      HistoryFrames.compress(markup.pool, prefix: plain.pool),
      HistoryFrames.compress(markup.sizes),
      HistoryFrames.compress(markup.changes),
    ]
    for frame in frames { writer.put(frame.count) }
    return frames.reduce(into: writer.bytes) { $0 += $1 }
  }

  /// The head of an encoded history, and where its frames lie.
  struct Head {
    var page: PageRevision.Page
    var states: Int
    var frames: [Range<Int>]

    /// nil where the bytes make no sense.
    init?(_ bytes: UnsafeRawBufferPointer) {
      var reader = ByteReader(bytes)
      guard let title = reader.string(), let url = reader.optionalString(),
        let language = reader.optionalString(), let id = reader.optionalInt(),
        let files = reader.optionalString(), let categories = reader.optionalString(),
        let states = reader.int(), states >= 0, states < 1 << 31
      else { return nil }
      page = PageRevision.Page(
        title: title, url: url, language: language, id: id, fileNamespace: files,
        categoryNamespace: categories)
      self.states = states
      var sizes: [Int] = []
      for _ in 0..<7 {
        guard let size = reader.count() else { return nil }
        sizes.append(size)
      }
      frames = []
      var start = reader.offset
      for size in sizes {
        guard size <= bytes.count - start else { return nil }
        frames.append(start..<start + size)
        start += size
      }
    }

    enum Frame: Int {
      case table, pool, sizes, changes, markupPool, markupSizes, markupChanges
    }

    func frame(
      _ frame: Frame, _ bytes: UnsafeRawBufferPointer, prefix: [UInt8] = []
    ) -> [UInt8]? {
      HistoryFrames.decompress(
        UnsafeRawBufferPointer(rebasing: bytes[frames[frame.rawValue]]), prefix: prefix)
    }

    func weave(
      _ bytes: UnsafeRawBufferPointer, _ pool: Frame, _ sizes: Frame, _ changes: Frame,
      prefix: [UInt8] = []
    ) -> Weave? {
      guard let pool = frame(pool, bytes, prefix: prefix), let sizes = frame(sizes, bytes),
        let changes = frame(changes, bytes), pool.count < 1 << 31
      else { return nil }
      let ends = sizes.withUnsafeBytes { buffer -> [Int32]? in
        var reader = ByteReader(buffer)
        var ends: [Int32] = []
        var end = 0
        while reader.offset < buffer.count {
          guard let size = reader.int(), size > 0, size <= pool.count - end else { return nil }
          end += size
          ends.append(Int32(end))
        }
        return end == pool.count ? ends : nil
      }
      guard let ends else { return nil }
      return changes.withUnsafeBytes { Weave(pool: pool, ends: ends, $0, states: states) }
    }
  }
}
