import FonsReport
import FonsText

/// Puts a document and its report together from their pieces, so that no range is counted by hand.
struct SampleBuilder {
  var document = ""
  var entries: [Report.Entry] = []
  var commentary: [Report.Commentary] = []

  private var line: Int { document.utf8.count { $0 == UInt8(ascii: "\n") } + 1 }

  mutating func say(_ text: String, between: String = "\n\n") {
    let start = document.utf8.count
    commentary.append(
      Report.Commentary(
        range: ByteRange(start, start + text.utf8.count), line: line, text: text))
    document += text + between
  }

  /// Text that is neither quotation nor commentary, and its range.
  @discardableResult
  mutating func furniture(_ text: String, between: String = "\n\n") -> ByteRange {
    let start = document.utf8.count
    document += text + between
    return ByteRange(start, start + text.utf8.count)
  }

  mutating func quote(
    _ text: String, open: String = "> ", close: String = "", marks: String = ">",
    between: String = "\n\n", _ fill: (inout Report.Entry, SampleBuilder) -> Void
  ) {
    let start = document.utf8.count
    let lineNumber = line
    document += open + text + close
    var entry = Report.Entry(
      id: "q\(entries.count + 1)", range: ByteRange(start, document.utf8.count), line: lineNumber,
      text: text, marks: marks)
    document += between
    fill(&entry, self)
    entry.rule = "verdict.\(entry.verdict.rawValue)"
    entry.passes =
      entry.faithful == true && [.verbatim, .abridged, .altered].contains(entry.verdict)
    if !entry.passes { entry.obstacles = ["it is \(entry.verdict.rawValue)"] }
    entries.append(entry)
  }

  /// Where `words` stand in the document, after `start`.
  func range(of words: String, after start: Int) -> ByteRange {
    find(words, in: document, after: start)
  }

  /// A difference that stands in the quotation `entry` and in `match`. Where one side is empty,
  /// `before` are the words after which it belongs, on both sides.
  func difference(
    _ kind: String, _ weight: Report.Weight, _ entry: Report.Entry, _ match: Report.Match,
    quoted: String, source: String, after before: String, note: String? = nil
  ) -> Report.Difference {
    let inDocument = range(of: before, after: entry.range.start).end
    let inMatch = find(before, in: match.text, after: 0).end
    let quotedStart = quoted.isEmpty ? inDocument : range(of: quoted, after: inDocument).start
    let sourceStart =
      match.range.start
      + (source.isEmpty ? inMatch : find(source, in: match.text, after: inMatch).start)
    return Report.Difference(
      kind: kind, weight: weight,
      quoted: Report.Excerpt(
        range: ByteRange(quotedStart, quotedStart + quoted.utf8.count), text: quoted),
      source: Report.Excerpt(
        range: ByteRange(sourceStart, sourceStart + source.utf8.count), text: source),
      note: note)
  }
}

/// The first range of `words` in `text` at or after the byte `start`.
func find(_ words: String, in text: String, after start: Int) -> ByteRange {
  let (needle, hay) = (Array(words.utf8), Array(text.utf8))
  var offset = start
  while offset + needle.count <= hay.count {
    if hay[offset..<(offset + needle.count)].elementsEqual(needle) {
      return ByteRange(offset, offset + needle.count)
    }
    offset += 1
  }
  preconditionFailure("the sample has no “\(words)”")
}
