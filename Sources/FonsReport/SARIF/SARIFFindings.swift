import FonsText

/// What of a report becomes a result.
struct SARIFFindings {
  struct Finding {
    /// `difference.number`, `verdict.not-found`.
    var rule: String
    var level: String
    var entry: Report.Entry
    /// Index of the difference; nil where the verdict itself is the finding.
    var difference: Int?
    /// Of the document.
    var range: ByteRange
    var text: String
  }

  private let report: Report

  init(_ document: CheckedText) { report = document.report }

  var findings: [Finding] { report.quotations.flatMap(findings) }

  private func findings(of entry: Report.Entry) -> [Finding] {
    let differences = entry.differences.indices.compactMap { index -> Finding? in
      let difference = entry.differences[index]
      guard !difference.isHarmless else { return nil }
      return Finding(
        rule: difference.rule, level: level(difference), entry: entry, difference: index,
        range: difference.quoted.range, text: Self.text(difference))
    }
    guard needsVerdict(entry, hasDifferences: !differences.isEmpty) else { return differences }
    let verdict = Finding(
      rule: entry.rule, level: entry.passes ? "note" : "error", entry: entry, range: entry.range,
      text: entry.reason)
    return [verdict] + differences
  }

  /// Altered words are told by their differences, and what is as the source has it by silence.
  private func needsVerdict(_ entry: Report.Entry, hasDifferences: Bool) -> Bool {
    switch entry.verdict {
    case .verbatim, .abridged: !entry.passes && !hasDifferences
    case .altered: !hasDifferences
    case .notFound, .stitched, .misattributed, .superseded, .unverifiable: true
    }
  }

  private func level(_ difference: Report.Difference) -> String {
    if difference.weight == .major { return "error" }
    return difference.permitted ? "note" : "warning"
  }

  private static func text(_ difference: Report.Difference) -> String {
    let (quoted, source) = (difference.quoted.text, difference.source.text)
    var text: String
    if quoted.isEmpty {
      text = "\(difference.label): the source has “\(source)” here, the document has nothing."
    } else if source.isEmpty {
      text = "\(difference.label): the document has “\(quoted)” here, the source has nothing."
    } else {
      text = "\(difference.label): the document has “\(quoted)”, the source has “\(source)”."
    }
    if let note = difference.note { text += " \(note)" }
    return text
  }
}
