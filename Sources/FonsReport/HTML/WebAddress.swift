/// An address that a page may link to: `http` or `https`, written without characters that could
/// make it anything else.
struct WebAddress {
  let text: String

  init?(_ text: String) {
    let lowercased = text.prefix(8).lowercased()
    guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://"),
      text.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !(0x7F...0xA0).contains($0.value)
          && !"<>\"\\^`{|}".unicodeScalars.contains($0)
          && $0.properties.generalCategory != .format
      })
    else { return nil }
    self.text = text
  }

  /// The address of the very words of a passage, as a text fragment
  /// (https://wicg.github.io/scroll-to-text-fragment/): the passage itself where it is short, its
  /// first and last words where it is long, with the words around it where it stands several times.
  func toWords(of match: Report.Match) -> WebAddress {
    let words = match.text.split(whereSeparator: \.isWhitespace)
    let start = Self.head(words, atMost: 8)
    guard !start.isEmpty else { return self }
    let isWhole = start.count == words.count
    let needsContext = match.occurrences > 1 || words.count < 4
    var directive = ""
    if needsContext {
      let prefix = Self.tail(match.before.split(whereSeparator: \.isWhitespace), atMost: 3)
      if !prefix.isEmpty { directive += Self.encode(prefix) + "-," }
    }
    directive += Self.encode(isWhole ? start : Array(start.prefix(4)))
    if !isWhole {
      let end = Self.tail(Array(words.dropFirst(min(4, start.count))), atMost: 4)
      if !end.isEmpty { directive += "," + Self.encode(end) }
    }
    if needsContext {
      let suffix = Self.head(match.after.split(whereSeparator: \.isWhitespace), atMost: 3)
      if !suffix.isEmpty { directive += ",-" + Self.encode(suffix) }
    }
    let joint = text.contains("#") ? ":~:text=" : "#:~:text="
    return WebAddress(text + joint + directive) ?? self
  }

  /// The first words, up to a note marker: pages show markers in many ways, and words on either
  /// side of one are not neighbours there.
  private static func head(_ words: [Substring], atMost limit: Int) -> [Substring] {
    var head: [Substring] = []
    for word in words.prefix(limit) {
      let cut = word.prefix { $0 != "[" }
      if !cut.isEmpty { head.append(cut) }
      if cut.endIndex != word.endIndex { break }
    }
    return head
  }

  /// The last words, from after a note marker on; a marker at the very end is left out.
  private static func tail(_ words: [Substring], atMost limit: Int) -> [Substring] {
    var tail: [Substring] = []
    for word in words.suffix(limit).reversed() {
      let cut = word.prefix { $0 != "[" }
      if cut.endIndex != word.endIndex, !tail.isEmpty { break }
      if !cut.isEmpty { tail.append(cut) }
    }
    return tail.reversed()
  }

  /// Percent-encodes all but letters, digits, and a few marks; the dash too, as the directive uses
  /// it.
  private static func encode(_ words: [Substring]) -> String {
    var output = ""
    for byte in words.joined(separator: " ").utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        output.append(Character(Unicode.Scalar(byte)))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return output
  }
}
