/// Prepares HTML so that the parser's cost stays linear whatever the input.
///
/// Gumbo walks its stack of open elements for many tags and reopens formatting elements in every
/// paragraph, so depth multiplies its time and memory. Tags beyond a depth that no page needs are
/// blanked, as are scripts, styles and overlong tags. The result has the length of the input, so
/// that offsets hold.
struct HTMLGuard {
  /// Elements that may be open inside one another.
  static let depthLimit = 400
  /// Formatting elements that may be open inside one another.
  static let formattingLimit = 12
  /// Bytes of one tag, attributes included.
  static let tagLimit = 32_768
  /// Gumbo compares the attributes of a tag with one another.
  static let attributeLimit = 100
  /// Tags of one page: what bounds the memory of the tree.
  static let tagCountLimit = 2_000_000

  private var bytes: [UInt8]
  private var depth = 0
  private var formatting = 0
  /// Elements that are open, and start tags that were blanked and not closed yet, by name: an end
  /// tag of another name closes nothing.
  private var opened: [UInt64: Int] = [:]
  private var blanked: [UInt64: Int] = [:]
  private var tags = 0
  /// Whether an earlier search for the end of such an element or comment found none.
  private var unclosed: Set<String> = []

  static func prepare(_ bytes: [UInt8]) -> [UInt8] {
    var guarding = HTMLGuard(bytes: bytes)
    guarding.run()
    return guarding.bytes
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0: bytes[index] = 0x20
      case 0x0D:
        // Gumbo would drop it from the text, and the way back to the offsets with it.
        bytes[index] = index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 0x20 : 0x0A
      case 0x3C:
        index = tag(at: index)
        continue
      default: break
      }
      index += 1
    }
  }

  /// Looks at what begins with `<` and returns where to go on.
  private mutating func tag(at start: Int) -> Int {
    if bytes.has("<!--", at: start) {
      return comment(at: start)
    }
    var index = start + 1
    let closes = index < bytes.count && bytes[index] == 0x2F
    if closes { index += 1 }
    guard index < bytes.count, ASCII.isLetter(bytes[index]) else { return start + 1 }
    let name = index
    while index < bytes.count, ASCII.isAlphanumeric(bytes[index]) { index += 1 }
    let nameEnd = index
    tags += 1
    guard let (end, separators) = tagEnd(from: index) else {
      // Never closed: not a tag for us.
      blank(start..<nameEnd)
      return nameEnd
    }
    let kind = HTMLTagClass(bytes, name..<nameEnd)
    if kind == .raw, !closes {
      return skipRaw(start, name..<nameEnd, end)
    }
    if end - start > Self.tagLimit || separators > Self.attributeLimit || tags > Self.tagCountLimit
    {
      blank(start..<end)
    } else {
      count(kind, key(name..<nameEnd), closes: closes, start..<end)
    }
    return end
  }

  private mutating func comment(at start: Int) -> Int {
    if !unclosed.contains("!"),
      let end = bytes.find("-->", from: start + 2, to: bytes.count)
    {
      blank(start..<end + 3)
      return end + 3
    }
    // An unclosed comment would hide the rest of the page.
    unclosed.insert("!")
    blank(start..<start + 4)
    return start + 4
  }

  /// After the `>` of the tag, and how many attributes it may have; nil where it is never closed.
  private func tagEnd(from start: Int) -> (end: Int, separators: Int)? {
    var index = start
    var quote: UInt8 = 0
    var separators = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return (index + 1, separators)
      } else if byte == 0x3C {
        break
      } else if byte == 0x22 || byte == 0x27 {
        if bytes[index - 1] == 0x3D { quote = byte }
        separators += 1
      } else if ASCII.isSpace(byte) || byte == 0x2F {
        separators += 1
      }
      index += 1
    }
    guard quote != 0 else { return nil }
    // A quote that never closes: the first `>` before another tag ends the tag.
    index = start
    while index < bytes.count, bytes[index] != 0x3C {
      if bytes[index] == 0x3E { return (index + 1, 0) }
      index += 1
    }
    return nil
  }

  /// The first eight letters of a name.
  private func key(_ name: Range<Int>) -> UInt64 {
    name.prefix(8).reduce(0) { $0 << 8 | UInt64(ASCII.lower(bytes[$1])) }
  }

  private mutating func count(
    _ kind: HTMLTagClass, _ key: UInt64, closes: Bool, _ range: Range<Int>
  ) {
    guard kind == .formatting || kind == .nesting else { return }
    let change = kind == .formatting ? 1 : 0
    if closes {
      if let waiting = blanked[key], waiting > 0 {
        blanked[key] = waiting - 1
        blank(range)
      } else if let open = opened[key], open > 0 {
        opened[key] = open - 1
        depth -= 1
        formatting -= change
      }
    } else if depth >= Self.depthLimit || formatting + change > Self.formattingLimit {
      if opened.count < 1000 || blanked[key] != nil { blanked[key, default: 0] += 1 }
      blank(range)
    } else {
      opened[key, default: 0] += 1
      depth += 1
      formatting += change
    }
  }

  /// Blanks a script, style or the like with its content.
  private mutating func skipRaw(_ start: Int, _ name: Range<Int>, _ contentStart: Int) -> Int {
    let key = String(decoding: bytes[name].map(ASCII.lower), as: UTF8.self)
    var index = unclosed.contains(key) ? bytes.count : contentStart
    while index + 1 < bytes.count {
      if bytes[index] == 0x3C, bytes[index + 1] == 0x2F, index + 2 + name.count <= bytes.count,
        name.indices.allSatisfy({
          ASCII.lower(bytes[$0]) == ASCII.lower(bytes[index + 2 + $0 - name.lowerBound])
        })
      {
        let end = tagEnd(from: index + 2)?.end ?? bytes.count
        blank(start..<end)
        return end
      }
      index += 1
    }
    unclosed.insert(key)
    blank(start..<contentStart)
    return contentStart
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = 0x20 }
  }
}

/// What an element does to the parser's stacks.
enum HTMLTagClass: Equatable {
  /// Cannot nest deeply: void, or closed by its like.
  case flat
  case nesting
  /// Reopened in every block until it is closed.
  case formatting
  /// Its content is no text.
  case raw

  init(_ bytes: [UInt8], _ name: Range<Int>) {
    guard name.count <= 10 else {
      self = .nesting
      return
    }
    switch String(decoding: bytes[name].map(ASCII.lower), as: UTF8.self) {
    case "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "br", "hr",
      "img", "wbr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track",
      "param", "html", "head", "body", "h1", "h2", "h3", "h4", "h5", "h6":
      self = .flat
    case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
      "u":
      self = .formatting
    case "script", "style", "iframe", "noframes", "xmp":
      self = .raw
    default:
      self = .nesting
    }
  }
}
