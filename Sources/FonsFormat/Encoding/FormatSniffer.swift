/// Tells by name and content how a document is to be read.
public enum FormatSniffer {
  public enum Guess: String, Sendable {
    case text, markdown, html, email, latex, bbcode, imageboard, chat, answer
  }

  /// - Parameter text: the document as UTF-8; only its beginning is looked at.
  public static func guess(_ text: [UInt8], name: String? = nil) -> Guess {
    let named = byName(name)
    if let named, named != .text { return named }
    if named == .text { return BBCodeReader.matches(text) ? .bbcode : .text }
    var start = 0
    while start < text.count, ASCII.isSpace(text[start]) { start += 1 }
    if let guess = structured(text, from: start) { return guess }
    if looksLikeHTML(text, from: start) { return .html }
    if looksLikeMail(text) { return .email }
    if BBCodeReader.matches(text) { return .bbcode }
    return looksLikeMarkdown(text) ? .markdown : .text
  }

  /// JSON of a kind that is known, and LaTeX.
  private static func structured(_ text: [UInt8], from start: Int) -> Guess? {
    guard start < text.count else { return nil }
    if text[start] == 0x7B || text[start] == 0x5B {
      if ThreadReader.matches(text) { return .imageboard }
      if AnswerReader.matches(text) { return .answer }
      if ChatReader.matches(text) { return .chat }
    }
    let limit = min(text.count, 65_536)
    for index in start..<limit where text[index] == 0x5C {
      if text.has("\\documentclass", at: index) || text.has("\\begin{document}", at: index) {
        return .latex
      }
    }
    return nil
  }

  private static func byName(_ name: String?) -> Guess? {
    guard let name, let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm", "xhtml", "xht": return .html
    case "md", "markdown", "mkd", "mdown": return .markdown
    case "eml", "mail", "mbox": return .email
    case "tex", "ltx", "latex": return .latex
    case "bbcode": return .bbcode
    case "txt", "text": return .text
    default: return nil
    }
  }

  private static func looksLikeHTML(_ text: [UInt8], from start: Int) -> Bool {
    guard start < text.count, text[start] == 0x3C else { return false }
    let openings: [StaticString] = [
      "<!doctype html", "<html", "<head", "<body", "<!--", "<div", "<p>", "<p ", "<article",
      "<main", "<blockquote", "<section", "<h1", "<meta", "<title", "<table", "<span", "<ul", "<ol",
    ]
    if openings.contains(where: { text.hasIgnoringCase($0, at: start) }) { return true }
    guard text.has("<?xml", at: start) else { return false }
    let end = min(text.count, start + 1000)
    return (start..<end).contains { text.hasIgnoringCase("<html", at: $0) }
  }

  /// Header lines at the very start, among them one that every mail has.
  private static func looksLikeMail(_ text: [UInt8]) -> Bool {
    let known: Set<String> = [
      "from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version",
      "content-type", "newsgroups", "path", "cc", "reply-to", "delivered-to",
    ]
    var at = text.has("From ", at: 0) ? TextLine(text, at: 0, limit: text.count).next : 0
    var hits = 0
    for _ in 0..<40 where at < text.count {
      let line = TextLine(text, at: at, limit: min(text.count, at + 2000))
      if line.isBlank(text) { break }
      at = line.next
      if ASCII.isSpace(text[line.start]) { continue }
      guard let colon = (line.start..<line.end).first(where: { text[$0] == 0x3A }),
        colon > line.start,
        (line.start..<colon).allSatisfy({ text[$0] > 0x20 && text[$0] < 0x7F })
      else { return false }
      if known.contains(text.string(line.start, colon).lowercased()) { hits += 1 }
    }
    return hits >= 2
  }

  /// Markup that people do not write by accident, at least twice or as the document's heading.
  private static func looksLikeMarkdown(_ text: [UInt8]) -> Bool {
    var hits = 0
    var at = 0
    let limit = min(text.count, 65_536)
    while at < limit {
      let line = TextLine(text, at: at, limit: limit)
      at = line.next
      let first = line.start < line.end ? text[line.start] : 0
      if first == 0x23 {
        var end = line.start
        while end < line.end, text[end] == 0x23 { end += 1 }
        if end - line.start <= 6, end < line.end, text[end] == 0x20 { hits += 2 }
      } else if text.has("```", at: line.start) || text.has("[^", at: line.start) {
        hits += 2
      }
      hits += inlineHits(text, line)
      if hits >= 2 { return true }
    }
    return false
  }

  private static func inlineHits(_ text: [UInt8], _ line: TextLine) -> Int {
    var hits = 0
    for index in line.start..<line.end where text[index] == 0x5D || text[index] == 0x2A {
      if text.has("](http", at: index) { hits += 2 }
      if text.has("**", at: index), index + 2 < line.end, ASCII.isAlphanumeric(text[index + 2]) {
        hits += 1
      }
    }
    return hits
  }
}
