/// What a document says about itself, in Dublin Core.
struct DocumentProperties {
  var title: String?
  var creator: String?
  var language: String?
  var modified: String?

  init(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(TextDecoding.decode(bytes).text)
    var value = ""
    while let token = scanner.next() {
      switch token {
      case .start: value = ""
      case .text(let range): value += scanner.decoded(range)
      case .literal(let range): value += scanner.bytes.string(range)
      case .end(let name):
        let text = value.trimmingSpaces()
        value = ""
        guard !text.isEmpty, text.utf8.count < 2_000 else { continue }
        switch name {
        case "dc:title": title = title ?? text
        case "dc:creator": creator = creator ?? text
        case "dc:language": language = language ?? text
        case "dcterms:modified", "dc:date": modified = modified ?? text
        default: break
        }
      }
    }
  }
}
