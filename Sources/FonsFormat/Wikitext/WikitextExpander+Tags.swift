/// Extension tags: notes, literal text, verse, galleries.
extension WikitextExpander {
  /// Appends what the tag node number `index` prints.
  mutating func tag(_ index: Int, into out: inout [UInt8]) {
    let node = nodes[index]
    switch node.tag {
    case .ref: reference(index, into: &out)
    case .references: define(node, index: index)
    case .nowiki: literal(node, isPreformatted: false, into: &out)
    case .pre: literal(node, isPreformatted: true, into: &out)
    case .syntaxhighlight, .source: code(node, into: &out)
    case .math: out += WikitextMath.text(source[node.innerStart..<node.innerEnd])
    case .chem: out += WikitextMath.chemical(source[node.innerStart..<node.innerEnd])
    case .poem: poem(node, index: index, into: &out)
    case .gallery: gallery(node, index: index, into: &out)
    default: break
    }
  }

  private mutating func reference(_ index: Int, into out: inout [UInt8]) {
    let node = nodes[index]
    let attributes = WikitextAttributes(source, node.start + 4, node.innerStart)
    let group = plainAttribute(attributes["group"]) ?? defaultGroup
    let name = plainAttribute(attributes["name"]) ?? ""
    let hasContent = node.innerEnd > node.innerStart
    guard !isDefining else {
      let entry = notes.entry(group: group, name: name)
      if hasContent { define(entry, node.innerStart, node.innerEnd, node: index + 1) }
      return
    }
    if let parent = plainAttribute(attributes["follow"]) {
      // The rest of a note that began on an earlier page; it has no marker of its own.
      return follow(parent, group: group, node: index)
    }
    guard hasContent || !name.isEmpty else { return }
    let use = notes.use(group: group, name: name)
    WikitextBytes.appendNote(use, to: &out)
    if hasContent {
      define(notes.entry(ofUse: use), node.innerStart, node.innerEnd, node: index + 1)
    }
  }

  private mutating func follow(_ name: String, group: String, node index: Int) {
    let node = nodes[index]
    let entry = notes.entry(group: group, name: name)
    var before = notes.take(entry)
    define(entry, node.innerStart, node.innerEnd, node: index + 1)
    notes.putBack(entry, before: &before)
  }

  /// A group or name may be written with templates; they are rare enough to be taken as text.
  private func plainAttribute(_ value: String?) -> String? {
    guard let value, !value.isEmpty else { return nil }
    return value
  }

  private mutating func define(_ entry: Int, _ from: Int, _ to: Int, node: Int) {
    let outerURLs = urls
    let outer = (isDefining, isInNote)
    urls = []
    (isDefining, isInNote) = (false, true)
    var expanded: [UInt8] = []
    expand(from, to, node: node, into: &expanded)
    define(entry, expanded: expanded)
    urls = outerURLs
    (isDefining, isInNote) = outer
  }

  /// Makes `expanded` the text of an entry, with the addresses that were gathered on the way.
  mutating func define(_ entry: Int, expanded: [UInt8]) {
    let (text, linked) = plain(expanded)
    var all = urls
    for url in linked where !all.contains(url) { all.append(url) }
    notes.define(entry, text: String(decoding: text, as: UTF8.self), urls: all)
  }

  private mutating func define(_ node: WikitextNode, index: Int) {
    let attributes = WikitextAttributes(source, node.start + 11, node.innerStart)
    let group = attributes["group"] ?? ""
    if node.innerEnd > node.innerStart {
      define(group: group, node.innerStart, node.innerEnd, node: index + 1)
    }
    endList(group: group)
  }

  /// Reads notes that are defined in a list and used elsewhere.
  mutating func define(group: String, _ from: Int, _ to: Int, node: Int) {
    let outer = (isDefining, defaultGroup)
    (isDefining, defaultGroup) = (true, group)
    var ignored: [UInt8] = []
    expand(from, to, node: node, into: &ignored)
    (isDefining, defaultGroup) = outer
  }

  /// After a list of a group's notes the next one begins at 1.
  mutating func endList(group: String) {
    if !isDefining, !isInNote { notes.restart(group: group) }
  }

  private func literal(_ node: WikitextNode, isPreformatted: Bool, into out: inout [UInt8]) {
    if isPreformatted { out += "<pre>".utf8 }
    var at = node.innerStart
    if isPreformatted, at < node.innerEnd, source[at] == 0x0A { at += 1 }
    let table = WikitextBytes.literal
    while at < node.innerEnd {
      let byte = source[at]
      if isPreformatted, byte == UInt8(ascii: "<"),
        WikitextBytes.matches(source, at: at, "<nowiki>")
      {
        at += 8
      } else if isPreformatted, byte == UInt8(ascii: "<"),
        WikitextBytes.matches(source, at: at, "</nowiki>")
      {
        at += 9
      } else if let end = WikitextBytes.entityEnd(source, at, node.innerEnd) {
        // Entities are read even here.
        out += source[at..<end]
        at = end
      } else {
        // Spaces and lines are kept in `<pre>` alone.
        let keeps = !isPreformatted && (byte == 0x20 || byte == 0x0A)
        out.append(keeps ? byte : table[Int(byte)])
        at += 1
      }
    }
    if isPreformatted { out += "</pre>".utf8 }
  }

  private func code(_ node: WikitextNode, into out: inout [UInt8]) {
    let isInline =
      source[node.start..<node.innerStart].contains(UInt8(ascii: "\n")) == false
      && !source[node.innerStart..<node.innerEnd].contains(UInt8(ascii: "\n"))
    if !isInline { out += "<pre>".utf8 }
    let (start, end) = WikitextBytes.trimmed(source, node.innerStart, node.innerEnd)
    let table = WikitextBytes.literal
    for byte in source[start..<end] { out.append(table[Int(byte)]) }
    if !isInline { out += "</pre>".utf8 }
  }

  private mutating func poem(_ node: WikitextNode, index: Int, into out: inout [UInt8]) {
    var inner: [UInt8] = []
    expand(node.innerStart, node.innerEnd, node: index + 1, into: &inner)
    out += "<div>".utf8
    out += Self.verse(inner)
    out += "</div>".utf8
  }

  /// Lines that stay lines.
  static func verse(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isLineStart = true
    for byte in WikitextBytes.trimmed(text) {
      if byte == 0x0A {
        result.append(WikitextBytes.hardNewline)
        isLineStart = true
      } else if isLineStart, byte == UInt8(ascii: ":") || byte == 0x20 {
        continue
      } else {
        result.append(byte)
        isLineStart = false
      }
    }
    return result
  }

  /// A gallery shows its captions.
  private mutating func gallery(_ node: WikitextNode, index: Int, into out: inout [UInt8]) {
    var inner: [UInt8] = []
    expand(node.innerStart, node.innerEnd, node: index + 1, into: &inner)
    for line in inner.split(separator: 0x0A) {
      guard let bar = line.firstIndex(of: UInt8(ascii: "|")) else { continue }
      var caption = line[(bar + 1)...]
      // `alt=…|caption`
      while let equals = caption.firstIndex(of: UInt8(ascii: "=")),
        let next = caption.firstIndex(of: UInt8(ascii: "|")), equals < next,
        caption[..<equals].allSatisfy(WikitextBytes.isLetter)
      {
        caption = caption[(next + 1)...]
      }
      out += "<figcaption>".utf8
      out += caption
      out += "</figcaption>".utf8
    }
  }
}
