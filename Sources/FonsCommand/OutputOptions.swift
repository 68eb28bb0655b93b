internal import ArgumentParser
internal import Fons
internal import FonsLibrary
internal import FonsReport
internal import FonsText
internal import Foundation

/// How reports are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal, json, ndjson, html, markdown
}

/// Where reports go, and in what form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Form of the report: terminal, json, ndjson, html or markdown.", valueName: "format"))
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Leave out what surrounds the quotations.")
  var noCommentary = false

  func chosenFormat() throws -> OutputFormat {
    if let format { return format }
    if let set = try Settings.read().format {
      guard let format = OutputFormat(rawValue: set) else {
        throw ValidationError("The settings name an unknown format: \(set)")
      }
      return format
    }
    return .terminal
  }

  /// Writes text to the file or to standard output.
  func write(_ text: String) throws {
    guard let output else {
      try Console.write(text)
      return
    }
    do {
      try AtomicOutput.write(Array(text.utf8), to: output)
    } catch {
      throw InputError("The report could not be written to \(output): \(error)")
    }
  }

  /// The report of one document, as text.
  func render(_ checked: CheckedDocument, as format: OutputFormat) -> String {
    var report = checked.report
    if noCommentary { report.commentary = [] }
    let bytes = noCommentary ? nil : checked.bytes
    switch format {
    case .terminal:
      return TerminalRenderer(
        width: Console.width, color: output == nil && Console.color, unicode: Console.unicode
      ).render(report, document: checked.isPlain ? bytes : nil)
    case .json: return JSONRenderer().render(report) + "\n"
    case .ndjson: return JSONRenderer().line(report) + "\n"
    case .html:
      return HTMLRenderer().render(report, document: bytes, documentIsPlain: checked.isPlain)
    case .markdown: return MarkdownRenderer().render(report)
    }
  }
}

/// A report with the document that it is about.
struct CheckedDocument {
  var report: Report
  var bytes: [UInt8]?
  /// Whether the document reads as it lies on disk.
  var isPlain: Bool
}
