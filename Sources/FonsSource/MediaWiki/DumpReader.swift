/// Reads a MediaWiki export from a stream, as works and redirects.
struct DumpReader {
  let bytes: ByteSource
  let path: String
  let options: SourceOptions

  /// - Parameter before: bytes of the source that were read before this file, for progress.
  func read(head: [UInt8], before: Int?, _ body: (SourceEvent) throws -> Void) throws {
    let reader = MediaWikiReader(path: path, options: options)
    let builder = WorkBuilder(reader: reader, keepsMarkup: options.keepsMarkup)
    var unconfirmed = UnconfirmedPages()
    var chunk: [UInt8]? = head
    var reported = 0
    while let current = chunk {
      try reader.feed(current) { event in
        if case .page(let page) = event { unconfirmed.add(page.title, at: bytes.offset) }
        try builder.deliver(event, body)
      }
      unconfirmed.confirm(upTo: bytes.confirmed)
      if let before, bytes.fileOffset - reported >= 1 << 20 {
        reported = bytes.fileOffset
        try body(.progress(bytesRead: before + reported))
      }
      do {
        chunk = try bytes.read()
      } catch {
        if error.kind == .corrupt, let warning = unconfirmed.warning(path, error.offset) {
          try body(.warning(warning))
        }
        throw error
      }
    }
    try reader.finish { try builder.deliver($0, body) }
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

/// Makes works of a dump's pages.
private final class WorkBuilder {
  private let reader: MediaWikiReader
  private let keepsMarkup: Bool
  private lazy var renderer = reader.site.renderer()

  init(reader: MediaWikiReader, keepsMarkup: Bool) {
    self.reader = reader
    self.keepsMarkup = keepsMarkup
  }

  func deliver(
    _ event: MediaWikiReader.Event, _ body: (SourceEvent) throws -> Void
  ) throws {
    switch event {
    case .skipped(let error): try body(.warning(error))
    case .page(let page):
      if let target = page.redirect {
        try body(.redirect(from: page.title, to: target))
      } else if keepsMarkup {
        try body(.work(Work(title: page.title, revision: page.revision, text: page.text)))
      } else {
        try body(.work(page.work(of: reader.site, renderer: renderer)))
      }
    }
  }
}
