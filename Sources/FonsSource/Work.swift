public import FonsFormat

/// One article, book, page or message of a source, in one state.
public struct Work: Sendable, Equatable {
  public var title: String
  /// The address a reader would open, where there is one.
  public var url: String?
  /// Other names: redirect titles, alternative addresses, the path of the file.
  public var aliases: [String]
  public var revision: Revision
  /// BCP 47 tag, where known.
  public var language: String?
  /// What a reader sees, as UTF-8.
  public var text: [UInt8]
  /// Headings in order.
  public var sections: [Section]
  public var notes: [Note]

  public init(
    title: String, url: String? = nil, aliases: [String] = [], revision: Revision = Revision(),
    language: String? = nil, text: [UInt8], sections: [Section] = [], notes: [Note] = []
  ) {
    self.title = title
    self.url = url
    self.aliases = aliases
    self.revision = revision
    self.language = language
    self.text = text
    self.sections = sections
    self.notes = notes
  }

  /// A heading of the work.
  public struct Section: Sendable, Equatable {
    /// Where its heading starts in the text.
    public var start: Int
    /// 1 to 6.
    public var level: Int
    public var title: String

    public init(start: Int, level: Int, title: String) {
      self.start = start
      self.level = level
      self.title = title
    }
  }
}

/// One state of a work; unknown is nil, never a guess.
public struct Revision: Sendable, Equatable, Hashable {
  public var id: Int?
  /// ISO 8601, as the source gives it.
  public var time: String?
  public var contributor: String?

  public init(id: Int? = nil, time: String? = nil, contributor: String? = nil) {
    self.id = id
    self.time = time
    self.contributor = contributor
  }
}
