import FonsFormat

/// A captured page as a work.
struct WebPage {
  let record: WebRecord
  /// The archive that it is in.
  let path: String
  let options: SourceOptions

  private enum Kind {
    case html, text, pdf
  }

  /// Delivers a content of text; pictures, styles and programs are none.
  func deliver(_ content: [UInt8], type: String?, _ body: (SourceEvent) throws -> Void) throws {
    guard let kind = kind(content, type) else { return }
    let shown = "\(path): \(record.url)"
    var work: Work
    switch kind {
    case .pdf:
      let item = Item(path: shown, content: .bytes(content))
      work = try PDFFile(item: item, root: "", options: options).work()
      work.aliases = []
      if work.title.isEmpty || shown.hasSuffix(work.title) { work.title = record.url }
    case .html, .text:
      let charset = MediaType.charset(type) ?? HTMLReader.declaredCharset(content)
      let decoded = TextDecoding.decode(content, declared: charset)
      // What says that it is text and is not: a picture under a wrong name.
      guard !decoded.looksBinary else { return }
      work = try text(decoded.text, kind)
    }
    work.url = record.url
    work.revision.time = record.time
    try body(.work(work))
  }

  private func text(_ text: [UInt8], _ kind: Kind) throws -> Work {
    guard kind == .html, !options.keepsMarkup else {
      var work = Work(title: record.url, text: text)
      if kind == .text { work.notes = TextNotes.notes(in: text) }
      return work
    }
    let page = try HTMLReader().read(text: text)
    var work = Work(
      title: page.title ?? record.url, language: page.language, text: page.text,
      sections: Work.Section.sections(of: page), notes: page.notes)
    if let address = page.url, address != record.url { work.aliases.append(address) }
    return work
  }

  private func kind(_ content: [UInt8], _ type: String?) -> Kind? {
    if PDFReader.matches(content) { return .pdf }
    switch MediaType.name(type) {
    case "text/html", "application/xhtml+xml": return .html
    case "text/plain", "text/markdown":
      // Servers call pages plain text; a page says what it is.
      return FormatSniffer.guess(content) == .html ? .html : .text
    case "", "application/octet-stream", "unknown/unknown":
      return FormatSniffer.guess(content) == .html ? .html : nil
    default: return nil
    }
  }

  /// The address that `reference` means on the page at `base`.
  static func absolute(_ reference: String, from base: String) -> String {
    if reference.contains("://") { return reference }
    let parts = base.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return reference }
    if reference.hasPrefix("//") { return parts[0] + reference }
    let host = parts[..<3].joined(separator: "/")
    if reference.hasPrefix("/") { return host + reference }
    return (parts.count > 3 ? parts.dropLast().joined(separator: "/") : host) + "/" + reference
  }
}
