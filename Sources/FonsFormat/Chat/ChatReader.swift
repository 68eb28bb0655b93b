import FonsText

/// A conversation exported as JSON, a message a line: `{"from": "Ada", "text": "…", "reply_to": 2}`.
public struct ChatReader: Sendable {
  private static let texts = ["text", "message", "body", "content"]
  private static let names = ["from", "author", "sender", "user", "username", "name", "nick"]
  private static let replies = [
    "reply_to", "reply_to_message_id", "in_reply_to", "replyTo", "reply_to_id", "parent_id",
  ]

  public init() {}

  /// Reads valid UTF-8; `origin` leads to this text. Lines that are no messages are passed over.
  public func read(text: [UInt8]) -> StructuredText {
    var posts: [PostThread.Post] = []
    Self.forEachLine(text) { line in
      guard let object = JSONText.read(text, from: line.lowerBound, to: line.upperBound)?.value,
        let range = object.first(Self.texts)?.stringRange
      else { return true }
      let decoded = JSONString.decode(text, range)
      var parser = QuotedLinesParser(decoded.text, style: .thread)
      var body = parser.parse(0..<decoded.text.count)
      body.origin = body.origin.composed(with: decoded.map)
      let number = object.first(["id", "message_id"])?.text(text) ?? "line \(posts.count)"
      posts.append(
        PostThread.Post(
          number: number, name: Self.name(object, text),
          replies: object.first(Self.replies)?.text(text).map { [$0] } ?? [], body: body))
      return true
    }
    var thread = PostThread(posts, naming: .author)
    return thread.assembled()
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
    forEachLine(text) { line in
      let object =
        line.count > 1 << 16
        ? nil : JSONText.read(text, from: line.lowerBound, to: line.upperBound)?.value
      let isMessage =
        object?.first(texts)?.stringRange != nil && object.flatMap { name($0, text) } != nil
      if isMessage { messages += 1 } else { others += 1 }
      return messages + others < 8
    }
    return messages > 0 && messages > others
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
