internal import CTables

/// How each Unicode scalar takes part in a word.
///
/// Written by `Tools/make-fold-table.py`: 4,352 little-endian `UInt16` page numbers, then pages of
/// 256 `UInt32` entries. An entry holds the class (bits 0–3), the number of folded bytes (4–7; 15
/// means that the scalar stands for itself) and up to three folded bytes (8–31).
enum FoldTable {
  /// What a scalar does to the word that it meets.
  enum Class {
    static let separator: UInt32 = 0
    static let letter: UInt32 = 1
    static let digit: UInt32 = 2
    /// Accents and the like, which folding drops.
    static let mark: UInt32 = 3
    /// A character of a script without spaces: a word of its own.
    static let unit: UInt32 = 4
    /// Soft hyphens, zero-width and bidirectional marks.
    static let ignored: UInt32 = 5
    static let apostrophe: UInt32 = 6
    /// Superscript digits and signs, which must stay apart from plain ones.
    static let superscript: UInt32 = 7
    /// `%`, `€`, `°`…: a word of its own.
    static let symbol: UInt32 = 8
    static let dash: UInt32 = 9
    static let fraction: UInt32 = 10
    /// A vowel sign of a script without spaces: belongs to the unit before it.
    static let attached: UInt32 = 11
  }

  static let identity: UInt32 = 15

  nonisolated(unsafe) private static let index = UnsafeRawPointer(fons_fold_table_start())
    .assumingMemoryBound(to: UInt16.self)
  nonisolated(unsafe) private static let pages = UnsafeRawPointer(fons_fold_table_start() + 8704)
    .assumingMemoryBound(to: UInt32.self)

  /// The table's two stages, fetched once for a loop.
  struct Pages {
    fileprivate let index: UnsafePointer<UInt16>
    fileprivate let pages: UnsafePointer<UInt32>

    @inline(__always)
    func entry(_ scalar: UInt32) -> UInt32 {
      pages[Int(index[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    }
  }

  static var shared: Pages { Pages(index: index, pages: pages) }
}
