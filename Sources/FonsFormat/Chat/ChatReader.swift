import FonsText

/// A conversation exported as JSON: a message a line (`{"from": "Ada", "text": "…", "reply_to": 2}`),
/// or all in one array, by itself or as `messages`. A text may be an array of pieces, as Telegram
/// writes it.
public struct ChatReader: Sendable {
  private static let texts = ["text", "message", "body", "content"]
  private static let names = ["from", "author", "sender", "user", "username", "name", "nick"]
  private static let replies = [
    "reply_to", "reply_to_message_id", "in_reply_to", "replyTo", "reply_to_id", "parent_id",
  ]
  private static let times = [
    "date_unixtime", "timestamp", "date", "time", "created_at", "sent_at", "ts",
  ]

  public init() {}

  /// Reads valid UTF-8; `origin` leads to this text. Lines that are no messages are passed over.
  public func read(text: [UInt8]) -> StructuredText {
    var posts: [PostThread.Post] = []
    Self.forEachMessage(text) { object in
      guard let decoded = object.first(Self.texts).flatMap({ Self.body($0, text) }) else {
        return true
      }
      var parser = QuotedLinesParser(decoded.text, style: .thread)
      var body = parser.parse(0..<decoded.text.count)
      body.origin = body.origin.composed(with: decoded.map)
      body.date = object.first(Self.times)?.text(text).flatMap(WrittenDate.read)
      let number = object.first(["id", "message_id", "ts"])?.text(text) ?? "line \(posts.count)"
      posts.append(
        PostThread.Post(
          number: number, name: Self.name(object, text),
          replies: object.first(Self.replies)?.text(text).map { [$0] } ?? [], body: body))
      return true
    }
    var thread = PostThread(posts, naming: .author)
    var result = thread.assembled()
    result.date = posts.first?.body.date
    return result
  }

  /// A text, or pieces of one: strings, and objects with a `text`. Nil where there are no words.
  private static func body(
    _ value: JSONText, _ text: [UInt8]
  ) -> (text: [UInt8], map: OffsetMap)? {
    if let range = value.stringRange { return JSONString.decode(text, range) }
    var (bytes, map) = ([UInt8](), OffsetMap())
    for piece in value.elements {
      guard let range = piece.stringRange ?? piece["text"]?.stringRange else { continue }
      let decoded = JSONString.decode(text, range)
      bytes += decoded.text
      for run in decoded.map.runs {
        map.append(
          derivedCount: run.derivedCount, original: run.original, originalCount: run.originalCount)
      }
    }
    return bytes.isEmpty ? nil : (bytes, map)
  }

  /// The messages of an export that is one value, if it is that.
  private static func array(_ text: [UInt8]) -> [JSONText]? {
    guard let first = text.first(where: { !ASCII.isSpace($0) }), first == 0x5B || first == 0x7B,
      first == 0x5B || text.find("\"messages\"", from: 0, to: min(text.count, 1 << 16)) != nil,
      let whole = JSONText.read(text)?.value
    else { return nil }
    let messages = first == 0x5B ? whole.elements : whole["messages"]?.elements ?? []
    return messages.isEmpty ? nil : messages
  }

  /// Calls `body` with each message, until it returns false.
  private static func forEachMessage(_ text: [UInt8], _ body: (JSONText) -> Bool) {
    if let messages = array(text) {
      _ = messages.allSatisfy(body)
      return
    }
    forEachLine(text) { line in
      JSONText.read(text, from: line.lowerBound, to: line.upperBound).map { body($0.value) } ?? true
    }
  }

  /// Who sent a message: a name, or an object that holds one.
  private static func name(_ message: JSONText, _ text: [UInt8]) -> String? {
    guard let value = message.first(names) else { return nil }
    return value.text(text)
      ?? value.first(["display_name", "global_name", "name", "username", "first_name"])?.text(text)
  }

  /// Whether the first lines are messages with a text and a sender.
  static func matches(_ text: [UInt8]) -> Bool {
    var messages = 0
    var others = 0
    if let all = array(text) {
      return all.prefix(8).contains { isMessage($0, text) }
    }
    forEachLine(text) { line in
      let object =
        line.count > 1 << 16
        ? nil : JSONText.read(text, from: line.lowerBound, to: line.upperBound)?.value
      if object.map({ isMessage($0, text) }) ?? false { messages += 1 } else { others += 1 }
      return messages + others < 8
    }
    return messages > 0 && messages > others
  }

  private static func isMessage(_ object: JSONText, _ text: [UInt8]) -> Bool {
    object.first(texts).flatMap { body($0, text) } != nil && name(object, text) != nil
  }

  /// Calls `body` with each line that is not blank, until it returns false.
  private static func forEachLine(_ text: [UInt8], _ body: (Range<Int>) -> Bool) {
    var at = 0
    while at < text.count {
      let line = TextLine(text, at: at, limit: text.count)
      at = line.next
      let content = line.content(text)
      if !content.isEmpty, !body(content) { return }
    }
  }
}
