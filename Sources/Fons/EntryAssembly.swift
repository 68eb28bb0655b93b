internal import FonsAlignment
internal import FonsDocument
internal import FonsFormat
internal import FonsLibrary
internal import FonsReport
internal import FonsSource
internal import FonsText
internal import FonsVerdict

/// Makes the report's entry of a finding: the same facts under the contract's names.
struct EntryAssembly {
  private let finding: Finding
  private let policy: Policy
  /// Whether the rules that decided are told.
  private let explains: Bool
  /// Leads from the quotation's text to the document.
  private let toDocument: (ByteRange) -> ByteRange

  init(
    _ finding: Finding, by policy: Policy, explains: Bool,
    toDocument: @escaping (ByteRange) -> ByteRange
  ) {
    self.finding = finding
    self.policy = policy
    self.explains = explains
    self.toDocument = toDocument
  }

  func entry(id: String, line: Int) -> Report.Entry {
    let quotation = finding.quotation
    var entry = Report.Entry(
      id: id, range: quotation.range, line: line,
      text: String(decoding: quotation.text, as: UTF8.self), marks: quotation.marks.label)
    entry.verdict = Report.Headline(rawValue: finding.verdict.rawValue) ?? .unverifiable
    entry.faithful = finding.faithful
    entry.reason = finding.reason
    entry.obstacles = policy.obstacles(finding)
    entry.passes = entry.obstacles.isEmpty
    entry.rule = finding.rule.rawValue
    entry.explanation = explained(Rule.named(finding.rule.rawValue))
    entry.wording = finding.wording.flatMap { Report.Wording(rawValue: $0.rawValue) }
    entry.attribution = finding.attribution.flatMap { Report.Attribution(rawValue: $0.rawValue) }
    entry.currency = finding.currency.flatMap { Report.Currency(rawValue: $0.rawValue) }
    entry.asOf = finding.asOf
    entry.coverage = finding.coverage.map { Self.rounded($0, 1000) }
    entry.score = finding.score.map { Self.rounded($0, 10) }
    entry.chance = finding.chance
    entry.flags = finding.flags.map(\.rawValue)
    if let citation = finding.citation {
      entry.citation = Report.CitationInfo(
        kind: citation.kind.rawValue, value: citation.value, range: citation.range,
        binding: citation.binding.rawValue)
    }
    entry.matches = finding.matches.map(match)
    entry.parts = finding.parts.map { part in
      Report.Part(
        range: toDocument(part.range), match: part.match.map(match),
        attribution: part.attribution.flatMap { Report.Attribution(rawValue: $0.rawValue) })
    }
    entry.differences = finding.differences.map(difference)
    entry.lifetimes = finding.lifetimes.map { lifetime in
      Report.Lifetime(
        from: Self.info(lifetime.from), to: lifetime.to.map(Self.info),
        last: Self.info(lifetime.last), revisions: lifetime.revisions)
    }
    entry.history = finding.history.map { history in
      Report.HistoryInfo(
        holding: history.holding, revisions: history.revisions, hidden: history.hidden,
        removed: history.removed, restored: history.restored, contributors: history.contributors)
    }
    entry.notes = finding.notes.map {
      Report.NoteInfo(marker: $0.marker, text: $0.text, urls: $0.urls)
    }
    entry.facts = finding.facts
    return entry
  }

  private static func rounded(_ value: Double, _ scale: Double) -> Double {
    (value * scale).rounded() / scale
  }

  private static func info(_ revision: Revision) -> Report.RevisionInfo {
    Report.RevisionInfo(id: revision.id, time: revision.time, contributor: revision.contributor)
  }

  private func match(_ match: Finding.Match) -> Report.Match {
    let details = match.details
    return Report.Match(
      library: match.library,
      work: Report.WorkInfo(title: details.title, url: details.url, source: details.source),
      revision: Report.RevisionInfo(
        id: details.revision.id, time: details.revision.time,
        contributor: details.revision.contributor),
      range: match.range, text: match.text, before: match.before, after: match.after,
      section: match.section.isEmpty ? nil : match.section.joined(separator: " › "),
      occurrences: match.occurrences)
  }

  private func explained(_ rule: @autoclosure () -> Rule?) -> Report.RuleInfo? {
    guard explains, let rule = rule() else { return nil }
    return Report.RuleInfo(rule: rule.id, why: rule.why, source: rule.source)
  }

  private func difference(_ difference: Difference) -> Report.Difference {
    let permission = policy.rule(permitting: difference, of: finding)
    var result = Report.Difference(
      kind: difference.kind.rawValue,
      weight: Report.Weight(rawValue: difference.weight.rawValue) ?? .major,
      quoted: Report.Excerpt(range: toDocument(difference.quoted), text: difference.quotedText),
      source: Report.Excerpt(range: difference.source, text: difference.sourceText),
      note: difference.note, permitted: permission != nil, rule: difference.rule)
    result.explanation = explained(Rule.named(difference.rule))
    result.permission = explained(permission)
    return result
  }
}

extension Quotation.Marks {
  /// The marks as a report names them.
  fileprivate var label: String {
    switch self {
    case .block(let depth): depth > 1 ? "blockquote \(depth)" : "blockquote"
    case .lines: ">"
    case .inline(let open, let close): "\(open) \(close)"
    case .element: "q"
    case .given: "given"
    }
  }
}
