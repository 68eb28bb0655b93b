public import FonsAlignment
public import FonsText

/// A stretch of a work that a quotation, or a piece of it, was aligned with.
public struct Passage: Sendable {
  public var place: SearchSpace.Place
  public var window: SourceWindow
  public var alignment: Alignment
  /// Words of the quotation that this passage was sought for.
  public var sought: Range<Int>
  /// Bits of information in the aligned words, less `Aligner.unmatched` for each that is not.
  public var score: Double
  /// Share of the sought words that stand in the passage.
  public var coverage: Double
  /// Of the work's text.
  public var range: ByteRange
  /// Hash of the passage's words, to know the same words elsewhere.
  public var fingerprint: UInt64
  /// Quoted words, of those sought, that this passage does not account for and that are long enough
  /// to be looked for by themselves.
  public var lost: [Range<Int>]
  /// Other wordings of the work's past that are as near to the quotation.
  public var rivals = 0
}
