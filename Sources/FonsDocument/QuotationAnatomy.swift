import FonsFormat
import FonsText

/// The inner structure of a quoted text: omissions, what stands in brackets, note markers, parts.
///
/// - Complexity: O(*n*)
struct QuotationAnatomy {
  private(set) var parts: [ByteRange] = []
  private(set) var omissions: [ByteRange] = []
  private(set) var insertions: [Quotation.Insertion] = []
  private(set) var noteMarkers: [Quotation.NoteMarker] = []
  private let text: [UInt8]

  /// - Parameter markers: references to notes that the format knows, in order.
  init(_ text: [UInt8], markers: [ByteRange]) {
    self.text = text
    var marker = 0
    var index = 0
    while index < text.count {
      while marker < markers.count, markers[marker].end <= index { marker += 1 }
      if marker < markers.count, markers[marker].start == index {
        addMarker(markers[marker])
        index = markers[marker].end
        continue
      }
      index = step(index)
    }
    divide()
  }

  private mutating func step(_ at: Int) -> Int {
    switch text[at] {
    case 0x2E, 0xE2, 0xC2:
      if let end = Omission.end(text, at: at, limit: text.count) {
        omissions.append(ByteRange(at, end))
        return end
      }
      return sign(at)
    case 0x5B, 0x28: return bracket(at)
    case 0xEF where text.has("（", at: at): return bracket(at)
    case 0x2A: return sign(at)
    default: return at + 1
    }
  }

  private mutating func bracket(_ at: Int) -> Int {
    guard let bracket = Bracketed(text, at: at) else { return at + 1 }
    let range = ByteRange(at, bracket.end)
    switch bracket.kind {
    case .omission: omissions.append(range)
    case .insertion(let kind): insertions.append(.init(kind: kind, range: range))
    case .marker: addMarker(range)
    case .text: return at + 1
    }
    return bracket.end
  }

  private mutating func addMarker(_ range: ByteRange) {
    let marker = text.string(range.range).filter { $0 != "[" && $0 != "]" && $0 != "^" }
    noteMarkers.append(.init(marker: marker, range: range))
  }

  /// Superscript digits and daggers after a word.
  private mutating func sign(_ at: Int) -> Int {
    var end = at
    var marker = ""
    if let digit = Superscript.digit(text, at: at, end: text.count) {
      guard at > 0, isWordEnd(at), !isUnit(before: at) else { return at + digit.length }
      while let digit = Superscript.digit(text, at: end, end: text.count) {
        marker += String(digit.value)
        end += digit.length
      }
      // An exponent goes on: 10⁻², s⁻¹.
      if marker.utf8.count > 3 { return end }
    } else {
      for sign: StaticString in ["*", "†", "‡"] where text.has(sign, at: at) {
        end = at + sign.utf8CodeUnitCount
        marker = text.string(at, end)
      }
      guard end > at else { return at + 1 }
      let isLast = end == text.count || ASCII.isSpace(text[end]) || ASCII.isPunctuation(text[end])
      guard at > 0, isWordEnd(at), isLast, end == text.count || text[end] != 0x2A else {
        return end
      }
    }
    noteMarkers.append(.init(marker: marker, range: ByteRange(at, end)))
    return end
  }

  private func isWordEnd(_ at: Int) -> Bool {
    let byte = text[at - 1]
    return ASCII.isLetter(byte)
      || [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x22, 0x27]
        .contains(byte)
      || byte >= 0x80 && Superscript.digit(text, at: at - 2, end: at) == nil
  }

  /// m², km³: one to three letters without a full stop before the digit, after a number or "per".
  private func isUnit(before at: Int) -> Bool {
    var start = at
    while start > 0, ASCII.isLetter(text[start - 1]) { start -= 1 }
    let length = at - start
    guard length > 0, length <= 3 else { return false }
    if start == 0 { return true }
    let units: Set<String> = [
      "m", "km", "cm", "mm", "dm", "ft", "in", "mi", "yd", "s", "kg", "x", "n", "c", "e", "r",
      "sq", "h", "a", "b", "i", "y", "z", "R", "E", "mc",
    ]
    return units.contains(text.string(start, at))
  }

  // MARK: Parts

  /// What stands between omissions, without white space and lone punctuation.
  private mutating func divide() {
    var start = 0
    for omission in omissions {
      addPart(start, omission.start)
      start = omission.end
    }
    addPart(start, text.count)
    if parts.isEmpty { parts = [ByteRange(text.trimmed(0, text.count))] }
  }

  private mutating func addPart(_ start: Int, _ end: Int) {
    let range = text.trimmed(start, end)
    guard WordCount.count(text, range, upTo: 1) > 0 else { return }
    parts.append(ByteRange(range))
  }
}
