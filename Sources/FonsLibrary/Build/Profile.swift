internal import FonsText

/// How much of the texts is indexed: what is found of changed quotations, against bytes on disk.
public enum Profile: String, Codable, Sendable, CaseIterable {
  /// Any six words in a row are found; no second tier.
  case lean
  /// The same, and one pair of three for what was changed more.
  case standard
  /// Any five words in a row are found, and one pair of two.
  case max

  /// Starts that a gram is chosen from (`Gram.sample`).
  var gramWindow: Int { self == .max ? 2 : Gram.window }

  /// Pairs of which one is kept (`Pair.sample`); nil where there is no second tier.
  var pairBlock: Int? {
    switch self {
    case .lean: nil
    case .standard: 3
    case .max: 2
    }
  }
}
