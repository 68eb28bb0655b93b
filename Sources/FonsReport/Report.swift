public import FonsText

/// What Fons says of one document: `fons.report/1`.
///
/// The property names are the contract that other tools rely on; `Schema/report.schema.json`
/// describes them. Unknown is nil, written as `null`.
public struct Report: Sendable, Codable, Equatable {
  public static let schema = "fons.report/1"

  public var schema: String
  /// The checker that made it, as `fons 0.1.0`.
  public var generator: String
  /// The policy by which quotations pass or do not.
  public var policy: String
  public var document: DocumentInfo
  public var searched: Searched
  public var quotations: [Entry]
  public var commentary: [Commentary]
  /// What could not be read or was left out, in sentences.
  public var warnings: [String]

  public init(
    generator: String, policy: String = "default", document: DocumentInfo, searched: Searched,
    quotations: [Entry], commentary: [Commentary], warnings: [String] = []
  ) {
    self.schema = Self.schema
    self.generator = generator
    self.policy = policy
    self.document = document
    self.searched = searched
    self.quotations = quotations
    self.commentary = commentary
    self.warnings = warnings
  }

  public struct DocumentInfo: Sendable, Codable, Equatable {
    /// Path or address; nil for standard input.
    public var path: String?
    /// Hexadecimal, of the file's bytes.
    public var sha256: String
    /// Bytes of the document.
    public var bytes: Int
    /// When it says that it was written, ISO 8601 or the beginning of it: cited works with a history are
    /// compared as they stood then, first of all.
    public var date: String?

    public init(path: String?, sha256: String, bytes: Int, date: String? = nil) {
      self.path = path
      self.sha256 = sha256
      self.bytes = bytes
      self.date = date
    }
  }

  public struct Searched: Sendable, Codable, Equatable {
    public var libraries: [LibraryInfo]
    /// Pages asked for over the network for this check.
    public var fetched: [FetchedPage]

    public init(libraries: [LibraryInfo], fetched: [FetchedPage] = []) {
      self.libraries = libraries
      self.fetched = fetched
    }
  }

  public struct LibraryInfo: Sendable, Codable, Equatable {
    public var name: String
    public var works: Int
    public var revisions: Int
    /// Bytes of plain text.
    public var bytes: Int
    /// Time of the newest revision held, ISO 8601.
    public var asOf: String?

    public init(name: String, works: Int, revisions: Int, bytes: Int, asOf: String?) {
      self.name = name
      self.works = works
      self.revisions = revisions
      self.bytes = bytes
      self.asOf = asOf
    }
  }

  /// What is neither quotation nor furniture: not checked, never judged.
  public struct Commentary: Sendable, Codable, Equatable {
    public var range: ByteRange
    /// From 1.
    public var line: Int
    /// Not part of the contract's minimum; left out with `--no-commentary`.
    public var text: String?

    public init(range: ByteRange, line: Int, text: String? = nil) {
      self.range = range
      self.line = line
      self.text = text
    }
  }
}
