import FonsFormat

/// Reads one item as what it is.
struct ItemReader {
  let options: SourceOptions
  /// The source that the item belongs to.
  let root: String
  /// Bytes of the source that were read before it; nil for a member of an archive.
  var before: Int?

  func read(_ item: Item, _ body: (SourceEvent) throws -> Void) throws {
    let bytes = try item.open(workers: options.workers)
    let kind = FileKind(bytes.rawHead(1_024))
    switch kind {
    case .zip, .sevenZip, .zstd, .zim, .pdf:
      try readWhole(try inReach(item, bytes), kind, body)
    case .other:
      // An error in the first chunk must not hide what the chunk held.
      guard let head = try bytes.read() else { return try readText([], item, body) }
      try readStream(bytes, head: head, item, body)
    }
  }

  /// Reads an item that holds one text: a file of text, a PDF. False where it is something else,
  /// of which nothing was read.
  func readSingle(_ item: Item, _ body: (SourceEvent) throws -> Void) throws -> Bool {
    let bytes = try item.open(workers: Workers(count: 1))
    let kind = FileKind(bytes.rawHead(1_024))
    if case .pdf = kind {
      try readWhole(item, kind, body)
      return true
    }
    guard case .other = kind, !bytes.isCompressed else { return false }
    guard let head = try bytes.read() else {
      try readText([], item, body)
      return true
    }
    let isCollection =
      FileKind.isMediaWiki(head) || WebArchiveReader.matches(head) || FileKind.isMailbox(head)
      || FileKind.isTar(head)
    guard !isCollection else { return false }
    try readStream(bytes, head: head, item, body)
    return true
  }

  /// The item as one that can be read from any place: as a file, or in memory.
  private func inReach(_ item: Item, _ bytes: ByteSource) throws -> Item {
    guard case .stream = item.content else { return item }
    let content = try gather(bytes, head: [], item)
    if let failure = content.failure { throw failure }
    var item = item
    item.content = .bytes(content.bytes)
    return item
  }

  // MARK: Formats that are read from any place

  private func readWhole(
    _ item: Item, _ kind: FileKind, _ body: (SourceEvent) throws -> Void
  ) throws {
    switch kind {
    case .zim:
      guard case .file(let name, _) = item.content else {
        throw SourceError(
          .unsupported, path: item.path, message: "is a ZIM file in an archive. Unpack it first.")
      }
      try ZimReader(name: name, path: item.path, options: options).read(body)
    case .pdf: try body(.work(PDFFile(item: item, root: root, options: options).work()))
    case .zstd:
      let archive = try opened(item, raw: true)
      var inner = item
      inner.content = .stream(MemberInput(archive, path: item.path))
      _ = try next(archive, item)
      guard item.depth < Item.depthLimit else { throw tooDeep(item) }
      inner.depth += 1
      try read(inner, body)
    default: try ArchiveItems(item: item, reader: self).read(isZip: kind == .zip, body)
    }
  }

  func opened(_ item: Item, raw: Bool = false) throws(SourceError) -> ArchiveReader {
    do { return try item.openArchive(raw: raw) } catch {
      throw SourceError(error, path: item.path)
    }
  }

  func next(_ archive: ArchiveReader, _ item: Item) throws(SourceError) -> ArchiveReader.Member? {
    do { return try archive.next() } catch { throw SourceError(error, path: item.path) }
  }

  func tooDeep(_ item: Item) -> SourceError {
    SourceError(
      .unsupported, path: item.path,
      message: "lies in more than \(Item.depthLimit) archives, one in the other. Unpack them.")
  }

  // MARK: Formats that are read from beginning to end

  private func readStream(
    _ bytes: ByteSource, head: [UInt8], _ item: Item, _ body: (SourceEvent) throws -> Void
  ) throws {
    if FileKind.isMediaWiki(head) {
      return try DumpReader(bytes: bytes, path: item.path, options: options)
        .read(head: head, before: before, body)
    }
    if WebArchiveReader.matches(head) {
      return try WebArchiveReader(bytes: bytes, head: head, path: item.path, reader: self)
        .read(before: before, body)
    }
    if FileKind.isMailbox(head) {
      return try MailboxReader(bytes: bytes, path: item.path, root: root, options: options)
        .read(head: head, body)
    }
    let content = try gather(bytes, head: head, item)
    var inner = item
    inner.content = .bytes(content.bytes)
    inner.depth += 1
    if FileKind.isTar(head) {
      try ArchiveItems(item: inner, reader: self).read(isZip: false, body)
    } else if bytes.isCompressed, case .other = FileKind(head) {
      try readText(content.bytes, item, body)
    } else if bytes.isCompressed {
      guard item.depth < Item.depthLimit else { throw tooDeep(item) }
      try read(inner, body)
    } else {
      try readText(content.bytes, item, body)
    }
    if let failure = content.failure { throw failure }
  }

  private func readText(
    _ bytes: [UInt8], _ item: Item, _ body: (SourceEvent) throws -> Void
  ) throws {
    try TextFile(path: item.path, root: root, bytes: bytes).deliver(options, body)
  }

  /// All of an item; an error comes after what was read before it.
  private func gather(
    _ bytes: ByteSource, head: [UInt8], _ item: Item
  ) throws(SourceError) -> (bytes: [UInt8], failure: SourceError?) {
    var content = head
    var failure: SourceError?
    do throws(SourceError) {
      while content.count <= options.fileLimit, let more = try bytes.read() { content += more }
    } catch {
      failure = error
    }
    guard content.count <= options.fileLimit else {
      throw SourceError(
        .tooLarge, path: item.path, offset: options.fileLimit,
        message: "has more than \(options.fileLimit) bytes of text and was left out. Split it, or "
          + "raise the file limit.")
    }
    return (content, failure)
  }
}
