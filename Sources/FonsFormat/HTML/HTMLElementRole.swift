/// What an element means for the text of the page.
enum HTMLElementRole {
  /// Not part of what is read.
  case skipped
  case block(StructuredText.Block.Kind, level: Int)
  case blockquote
  /// Who is quoted, inside a quotation: `<footer>`, `.templatequotecite`.
  case quoteSource
  case lineBreak
  case inline

  init(_ node: HTMLNode, insideQuote: Bool, insideContent: Bool) {
    let name = node.name
    self = Self.byName(name)
    if name == "a", HTMLPage.isReturn(node) {
      self = .skipped
      return
    }
    if case .inline = self, name == "a" || name == "i" || name == "em" { return }
    switch name {
    case "header" where !insideContent, "nav": self = .skipped
    case "footer": self = insideQuote ? .quoteSource : .skipped
    default: break
    }
    if Self.isHidden(node) { self = .skipped }
    if insideQuote, node.hasClass(["templatequotecite", "quote-author", "attribution"]) {
      self = .quoteSource
    }
  }

  private static func byName(_ name: String) -> HTMLElementRole {
    switch name {
    case "script", "style", "noscript", "template", "head", "svg", "button", "select", "textarea",
      "input", "iframe", "object", "audio", "video", "canvas", "nav", "menu", "dialog":
      return .skipped
    case "h1", "h2", "h3", "h4", "h5", "h6":
      return .block(.heading, level: Int(name.utf8.last! - 0x30))
    case "li", "dd", "dt": return .block(.listItem, level: 0)
    case "td", "th": return .block(.cell, level: 0)
    case "caption", "figcaption": return .block(.caption, level: 0)
    case "pre", "listing": return .block(.code, level: 0)
    case "blockquote": return .blockquote
    case "br", "hr": return .lineBreak
    case "p", "div", "section", "article", "main", "aside", "header", "footer", "center", "ul",
      "ol", "dl", "table", "tr", "tbody", "thead", "tfoot", "figure", "details", "summary", "form",
      "fieldset", "address", "body":
      return .block(.paragraph, level: 0)
    default: return .inline
    }
  }

  private static let hiddenClasses: Set<Substring> = [
    "mw-editsection", "noprint", "navbox", "mw-jump-link", "printfooter", "catlinks", "toc",
    "sr-only", "visually-hidden", "screen-reader-text", "breadcrumb", "breadcrumbs", "sidebar",
    "mw-cite-backlink", "cookie-banner",
  ]

  /// Whether an element is set at the right edge, or its class says that it names an author.
  static func isAside(_ node: HTMLNode) -> Bool {
    if node.attribute("align")?.lowercased() == "right" { return true }
    if let style = node.attribute("style") {
      let plain = style.lowercased().filter { !$0.isWhitespace }
      if plain.contains("text-align:right") || plain.contains("text-align:end") { return true }
    }
    return node.hasClass(asideClasses)
  }

  private static let asideClasses: Set<Substring> = [
    "right", "text-right", "align-right", "has-text-align-right", "attribution", "author",
    "quote-author", "quote-source", "epigraph-source", "epigraph-author", "signature", "citation",
    "rightalign", "sig", "cite",
  ]

  private static func isHidden(_ node: HTMLNode) -> Bool {
    if node.attribute("aria-hidden") == "true" || node.attribute("hidden") != nil { return true }
    if let role = node.attribute("role"), role == "navigation" || role == "search" { return true }
    if let style = node.attribute("style") {
      let plain = style.lowercased().filter { !$0.isWhitespace }
      if plain.contains("display:none") || plain.contains("visibility:hidden") { return true }
    }
    if node.attribute("id") == "toc" { return true }
    return node.hasClass(hiddenClasses)
  }
}
