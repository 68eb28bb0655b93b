public import FonsFormat
import FonsText

/// A page of a dump, in one revision, as wikitext.
public struct MediaWikiPage: Sendable {
  public var title = ""
  public var namespace = 0
  public var id: Int?
  /// Title that the page leads to.
  public var redirect: String?
  public var revision = Revision()
  public var parentRevision: Int?
  /// Wikitext as UTF-8.
  public var text: [UInt8] = []
  /// `wikitext`, or what else the page holds: `json`, `css`, `wikibase-item`.
  public var model = "wikitext"
  /// Whether the revision's text has been deleted or is not in the dump.
  public var isTextMissing = false

  public init() {}

  /// The page as its reader sees it. Pages are independent: several may be rendered at once.
  public func work(of site: MediaWikiSite, renderer: WikitextRenderer) -> Work {
    let page = renderer.render(text, title: title)
    return Work(
      title: title, url: site.url(of: title),
      aliases: site.numberedURLs(page: id, revision: revision.id), revision: revision,
      language: site.language,
      text: page.text, sections: Work.Section.sections(of: page), notes: page.notes)
  }
}

extension MediaWikiSite {
  /// A renderer that knows the language and the namespaces of this wiki.
  public func renderer() -> WikitextRenderer {
    WikitextRenderer(
      language: language ?? "en", fileNamespaces: [namespaces[6]].compactMap { $0 },
      categoryNamespaces: [namespaces[14]].compactMap { $0 })
  }
}

extension Work.Section {
  /// The headings of a text, without the markers of notes that stand in them.
  static func sections(of text: StructuredText) -> [Work.Section] {
    var notes = text.notes[...]
    return text.blocks.lazy.filter { $0.kind == .heading }.map { block in
      var title: [UInt8] = []
      var at = block.range.start
      while let note = notes.first, note.range.start < block.range.end {
        notes.removeFirst()
        guard note.range.start >= at else { continue }
        title += text.text[at..<note.range.start]
        // The marker of a page whose tags do not close may reach beyond its heading.
        at = min(note.range.end, block.range.end)
      }
      title += text.text[at..<block.range.end]
      return Work.Section(
        start: block.range.start, level: block.level, title: String(decoding: title, as: UTF8.self))
    }
  }
}
