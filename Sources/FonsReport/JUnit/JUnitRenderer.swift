/// Reports as JUnit XML: a suite for each document, a test for each quotation, for build servers.
///
/// What does not pass is a failure; what could not be read is told on the suite's error output.
public struct JUnitRenderer: Sendable {
  public init() {}

  public func render(_ documents: [CheckedText]) -> String {
    let reports = documents.map(\.report)
    let tests = reports.reduce(0) { $0 + $1.quotations.count }
    let failures = reports.reduce(0) { $0 + $1.quotations.count { !$0.passes } }
    let suites = reports.map(suite).joined(separator: "\n")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="fons" tests="\(tests)" failures="\(failures)" errors="0">
      \(suites)
      </testsuites>

      """
  }

  private func suite(_ report: Report) -> String {
    let name = Self.escape(report.documentName)
    let failures = report.quotations.count { !$0.passes }
    var lines = [
      """
      <testsuite name="\(name)" tests="\(report.quotations.count)" failures="\(failures)" \
      errors="0" skipped="0">
      """
    ]
    lines.append(
      "  <properties><property name=\"policy\" value=\"\(Self.escape(report.policy))\"/></properties>"
    )
    lines += report.quotations.map { testcase($0, name) }
    lines.append("  <system-out>\(Self.escape(report.summaryLine))</system-out>")
    if !report.warnings.isEmpty {
      let warnings = report.warnings.joined(separator: "\n")
      lines.append("  <system-err>\(Self.escape(warnings))</system-err>")
    }
    return (lines + ["</testsuite>"]).joined(separator: "\n")
  }

  private func testcase(_ entry: Report.Entry, _ document: String) -> String {
    let excerpt = entry.text.count > 60 ? "\(entry.text.prefix(60))…" : entry.text
    let name = Self.escape("\(entry.id), line \(entry.line): \(excerpt)")
    let start = "  <testcase classname=\"\(document)\" name=\"\(name)\""
    guard !entry.passes else { return start + "/>" }
    let message = Self.escape("\(entry.verdict.word): \(entry.obstacles.joined(separator: "; "))")
    return """
      \(start)>
          <failure type="\(entry.verdict.rawValue)" message="\(message)">\
      \(Self.escape(details(entry)))</failure>
        </testcase>
      """
  }

  private func details(_ entry: Report.Entry) -> String {
    let differences = entry.differences.filter { !$0.isHarmless }.map { difference in
      let texts = [difference.quoted.text, difference.source.text].map {
        $0.isEmpty ? "nothing" : "“\($0)”"
      }
      return "\(difference.weight.rawValue) \(difference.label): \(texts[0]) for \(texts[1])"
    }
    let sources = entry.passages.map { passage in
      passage.match.work.url.map { "\(passage.match.place) <\($0)>" } ?? passage.match.place
    }
    return ([entry.reason] + differences + sources).joined(separator: "\n")
  }

  /// Text for content and attributes, without what XML 1.0 has no way to hold.
  private static func escape(_ text: String) -> String {
    var output = ""
    for scalar in VisibleText(keepsLines: true)(text).unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\n": output += "&#10;"
      case "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
