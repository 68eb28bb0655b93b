/// A state of a page, as a wiki's API tells it.
public struct WikiRevision: Sendable, Equatable {
  public var id: Int
  /// ISO 8601.
  public var time: String
  /// nil where it is hidden.
  public var contributor: String?
  /// Of its text, where the wiki tells it: the same text has the same.
  public var sha1: String?
  /// Bytes of its text, as the wiki says, at most `mostSize`.
  public var size: Int
  /// Marks that the wiki sets, as `mw-reverted`.
  public var tags: [String]
  /// Wikitext; nil where it was not asked for, or is hidden.
  public var text: String?
  /// Whether the wiki keeps the text from readers.
  public var isHidden: Bool

  /// No text is longer; what a wiki says may be anything.
  static let mostSize = 64 << 20
}

/// A page of a wiki, as its API tells it.
public struct WikiPage: Sendable, Equatable {
  public enum State: String, Sendable {
    case present
    /// There is no page of that title, and the wiki's log names no deletion.
    case missing
    /// The log says that it was deleted.
    case deleted
    /// The page is there, the revision that was asked for is not.
    case noRevision = "no-revision"
    /// The text of the revision is kept from readers.
    case hidden
  }

  public var title: String
  public var namespace = 0
  public var url: String?
  public var state = State.present
  /// The titles through which it was reached: redirects, and moves that the log tells.
  public var redirects: [String] = []
  /// What is kept from whom: `edit: sysop`.
  public var protection: [String] = []
  /// When it was deleted, and why, where the log says it.
  public var deletion: String?
  /// With its text.
  public var current: WikiRevision?
  /// The revision that was asked for, with its text.
  public var asked: WikiRevision?
}

/// What a wiki says about itself.
public struct WikiSite: Sendable, Equatable {
  public var name = ""
  /// Address of the main page.
  public var base = ""
  /// `/wiki/$1`
  public var articlePath = ""
  public var server = ""
  public var language: String?
  public var namespaces: [Int: String] = [:]
}
