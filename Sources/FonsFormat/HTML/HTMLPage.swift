import CGumbo

/// What the page says about itself, and where its main text is.
struct HTMLPage {
  var title: String?
  var language: String?
  var canonical: String?
  var body: HTMLNode?
  /// The element that holds the main text.
  var content: HTMLNode?
  var dates = HTMLDates()
  /// Targets of the page's note references, without `#`.
  var noteKeys: Set<String> = []

  init(root: UnsafeMutablePointer<GumboNode>?) {
    guard let root = HTMLNode(root) else { return }
    language = root.attribute("lang") ?? root.attribute("xml:lang")
    var found: [String: HTMLNode] = [:]
    var articles = 0
    var node: HTMLNode? = root
    while let current = node {
      node = current.next(within: root)
      guard current.isElement else { continue }
      let name = current.name
      switch name {
      case "title" where title == nil:
        title = current.text(limit: 1000).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      case "link" where current.attribute("rel")?.lowercased() == "canonical":
        canonical = current.attribute("href")
      case "body" where body == nil: body = current
      case "a": noteReference(current)
      case "meta", "time": dates.see(current, named: name)
      case "article":
        articles += 1
        found["article"] = current
      default: break
      }
      if name == "main" || current.attribute("role") == "main" { found["main"] = current }
      if let id = current.attribute("id"), id == "mw-content-text" || id == "content" {
        found[id] = found[id] ?? current
      }
    }
    if articles > 1 { found["article"] = nil }
    content =
      found["mw-content-text"] ?? found["article"] ?? found["main"] ?? found["content"] ?? body
    if title?.isEmpty == true { title = nil }
  }

  private mutating func noteReference(_ anchor: HTMLNode) {
    if let key = Self.noteKey(anchor) { noteKeys.insert(key) }
  }

  /// The target of `<sup><a href="#…">3</a></sup>`, `[<a href="#…">3</a>]`, `[3]`.
  static func noteKey(_ anchor: HTMLNode) -> String? {
    guard let href = anchor.attribute("href"), href.utf8.first == 0x23, href.utf8.count > 1,
      href.utf8.count < 200
    else { return nil }
    let label = anchor.text(limit: 24).trimmingSpaces()
    guard !label.isEmpty, label.utf8.count <= 16, !["↑", "^", "↩", "↩︎"].contains(label) else {
      return nil
    }
    let key = String(href.dropFirst())
    let isMarker =
      anchor.parent?.name == "sup" || anchor.parent?.parent?.name == "sup"
      || anchor.firstChild?.name == "sup" || anchor.attribute("role") == "doc-noteref"
      || label.utf8.first == 0x5B && label.utf8.last == 0x5D
    return (isMarker || key.hasPrefix("cite_note")) && !isReturn(anchor) ? key : nil
  }

  /// Whether a link leads from a note back to its marker: `^`, `2.0`, `b`.
  static func isReturn(_ anchor: HTMLNode) -> Bool {
    guard let href = anchor.attribute("href"), href.utf8.first == 0x23 else { return false }
    let key = href.dropFirst()
    return returns.contains { key.hasPrefix($0) } && anchor.text(limit: 24).utf8.count <= 16
  }

  private static let returns = ["cite_ref", "fnref", "ftnref", "_ftnref", "footnote-ref"]
}
