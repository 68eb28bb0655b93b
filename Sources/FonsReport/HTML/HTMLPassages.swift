/// What was found for a quotation: each passage with its differences in place and its surroundings.
struct HTMLPassages {
  let entry: Report.Entry

  var markup: Markup {
    let passages = entry.passages
    if passages.isEmpty {
      return HTMLParts.block(
        "The quotation", "passage",
        "<blockquote dir=\"auto\"><p>\(entry.text)</p></blockquote>")
    }
    let hasChanges = entry.differences.contains { !$0.isHarmless }
    let legend: Markup =
      hasChanges
      ? """
      <p class="legend"><del>struck out</del> in the source alone, <ins>underlined</ins> in the \
      document alone</p>
      """ : .empty
    return passages.map(passage).joined(by: "\n") + legend
  }

  private func passage(_ passage: Passage) -> Markup {
    let match = passage.match
    let address = match.work.url.flatMap { WebAddress($0) }
    let title: Markup =
      passage.part.map { "Part \($0), found in" }
      ?? (entry.verdict == .notFound ? "The nearest passage" : "Found in")
    let work: Markup =
      address.map { HTMLParts.link($0, "\(match.work.title)") }
      ?? "\(match.work.title)"
    let section: Markup = match.section.map { " <span class=\"section\">› \($0)</span>" } ?? .empty
    // The page that a superseded passage would be looked up in no longer has it.
    let words: Markup =
      entry.currency == .superseded
      ? .empty
      : address.map { address in
        "<p class=\"go\">\(HTMLParts.link(address.toWords(of: match), "Go to these words"))</p>"
      } ?? .empty
    return HTMLParts.block(
      title, "passage",
      """
      <p class="work">\(work)\(section)</p>
      <p class="fine">\(Self.state(match))</p>
      <blockquote dir="auto"><p>\(Self.before(match.before))\
      \(text(of: passage))\(Self.after(match.after))</p></blockquote>
      \(words)
      """)
  }

  private func text(of passage: Passage) -> Markup {
    entry.passagePieces(of: passage.match, differences: passage.differences).map { piece in
      piece.difference.map { HTMLParts.change(entry.differences[$0]) } ?? "\(piece.text)"
    }.joined()
  }

  /// The words before the passage, and the space between where one belongs.
  private static func before(_ text: String) -> Markup {
    guard let last = text.last else { return .empty }
    let space: Markup = last.isWhitespace || "([{“‘«„".contains(last) ? .empty : " "
    return "<span class=\"context\">\(Self.close(text))</span>\(space)"
  }

  private static func after(_ text: String) -> Markup {
    guard let first = text.first else { return .empty }
    let space: Markup = first.isLetter || first.isNumber || "([{“‘«„".contains(first) ? " " : .empty
    return "\(space)<span class=\"context\">\(Self.close(text))</span>"
  }

  /// Without the empty lines between paragraphs: what surrounds the words should not push them away.
  private static func close(_ text: String) -> String {
    text.replacing(#/\n\s*\n/#, with: "\n")
  }

  /// "Revision 88213 of 2026-02-11 by Ines; library lanterna, from lanterna.xml.bz2; in 3 places".
  static func state(_ match: Report.Match) -> Markup {
    var parts: [Markup] = []
    let revision = match.revision
    var state: Markup = revision.id.map { "Revision \($0)" } ?? (revision.time == nil ? "" : "Read")
    if let time = revision.time { state += " of \(Self.time(time))" }
    if let contributor = revision.contributor { state += " by \(contributor)" }
    if !state.isEmpty { parts.append(state) }
    parts.append("library \(match.library), from \(match.work.source)")
    if match.occurrences > 1 {
      parts.append("these words stand in \(grouped(match.occurrences)) places")
    }
    return parts.joined(by: "; ")
  }

  static func time(_ time: String) -> Markup {
    "<time datetime=\"\(time)\">\(Report.RevisionInfo(id: nil, time: time).day ?? time)</time>"
  }
}
