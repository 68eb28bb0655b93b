internal import FonsText

/// The word-by-word correspondence of a quotation and a stretch of a work.
///
/// Steps follow each other without gaps from the first quoted word to the last, and from the first
/// source word of the passage to its last.
public struct Alignment: Sendable {
  public struct Step: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      /// One word on each side, with one hash.
      case same
      /// The same letters, divided differently into words.
      case joined
      /// Different words on both sides.
      case replaced
      /// Words that the source lacks.
      case added
      /// Words that the quotation lacks.
      case missing
    }
    public var kind: Kind
    /// Words of the quotation.
    public var quoted: Range<Int>
    /// Words of the window.
    public var source: Range<Int>

    public init(_ kind: Kind, _ quoted: Range<Int>, _ source: Range<Int>) {
      self.kind = kind
      self.quoted = quoted
      self.source = source
    }
  }

  public var steps: [Step]

  /// Quoted words that stand in the source.
  public var aligned: Int {
    steps.reduce(0) { $0 + ($1.kind == .same || $1.kind == .joined ? $1.quoted.count : 0) }
  }

  /// Words of the window from the first aligned one to the last; nil where none is.
  public var passage: Range<Int>? {
    func isHeld(_ step: Step) -> Bool { step.kind != .added && step.kind != .missing }
    guard let first = steps.first(where: isHeld), let last = steps.last(where: isHeld) else {
      return nil
    }
    return first.source.lowerBound..<last.source.upperBound
  }
}
