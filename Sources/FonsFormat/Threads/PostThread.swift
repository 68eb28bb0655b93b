import FonsText

/// Posts or messages that quote one another by lines with `>`.
struct PostThread {
  struct Post {
    /// The number or identifier by which others refer to it.
    var number: String
    var name: String?
    /// The posts that it answers, where the format says it beside the text.
    var replies: [String] = []
    var body: StructuredText
  }

  /// How a quoted post is told: by its number, or by its author.
  enum Naming {
    case number, author
  }

  private let posts: [Post]
  private let naming: Naming
  private let index: [String: Int]
  /// The words of a post, folded once.
  private var words: [Int: String] = [:]
  /// Posts before a message that are looked at where it names none.
  private static let memory = 20
  /// Bytes of a post that are compared with what quotes it.
  private static let reach = 1 << 15

  init(_ posts: [Post], naming: Naming) {
    self.posts = posts
    self.naming = naming
    var index: [String: Int] = [:]
    for (at, post) in posts.enumerated() where index[post.number] == nil { index[post.number] = at }
    self.index = index
  }

  /// One text of all posts, each a part of its own.
  mutating func assembled() -> StructuredText {
    var assembly = TextAssembly()
    for at in posts.indices { assembly.add(quoting(at)) }
    return assembly.finish()
  }

  /// The body of a post; its `>` lines that repeat an earlier post are quotations of that one, and
  /// other short ones a way of speaking.
  private mutating func quoting(_ at: Int) -> StructuredText {
    var body = posts[at].body
    var replies = posts[at].replies
    for place in body.blocks.indices {
      let block = body.blocks[place]
      if block.kind == .replyLink {
        if place == 0 || body.blocks[place - 1].kind != .replyLink { replies = [] }
        replies += body.text.string(block.range.range).split { !$0.isNumber }.map(String.init)
        continue
      }
      guard block.quoteDepth > 0 || block.isGreen,
        let source = source(of: body, block, replies, before: at)
      else { continue }
      switch naming {
      case .number: body.blocks[place].reply = posts[source].number
      case .author: body.blocks[place].speaker = posts[source].name
      }
      if block.quoteDepth == 0, WordCount.count(body.text, block.range.range, upTo: 4) >= 4 {
        body.blocks[place].quoteDepth = 1
        body.blocks[place].quoteID = -1 - place
      }
    }
    return body
  }

  /// The post that a block repeats.
  private mutating func source(
    of body: StructuredText, _ block: StructuredText.Block, _ replies: [String], before at: Int
  ) -> Int? {
    let quoted = Self.folded(Array(body.text[block.range.range]))
    guard !quoted.isEmpty, quoted.utf8.count <= Self.reach else { return nil }
    var candidates = replies.suffix(16).compactMap { index[$0] }
    if candidates.isEmpty { candidates = Array(max(0, at - Self.memory)..<at) }
    for candidate in candidates.reversed() where candidate != at {
      if words[candidate] == nil {
        words[candidate] = Self.folded(Array(posts[candidate].body.text.prefix(Self.reach)))
      }
      if words[candidate]?.contains(quoted) == true { return candidate }
    }
    return nil
  }

  /// Letters and digits alone, in lower case, with single spaces.
  private static func folded(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
