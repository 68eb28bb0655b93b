/// What a library is built from: a dump, a file, or a folder of them.
public struct Source: Sendable {
  public let path: String
  /// How a person would call it: the last part of its path.
  public let label: String
  /// Bytes of all its files, for progress.
  public let totalBytes: Int

  private let files: [FileTree.Entry]
  private let skipped: [SourceError]

  /// Looks what is at `path`, without reading it.
  public init(path: String) throws(SourceError) {
    self.path = path
    label = String(path.split(separator: "/").last ?? "/")
    (files, skipped) = try FileTree.files(at: path)
    totalBytes = files.reduce(0) { $0 + $1.size }
  }

  /// Delivers everything in the source, one event at a time and in bounded memory.
  ///
  /// Whatever is wrong with one item is an event and not the end; errors of `body` end the reading
  /// and are thrown.
  public func read(
    options: SourceOptions = SourceOptions(), _ body: (SourceEvent) throws -> Void
  ) throws {
    for error in skipped { try body(.unreadable(error)) }
    var before = 0
    for file in files {
      do {
        try read(file, before: before, options: options, body)
      } catch let error as SourceError {
        try body(.unreadable(error))
      }
      before += file.size
      try body(.progress(bytesRead: before))
    }
  }

  private func read(
    _ file: FileTree.Entry, before: Int, options: SourceOptions,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    let bytes = try ByteSource(path: file.path)
    // An error in the first chunk must not hide what the chunk held.
    guard let head = try bytes.read() else {
      return try TextFile(path: file.path, root: path, bytes: []).deliver(options, body)
    }
    if Self.isMediaWiki(head) {
      try readDump(bytes, head: head, path: file.path, before: before, options: options, body)
    } else {
      try readFile(bytes, head: head, file: file, options: options, body)
    }
  }

  /// Whether the first kilobyte holds the root of an export, in UTF-8 or UTF-16.
  private static func isMediaWiki(_ head: [UInt8]) -> Bool {
    let start = String(decoding: head.prefix(2_048).filter { $0 != 0 }.prefix(1_024), as: UTF8.self)
    return start.contains("<mediawiki")
  }

  private func readDump(
    _ bytes: ByteSource, head: [UInt8], path: String, before: Int, options: SourceOptions,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    let reader = MediaWikiReader(path: path, options: options)
    let builder = WorkBuilder(reader: reader)
    var chunk: [UInt8]? = head
    var reported = 0
    while let current = chunk {
      try reader.feed(current) { try builder.deliver($0, body) }
      if bytes.fileOffset - reported >= 1 << 20 {
        reported = bytes.fileOffset
        try body(.progress(bytesRead: before + reported))
      }
      chunk = try bytes.read()
    }
    try reader.finish { try builder.deliver($0, body) }
  }

  private func readFile(
    _ bytes: ByteSource, head: [UInt8], file: FileTree.Entry, options: SourceOptions,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    var content = head
    var failure: SourceError?
    do {
      while content.count <= options.fileLimit, let more = try bytes.read() { content += more }
    } catch {
      failure = error
    }
    guard content.count <= options.fileLimit else {
      throw SourceError(
        .tooLarge, path: file.path, offset: options.fileLimit,
        message: "has more than \(options.fileLimit) bytes of text and was left out. Split it, or "
          + "raise the file limit.")
    }
    try TextFile(path: file.path, root: path, bytes: content).deliver(options, body)
    if let failure { throw failure }
  }
}

/// Makes works of a dump's pages.
private final class WorkBuilder {
  private let reader: MediaWikiReader
  private lazy var renderer = reader.site.renderer()

  init(reader: MediaWikiReader) { self.reader = reader }

  func deliver(
    _ event: MediaWikiReader.Event, _ body: (SourceEvent) throws -> Void
  ) throws {
    switch event {
    case .skipped(let error): try body(.warning(error))
    case .page(let page):
      if let target = page.redirect {
        try body(.redirect(from: page.title, to: target))
      } else {
        try body(.work(page.work(of: reader.site, renderer: renderer)))
      }
    }
  }
}
