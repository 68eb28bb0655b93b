/// A report as a Markdown table, for a review or an issue: a row for each quotation.
public struct MarkdownRenderer: Sendable {
  /// Characters of a quotation shown before it is cut.
  public var excerptLength: Int

  public init(excerptLength: Int = 60) { self.excerptLength = excerptLength }

  /// The summary line, the table, and what was searched, with a line break at the end.
  public func render(_ report: Report) -> String {
    let name = escape(report.documentName)
    guard !report.quotations.isEmpty else {
      return "No quotations found in \(name).\n"
    }
    var lines = ["**\(name)**: \(escape(report.summaryLine))", ""]
    if let passes = report.passLine { lines += [escape(passes) + ".", ""] }
    lines += ["| | Verdict | Passes | Quotation | Source | Why |", "|--:|---|---|---|---|---|"]
    for (index, entry) in report.quotations.enumerated() {
      let verdict = "\(entry.verdict.symbol(unicode: true)) \(entry.verdict.word)"
      let cells = [
        "\(index + 1)", escape(verdict), entry.passes ? "yes" : "no",
        escape(excerpt(of: entry.text)), source(of: entry), escape(why(entry)),
      ]
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    lines.append("")
    lines += report.quotations.enumerated().flatMap { rules(of: $1, number: $0 + 1) }
    lines += report.searched.libraryLines.map { "Searched: \(escape($0))  " }
    lines += report.warnings.map { "Warning: \(escape($0))  " }
    return lines.joined(separator: "\n") + "\n"
  }

  private func why(_ entry: Report.Entry) -> String {
    entry.obstacleLine.map { "\(entry.reason) Does not pass: \($0)." } ?? entry.reason
  }

  /// The rules that decided about a quotation, as a list; nothing where nothing is explained.
  private func rules(of entry: Report.Entry, number: Int) -> [String] {
    guard let verdict = entry.explanation else { return [] }
    var lines = ["\(number)\\. \(escape(verdict.sentence))", ""]
    for difference in entry.differences {
      let texts = [difference.quoted.text, difference.source.text].map {
        $0.isEmpty ? "nothing" : "“\(excerpt(of: $0))”"
      }
      let change = "\(difference.weightPhrase), \(texts[0]) for \(texts[1])"
      let rules = ([change] + difference.rules).joined(separator: "; ")
      lines.append("- \(escape(rules))")
    }
    return entry.differences.isEmpty ? lines : lines + [""]
  }

  private func excerpt(of text: String) -> String {
    let shown = VisibleText()(text)
    guard shown.count > excerptLength else { return Bidi.isolated(shown) }
    let cut = shown.prefix(excerptLength)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return Bidi.isolated(words + " …")
  }

  private func source(of entry: Report.Entry) -> String {
    let sources = entry.passages.map { passage -> String in
      let title = escape(passage.match.place)
      guard let address = passage.match.work.url.flatMap({ WebAddress($0) }) else { return title }
      return "[\(title)](<\(address.text.replacing("|", with: "%7C"))>)"
    }
    return sources.joined(separator: "; ")
  }

  /// Text that no Markdown or HTML can be made of: every ASCII mark that means something is
  /// escaped, and so are mentions and references that forges would link.
  private func escape(_ text: String) -> String {
    var output = ""
    for scalar in VisibleText()(text).unicodeScalars {
      switch scalar {
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      case "@": output += "&#64;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": output += "\\\(scalar)"
      case ":": output += "&#58;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output.replacing("&#58; ", with: ": ")
  }
}
