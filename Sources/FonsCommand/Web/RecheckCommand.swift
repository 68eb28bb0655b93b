internal import ArgumentParser
internal import Fons
internal import FonsReport
internal import Foundation

/// `fons recheck`: what has changed since a report was made.
struct RecheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recheck",
    abstract: "Say what has changed since a report.",
    discussion: """
      The quotations of a report in JSON are checked anew, with the cited pages as they are now; the \
      document itself is not needed.

      The exit status is 0 where nothing has changed, and 1 where something has.

      EXAMPLES:
        fons check --format json --output report.json post.txt
        fons recheck report.json
      """)

  @Argument(help: ArgumentHelp("A report in JSON.", valueName: "report"))
  var report: String

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var web: WebArguments

  @Option(
    name: .long, help: ArgumentHelp("Form of the answer: terminal or json.", valueName: "format"))
  var format: RecheckFormat = .terminal

  enum RecheckFormat: String, CaseIterable, ExpressibleByArgument {
    case terminal, json
  }

  func run() throws {
    if try web.isOffline() {
      throw ValidationError("A report is checked anew over the network: leave --offline out.")
    }
    let old: Report
    do { old = try JSONRenderer.decode(try InputFile.read(report)) } catch let error as InputError {
      throw error
    } catch {
      throw InputError("\(report) is no report of Fons in JSON.")
    }
    let (opened, status) = try libraries.open(needed: false)
    var options = try web.options()
    options.isFresh = true
    let checker = OnlineChecker(libraries: opened, options: options)
    let (outcomes, new) = try Recheck(checker).run(old)
    for warning in checker.warnings { Console.sayError(warning) }
    switch format {
    case .terminal: try Console.write(Self.text(outcomes))
    case .json: try Console.write(Self.json(outcomes, new).text() + "\n")
    }
    let hasChanged = outcomes.contains { !$0.changes.isEmpty }
    throw (hasChanged ? ExitStatus.failed : .success).worse(than: status)
  }

  private static func text(_ outcomes: [Recheck.Outcome]) -> String {
    var lines: [String] = []
    for outcome in outcomes {
      let words = outcome.text.split(whereSeparator: \.isWhitespace)
      let start = words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
      if outcome.changes.isEmpty {
        lines.append("\(outcome.id)  \(outcome.after.rawValue), as before: “\(start)”")
      } else {
        lines.append("\(outcome.id)  changed: “\(start)”")
        lines += outcome.changes.map { "    " + $0 }
        lines.append("    Now: \(outcome.reason)")
      }
    }
    let changed = outcomes.count { !$0.changes.isEmpty }
    lines.append("\(changed) of \(outcomes.count) quotations changed.")
    return lines.map { Console.harmless($0) + "\n" }.joined()
  }

  private static func json(_ outcomes: [Recheck.Outcome], _ report: Report) -> JSON {
    let quotations = outcomes.map { outcome -> JSON in
      .object(
        ("id", outcome.id), ("before", outcome.before), ("after", outcome.after),
        ("changes", outcome.changes), ("reason", outcome.reason))
    }
    return .object(
      ("schema", "fons.recheck/1"), ("quotations", quotations), ("report", report.json))
  }
}
