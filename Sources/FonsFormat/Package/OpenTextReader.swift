/// Reads an `.odt`: the text as it stands, with its notes; tracked deletions and comments are left
/// out.
struct OpenTextReader {
  let files: PackageFiles

  private static let skipped: Set<String> = [
    "text:tracked-changes", "office:annotation", "text:note-citation", "office:forms",
    "office:automatic-styles", "office:scripts", "office:font-face-decls", "svg:title", "svg:desc",
    "text:sequence-decls", "text:ruby-text",
  ]

  func read() throws -> Publication {
    let parts = try files.files(["content.xml", "meta.xml"])
    guard let content = parts["content.xml"] else {
      throw ArchiveError(.corrupt, "holds no text although it looks like an OpenDocument text.")
    }
    var writer = PageWriter()
    Self.write(content, to: &writer)
    let meta = parts["meta.xml"].map(DocumentProperties.init)
    var publication = try Publication(
      html: writer.finish(title: meta?.title, language: meta?.language))
    publication.time = meta?.modified
    publication.author = meta?.creator
    return publication
  }

  private static func write(_ bytes: [UInt8], to writer: inout PageWriter) {
    var scanner = MarkupScanner(TextDecoding.decode(bytes).text)
    var skipping: (name: String, depth: Int)?
    // Text counts inside of paragraphs and headings only.
    var open: [String] = []
    var notes = 0
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        if let held = skipping {
          if held.name == tag.name, !tag.isEmpty { skipping = (held.name, held.depth + 1) }
        } else if skipped.contains(tag.name) {
          if !tag.isEmpty { skipping = (tag.name, 1) }
        } else {
          start(tag, scanner, &open, &notes, &writer)
        }
      case .end(let name):
        if let held = skipping {
          guard held.name == name else { break }
          skipping = held.depth > 1 ? (name, held.depth - 1) : nil
        } else {
          end(name, &open, notes, &writer)
        }
      case .text(let range):
        if skipping == nil, !open.isEmpty { writer.put(text: scanner.decoded(range)) }
      case .literal(let range):
        if skipping == nil, !open.isEmpty { writer.put(text: scanner.bytes.string(range)) }
      }
    }
  }

  private static func start(
    _ tag: MarkupScanner.Tag, _ scanner: MarkupScanner, _ open: inout [String],
    _ notes: inout Int, _ writer: inout PageWriter
  ) {
    switch tag.name {
    case "text:p" where !tag.isEmpty: begin("p", &open, &writer)
    case "text:h" where !tag.isEmpty:
      let level = scanner.attribute(tag, "text:outline-level").flatMap { Int($0) } ?? 1
      begin("h\(min(6, max(1, level)))", &open, &writer)
    case "text:s":
      let count = scanner.attribute(tag, "text:c").flatMap { Int($0) } ?? 1
      writer.put(String(repeating: " ", count: min(100, max(1, count))))
    case "text:tab": writer.put("\t")
    case "text:line-break": writer.put("<br>")
    case "text:list-item" where !tag.isEmpty: writer.put("<li>")
    case "table:table-cell" where !tag.isEmpty: writer.put("<div>")
    case "text:note":
      notes += 1
      writer.reference("note-\(notes)", label: "\(notes)")
    case "text:note-body" where !tag.isEmpty: writer.beginNote()
    default: break
    }
  }

  private static func begin(_ name: String, _ open: inout [String], _ writer: inout PageWriter) {
    guard open.count < 64 else { return }
    open.append(name)
    writer.put("<\(name)>")
  }

  private static func end(
    _ name: String, _ open: inout [String], _ notes: Int, _ writer: inout PageWriter
  ) {
    switch name {
    case "text:p", "text:h": if let element = open.popLast() { writer.put("</\(element)>") }
    case "text:list-item": writer.put("</li>")
    case "table:table-cell": writer.put("</div>")
    case "text:note-body": writer.endNote("note-\(notes)", label: "")
    default: break
    }
  }
}
