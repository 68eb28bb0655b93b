internal import ArgumentParser
internal import Fons
internal import FonsLibrary
internal import FonsReport
internal import FonsText
internal import Foundation

/// How reports are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal, json, ndjson, html, markdown, sarif, annotations, junit
}

/// Where reports go, and in what form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Form of the report: terminal, json, ndjson, html, markdown, sarif, annotations or junit.",
      valueName: "format"))
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

  /// The reports of all documents, as text.
  func render(_ documents: [CheckedText], as format: OutputFormat) -> String {
    let shown = documents.map { document in
      guard noCommentary else { return document }
      var document = document
      document.report.commentary = []
      return document
    }
    switch format {
    case .json where shown.count > 1: return JSONRenderer().render(shown.map(\.report)) + "\n"
    case .sarif: return SARIFRenderer().render(shown) + "\n"
    case .annotations: return AnnotationRenderer().render(shown) + "\n"
    case .junit: return JUnitRenderer().render(shown)
    default:
      return shown.map { render($0, as: format) }.joined(separator: format == .ndjson ? "" : "\n")
    }
  }

  private func render(_ document: CheckedText, as format: OutputFormat) -> String {
    let report = document.report
    let bytes = noCommentary ? nil : document.bytes
    switch format {
    case .json: return JSONRenderer().render(report) + "\n"
    case .ndjson: return JSONRenderer().line(report) + "\n"
    case .html:
      return HTMLRenderer().render(report, document: bytes, documentIsPlain: document.isPlain)
    case .markdown: return MarkdownRenderer().render(report)
    default:
      return TerminalRenderer(
        width: Console.width, color: output == nil && Console.color, unicode: Console.unicode
      ).render(report, document: document.isPlain ? bytes : nil)
    }
  }
}
