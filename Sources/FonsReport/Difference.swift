public import FonsText

extension Report {
  /// One place where quotation and source disagree.
  public struct Difference: Sendable, Codable, Equatable {
    /// `negation`, `number`, `name-slip`, `quote-mark`…: a name from the manual of kinds.
    public var kind: String
    public var weight: Weight
    /// Empty text, at the place where it would stand, where the quotation has nothing here.
    public var quoted: Excerpt
    /// The same for the source.
    public var source: Excerpt
    /// What a person should know of it, where the texts alone do not say it.
    public var note: String?

    public init(kind: String, weight: Weight, quoted: Excerpt, source: Excerpt, note: String?) {
      self.kind = kind
      self.weight = weight
      self.quoted = quoted
      self.source = source
      self.note = note
    }
  }

  public enum Weight: String, Sendable, Codable, CaseIterable {
    case harmless, minor, major
  }

  public struct Excerpt: Sendable, Codable, Equatable {
    /// Of the document for `quoted`, of the work's plain text for `source`.
    public var range: ByteRange
    public var text: String

    public init(range: ByteRange, text: String) {
      self.range = range
      self.text = text
    }
  }
}
