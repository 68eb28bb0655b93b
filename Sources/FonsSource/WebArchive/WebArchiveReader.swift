import FonsFormat

/// Reads the pages of a WARC or ARC file, plain or compressed, record by record.
///
/// Works are successful answers of text, HTML and PDF; a redirection, or a revisit of what another
/// address gave, is another name of its work. A record whose length is false is reported, and the
/// next record is looked for.
struct WebArchiveReader {
  private let path: String
  private let reader: ItemReader
  private var input: RecordInput
  private let isARC: Bool
  private var version = 1
  /// Addresses by the digest of what they gave, for revisits that name no address.
  private var digests: [String: String] = [:]

  private static let mark = Array("\nWARC/".utf8)

  static func matches(_ head: [UInt8]) -> Bool {
    head.starts(with: "WARC/".utf8) || head.starts(with: "filedesc://".utf8)
  }

  init(bytes: ByteSource, head: [UInt8], path: String, reader: ItemReader) {
    self.path = path
    self.reader = reader
    isARC = head.starts(with: "filedesc".utf8)
    input = RecordInput(bytes, head: head)
  }

  func read(before: Int?, _ body: (SourceEvent) throws -> Void) throws {
    var copy = self
    try copy.run(before, body)
  }

  private mutating func run(_ before: Int?, _ body: (SourceEvent) throws -> Void) throws {
    if isARC { try readDescription() }
    var reported = 0
    while true {
      input.skipLineEnds()
      guard !input.peek(1).isEmpty else { break }
      try readRecord(body)
      if let before, input.fileOffset - reported >= 1 << 20 {
        reported = input.fileOffset
        try body(.progress(bytesRead: before + reported))
      }
    }
    if let failure = input.failure { throw failure }
  }

  /// The first record of an ARC file says its version.
  private mutating func readDescription() throws(SourceError) {
    guard let record = WebRecord.arc(&input, version: 1) else {
      throw SourceError(.corrupt, path: path, message: "is an ARC file with a damaged beginning.")
    }
    let block = input.take(min(record.length, 65_536))
    version = block.first == 0x32 ? 2 : 1
  }

  // MARK: Records

  private mutating func readRecord(_ body: (SourceEvent) throws -> Void) throws {
    let start = input.offset
    guard isARC || input.peek(5).elementsEqual("WARC/".utf8) else {
      return try recover(from: start, "no record begins at byte \(start)", body)
    }
    guard
      let record = isARC ? WebRecord.arc(&input, version: version) : WebRecord.warc(&input)
    else {
      return try recover(from: start, "the record at byte \(start) has no valid header", body)
    }
    let isWanted = record.kind == .response || record.kind == .resource
    guard record.length <= reader.options.fileLimit else {
      return try skip(record, from: start, body)
    }
    let block = input.take(record.length)
    guard block.count == record.length, isFollowed else {
      return try recover(record, block, from: start, body)
    }
    if record.kind == .revisit { try deliver(revisit: record, body) }
    if isWanted { try deliver(record, block, body) }
  }

  /// Whether another record comes next, or the end.
  private var isFollowed: Bool {
    mutating get {
      input.skipLineEnds()
      let next = input.peek(isARC ? 4_096 : 5)
      return next.isEmpty || begins(next)
    }
  }

  /// Whether a record begins with these bytes.
  private func begins(_ next: ArraySlice<UInt8>) -> Bool {
    guard isARC else { return next.starts(with: "WARC/".utf8) }
    return WebRecord.arc(next.prefix { $0 != 0x0A && $0 != 0x0D }, version: version) != nil
  }

  /// Where the next record begins in a block that has swallowed it.
  private func swallowed(in block: [UInt8]) -> Int? {
    guard isARC else {
      return RecordInput.find(Self.mark, in: block, 0..<block.count).map { $0 + 1 }
    }
    var start = 0
    while let end = block[start...].firstIndex(of: 0x0A) {
      start = end + 1
      if block[start...].starts(with: "http".utf8), begins(block[start...]) { return start }
    }
    return nil
  }

