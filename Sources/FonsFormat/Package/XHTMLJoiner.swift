/// Writes the documents of a book one after the other as a single page, so that a note in one file
/// is found from its marker in another.
///
/// Ids become unique by the number of their file; links between the files become links within the
/// page; XML's empty elements become what HTML takes for empty.
struct XHTMLJoiner {
  /// Number of each file, by its path.
  private let numbers: [String: Int]
  private(set) var html: [UInt8] = []
  /// Whether the present document is a drawing: its `<text>` elements are its paragraphs.
  private var isDrawing = false

  /// Elements whose content is no text of the book.
  private static let skipped: Set<String> = ["head", "script", "style", "template"]
  private static let skippedInDrawings: Set<String> = ["title", "desc", "metadata", "defs"]
  private static let void: Set<String> = [
    "br", "hr", "img", "wbr", "input", "meta", "link", "area", "base", "col", "embed", "source",
    "track", "param",
  ]
  private static let kept: Set<String> = [
    "class", "style", "hidden", "aria-hidden", "cite", "role", "epub:type", "lang",
  ]

  init(paths: [String], title: String?, language: String?) {
    numbers = Dictionary(paths.enumerated().map { ($1, $0) }) { first, _ in first }
    put("<html lang=\"\(Self.escaped(language ?? ""))\"><head>")
    if let title { put("<title>\(Self.escaped(title))</title>") }
    put("</head><body>")
  }

  mutating func add(_ bytes: [UInt8], path: String) {
    var scanner = MarkupScanner(bytes)
    // Name of the element that is skipped, and how many of that name are open.
    var skipping: (name: String, depth: Int)?
    let number = numbers[path] ?? 0
    var isFirst = true
    isDrawing = false
    put("<div id=\"--\(number)\">")
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        let name = tag.name.localName.lowercased()
        if isFirst { isDrawing = name == "svg" }
        isFirst = false
        if let open = skipping {
          if open.name == name, !tag.isEmpty { skipping = (name, open.depth + 1) }
        } else if Self.skipped.contains(name)
          || (isDrawing && Self.skippedInDrawings.contains(name))
        {
          if !tag.isEmpty { skipping = (name, 1) }
        } else {
          start(name, tag, scanner, path, number)
        }
      case .end(let name):
        let name = name.localName.lowercased()
        if let open = skipping {
          guard open.name == name else { break }
          skipping = open.depth > 1 ? (name, open.depth - 1) : nil
        } else {
          end(name)
        }
      case .text(let range): if skipping == nil { html += scanner.bytes[range] }
      case .literal(let range):
        if skipping == nil { put(Self.escaped(scanner.bytes.string(range))) }
      }
    }
    put("</div>\n")
  }

  private mutating func start(
    _ name: String, _ tag: MarkupScanner.Tag, _ scanner: MarkupScanner, _ path: String,
    _ number: Int
  ) {
    guard let name = written(name) else { return }
    put("<\(name)")
    var isReference = false
    var hasRole = false
    for (attribute, value) in scanner.attributes(tag) {
      switch attribute {
      case "id", "xml:id", "name": put("id", "\(value)--\(number)")
      case "href": put("href", link(value, path, number))
      case "role" where !value.hasPrefix("doc-"): break
      case _ where Self.kept.contains(attribute):
        if attribute == "role" { hasRole = true }
        if attribute == "epub:type", value.split(separator: " ").contains("noteref") {
          isReference = true
        }
        put(attribute, value)
      default: break
      }
    }
    if isReference, !hasRole { put("role", "doc-noteref") }
    put(">")
    if tag.isEmpty { end(name) }
  }

  private mutating func end(_ name: String) {
    guard let name = written(name), !Self.void.contains(name) else { return }
    put("</\(name)>")
  }

  /// The name in the page; nil for what the page has already.
  private func written(_ name: String) -> String? {
    switch name {
    case "text" where isDrawing: "p"
    case "tspan" where isDrawing, "textpath" where isDrawing: "span"
    case "a" where isDrawing: name
    case _ where isDrawing: nil
    case "html", "body": nil
    // One of many files is not the main part of the page, nor is its head that of a site.
    case "main", "article", "header", "footer": "section"
    default: name
    }
  }

  private func link(_ reference: String, _ path: String, _ number: Int) -> String {
    let fragment = reference.firstIndex(of: "#").map { reference[reference.index(after: $0)...] }
    if let fragment, reference.utf8.first == 0x23 { return "#\(fragment)--\(number)" }
    guard let target = PackageFiles.resolve(reference, from: path), let other = numbers[target]
    else { return reference }
    return "#\(fragment ?? "")--\(other)"
  }

  private mutating func put(_ text: String) { html += text.utf8 }

  private mutating func put(_ attribute: String, _ value: String) {
    put(" \(attribute)=\"\(Self.escaped(value))\"")
  }

  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x22 }) else { return text }
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
