public import FonsText

/// One place where quotation and source disagree.
public struct Difference: Sendable, Equatable {
  public var kind: DifferenceKind
  /// Of the quotation's text.
  public var quoted: ByteRange
  public var quotedText: String
  /// Of the work's text.
  public var source: ByteRange
  public var sourceText: String
  /// What a person should know of it, where the texts alone do not say it.
  public var note: String?

  /// That of its kind; a confusion of letters in the source is harmless, in the quotation minor.
  public var weight: DifferenceWeight

  public init(
    _ kind: DifferenceKind, quoted: ByteRange, quotedText: String, source: ByteRange,
    sourceText: String, note: String? = nil, weight: DifferenceWeight? = nil
  ) {
    self.kind = kind
    self.quoted = quoted
    self.quotedText = quotedText
    self.source = source
    self.sourceText = sourceText
    self.note = note
    self.weight = weight ?? kind.weight
  }
}
