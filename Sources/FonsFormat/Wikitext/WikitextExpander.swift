/// The first pass: templates, extension tags and comments become simpler wikitext, and every use
/// of a note becomes a mark.
///
/// Arguments of templates are expanded when a template prints them and at most once, in the order
/// of the page, so that notes count as MediaWiki counts them and the work stays linear.
struct WikitextExpander {
  let source: [UInt8]
  let nodes: [WikitextNode]
  let title: String
  let language: String
  let namespaces: WikitextNamespaces
  let variants: WikitextVariants?
  var notes = NoteBook()
  /// Whether notes met now are defined only (`{{reflist|refs=…}}`), not used.
  var isDefining = false
  /// Whether the content of a note is being expanded.
  var isInNote = false
  /// Group of notes that name none.
  var defaultGroup = ""
  /// Addresses that citation templates gave since the note began.
  var urls: [String] = []
  private var depth = 0

  init(source: [UInt8], title: String, language: String, namespaces: WikitextNamespaces) {
    self.source = source
    self.title = title
    self.language = language
    self.namespaces = namespaces
    variants = WikitextVariants(language: language)
    nodes = WikitextScanner.nodes(of: source)
  }

  mutating func expandAll(into out: inout [UInt8]) {
    expand(0, source.count, node: 0, into: &out)
  }

  /// Appends the expansion of `from..<to`, whose first node is number `node`.
  mutating func expand(_ from: Int, _ to: Int, node: Int, into out: inout [UInt8]) {
    guard depth < WikitextRenderer.depthLimit else {
      out.append(contentsOf: source[from..<to])
      return
    }
    depth += 1
    defer { depth -= 1 }
    var at = from
    var index = node
    while index < nodes.count, nodes[index].start < to {
      let current = nodes[index]
      if current.kind == .link {
        index += 1
        continue
      }
      if current.start > at { out.append(contentsOf: source[at..<current.start]) }
      at = current.end
      switch current.kind {
      case .template: template(index, into: &out)
      case .parameter: parameter(index, into: &out)
      case .comment: at = afterComment(current, to: to, out: &out)
      case .tag: tag(index, into: &out)
      case .link: break
      }
      index = current.next
    }
    if at < to { out.append(contentsOf: source[at..<to]) }
  }

  /// The expansion of a value, without white space at its ends.
  mutating func expanded(_ value: WikitextCall.Value) -> [UInt8] {
    let (start, end) = WikitextBytes.trimmed(source, value.start, value.end)
    guard value.node < nodes.count, nodes[value.node].start < end else {
      return Array(source[start..<end])
    }
    var out: [UInt8] = []
    out.reserveCapacity(end - start)
    expand(start, end, node: value.node, into: &out)
    return WikitextBytes.trimmed(out)
  }

  /// A comment that has a line for itself takes the line with it.
  private func afterComment(_ node: WikitextNode, to: Int, out: inout [UInt8]) -> Int {
    var back = out.count
    while back > 0, out[back - 1] == 0x20 { back -= 1 }
    guard back == 0 || out[back - 1] == 0x0A else { return node.end }
    var end = node.end
    while end < to, source[end] == 0x20 { end += 1 }
    guard end < to, source[end] == 0x0A else { return node.end }
    out.removeSubrange(back...)
    return end + 1
  }

  /// `{{{name|default}}}` prints its default: a page has no arguments.
  private mutating func parameter(_ index: Int, into out: inout [UInt8]) {
    let call = WikitextCall(node: index, source: source, nodes: nodes)
    if let first = call.arguments.first {
      expand(first.wholeStart, first.value.end, node: first.wholeNode, into: &out)
    }
  }

  /// The plain text of expanded wikitext, and the addresses that it links to.
  func plain(_ expanded: [UInt8]) -> (text: [UInt8], urls: [String]) {
    var layout = WikitextLayout(
      variants?.shown(expanded) ?? expanded, namespaces: namespaces, uses: notes.uses, isPage: false
    )
    layout.run()
    // MediaWiki makes links of addresses that stand in the text as they are.
    let bare = BareAddress.all(in: layout.out).filter { !layout.urls.contains($0) }
    return (layout.out, layout.urls + bare)
  }
}
