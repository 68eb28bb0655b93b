import FonsText

/// A stretch of a quotation or of a passage: common to both, or one of their differences.
struct Piece: Equatable {
  /// The words of the text that was cut up; empty where it has nothing here.
  var text: String
  /// Index of the difference in the entry's list; nil where both agree.
  var difference: Int?
}

extension Report.Entry {
  /// The quotation's text, cut at its differences.
  ///
  /// Ranges of differences are bytes of the document; without it, the words themselves and the
  /// distances in the source say where they stand, since between two differences both are the same.
  /// Arithmetic wraps, as a report that was read from a file can hold any number.
  func quotationPieces(document: [UInt8]? = nil) -> [Piece] {
    let bytes = Array(text.utf8)
    let map = document.flatMap { TextMap(of: bytes, in: $0, range: range) }
    var placement = Placement(text: bytes)
    let isOnePassage = passages.count == 1
    var sourceEnd = passages.first?.match.range.start ?? 0
    var quotedEnd = range.start &+ (range.end &- range.start &- bytes.count) / 2
    for index in differences.indices.sorted(by: quotedOrder) {
      let (quoted, source) = (differences[index].quoted, differences[index].source.range)
      let expected: Int
      if let mapped = map?.offset(of: quoted.range.start) {
        expected = mapped
      } else if isOnePassage {
        expected = placement.end &+ source.start &- sourceEnd
      } else {
        // Line prefixes and marks make this distance inexact: good enough to choose between
        // occurrences, and between words.
        expected = placement.nearestGap(to: placement.end &+ quoted.range.start &- quotedEnd)
      }
      let limit = map?.offset(of: quoted.range.end)
      if placement.add(index, quoted.text, near: expected, orUpTo: limit) {
        sourceEnd = source.end
        quotedEnd = quoted.range.end
      }
    }
    return placement.pieces
  }

  private func quotedOrder(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (differences[left], differences[right])
    return (a.quoted.range, a.source.range, left) < (b.quoted.range, b.source.range, right)
  }

  /// A passage's text, cut at those of the differences that stand in it.
  func passagePieces(of match: Report.Match, differences chosen: [Int]) -> [Piece] {
    var placement = Placement(text: Array(match.text.utf8))
    let ordered = chosen.sorted {
      (differences[$0].source.range, $0) < (differences[$1].source.range, $1)
    }
    for index in ordered where match.range.contains(differences[index].source.range) {
      let source = differences[index].source
      placement.add(
        index, source.text, near: source.range.start &- match.range.start, orUpTo: nil)
    }
    return placement.pieces
  }
}
