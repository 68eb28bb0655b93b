public import FonsText

/// The source's wording in the place of what the document says.
public struct Correction: Sendable, Equatable {
  /// Id of the quotation.
  public var quotation: String
  /// Index of the difference in its quotation.
  public var difference: Int
  /// Bytes of the document that go.
  public var range: ByteRange
  /// What comes in their place.
  public var text: String
}

extension CheckedText {
  /// Whether the document is one that corrections can be made of.
  public var canBeCorrected: Bool { isPlain && fileBytes != nil }

  /// What would give each altered quotation the words of its source, in the document's order.
  ///
  /// Offered for plain text that is the file's own bytes, where the words of a passage can stand as
  /// they are. Harmless differences stay, and so do words in brackets, which own up to what they are.
  public var corrections: [Correction] {
    guard isPlain, let bytes = fileBytes else { return [] }
    var corrections: [Correction] = []
    for entry in report.quotations where entry.isCorrectable {
      for index in entry.differences.indices {
        guard let correction = Self.correction(entry, index, bytes) else { continue }
        corrections.append(correction)
      }
    }
    corrections.sort { $0.range < $1.range }
    var kept: [Correction] = []
    for correction in corrections {
      let isApart = kept.last.map { $0.range.end <= correction.range.start } ?? true
      if isApart { kept.append(correction) }
    }
    return kept
  }

  private static func correction(_ entry: Report.Entry, _ index: Int, _ bytes: [UInt8])
    -> Correction?
  {
    let difference = entry.differences[index]
    let quoted = difference.quoted.range
    guard !difference.isHarmless, !Self.isOwnedUp(difference), quoted.start >= entry.range.start,
      quoted.start <= quoted.end, quoted.end <= entry.range.end, quoted.end <= bytes.count
    else { return nil }
    let words = difference.source.text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    if quoted.start == quoted.end {
      return words.isEmpty
        ? nil : insertion(of: words, at: quoted.start, bytes, (entry.id, index))
    }
    if words.isEmpty { return removal(of: quoted, bytes, (entry.id, index)) }
    return Correction(quotation: entry.id, difference: index, range: quoted, text: words)
  }

  /// Kinds that a careful writer marks: `[they]` for `the pilots`.
  private static func isOwnedUp(_ difference: Report.Difference) -> Bool {
    difference.kind == "replacement"
  }

  /// Words between words get a space on the side that has none.
  private static func insertion(
    of words: String, at place: Int, _ bytes: [UInt8], _ name: (String, Int)
  ) -> Correction {
    let before = place > 0 ? bytes[place - 1] : 0x20
    let after = place < bytes.count ? bytes[place] : 0x20
    let startsWithMark = words.utf8.first.map { ",.;:!?)".utf8.contains($0) } ?? false
    var text = words
    let needsSpace = isLetter(before) || ",.;:".utf8.contains(before)
    if needsSpace, !startsWithMark { text = " " + text }
    if isLetter(after) { text += " " }
    return Correction(
      quotation: name.0, difference: name.1, range: ByteRange(place, place), text: text)
  }

  /// Words that go take one of the two spaces around them along.
  private static func removal(
    of range: ByteRange, _ bytes: [UInt8], _ name: (String, Int)
  ) -> Correction {
    var range = range
    if range.start > 0, bytes[range.start - 1] == 0x20,
      range.end == bytes.count || !isLetter(bytes[range.end])
    {
      range = ByteRange(range.start - 1, range.end)
    } else if range.end < bytes.count, bytes[range.end] == 0x20 {
      range = ByteRange(range.start, range.end + 1)
    }
    return Correction(quotation: name.0, difference: name.1, range: range, text: "")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    default: false
    }
  }
}

extension Report.Entry {
  /// Whether one passage says what the words should be.
  fileprivate var isCorrectable: Bool {
    (wording == .altered || wording == .abridged) && verdict != .notFound && passages.count == 1
  }
}
