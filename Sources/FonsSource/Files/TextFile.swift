import FonsFormat
import FonsText

/// A file of text, Markdown or HTML as a work.
struct TextFile {
  let path: String
  /// The source that it belongs to.
  let root: String
  let bytes: [UInt8]

  func deliver(_ options: SourceOptions, _ body: (SourceEvent) throws -> Void) throws {
    let decoded = TextDecoding.decode(bytes, declared: HTMLReader.declaredCharset(bytes))
    // A NUL stands in no text but UTF-16.
    guard !decoded.looksBinary, decoded.encoding.hasPrefix("UTF-16") || !bytes.contains(0) else {
      throw SourceError(
        .notText, path: path, message: "is not text and was left out.")
    }
    // A message says itself in which encoding each part is.
    if FormatSniffer.guess(decoded.text) == .email {
      return try body(.work(MailMessage(bytes: bytes, path: path, root: root).work()))
    }
    if let warning = decoded.warning {
      let message = "is not UTF-8 throughout: \(warning). Convert it if that is wrong."
      try body(.warning(SourceError(.converted, path: path, message: message)))
    }
    // The file itself, byte for byte, where it can be: ranges count in it.
    let text = decoded.isUTF8 && decoded.repaired == 0 ? bytes : decoded.text
    if let kind = kind(text) {
      try body(.work(structured(text, kind)))
    } else {
      try body(.work(plain(text)))
    }
  }

  // MARK: What it is

  private var name: ItemName { ItemName(path: path, root: root) }
  private var title: String { name.title }
  private var aliases: [String] { name.aliases }

  private func kind(_ text: [UInt8]) -> StructuredFile.Kind? {
    // A compressed file is told by the name within: `page.html.gz`.
    var parts = name.fileName.lowercased().split(separator: ".")
    if let last = parts.last, ["gz", "bz2", "xz", "lzma"].contains(last) { parts.removeLast() }
    switch parts.last {
    case "md", "markdown", "mdown", "mkd": return .markdown
    case "html", "htm", "xhtml": return .html
    default: break
    }
    let head = String(decoding: text.prefix(1_024), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .html : nil
  }

  // MARK: As a work

  private func plain(_ text: [UInt8]) -> Work {
    var work = Work(title: title, aliases: aliases, text: text)
    work.notes = TextNotes.notes(in: text)
    if let footer = WikipediaFooter(text) {
      work.url = footer.url
      work.revision.id = footer.revision
      for alias in [footer.address, footer.title] where alias != work.title {
        work.aliases.append(alias)
      }
    }
    return work
  }

  private func structured(_ text: [UInt8], _ kind: StructuredFile.Kind) throws -> Work {
    let page = try StructuredFile.read(text, as: kind)
    var work = Work(
      title: page.title ?? title, url: page.url, aliases: aliases, language: page.language,
      text: page.text, sections: Work.Section.sections(of: page), notes: page.notes)
    if work.title != title { work.aliases.append(title) }
    return work
  }
}
