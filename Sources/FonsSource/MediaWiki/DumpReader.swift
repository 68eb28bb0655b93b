/// Reads a MediaWiki export from a stream, as works and redirects.
struct DumpReader {
  let bytes: ByteSource
  let path: String
  let options: SourceOptions

  /// - Parameter before: bytes of the source that were read before this file, for progress.
  func read(head: [UInt8], before: Int?, _ body: (SourceEvent) throws -> Void) throws {
    let reader = MediaWikiReader(path: path, options: options)
    let pages = PageRenderer(reader: reader, options: options)
    var unconfirmed = UnconfirmedPages()
    do {
      try read(head, reader, before) { event in
        if case .page(let page) = event { unconfirmed.add(page.title, at: bytes.offset) }
        try pages.take(event, body)
      } after: {
        unconfirmed.confirm(upTo: bytes.confirmed)
        if let offset = $0 { try body(.progress(bytesRead: offset)) }
      }
    } catch let error as SourceError {
      // What was read before the damage is kept.
      try pages.finish(body)
      if error.kind == .corrupt, let warning = unconfirmed.warning(path, error.offset) {
        try body(.warning(warning))
      }
      throw error
    }
    try pages.finish(body)
  }

  /// Feeds the reader; `after` is called after each chunk, with the progress where there is some.
  private func read(
    _ head: [UInt8], _ reader: MediaWikiReader, _ before: Int?,
    _ take: (MediaWikiReader.Event) throws -> Void, after: (Int?) throws -> Void
  ) throws {
    var chunk: [UInt8]? = head
    var reported = 0
    while let current = chunk {
      try reader.feed(current, take)
      var progress: Int?
      if let before, bytes.fileOffset - reported >= 1 << 20 {
        reported = bytes.fileOffset
        progress = before + reported
      }
      try after(progress)
      chunk = try bytes.read()
    }
    try reader.finish(take)
  }
}

/// Pages whose compressed bytes no checksum has confirmed yet: where the stream turns out to be
/// damaged, they may be damaged too.
private struct UnconfirmedPages {
  /// The first page of each chunk, how many pages it has, and where it ends.
  private var chunks: [(title: String, count: Int, end: Int)] = []

  mutating func add(_ title: String, at end: Int) {
    if let last = chunks.last, last.end == end {
      chunks[chunks.count - 1].count += 1
    } else {
      chunks.append((title, 1, end))
    }
  }

  mutating func confirm(upTo offset: Int) {
    guard let first = chunks.first, first.end <= offset else { return }
    chunks.removeAll { $0.end <= offset }
  }

  func warning(_ path: String, _ offset: Int) -> SourceError? {
    guard let first = chunks.first else { return nil }
    let count = chunks.reduce(0) { $0 + $1.count }
    let pages = count == 1 ? "1 page" : "\(count) pages"
    return SourceError(
      .corrupt, path: path, offset: offset,
      message: "\(pages) from “\(first.title)” on were read since the last good checksum and may "
        + "hold wrong words. Fetch the file again.")
  }
}