  /// Passes what belongs to no record; false where none follows.
  private mutating func findRecord() -> Bool {
    guard isARC else {
      guard input.skip(to: Self.mark) else { return false }
      input.skipLineEnds()
      return true
    }
    while let line = input.line() {
      if line.starts(with: "http".utf8), begins(line[...]) {
        input.putBack(line[...] + [0x0A])
        return true
      }
    }
    return false
  }

  /// Goes on at the next record after one whose length is false.
  private mutating func recover(
    _ record: WebRecord, _ block: [UInt8], from start: Int, _ body: (SourceEvent) throws -> Void
  ) throws {
    // A length that is too large has swallowed what comes next.
    var held = block.count
    if let next = swallowed(in: block) {
      input.putBack(block[next...])
      held = next
    } else if block.count == record.length {
      _ = findRecord()
    }
    try body(
      .warning(
        SourceError(
          held < record.length ? .truncated : .corrupt, path: path, offset: start,
          message: "the record of \(record.url) says that it has \(record.length) bytes, which is "
            + "not so; \(held) were read, and its text may not be whole.")))
    if record.kind == .response || record.kind == .resource {
      try deliver(record, Array(block[..<held]), body)
    }
  }

  private mutating func recover(
    from start: Int, _ reason: String, _ body: (SourceEvent) throws -> Void
  ) throws {
    let found = findRecord()
    let rest = found ? "went on with the next one" : "what follows was left out"
    try body(
      .warning(SourceError(.corrupt, path: path, offset: start, message: "\(reason); \(rest).")))
  }

  /// Passes a record that is larger than a page can be, or says that it is.
  private mutating func skip(
    _ record: WebRecord, from start: Int, _ body: (SourceEvent) throws -> Void
  ) throws {
    if isARC {
      var left = record.length
      while left > 0 {
        let taken = input.take(min(left, 1 << 20)).count
        guard taken > 0 else { break }
        left -= taken
      }
    } else {
      if input.skip(to: Self.mark, within: record.length) { input.skipLineEnds() }
    }
    try body(
      .warning(
        SourceError(
          .tooLarge, path: path, offset: start,
          message: "the record of \(record.url) says that it has \(record.length) bytes and was "
            + "left out.")))
  }

  // MARK: Works

  private func deliver(
    revisit record: WebRecord, _ body: (SourceEvent) throws -> Void
  ) throws {
    guard let target = record.refersTo ?? record.digest.flatMap({ digests[$0] }),
      target != record.url, !record.url.isEmpty
    else { return }
    try body(.redirect(from: record.url, to: target))
  }

  private mutating func deliver(
    _ record: WebRecord, _ block: [UInt8], _ body: (SourceEvent) throws -> Void
  ) throws {
    var answer = HTTPAnswer(record.kind == .response ? block : [])
    if record.kind == .resource {
      answer.body = block
      answer.fields["content-type"] = record.type
    }
    if let digest = record.digest, digests.count < 1_000_000 {
      digests[digest] = digests[digest] ?? record.url
    }
    if (300...399).contains(answer.status), let target = answer.fields["location"] {
      let absolute = WebPage.absolute(target, from: record.url)
      if absolute != record.url { try body(.redirect(from: record.url, to: absolute)) }
    }
    guard answer.isSuccess, !answer.body.isEmpty else { return }
    let page = WebPage(record: record, path: path, options: reader.options)
    do {
      let limit = reader.options.fileLimit
      let content = try answer.content(limit: limit)
      try page.deliver(content, type: answer.fields["content-type"], body)
    } catch let error as BodyError {
      try body(.unreadable(SourceError(error, path: "\(path): \(record.url)")))
    } catch let error as SourceError {
      try body(.unreadable(error))
    }
  }
}
