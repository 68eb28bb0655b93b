/// Reads a `.docx`: the text as it stands, with its notes; deleted passages and field codes are
/// not text.
struct WordReader {
  let files: PackageFiles

  private static let parts = [
    "word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml",
  ]

  func read() throws -> Publication {
    let parts = try files.files(Set(Self.parts))
    guard let document = parts["word/document.xml"] else {
      throw ArchiveError(.corrupt, "holds no text although it looks like a Word document.")
    }
    var writer = PageWriter()
    Self.write(document, note: nil, to: &writer)
    for (path, element) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")] {
      if let notes = parts[path] { Self.write(notes, note: element, to: &writer) }
    }
    let core = parts["docProps/core.xml"].map(DocumentProperties.init)
    let title = core?.title
    var publication = try Publication(html: writer.finish(title: title, language: core?.language))
    publication.time = core?.modified
    publication.author = core?.creator
    return publication
  }

  /// Elements whose text was deleted or is no text.
  private static let skipped: Set<String> = [
    "w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:pPrChange", "w:rPrChange",
  ]

  /// Writes a part; in a part of notes, those that the element `note` holds.
  private static func write(_ bytes: [UInt8], note: String?, to writer: inout PageWriter) {
    var scanner = MarkupScanner(TextDecoding.decode(bytes).text)
    var skipping: (name: String, depth: Int)?
    var isText = false
    var paragraph = WordParagraph()
    var key: String?
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        if let open = skipping {
          if open.name == tag.name, !tag.isEmpty { skipping = (open.name, open.depth + 1) }
        } else if skipped.contains(tag.name) {
          if !tag.isEmpty { skipping = (tag.name, 1) }
        } else if let note, tag.name == "w:\(note)" {
          key = begin(note, scanner.attributes(tag), &writer)
        } else if tag.name == "w:t" {
          isText = !tag.isEmpty
        } else {
          paragraph.start(tag, scanner, &writer)
        }
      case .end(let name):
        if let open = skipping {
          guard open.name == name else { break }
          skipping = open.depth > 1 ? (name, open.depth - 1) : nil
        } else if name == "w:t" {
          isText = false
        } else if let note, name == "w:\(note)", let open = key {
          writer.endNote(open, label: "")
          key = nil
        } else {
          paragraph.end(name, &writer)
        }
      case .text(let range):
        if isText, skipping == nil { paragraph.text(scanner.decoded(range), &writer) }
      case .literal(let range):
        if isText, skipping == nil { paragraph.text(scanner.bytes.string(range), &writer) }
      }
    }
    paragraph.close(&writer)
  }

  /// Begins a note; separators between text and notes are none.
  private static func begin(
    _ element: String, _ attributes: [(name: String, value: String)], _ writer: inout PageWriter
  ) -> String? {
    let named = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
    guard let id = named["w:id"], named["w:type"] == nil || named["w:type"] == "normal" else {
      return nil
    }
    writer.beginNote()
    return "\(element)-\(id)"
  }
}

/// The paragraph of a Word document that is being written.
private struct WordParagraph {
  private var tag: String?
  private var depth = 0
  private var counts: [String: Int] = [:]

  mutating func start(
    _ tag: MarkupScanner.Tag, _ scanner: MarkupScanner, _ writer: inout PageWriter
  ) {
    switch tag.name {
    case "w:p":
      close(&writer)
      self.tag = tag.isEmpty ? nil : "p"
      isRight = false
    case "w:pStyle":
      let style = scanner.attribute(tag, "w:val")?.lowercased() ?? ""
      if let level = style.last?.wholeNumberValue, style.hasPrefix("heading") {
        self.tag = "h\(min(6, max(1, level)))"
      } else if style == "title" {
        self.tag = "h1"
      } else if style.contains("quote") {
        self.tag = "blockquote"
      }
    case "w:jc": isRight = ["right", "end"].contains(scanner.attribute(tag, "w:val") ?? "")
    case "w:numPr": if self.tag == "p" { self.tag = "li" }
    case "w:tab", "w:ptab": text("\t", &writer)
    case "w:br", "w:cr": markup("<br>", &writer)
    case "w:noBreakHyphen": text("\u{2011}", &writer)
    case "w:softHyphen": text("\u{AD}", &writer)
    case "w:footnoteReference", "w:endnoteReference":
      let kind = tag.name == "w:footnoteReference" ? "footnote" : "endnote"
      guard let id = scanner.attribute(tag, "w:id") else { break }
      open(&writer)
      counts[kind, default: 0] += 1
      writer.reference("\(kind)-\(id)", label: "\(counts[kind] ?? 0)")
    case "w:tc": close(&writer)
    default: break
    }
  }

  mutating func end(_ name: String, _ writer: inout PageWriter) {
    if name == "w:p" || name == "w:tc" { close(&writer) }
  }

  mutating func text(_ text: String, _ writer: inout PageWriter) {
    open(&writer)
    writer.put(text: text)
  }

  private mutating func markup(_ markup: String, _ writer: inout PageWriter) {
    open(&writer)
    writer.put(markup)
  }

  private var isOpen = false
  private var isRight = false

  private mutating func open(_ writer: inout PageWriter) {
    guard !isOpen else { return }
    isOpen = true
    tag = tag ?? "p"
    writer.put("<\(tag ?? "p")\(isRight ? " align=\"right\"" : "")>")
  }

  mutating func close(_ writer: inout PageWriter) {
    if isOpen { writer.put("</\(tag ?? "p")>") }
    isOpen = false
    tag = nil
  }
}
