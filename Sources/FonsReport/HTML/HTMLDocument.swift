import FonsText

/// The left side: the document with its quotations marked by verdict, each a link to its card.
package struct HTMLDocument {
  let report: Report
  let document: [UInt8]?
  let isPlain: Bool

  var markup: Markup {
    let content: Markup
    let note: Markup
    if let document, isPlain {
      (content, note) = ("<div class=\"paper plain\" dir=\"auto\">\(plain(document))</div>", "")
    } else {
      content = "<div class=\"paper\">\(together())</div>"
      note = "<p class=\"fine\">Put together from the report: quotations and commentary alone.</p>"
    }
    return """
      <section class="document" id="document" tabindex="-1" aria-labelledby="document-title">
      <h2 id="document-title">The document</h2>
      \(content)\(note)
      </section>
      """
  }

  // MARK: - From the bytes

  /// A stretch of the document that is shown otherwise than as text.
  private struct Mark {
    var range: ByteRange
    var markup: Markup
  }

  private func plain(_ bytes: [UInt8]) -> Markup {
    var output = Markup.empty
    var position = 0
    for mark in marks(bytes) {
      // What overlaps the mark before it keeps its anchor, so that no link leads nowhere.
      let start = min(max(mark.range.start, position), bytes.count)
      output += "\(Self.string(bytes, position, start))\(mark.markup)"
      position = min(max(mark.range.end, start), bytes.count)
    }
    return output + "\(Self.string(bytes, position, bytes.count))"
  }

  private func marks(_ bytes: [UInt8]) -> [Mark] {
    var marks: [Mark] = []
    var citations: Set<ByteRange> = []
    for (index, entry) in report.quotations.enumerated() {
      let content = Self.quoted(entry, bytes)
      marks.append(Mark(range: entry.range, markup: Self.link(entry, index + 1, content)))
      guard let range = entry.citation.range, citations.insert(range).inserted,
        let address = entry.citation.value.flatMap({ WebAddress($0) }), range.start >= 0,
        range.start <= range.end,
        range.end <= bytes.count,
        !report.quotations.contains(where: { $0.range.overlaps(range) })
      else { continue }
      let text = Self.string(bytes, range.start, range.end)
      marks.append(Mark(range: range, markup: HTMLParts.link(address, "\(text)")))
    }
    return marks.sorted { $0.range < $1.range }
  }

  /// The quotation as it stands, its differences marked by their own ranges.
  package static func quoted(_ entry: Report.Entry, _ bytes: [UInt8]) -> Markup {
    let end = max(0, min(entry.range.end, bytes.count))
    var output = Markup.empty
    var position = min(max(entry.range.start, 0), end)
    let marked = entry.differences.filter { !$0.isHarmless }
      .sorted { $0.quoted.range < $1.quoted.range }
    for difference in marked {
      let range = difference.quoted.range
      guard position <= range.start, range.start <= range.end, range.end <= end else { continue }
      output += "\(Self.string(bytes, position, range.start))"
      output += Self.spot(difference, Self.string(bytes, range.start, range.end))
      position = range.end
    }
    return output + "\(Self.string(bytes, position, end))"
  }

  package static func string(_ bytes: [UInt8], _ start: Int, _ end: Int) -> String {
    let (start, end) = (max(0, start), min(end, bytes.count))
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  // MARK: - From the report

  /// A quotation with its differences marked, by itself.
  package static func block(_ entry: Report.Entry, _ number: Int) -> Markup {
    let pieces = entry.quotationPieces().map { piece -> Markup in
      guard let index = piece.difference, !entry.differences[index].isHarmless else {
        return "\(piece.text)"
      }
      return spot(entry.differences[index], piece.text)
    }
    return "<blockquote dir=\"auto\">\(link(entry, number, pieces.joined()))</blockquote>"
  }

  private func together() -> Markup {
    let quotations = report.quotations.enumerated().map { index, entry -> Mark in
      Mark(range: entry.range, markup: Self.block(entry, index + 1))
    }
    let commentary = report.commentary.map { comment in
      Mark(
        range: comment.range,
        markup: comment.text.map { "<p dir=\"auto\">\($0)</p>" }
          ?? "<p class=\"fine\">Commentary, line \(comment.line), not repeated here.</p>")
    }
    return (quotations + commentary).sorted { $0.range < $1.range }.map(\.markup).joined(by: "\n")
  }

  // MARK: - Both

  package static func link(_ entry: Report.Entry, _ number: Int, _ content: Markup) -> Markup {
    """
    <a class="quotation v-\(entry.verdict.rawValue)" id="d\(number)" href="#q\(number)">\
    <span class="words">\(content)</span>\
    <span class="tag">\(number) \(HTMLParts.verdict(entry.verdict))</span></a>
    """
  }

  /// Where quotation and source disagree; a caret where the quotation has nothing.
  private static func spot(_ difference: Report.Difference, _ text: String) -> Markup {
    let shown: Markup = text.isEmpty ? "<span aria-hidden=\"true\">‸</span>" : "\(text)"
    return "<span class=\"spot \(difference.weight.rawValue)\">\(shown)</span>"
  }
}
