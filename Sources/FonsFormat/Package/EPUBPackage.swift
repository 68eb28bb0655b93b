/// The package document of a book: what it is, and which files it consists of in which order.
struct EPUBPackage {
  var title: String?
  var language: String?
  var author: String?
  var modified: String?
  var identifiers: [String] = []
  /// Paths of the documents to read, in order.
  var spine: [String] = []
  /// What was left out.
  var warnings: [String] = []

  private struct Item {
    var path: String
    var type: String
    var isNavigation: Bool
  }

  /// The path of the package document that `META-INF/container.xml` names.
  static func path(in container: [UInt8]) -> String? {
    var scanner = MarkupScanner(TextDecoding.decode(container).text)
    while let token = scanner.next() {
      if case .start(let tag) = token, tag.name.localName == "rootfile",
        let path = scanner.attribute(tag, "full-path")
      {
        return PackageFiles.resolve(path, from: "")
      }
    }
    return nil
  }

  init(_ bytes: [UInt8], path: String) {
    var scanner = MarkupScanner(TextDecoding.decode(bytes).text)
    var items: [String: Item] = [:]
    var field: String?
    var value = ""
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        switch tag.name.localName {
        case "item": addItem(scanner.attributes(tag), path, &items)
        case "itemref":
          if let id = scanner.attribute(tag, "idref") { addToSpine(id, items) }
        case "title", "language", "creator", "identifier", "date":
          field = tag.name.localName
        case "meta":
          field = scanner.attribute(tag, "property") == "dcterms:modified" ? "modified" : nil
        default: field = nil
        }
        value = ""
        if tag.isEmpty { field = nil }
      case .text(let range): if field != nil { value += scanner.decoded(range) }
      case .literal(let range): if field != nil { value += scanner.bytes.string(range) }
      case .end:
        if let field { set(field, value.trimmingSpaces()) }
        field = nil
      }
    }
  }

  private mutating func set(_ field: String, _ value: String) {
    guard !value.isEmpty, value.utf8.count < 2_000 else { return }
    switch field {
    case "title": title = title ?? value
    case "language": language = language ?? value
    case "creator": author = author ?? value
    case "modified": modified = value
    case "date": modified = modified ?? value
    default: if identifiers.count < 16 { identifiers.append(value) }
    }
  }

  private mutating func addItem(
    _ attributes: [(name: String, value: String)], _ base: String, _ items: inout [String: Item]
  ) {
    let named = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
    guard let id = named["id"], let reference = named["href"], items.count < 100_000 else { return }
    guard let path = PackageFiles.resolve(reference, from: base) else {
      if named["media-type"] == "application/xhtml+xml" {
        warnings.append("names “\(reference)”, which lies outside of the book and was not read")
      }
      return
    }
    items[id] = Item(
      path: path, type: named["media-type"] ?? "",
      isNavigation: named["properties"]?.split(separator: " ").contains("nav") == true)
  }

  private mutating func addToSpine(_ id: String, _ items: [String: Item]) {
    guard let item = items[id] else { return }
    switch item.type {
    case "application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml",
      "image/svg+xml",
      "":
      // A table of contents repeats what the chapters say.
      if !item.isNavigation { spine.append(item.path) }
    default: warnings.append("holds “\(item.path)” of type \(item.type), which was left out")
    }
  }
}

extension String {
  /// The name of an element or attribute without its prefix.
  var localName: String {
    guard let colon = lastIndex(of: ":") else { return self }
    return String(self[index(after: colon)...])
  }
}
