/// Writes the text of a word processor as a page, for `HTMLReader` to read.
struct PageWriter {
  private(set) var html = Array("<html><body>".utf8)
  /// Notes that wait for the end.
  private var notes: [(key: String, label: String, html: [UInt8])] = []
  private var kept: [[UInt8]] = []

  mutating func put(_ markup: String) { html += markup.utf8 }

  mutating func put(text: String) { html += XHTMLJoiner.escaped(text).utf8 }

  /// Writes the marker of a note.
  mutating func reference(_ key: String, label: String) {
    put("<sup><a href=\"#")
    put(text: key)
    put("\" role=\"doc-noteref\">")
    put(text: label)
    put("</a></sup>")
  }

  /// What follows belongs to a note, until `endNote`.
  mutating func beginNote() {
    kept.append(html)
    html = []
  }

  mutating func endNote(_ key: String, label: String) {
    guard let before = kept.popLast() else { return }
    notes.append((key, label, html))
    html = before
  }

  /// The page: what was written, and the notes at its end.
  mutating func finish(title: String?, language: String?) -> [UInt8] {
    while kept.count > 0 { html = kept.removeLast() + html }
    var head = "<html lang=\"\(XHTMLJoiner.escaped(language ?? ""))\"><head>"
    if let title { head += "<title>\(XHTMLJoiner.escaped(title))</title>" }
    head += "</head>"
    for note in notes {
      put("<div class=\"footnotes\" id=\"")
      put(text: note.key)
      put("\">")
      html += note.html
      put("</div>")
    }
    return Array(head.utf8) + html.dropFirst(6) + Array("</body></html>".utf8)
  }
}
