public import FonsText

/// What a document says a quotation is from.
public struct Citation: Sendable, Equatable {
  public enum Kind: String, Sendable, Codable {
    case url, title, author, note, none
  }

  /// How the citation was tied to its quotation.
  public enum Binding: String, Sendable, Codable {
    /// The markup says so: `cite=`, a link around the quotation.
    case markup
    /// A note marker at the quotation that the document resolves.
    case note
    /// In the sentence: "as X wrote in *Y*", a parenthesis after the closing mark.
    case sentence
    /// On a line of its own before the quotation, or after it.
    case before, after
    /// Touches two quotations, and the words could not decide.
    case ambiguous
  }

  public var kind: Kind
  /// The address, title or name, as the document gives it.
  public var value: String
  /// Where it stands in the document's bytes.
  public var range: ByteRange
  public var binding: Binding
  /// The author named beside a title or address, where there is one.
  public var author: String?
  /// Whether it counts only where a library holds what it names: a work that is described and not
  /// named ("her letter of May"), a page without a title, an address elsewhere in the paragraph.
  public var isTentative: Bool
  /// Whether it stands at the end of a passage and covers several quotations: a quotation that its
  /// work lacks may be from elsewhere without a false word.
  public var isShared = false

  public init(
    kind: Kind, value: String, range: ByteRange, binding: Binding, author: String? = nil,
    isTentative: Bool = false
  ) {
    self.kind = kind
    self.value = value
    self.range = range
    self.binding = binding
    self.author = author
    self.isTentative = isTentative
  }
}
