import FonsText

/// Turns wikitext into what a reader of the page sees: the plain text, its blocks, and its notes
/// numbered as the page shows them.
///
/// Two passes, both linear in the input. The `WikitextExpander` replaces templates, extension tags
/// and comments by simpler wikitext, numbering notes as it meets them; the `WikitextLayout` then
/// reads lines, links, tables and tags and prints. Nesting deeper than `depthLimit` is taken
/// literally.
public struct WikitextRenderer: Sendable {
  /// How deep templates, links and tags may nest.
  static let depthLimit = 40

  let language: String
  let namespaces: WikitextNamespaces

  /// A renderer for pages in `language` (a BCP 47 tag or the subdomain of a wiki).
  ///
  /// `fileNamespaces` and `categoryNamespaces` are names that the wiki uses beside the known ones.
  public init(
    language: String = "en", fileNamespaces: [String] = [], categoryNamespaces: [String] = []
  ) {
    self.language = language
    namespaces = WikitextNamespaces(files: fileNamespaces, categories: categoryNamespaces)
  }

  /// The page `title` as its reader sees it.
  ///
  /// `origin` of the result is one run over the whole: a work's offsets count in its plain text.
  ///
  /// - Complexity: O(*n*) in the bytes of `wikitext`.
  public func render(_ wikitext: [UInt8], title: String = "") -> StructuredText {
    let source = WikitextBytes.cleaned(wikitext)
    var expander = WikitextExpander(
      source: source, title: title, language: language, namespaces: namespaces)
    var expanded: [UInt8] = []
    expanded.reserveCapacity(source.count)
    expander.expandAll(into: &expanded)
    if let variants = expander.variants { expanded = variants.shown(expanded) }
    var layout = WikitextLayout(
      expanded, namespaces: namespaces, uses: expander.notes.uses, isPage: true)
    layout.run()

    var origin = OffsetMap()
    origin.append(derivedCount: layout.out.count, original: 0, originalCount: wikitext.count)
    var result = StructuredText(text: layout.out, origin: origin)
    result.blocks = layout.blocks
    result.notes = layout.marks.map { mark in
      if let url = mark.url {
        let number = layout.out[(mark.range.start + 1)..<(mark.range.end - 1)]
        return Note(
          marker: String(decoding: number, as: UTF8.self), range: mark.range, text: "", urls: [url])
      }
      let use = expander.notes.uses[mark.use]
      let marker = String(decoding: use.marker, as: UTF8.self)
      guard use.entry >= 0 else { return Note(marker: marker, range: mark.range, text: "") }
      let entry = expander.notes.entries[use.entry]
      return Note(marker: marker, range: mark.range, text: entry.text ?? "", urls: entry.urls)
    }
    result.title = title.isEmpty ? nil : title
    result.language = language
    return result
  }
}
