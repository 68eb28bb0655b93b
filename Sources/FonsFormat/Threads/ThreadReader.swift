import FonsText

/// A thread of an imageboard as JSON: that of the 4chan API (`posts`, each with `no` and `com` in
/// HTML), and FoolFuuka's (numbers leading to `op` and `posts`, each with `num` and `comment`).
public struct ThreadReader: Sendable {
  public init() {}

  /// Reads valid UTF-8; `origin` leads to this text, into the strings of the JSON.
  ///
  /// - Throws: `HTMLError` where a post is too large.
  public func read(text: [UInt8]) throws -> StructuredText {
    let objects = JSONText.read(text).map { Self.posts($0.value) } ?? []
    var posts: [PostThread.Post] = []
    for object in objects {
      if let post = try Self.post(text, object) { posts.append(post) }
    }
    var thread = PostThread(posts, naming: .number)
    var result = thread.assembled()
    result.title = objects.first?.first(["sub", "title"])?.text(text)
    result.date = posts.first?.body.date
    result.isArchived = objects.contains { object in
      if case .number(let range)? = object["archived"] { return text.string(range) != "0" }
      return false
    }
    return result
  }

  /// Whether a document is such a thread; only its beginning is looked at.
  static func matches(_ text: [UInt8]) -> Bool {
    guard let root = JSONText.read(text, to: min(text.count, 1 << 16))?.value else { return false }
    return !posts(root).isEmpty
  }

  /// The objects of the posts, in order.
  private static func posts(_ root: JSONText) -> [JSONText] {
    let listed = (root["posts"]?.elements ?? []).filter { $0["no"] != nil }
    if !listed.isEmpty { return listed }
    var result: [JSONText] = []
    for thread in root.fields.map(\.value) {
      if let first = thread["op"], first["num"] != nil { result.append(first) }
      result += (thread["posts"]?.fields.map(\.value) ?? []).filter { $0["num"] != nil }
    }
    return result
  }

  private static func post(_ text: [UInt8], _ object: JSONText) throws -> PostThread.Post? {
    guard let number = object.first(["no", "num"])?.text(text),
      let range = object.first(["com", "comment"])?.stringRange, !range.isEmpty
    else { return nil }
    var (lines, map) = JSONString.decode(text, range)
    if object["com"] != nil {
      let page = try HTMLReader().read(text: lines)
      lines = page.text
      map = page.origin.composed(with: map)
    }
    var parser = QuotedLinesParser(lines, style: .thread)
    var body = parser.parse(0..<lines.count)
    body.origin = body.origin.composed(with: map)
    body.date = object.first(["time", "timestamp"])?.text(text).flatMap(WrittenDate.read)
    return PostThread.Post(number: number, name: object["name"]?.text(text), body: body)
  }
}
