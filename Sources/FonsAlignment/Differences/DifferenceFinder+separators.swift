internal import FonsDocument
internal import FonsText

/// Differences in what stands between words: marks, spaces, note markers.
extension DifferenceFinder {
  /// Compares what lies between two words that follow each other on both sides.
  func separators(_ first: Alignment.Step, _ second: Alignment.Step) -> [Difference] {
    let q = ByteRange(
      Int(quoted.words[first.quoted.upperBound - 1].end),
      Int(quoted.words[second.quoted.lowerBound].start))
    let s = ByteRange(
      Int(source.words[first.source.upperBound - 1].end),
      Int(source.words[second.source.lowerBound].start))
    guard q.count >= 0, s.count >= 0, q.start <= q.end, s.start <= s.end else { return [] }
    let left = quoted.marked[q.range]
    let right = source.slice(s)
    if left.elementsEqual(right) { return [] }
    let a = Separator(left)
    let b = Separator(right)
    var result: [Difference] = []
    if a.markers != b.markers {
      result.append(difference(.noteMarker, q, s))
    }
    if isRepaired(q, s) { result.append(difference(.mojibake, q, s)) }
    if !quoted.omissions.contains(second.quoted.lowerBound), let kind = a.kind(b) {
      result.append(difference(a.beginsItem != b.beginsItem ? .structure : kind, q, s))
    }
    return result
  }

  /// `[sic]` and the like, which the quotation's writer put in.
  func editorial() -> [Difference] {
    quoted.quotation.insertions.filter { $0.kind == .sic }.map { insertion in
      let place = source.range.start
      return Difference(
        .sic, quoted: insertion.range,
        quotedText: String(decoding: quoted.quotation.text[insertion.range.range], as: UTF8.self),
        source: ByteRange(place, place), sourceText: "")
    }
  }
}

/// The marks between two words, by what they do.
struct Separator {
  private(set) var markers: [String] = []
  /// Marks other than quotation marks and spaces, in order: dashes as `-`.
  private var marks: [Character] = []
  private var quotes: [Character] = []
  private var dashes: [Character] = []
  private var hasSpace = false
  /// An item of a list begins after these marks.
  let beginsItem: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    beginsItem = Self.beginsItem(rest)
    while let character = rest.first {
      if character == "[", let close = rest.firstIndex(of: "]") {
        let content = rest[rest.index(after: rest.startIndex)..<close]
        if NoteMarkerForm.isMarker(content.utf8, afterSpace: hasSpace) {
          markers.append(String(content))
          rest = rest[rest.index(after: close)...]
          continue
        }
      }
      take(character)
      rest.removeFirst()
    }
  }

  /// A line break, and then a dash, a star or a bullet.
  static func beginsItem(_ text: Substring) -> Bool {
    guard let line = text.lastIndex(of: "\n") else { return false }
    return text[line...].contains { "-*•–‣◦·".contains($0) }
  }

  private mutating func take(_ character: Character) {
    if let ascii = character.asciiValue {
      takeASCII(ascii, character)
    } else if character.isSuperscript {
      markers.append(String(character))
    } else if character.isWhitespace {
      hasSpace = true
    } else if "\"“”„‟«»‹›'‘’‚‛「」『』《》`´".contains(character) {
      quotes.append(character)
    } else if "-‐‑‒–—―−".contains(character) {
      dashes.append(character)
      if marks.last != "-" { marks.append("-") }
    } else if !"[]()*_…".contains(character) {
      marks.append(character)
    }
  }

  private mutating func takeASCII(_ byte: UInt8, _ character: Character) {
    switch byte {
    case 9...13, 32: hasSpace = true
    case 0x22, 0x27, 0x60: quotes.append(character)
    case 0x2D:
      dashes.append(character)
      if marks.last != "-" { marks.append("-") }
    // Brackets, stars and underscores mark nothing here.
    case 1, 0x28, 0x29, 0x2A, 0x5B, 0x5D, 0x5F: break
    default: marks.append(character)
    }
  }

  /// What the difference amounts to; nil where there is none worth a word.
  func kind(_ other: Separator) -> DifferenceKind? {
    let sentence: ([Character]) -> [Character] = { $0.filter { "?!？！¿¡".contains($0) } }
    if sentence(marks) != sentence(other.marks) { return .sentenceMark }
    if marks != other.marks { return .punctuation }
    if dashes != other.dashes { return .dash }
    if quotes != other.quotes { return .quoteMark }
    return hasSpace != other.hasSpace ? .space : nil
  }
}

extension Character {
  /// Superscript digits, which are note markers between words.
  fileprivate var isSuperscript: Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹†‡".contains(self) }
}
