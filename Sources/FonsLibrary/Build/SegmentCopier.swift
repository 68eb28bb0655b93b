/// Hands the works of a segment to the builder of another one; details are copied as they are.
struct SegmentCopier {
  /// Text that is decompressed at once.
  private static let window = 1 << 20
  /// Text after which the memory of the old file is given back.
  private static let releaseAfter = 64 << 20

  private let segment: Segment
  /// All names of the segment, by work.
  private let names: [NameRow]
  private var nextName = 0
  /// Revisions before this time are left out.
  private let oldest: String?

  /// - Throws: `LibraryError.damaged`.
  init(_ segment: Segment, oldest: String? = nil) throws {
    self.segment = segment
    self.oldest = oldest
    names = try segment.allNames().sorted { ($0.work, $0.key) < ($1.work, $1.key) }
  }

  /// Copies works behind those that were copied before.
  ///
  /// - Throws: `LibraryError.damaged`: every page is checked before it is copied.
  mutating func copy(_ works: Range<Int>, to builder: SegmentBuilder) throws {
    while nextName < names.count, names[nextName].work < UInt64(works.lowerBound) { nextName += 1 }
    var text: [UInt8] = []
    var textStart = 0
    var sinceRelease = 0
    for work in works {
      // The old words of the work before come with its history.
      if try segment.isOldWords(work) { continue }
      let row = try segment.row(work)
      let range = Int(row.textStart)..<Int(row.textEnd)
      if range.lowerBound < textStart || range.upperBound > textStart + text.count {
        textStart = range.lowerBound
        text = try segment.text(
          textStart..<max(range.upperBound, min(segment.textBytes, textStart + Self.window)))
        sinceRelease += text.count
      }
      var own: [UInt64] = []
      while nextName < names.count, names[nextName].work == UInt64(work) {
        own.append(names[nextName].key)
        nextName += 1
      }
      let details = Array(try segment.detailsFrame(row))
      try text[range.lowerBound - textStart..<range.upperBound - textStart]
        .withUnsafeBufferPointer {
          try builder.add($0, .kept(details: details, titleHash: row.titleHash, names: own))
        }
      if let history = try segment.encodedHistory(work) {
        try copyHistory(
          history,
          newest: Array(text[range.lowerBound - textStart..<range.upperBound - textStart]), builder)
      }
      if sinceRelease > Self.releaseAfter {
        segment.releaseMemory()
        sinceRelease = 0
      }
    }
  }

  private func copyHistory(
    _ encoded: [UInt8], newest: [UInt8], _ builder: SegmentBuilder
  ) throws {
    guard let history = History(encoded) else {
      throw LibraryError.damaged(path: segment.path, offset: nil, what: "a history cannot be read")
    }
    guard let oldest, history.hasRevisions(before: oldest) else {
      return try builder.addHistory(encoded, history, newest: newest)
    }
    let shorter = history.dropping(before: oldest).finish().encoded
    guard let read = History(shorter) else {
      throw LibraryError.damaged(path: segment.path, offset: nil, what: "a history cannot be read")
    }
    try builder.addHistory(shorter, read, newest: newest)
  }
}
