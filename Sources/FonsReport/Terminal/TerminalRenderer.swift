/// A report for reading on a terminal, or by ear: every mark has a word, colour only helps.
///
/// What comes from documents and sources cannot steer the terminal: control characters, escape
/// sequences and bidirectional overrides are shown as what they are.
public struct TerminalRenderer: Sendable {
  /// Columns to keep to, at least 20; only addresses run over, so that they can be followed.
  public var width: Int
  /// Whether to use escape sequences for colour.
  public var color: Bool
  /// False where only ASCII can be shown.
  public var unicode: Bool

  public init(width: Int = 80, color: Bool = false, unicode: Bool = true) {
    self.width = width
    self.color = color
    self.unicode = unicode
  }

  /// The report as lines, with a line break at the end. With the document's bytes the changes are
  /// placed by their ranges, without them by their words.
  public func render(_ report: Report, document: [UInt8]? = nil) -> String {
    var lines = header(report)
    for (index, entry) in report.quotations.enumerated() {
      lines.append("")
      lines += entryLines(entry, number: index + 1, document: document)
    }
    lines.append("")
    lines += footer(report)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Around the quotations

  private func header(_ report: Report) -> [String] {
    if report.quotations.isEmpty {
      return wrap([Span("No quotations found in \(visible(report.documentName)).", .strong)])
    }
    return wrap([Span(visible(report.documentName), .strong)])
      + wrap([Span(visible(report.summaryLine))])
      + (report.passLine.map { wrap([Span(visible($0 + "."))]) } ?? [])
  }

  private func footer(_ report: Report) -> [String] {
    var lines: [String] = []
    for warning in report.warnings {
      lines += labelled("Warning", [Span(visible(warning))], style: .bad, indent: "")
    }
    let searched = report.searched
    if searched.libraries.isEmpty, searched.fetched.isEmpty {
      return lines + wrap([Span("Nothing was searched.", .dim)])
    }
    for line in searched.libraryLines {
      lines += labelled("Searched", [Span(visible(line), .dim)], style: .dim, indent: "")
    }
    for page in searched.fetched {
      let label = page.outcome == "read" ? "Read" : "Not read"
      lines += labelled(label, [Span(visible(page.line), .dim)], style: .dim, indent: "")
    }
    return lines
  }

  // MARK: - A quotation

  private func entryLines(_ entry: Report.Entry, number: Int, document: [UInt8]?) -> [String] {
    let indent = "    "
    var lines = heading(entry, number: number)
    let passages = entry.passages
    for passage in passages { lines += placeLines(passage, verdict: entry.verdict, indent: indent) }
    lines += cited(entry, indent: indent)

    let bar = unicode ? "  │ " : "  | "
    let quotation = MarkedQuotation(visible: visible).spans(of: entry, document: document)
    lines += wrapper.lines(quotation, first: bar, rest: bar, isolatesLines: true)

    if !entry.reason.isEmpty {
      lines += labelled("Why", sentence(entry.reason), indent: indent)
    }
    if let obstacles = entry.obstacleLine {
      lines += labelled("Does not pass", [Span(visible(obstacles))], indent: indent)
    }
    if let rule = entry.explanation?.sentence {
      lines += labelled("Rule", [Span(visible(rule), .dim)], indent: indent)
    }
    lines += differenceLines(entry, indent: indent)
    for note in entry.notes {
      let addresses = note.urls.map { " <\($0)>" }.joined()
      lines += labelled(
        "Note \(visible(note.marker))", [Span(visible(note.text + addresses))], indent: indent)
    }
    for sentence in entry.lifetimeSentences(most: 6) {
      lines += labelled("In the source", [Span(visible(sentence))], indent: indent)
    }
    for fact in entry.facts { lines += labelled("The page", [Span(visible(fact))], indent: indent) }
    if let now = entry.currentMatch {
      let day = now.revision.day.map { " (\($0))" } ?? ""
      lines += labelled(
        "It says now\(visible(day))", [Span(visible(now.text), isolated: true)], indent: indent)
    }
    return lines + otherPlaces(entry, indent: indent)
  }

  private func heading(_ entry: Report.Entry, number: Int) -> [String] {
    var spans = [
      Span("[\(number)] "),
      Span("\(entry.verdict.symbol(unicode: unicode)) \(entry.verdict.word)", entry.verdict.style),
    ]
    // The word alone does not tell a slip of the pen from a change of meaning.
    if entry.verdict == .altered, let faithful = entry.faithful {
      let words = faithful ? " in small ways" : " in ways that matter"
      spans.append(Span(words, faithful ? entry.verdict.style : .bad))
    }
    spans.append(Span(", line \(entry.line)"))
    if let attribution = entry.attribution { spans.append(Span(", \(attribution.phrase)")) }
    if !entry.flags.isEmpty {
      spans.append(Span(" (\(visible(entry.flags.joined(separator: ", "))))"))
    }
    return wrapper.lines(spans, first: "", rest: "    ")
  }

  private func placeLines(_ passage: Passage, verdict: Report.Headline, indent: String)
    -> [String]
  {
    let match = passage.match
    let name = passage.part.map { "Part \($0)" } ?? (verdict == .notFound ? "Nearest" : "Found in")
    let revision = match.revision.day.map { ", as of \($0)" } ?? ""
    var lines = labelled(
      name, [Span(visible(match.place), .strong, isolated: true), Span(visible(revision))],
      indent: indent)
    if let url = match.work.url { lines.append(indent + visible(url)) }
    return lines
  }

  private func cited(_ entry: Report.Entry, indent: String) -> [String] {
    guard let value = entry.citation.value else { return [] }
    // The same address twice says nothing.
    if entry.passages.contains(where: { $0.match.work.url == value }) { return [] }
    return labelled("Cited", [Span(visible(value))], indent: indent)
  }

  private func differenceLines(_ entry: Report.Entry, indent: String) -> [String] {
    var lines: [String] = []
    // What is harmless and passes is counted, unless every rule is to be seen.
    func isTold(_ difference: Report.Difference) -> Bool {
      !difference.isHarmless || !difference.permitted || difference.explanation != nil
    }
    for difference in entry.differences where isTold(difference) {
      let quoted = Span(visible(difference.quoted.text), isolated: true)
      let source = Span(visible(difference.source.text), isolated: true)
      var text =
        quoted.text.isEmpty
        ? [Span("left out: "), source]
        : source.text.isEmpty
          ? [Span("added: "), quoted] : [quoted, Span(", in the source: "), source]
      if let note = difference.note { text += [Span(". ")] + sentence(note) }
      let label = "\(difference.weightPhrase), \(visible(difference.label))"
      lines += labelled(label, text, indent: indent)
      for rule in difference.rules {
        lines += labelled("Rule", [Span(visible(rule), .dim)], indent: indent + "  ")
      }
    }
    if entry.explanation == nil, let harmless = entry.harmlessSummary {
      lines += labelled("Harmless", [Span(visible(harmless))], indent: indent)
    }
    return lines
  }

  private func otherPlaces(_ entry: Report.Entry, indent: String) -> [String] {
    var lines: [String] = []
    for match in entry.otherMatches {
      let revision = match.revision.day.map { ", as of \($0)" } ?? ""
      lines += labelled("Also", [Span(visible(match.place + revision))], indent: indent)
      if let url = match.work.url { lines.append(indent + "  " + visible(url)) }
    }
    if let count = entry.matches.first?.occurrences, count > 1 {
      lines += wrapper.lines(
        [Span("These words stand in \(grouped(count)) places.")], first: indent,
        rest: indent)
    }
    return lines
  }

  // MARK: - Helpers

  private var visible: VisibleText { VisibleText(unicode: unicode) }
  private var wrapper: LineWrapper { LineWrapper(width: width, color: color) }

  /// A sentence of Fons, in which what it quotes keeps its own direction.
  private func sentence(_ text: String) -> [Span] {
    Bidi.quoted(visible(text)).map { Span($0.text, isolated: $0.isQuoted) }
  }

  private func wrap(_ spans: [Span]) -> [String] { wrapper.lines(spans, first: "", rest: "") }

  private func labelled(
    _ label: String, _ spans: [Span], style: Span.Style = .plain, indent: String
  ) -> [String] {
    wrapper.lines([Span("\(label): ", style)] + spans, first: indent, rest: indent + "  ")
  }
}
