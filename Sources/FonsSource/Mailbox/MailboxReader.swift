import FonsFormat

/// Reads the messages of an mbox file, one at a time.
///
/// A message begins at a line `From …` after an empty line, where a header follows; `>From ` in a
/// body stands for `From `.
struct MailboxReader {
  let bytes: ByteSource
  let path: String
  let root: String
  let options: SourceOptions

  func read(head: [UInt8], _ body: (SourceEvent) throws -> Void) throws {
    var input = RecordInput(bytes, head: head)
    var message: [UInt8] = []
    var isTooLarge = false
    var wasEmpty = true
    var count = 0
    while let line = input.line() {
      if wasEmpty, line.starts(with: "From ".utf8), Self.isHeader(input.peek(200)) {
        try deliver(message, &count, isTooLarge, body)
        message = []
        isTooLarge = false
        wasEmpty = false
        continue
      }
      wasEmpty = line.isEmpty
      guard message.count + line.count <= options.fileLimit else {
        isTooLarge = true
        continue
      }
      let isQuoted = line.first == 0x3E && line.drop { $0 == 0x3E }.starts(with: "From ".utf8)
      message += isQuoted ? line[1...] : line[...]
      message.append(0x0A)
    }
    try deliver(message, &count, isTooLarge, body)
    if let failure = input.failure { throw failure }
  }

  /// Whether a line `Name: value` comes next.
  private static func isHeader(_ next: ArraySlice<UInt8>) -> Bool {
    guard let colon = next.prefix(100).firstIndex(of: 0x3A), colon > next.startIndex else {
      return false
    }
    return next[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private func deliver(
    _ message: [UInt8], _ count: inout Int, _ isTooLarge: Bool,
    _ body: (SourceEvent) throws -> Void
  ) throws {
    guard !message.isEmpty || isTooLarge else { return }
    count += 1
    let shown = "\(path): message \(count)"
    guard !isTooLarge else {
      return try body(
        .unreadable(
          SourceError(
            .tooLarge, path: shown,
            message: "has more than \(options.fileLimit) bytes and was left out.")))
    }
    var work = try MailMessage(bytes: message, path: shown, root: root).work()
    work.aliases.removeAll { $0.hasPrefix("/") || $0.contains(": message ") }
    try body(.work(work))
  }
}
