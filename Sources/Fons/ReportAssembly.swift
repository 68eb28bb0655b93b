internal import FonsDocument
internal import FonsReport
internal import FonsText
internal import FonsVerdict

/// Makes a report of findings.
struct ReportAssembly {
  let document: Document
  let policy: Policy
  let explains: Bool

  func report(
    _ findings: [Finding], searched: Report.Searched, warnings: [String]
  ) -> Report {
    let entries = findings.enumerated().map { entry($1, at: $0) }
    var lines = LineCounter(document.bytes)
    let commentary = document.commentary.map { range in
      Report.Commentary(
        range: range, line: lines.line(of: range.start),
        text: String(decoding: document.bytes[range.range], as: UTF8.self))
    }
    return Report(
      generator: "fons \(Checker.version)", policy: policy.name,
      document: Report.DocumentInfo(
        path: document.name, sha256: document.sha256, bytes: document.bytes.count,
        date: document.date),
      searched: searched, quotations: entries, commentary: commentary,
      warnings: notices + warnings)
  }
}

extension ReportAssembly {
  /// What a reader should know of the document itself.
  private var notices: [String] {
    let archived = "The thread is archived: nothing in it can be added or changed."
    return (document.warning.map { [$0] } ?? []) + (document.isArchived ? [archived] : [])
  }

  /// The entry of the quotation with this index.
  func entry(_ finding: Finding, at index: Int) -> Report.Entry {
    let origin = finding.quotation.origin
    return EntryAssembly(
      finding, by: policy, explains: explains, toDocument: { origin.original(of: $0) }
    ).entry(id: "q\(index + 1)", line: finding.quotation.line)
  }
}

/// Counts lines up to offsets that come in order, in one pass.
private struct LineCounter {
  private let bytes: [UInt8]
  private var at = 0
  private var current = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func line(of offset: Int) -> Int {
    if offset < at {
      at = 0
      current = 1
    }
    while at < min(offset, bytes.count) {
      if bytes[at] == 10 { current += 1 }
      at += 1
    }
    return current
  }
}
