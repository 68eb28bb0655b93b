public import FonsDocument
public import FonsText

/// A quotation made ready for alignment: its words, without what its writer added.
///
/// `bytes` has the length of the quotation's text, so that every offset holds for both: ellipses,
/// `[sic]` and notes on emphasis are blanked, and so are the brackets of `[T]he`, whose letters are
/// joined. Words in square brackets stay, marked, since they may be the editor's or the source's.
///
/// It never changes and goes through many hands: a reference is all that is copied.
public final class QuotedText: Sendable {
  public let quotation: Quotation
  public let bytes: [UInt8]
  /// The same, with its note markers: what is compared between words.
  let marked: [UInt8]
  /// What was read in a wrong encoding and is repaired in `bytes`.
  let repairs: [ByteRange]
  public let words: [Word]
  /// For each word, whether it stands in square brackets.
  public let bracketed: [Bool]
  /// Indices of words before which words may be missing by a marked omission; `words.count` stands
  /// for the end.
  public let omissions: Set<Int>
  /// Words of each part, in order; empty parts are left out.
  public let parts: [Range<Int>]

  /// Folds to nothing, so that the letters on both sides are one word.
  private static let joint: UInt8 = 1
  private static let blank: UInt8 = 32

  public init(_ quotation: Quotation) {
    self.quotation = quotation
    var bytes = quotation.text
    repairs = Mojibake.repair(&bytes)
    func fill(_ range: ByteRange, _ value: UInt8) {
      for offset in range.start..<min(range.end, bytes.count) { bytes[offset] = value }
    }
    // An ellipsis that was read in a wrong encoding is one as soon as it is put right.
    let ellipses = quotation.omissions + repairs.filter { Self.isEllipsis(bytes, $0) }
    for omission in ellipses { fill(omission, Self.blank) }
    var brackets: [ByteRange] = []
    for insertion in quotation.insertions {
      switch insertion.kind {
      case .sic, .emphasisNote: fill(insertion.range, Self.blank)
      case .words: brackets.append(insertion.range)
      case .letters:
        for offset in insertion.range.start..<min(insertion.range.end, bytes.count)
        where bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "]") {
          bytes[offset] = Self.joint
        }
      }
    }
    marked = bytes
    for marker in quotation.noteMarkers { fill(marker.range, Self.blank) }
    self.bytes = bytes
    let words = Words.scan(bytes)
    self.words = words
    bracketed = words.map { word in brackets.contains { $0.contains(Int(word.start)) } }
    omissions = Set(
      ellipses.map { omission in
        words.firstIndex { Int($0.start) >= omission.start } ?? words.count
      })
    let bounds = [0] + omissions.sorted() + [words.count]
    parts = zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }
  }

  private static func isEllipsis(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    bytes[range.range].starts(with: [0xE2, 0x80, 0xA6])
  }

  /// Bytes of the quotation's text from the first of the words to the last.
  public func range(_ range: Range<Int>) -> ByteRange {
    guard let last = range.last else {
      let place = range.lowerBound < words.count ? Int(words[range.lowerBound].start) : bytes.count
      return ByteRange(place, place)
    }
    return ByteRange(Int(words[range.lowerBound].start), Int(words[last].end))
  }

  /// The part that a word belongs to.
  public func part(of word: Int) -> Int {
    parts.firstIndex { $0.contains(word) } ?? max(0, parts.count - 1)
  }
}
