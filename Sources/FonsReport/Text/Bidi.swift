/// Text of scripts that run from right to left, among words that run from left to right.
///
/// Without isolates, the marks and words around it would be moved (Unicode Standard Annex 9, 2.5.5).
enum Bidi {
  /// First strong isolate: the direction is that of the text's first letter.
  static let open = "\u{2068}"
  static let close = "\u{2069}"

  static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  static func isolated(_ text: String) -> String {
    isRightToLeft(text) ? open + text + close : text
  }

  /// A sentence cut at what stands in its quotation marks, and whether each piece does.
  static func quoted(_ sentence: String) -> [(text: String, isQuoted: Bool)] {
    var pieces: [(text: String, isQuoted: Bool)] = []
    var piece = ""
    var depth = 0
    for character in sentence {
      if character == "“" {
        depth += 1
        piece.append(character)
        if depth == 1 {
          pieces.append((piece, false))
          piece = ""
        }
        continue
      }
      if character == "”", depth > 0 {
        depth -= 1
        if depth == 0 {
          pieces.append((piece, true))
          piece = ""
        }
      }
      piece.append(character)
    }
    return pieces + [(piece, false)]
  }
}
