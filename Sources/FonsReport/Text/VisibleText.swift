/// Text from documents and sources made harmless to show.
///
/// Both are hostile until proven otherwise: an escape sequence can rewrite what a terminal shows,
/// a bidirectional override can turn "not guilty" around. What steers the display is therefore
/// shown as what it is, or dropped where it has no width and does no more than hint.
struct VisibleText {
  /// False where only ASCII can be shown: every other character is written out.
  var unicode = true
  /// Whether line breaks stay; otherwise all white space becomes single spaces.
  var keepsLines = false

  func callAsFunction(_ text: String) -> String {
    isPlain(text) ? text : madeVisible(text)
  }

  /// Whether the text is what most are: printable ASCII with single spaces.
  private func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20, !keepsLines || byte != 0x0A { return false }
      if byte >= 0x7F || (byte == 0x20 && previous == 0x20 && !keepsLines) { return false }
      previous = byte
    }
    return true
  }

  private func madeVisible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var pendingSpace = false
    // A carriage return before a line feed is one line break.
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      if Self.isSpace(scalar) {
        if !keepsLines {
          pendingSpace = true
        } else {
          output.append(scalar == "\t" || Self.isBreak(scalar) ? Self.kept(scalar) : " ")
        }
        continue
      }
      if (0x21..<0x7F).contains(scalar.value), !pendingSpace {
        output.append(scalar)
        continue
      }
      let shown = visible(scalar)
      guard !shown.isEmpty else { continue }
      if pendingSpace { output.append(" ") }
      pendingSpace = false
      output.append(contentsOf: shown.unicodeScalars)
    }
    if pendingSpace { output.append(" ") }
    return String(output)
  }

  private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "\t" ? "\t" : "\n"
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || isBreak(scalar)
  }

  private func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: unicode ? "\u{FFFD}" : "?"
    // Overrides and isolates reorder what stands around them; tags hide text altogether.
    case 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: Self.name(scalar)
    // Hints without width: soft hyphen, zero-width space, marks of direction, byte order mark.
    case 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: ""
    case 0..<0x7F: String(Character(scalar))
    default: unicode ? String(Character(scalar)) : Self.ascii(scalar)
    }
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018, 0x2019: "'"
    case 0x2039: "<"
    case 0x203A: ">"
    case 0x201C...0x201E, 0xAB, 0xBB: "\""
    case 0x2010...0x2013: "-"
    case 0x2014, 0x2015: "--"
    case 0x2026: "..."
    case 0xA0, 0x2000...0x200A, 0x202F: " "
    default: name(scalar)
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
