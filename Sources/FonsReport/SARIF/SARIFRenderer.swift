internal import FonsText

/// Reports as a SARIF 2.1.0 log, a run for each document: for editors and code review.
///
/// A result is a difference that matters, with its kind as rule, or a verdict that no difference
/// tells. Each carries the source passage in `relatedLocations` and, where the document is plain
/// text, the source's wording in `fixes`.
public struct SARIFRenderer: Sendable {
  /// Address of the format's schema.
  public static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  public init() {}

  /// - Complexity: O(documents + differences)
  public func render(_ documents: [CheckedText]) -> String {
    JSON.object(
      ("$schema", Self.schema), ("version", "2.1.0"), ("runs", documents.map(run))
    ).text(pretty: true)
  }

  private func run(_ document: CheckedText) -> JSON {
    let findings = SARIFFindings(document).findings
    var rules: [String] = []
    for finding in findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
    let results = SARIFResults(document, rules: rules)
    return .known(
      ("tool", JSON.object(("driver", driver(document.report, rules)))),
      ("columnKind", "unicodeCodePoints"),
      ("artifacts", [artifact(document)]),
      ("invocations", [invocation(document.report)]),
      ("results", results.results(findings)))
  }

  private func driver(_ report: Report, _ rules: [String]) -> JSON {
    let words = report.generator.split(separator: " ")
    return .known(
      ("name", "Fons"), ("fullName", report.generator),
      ("version", words.count > 1 ? String(words[1]) : nil),
      ("shortDescription", Self.message("Checks quotations against their sources.")),
      ("rules", rules.map(rule)))
  }

  /// A rule as those meet it who have only its name.
  private func rule(_ id: String) -> JSON {
    let parts = id.split(separator: ".", maxSplits: 1).map {
      Substring($0.replacing("-", with: " "))
    }
    let what = parts.count > 1 ? parts[1].replacing(".", with: ", ") : Substring(id)
    let text =
      parts.first == "verdict"
      ? "The verdict on a quotation: \(what)."
      : "Quotation and source differ: \(what)."
    return .object(("id", id), ("shortDescription", Self.message(text)))
  }

  private func artifact(_ document: CheckedText) -> JSON {
    .object(
      ("location", JSON.object(("uri", document.reference))),
      ("length", document.report.document.bytes),
      ("hashes", JSON.object(("sha-256", document.report.document.sha256))))
  }

  private func invocation(_ report: Report) -> JSON {
    let warnings = report.warnings.map { warning in
      JSON.object(("level", "warning"), ("message", Self.message(warning)))
    }
    return .known(
      ("executionSuccessful", true),
      ("toolExecutionNotifications", warnings.isEmpty ? nil : warnings))
  }

  static func message(_ text: String) -> JSON { .object(("text", VisibleText()(text))) }
}
