internal import FonsText

/// What all that was searched knows of single words, and what is known of them before: it tells a slip
/// of a pen or a machine from another word.
public struct Lexicon: Sendable {
  /// Running words of all that was searched.
  private let words: Int
  private let inLibraries: @Sendable (UInt64) -> Bool
  private let repeatedly: @Sendable (UInt64) -> Bool

  /// - Parameters:
  ///   - words: running words of everything that was searched.
  ///   - knows: whether a word, by its hash, stands anywhere in it.
  ///   - repeats: whether it stands at two places or more.
  public init(
    words: Int, knows: @escaping @Sendable (UInt64) -> Bool,
    repeats: @escaping @Sendable (UInt64) -> Bool
  ) {
    self.words = words
    inLibraries = knows
    repeatedly = repeats
  }

  /// Whether a word stands anywhere.
  func knows(_ hash: UInt64) -> Bool { inLibraries(hash) }

  /// Whether it stands at two places or more.
  func repeats(_ hash: UInt64) -> Bool { repeatedly(hash) }

  /// A word that any reader knows.
  func isCommon(_ hash: UInt64) -> Bool {
    Frequencies.table.halfBits(hash) < Frequencies.unknown || EnglishWords.contains(hash)
  }

  /// Whether a word that stands at one place is for that reason a strange one. Of the words of a small
  /// library many stand but once; of half a million running words, two or three in a hundred do.
  var isLarge: Bool { words >= 500_000 }
}
