import CGumbo
import FonsText

/// Goes through the tree of a page in document order and writes its text.
struct HTMLWalk {
  typealias Block = StructuredText.Block

  /// An element that is open: what to undo when it ends.
  struct Open {
    var node: HTMLNode
    var isBlock = false
    var endsQuote = false
    var endsSource = false
    var isPre = false
    var kind: Block?
    var span: StructuredText.Span?
    var note: String?
    var superscript = false
    var isMarker = false
  }

  let source: [UInt8]
  let base: UnsafePointer<CChar>
  let page: HTMLPage
  var builder = TextBuilder()
  /// What new blocks are like.
  var current = Block(kind: .paragraph, range: ByteRange(0, 0))
  var quoteDepth = 0
  var quotes = 0
  var preformatted = 0
  var superscripts = 0
  var lineBreaks = 0
  /// Where the walk is in the source.
  var at = 0
  var notes = HTMLNotes()
  var open: [Open] = []

  init(source: [UInt8], base: UnsafePointer<CChar>, page: HTMLPage) {
    self.source = source
    self.base = base
    self.page = page
  }

  mutating func run(from root: HTMLNode?) {
    guard let root else { return }
    var node: HTMLNode? = root
    while let here = node {
      var skips = false
      if here.isText {
        addText(here)
      } else if here.isElement || here == root {
        skips = !enter(here)
      }
      if !skips, let child = here.firstChild {
        node = child
        continue
      }
      node = ascend(from: here, root: root, entered: !skips)
    }
    builder.end()
  }

  /// Leaves what ends at `node` and returns the node to go on with.
  private mutating func ascend(from node: HTMLNode, root: HTMLNode, entered: Bool) -> HTMLNode? {
    var here = node
    if entered { leave(here) }
    while here != root {
      if let sibling = here.nextSibling { return sibling }
      guard let up = here.parent else { return nil }
      here = up
      leave(here)
    }
    return nil
  }

  func finish() -> StructuredText {
    var builder = builder
    if !builder.blocks.isEmpty, builder.blocks.allSatisfy({ $0.kind == .code }) {
      for index in builder.blocks.indices { builder.blocks[index].kind = .paragraph }
    }
    var result = builder.finish()
    result.title = page.title
    result.language = page.language
    result.url = page.canonical
    result.date = page.dates.best
    result.notes = notes.resolved(in: result)
    return result
  }

  // MARK: Elements

  /// Opens an element; false where it and what it holds are skipped.
  private mutating func enter(_ node: HTMLNode) -> Bool {
    let role = HTMLElementRole(
      node, insideQuote: quoteDepth > 0, insideContent: page.content != page.body)
    at = start(of: node)
    var entry = Open(node: node)
    switch role {
    case .skipped: return false
    case .lineBreak:
      lineBreak(node)
    case .blockquote:
      closeBlock()
      if quoteDepth == 0 { quotes += 1 }
      quoteDepth += 1
      entry.kind = current
      current = Block(
        kind: .paragraph, range: ByteRange(0, 0), quoteDepth: quoteDepth, quoteID: quotes,
        cite: node.attribute("cite") ?? current.cite)
      entry.endsQuote = true
      entry.isBlock = true
    case .quoteSource:
      closeBlock()
      entry.kind = current
      current = Block(kind: .caption, range: ByteRange(0, 0))
      entry.endsSource = true
      entry.isBlock = true
    case .block(let kind, let level):
      closeBlock()
      entry.kind = current
      if kind != .paragraph || current.kind == .heading {
        current.kind = kind
        current.level = level
      }
      entry.isBlock = true
      if HTMLElementRole.isAside(node) { current.isAside = true }
      if kind == .code {
        preformatted += 1
        entry.isPre = true
      }
    case .inline:
      enterInline(node, &entry)
    }
    enterNote(node, &entry)
    open.append(entry)
    return true
  }

  private mutating func enterNote(_ node: HTMLNode, _ entry: inout Open) {
    let id = node.attribute("id") ?? (node.name == "a" ? node.attribute("name") : nil)
    if let id, page.noteKeys.contains(id) {
      notes.begin(id, at: builder.count)
      // An anchor stands at the start of its note; anything else encloses it.
      if entry.isBlock || node.name != "a" { entry.note = id }
    }
    if node.name == "ol", node.hasClass(["references", "footnotes"]) || entry.note != nil {
      current.kind = .furniture
    }
    if entry.isBlock, entry.note != nil || node.hasClass(["footnotes", "references", "reflist"]) {
      current.kind = .furniture
    }
  }

  private mutating func leave(_ node: HTMLNode) {
    guard let entry = open.last, entry.node == node else { return }
    open.removeLast()
    let end = endOffset(of: node)
    if end > at { at = end }
    if entry.superscript { superscripts -= 1 }
    if entry.isMarker { closeMarker(entry) }
    if var span = entry.span {
      span.range.end = builder.count
      // An element that begins its block was opened before the lines between the blocks.
      while span.range.count > 0, ASCII.isSpace(builder.text[span.range.start]) {
        span.range.start += 1
      }
      builder.add(span)
      if span.kind == .link, span.range.count == 0, let url = span.value, url.contains("//") {
        notes.addBareLink(url)
      }
    }
    if entry.isPre { preformatted -= 1 }
    if entry.isBlock { closeBlock() }
    if entry.endsQuote { quoteDepth -= 1 }
    if let kind = entry.kind { current = kind }
    if let note = entry.note { notes.end(note, at: builder.count) }
  }

  mutating func closeBlock() {
    builder.end()
    notes.endAnchored(at: builder.count)
    lineBreaks = 0
  }

  private mutating func lineBreak(_ node: HTMLNode) {
    lineBreaks += 1
    if lineBreaks >= 2 || node.name == "hr" {
      builder.end()
      notes.endAnchored(at: builder.count)
    } else if builder.isOpen, !builder.isEmptyBlock {
      builder.put(0x0A, original: ByteRange(at, at))
    }
  }

  private func start(of node: HTMLNode) -> Int {
    let tag = node.pointer.pointee.v.element.original_tag
    guard let data = tag.data, tag.length > 0 else { return at }
    return data - base
  }

  private func endOffset(of node: HTMLNode) -> Int {
    guard node.isElement else { return at }
    let tag = node.pointer.pointee.v.element.original_end_tag
    guard let data = tag.data, tag.length > 0 else { return at }
    return data - base
  }
}
