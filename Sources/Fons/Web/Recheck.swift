internal import FonsDocument
public import FonsReport
internal import FonsText

/// Compares what a report says with what the same sources say now.
public struct Recheck {
  /// What became of one quotation.
  public struct Outcome: Sendable, Equatable {
    public var id: String
    public var text: String
    public var before: Report.Headline
    public var after: Report.Headline
    /// What is different, in sentences; empty where all is as it was.
    public var changes: [String]
    /// What Fons says of it now.
    public var reason: String
  }

  private let checker: OnlineChecker

  /// - Parameter checker: one that reads cited pages anew.
  public init(_ checker: OnlineChecker) { self.checker = checker }

  /// Checks the quotations of a report again; the document itself is not needed.
  ///
  /// - Returns: an outcome for each quotation, and the new report.
  public func run(_ old: Report, jobs: Int = 1) throws -> (outcomes: [Outcome], report: Report) {
    let quotations = old.quotations.map { entry in
      var quotation = DocumentReader.given(Array(entry.text.utf8))
      quotation.line = entry.line
      if let kind = Citation.Kind(rawValue: entry.citation.kind), let value = entry.citation.value {
        quotation.citations = [
          Citation(
            kind: kind, value: value, range: entry.citation.range ?? entry.range,
            binding: entry.citation.binding.flatMap(Citation.Binding.init) ?? .sentence)
        ]
      }
      return quotation
    }
    let document = Document(
      name: old.document.path, bytes: [], sha256: old.document.sha256, format: .text,
      quotations: quotations, commentary: [])
    var report = try checker.check(document, jobs: jobs)
    for index in report.quotations.indices {
      report.quotations[index].id = old.quotations[index].id
      report.quotations[index].range = old.quotations[index].range
    }
    report.document = old.document
    let outcomes = zip(old.quotations, report.quotations).map(Self.compare)
    return (outcomes, report)
  }

  private static func compare(_ old: Report.Entry, _ new: Report.Entry) -> Outcome {
    var changes: [String] = []
    func note(_ what: String, _ before: String?, _ after: String?) {
      guard before != after else { return }
      changes.append("\(what) was \(before ?? "unknown") and is \(after ?? "unknown").")
    }
    note("The verdict", old.verdict.rawValue, new.verdict.rawValue)
    note("The wording", old.wording?.rawValue, new.wording?.rawValue)
    note("The attribution", old.attribution?.rawValue, new.attribution?.rawValue)
    note("The currency", old.currency?.rawValue, new.currency?.rawValue)
    changes += page(old, new)
    return Outcome(
      id: old.id, text: old.text, before: old.verdict, after: new.verdict, changes: changes,
      reason: new.reason)
  }

  /// What is different about the work and the passage.
  private static func page(_ old: Report.Entry, _ new: Report.Entry) -> [String] {
    guard let before = old.matches.first else {
      guard let after = new.matches.first, old.verdict != new.verdict else { return [] }
      return ["It was found in no work, and now in “\(after.work.title)”."]
    }
    guard let after = new.matches.first else {
      return ["It was found in “\(before.work.title)”, and is found nowhere now."]
    }
    var changes: [String] = []
    if before.work.url != after.work.url || before.work.title != after.work.title {
      changes.append("It was found in “\(before.work.title)”, and now in “\(after.work.title)”.")
    }
    if before.text != after.text {
      changes.append("The passage read “\(before.text)” and reads “\(after.text)”.")
    }
    if let now = new.currentMatch, old.currentMatch?.text != now.text {
      changes.append("The page now reads “\(now.text)”.")
    }
    let gone = new.lifetimes.last?.to
    if let gone, gone != old.lifetimes.last?.to {
      changes.append("The words went with \(named(gone)).")
    }
    if let first = before.revision.id, let second = newest(new).id,
      newest(old).id ?? first != second
    {
      changes.append(
        "The page was edited: it was read in \(named(newest(old))), and now in \(named(newest(new)))."
      )
    } else if before.revision.id == nil, before.text == after.text,
      let first = old.evidence.first?.sha256, let second = new.evidence.first?.sha256,
      first != second, before.before != after.before || before.after != after.after
    {
      changes.append("What stands around the passage has changed.")
    }
    return changes
  }

  /// The newest state of the work that a report shows.
  private static func newest(_ entry: Report.Entry) -> Report.RevisionInfo {
    let states = entry.matches.filter { $0.work.url == entry.matches.first?.work.url }.map(
      \.revision)
    let last = states.max { ($0.time ?? "") < ($1.time ?? "") }
    return last ?? Report.RevisionInfo(id: nil, time: nil)
  }

  private static func named(_ revision: Report.RevisionInfo) -> String {
    let number = revision.id.map { "revision \($0)" } ?? "a state"
    let time = revision.time.map { " of \($0)" } ?? ""
    let who = revision.contributor.map { " by \($0)" } ?? ""
    return number + time + who
  }
}
