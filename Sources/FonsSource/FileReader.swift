/// Reads one file of a source at a time: a dump, or a file of text.
struct FileReader: Sendable {
  /// The source that the files belong to.
  let root: String
  let options: SourceOptions

  /// What became of a file.
  struct Outcome: Sendable {
    enum Result: Sendable {
      case events([SourceEvent])
      /// It may be larger than memory and is to be read by `stream`.
      case stream
      case failure(any Error)
    }
    var file: FileTree.Entry
    var result: Result
  }

  /// Reads a file that is neither compressed nor a dump. Errors are events.
  func read(_ file: FileTree.Entry) -> Outcome {
    var events: [SourceEvent] = []
    do {
      let bytes = try ByteSource(path: file.path)
      if bytes.isCompressed { return Outcome(file: file, result: .stream) }
      let head = try bytes.read()
      if let head, Self.isMediaWiki(head) { return Outcome(file: file, result: .stream) }
      try readText(bytes, head: head ?? [], file: file) { events.append($0) }
    } catch let error as SourceError {
      events.append(.unreadable(error))
    } catch {
      return Outcome(file: file, result: .failure(error))
    }
    return Outcome(file: file, result: .events(events))
  }

  /// Reads any file, in bounded memory. Errors of `body` are thrown.
  ///
  /// - Parameter before: bytes of the files before this one.
  func stream(
    _ file: FileTree.Entry, before: Int, _ body: (SourceEvent) throws -> Void
  ) throws {
    do {
      let bytes = try ByteSource(path: file.path, workers: options.workers)
      // An error in the first chunk must not hide what the chunk held.
      let head = try bytes.read()
      if let head, Self.isMediaWiki(head) {
        try readDump(bytes, head: head, path: file.path, before: before, body)
      } else {
        try readText(bytes, head: head ?? [], file: file, body)
      }
    } catch let error as SourceError {
      try body(.unreadable(error))
    }
  }

  /// Whether the first kilobyte holds the root of an export, in UTF-8 or UTF-16.
  private static func isMediaWiki(_ head: [UInt8]) -> Bool {
    let start = String(decoding: head.prefix(2_048).filter { $0 != 0 }.prefix(1_024), as: UTF8.self)
    return start.contains("<mediawiki")
  }

  private func readDump(
    _ bytes: ByteSource, head: [UInt8], path: String, before: Int,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    let reader = MediaWikiReader(path: path, options: options)
    let pages = PageRenderer(reader: reader, workers: options.workers)
    var chunk: [UInt8]? = head
    var reported = 0
    do {
      while let current = chunk {
        try reader.feed(current) { try pages.take($0, body) }
        if bytes.fileOffset - reported >= 1 << 20 {
          reported = bytes.fileOffset
          try body(.progress(bytesRead: before + reported))
        }
        chunk = try bytes.read()
      }
      try reader.finish { try pages.take($0, body) }
    } catch let error as SourceError {
      // What was read before the damage is kept.
      try pages.finish(body)
      throw error
    }
    try pages.finish(body)
  }

  private func readText(
    _ bytes: ByteSource, head: [UInt8], file: FileTree.Entry,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    var content = head
    var failure: SourceError?
    if !bytes.isCompressed { content.reserveCapacity(min(file.size, options.fileLimit) + 1) }
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
    try TextFile(path: file.path, root: root, bytes: content).deliver(options, body)
    if let failure { throw failure }
  }
}
