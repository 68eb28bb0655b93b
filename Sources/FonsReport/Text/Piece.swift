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
  func quotationPieces(document: [UInt8]? = nil) -> [Piece] {
    let bytes = Array(text.utf8)
    let map = document.flatMap { TextMap(of: bytes, in: $0, range: range) }
    var placement = Placement(text: bytes)
    var sourceEnd = matches.first?.range.start
    for index in differences.indices.sorted(by: quotedOrder) {
      let difference = differences[index]
      let walked = sourceEnd.map { placement.end + difference.source.range.start - $0 }
      let expected =
        map?.offset(of: difference.quoted.range.start) ?? walked
        ?? difference.quoted.range.start - range.start
      let mappedEnd = map?.offset(of: difference.quoted.range.end)
      if placement.add(
        index, difference.quoted.text, near: expected,
        orUpTo: mappedEnd)
      {
        sourceEnd = difference.source.range.end
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
        index, source.text, near: source.range.start - match.range.start, orUpTo: nil)
    }
    return placement.pieces
  }
}
