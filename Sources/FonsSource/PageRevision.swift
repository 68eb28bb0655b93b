public import FonsFormat
internal import FonsText

/// One revision of a page whose whole history is read; those of one page follow each other.
public struct PageRevision: Sendable {
  /// What is the same in all revisions of the page.
  public struct Page: Sendable, Equatable {
    public var title: String
    public var url: String?
    /// BCP 47 tag, where known.
    public var language: String?
    /// The number of the page, where the source gives one.
    public var id: Int?
    /// Names that the wiki has for files and categories, beside the known ones.
    public var fileNamespace: String?
    public var categoryNamespace: String?

    public init(
      title: String, url: String? = nil, language: String? = nil, id: Int? = nil,
      fileNamespace: String? = nil, categoryNamespace: String? = nil
    ) {
      self.title = title
      self.url = url
      self.language = language
      self.id = id
      self.fileNamespace = fileNamespace
      self.categoryNamespace = categoryNamespace
    }

    /// A renderer that knows the wiki.
    public var renderer: WikitextRenderer {
      WikitextRenderer(
        language: language ?? "en", fileNamespaces: [fileNamespace].compactMap { $0 },
        categoryNamespaces: [categoryNamespace].compactMap { $0 })
    }

    /// A state of the page as its reader sees it.
    public func work(_ markup: [UInt8], _ revision: Revision) -> Work {
      let page = renderer.render(markup, title: title)
      return Work(
        title: title, url: url, revision: revision, language: language, text: page.text,
        sections: Work.Section.sections(of: page), notes: page.notes)
    }
  }

  public enum Content: Sendable {
    /// A text that the page did not have before: its markup, and what a reader sees of it.
    case new(markup: [UInt8], plain: [UInt8])
    /// A text that it had.
    case seen
    /// A text that is deleted or missing.
    case hidden
  }

  public var page: Page
  public var revision: Revision
  public var parent: Int?
  /// Knows the text among those of the page; zeros for a hidden one.
  public var digest: Digest
  public var content: Content
  /// Where the text leads, if it is a redirect.
  public var redirect: String?

  /// Half of a SHA-256.
  public struct Digest: Sendable, Hashable {
    public var high: UInt64
    public var low: UInt64

    public init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }

    public init(of text: [UInt8]) {
      let bytes = SHA256.digest(text)
      func half(_ range: Range<Int>) -> UInt64 {
        bytes[range].reduce(0) { $0 << 8 | UInt64($1) }
      }
      self.init(high: half(0..<8), low: half(8..<16))
    }
  }

  public init(
    page: Page, revision: Revision, parent: Int? = nil, digest: Digest, content: Content,
    redirect: String? = nil
  ) {
    self.page = page
    self.revision = revision
    self.parent = parent
    self.digest = digest
    self.content = content
    self.redirect = redirect
  }
}
