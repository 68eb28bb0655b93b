import FonsFormat
import Foundation

/// A text to render, on a line of standard input: `{"id", "wikitext" | "html", "title"}`.
struct RenderRequest: Decodable {
  var id: String
  var wikitext: String?
  var html: String?
  var title: String?
  var language: String?
}

/// What a reader of it sees.
struct Rendered: Encodable {
  var id: String
  var text: String
  var notes: [NoteLine]
}

/// Renders what comes on standard input, line by line.
func renderLines(_ writer: LineWriter) throws {
  let decoder = JSONDecoder()
  while let line = readLine() {
    let request = try decoder.decode(RenderRequest.self, from: Data(line.utf8))
    let page: StructuredText
    if let html = request.html {
      page = try HTMLReader().read(text: Array(html.utf8))
    } else {
      page = WikitextRenderer(language: request.language ?? "en").render(
        Array((request.wikitext ?? "").utf8), title: request.title ?? "")
    }
    try writer.say(
      Rendered(
        id: request.id, text: String(decoding: page.text, as: UTF8.self),
        notes: page.notes.map { NoteLine($0) }))
  }
}
