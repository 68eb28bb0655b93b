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

  public var weight: DifferenceWeight { kind.weight }

  public init(
    _ kind: DifferenceKind, quoted: ByteRange, quotedText: String, source: ByteRange,
    sourceText: String, note: String? = nil
  ) {
    self.kind = kind
    self.quoted = quoted
    self.quotedText = quotedText
    self.source = source
    self.sourceText = sourceText
    self.note = note
  }
}
