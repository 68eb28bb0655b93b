internal import ArgumentParser
internal import Fons
internal import FonsDocument
internal import FonsReport
internal import FonsText
internal import FonsVerdict
internal import Foundation

/// `fons find`: where do these words come from.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find where words come from.",
    discussion: """
      EXAMPLES:
        fons find "the harbour was closed by the ice"
        fons find - < passage.txt
        fons find --input-format ndjson --format ndjson < texts.ndjson
      """)

  @Argument(help: ArgumentHelp("The words, or - for standard input.", valueName: "text"))
  var text: String = "-"

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var policy: PolicyOptions

  @Option(
    name: .long,
    help: ArgumentHelp("text, or ndjson: a line each of {\"id\", \"text\"}.", valueName: "format"))
  var inputFormat: FindInputFormat = .text

  @Option(name: .long, help: ArgumentHelp("Texts looked for at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  enum FindInputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, ndjson
  }

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs must be between 1 and 1024.")
    }
  }

  func run() throws {
    let format = try output.chosenFormat()
    let chosen = try policy.chosen()
    let (opened, status) = try libraries.open()
    let checker = Checker(
      libraries: opened, policy: chosen, explains: policy.explain)
    if inputFormat == .ndjson {
      let stream = TextStream(jobs: jobs, output: output, status: status) { checker.warnings }
      throw try stream.run([text]) { line in
        let entry = checker.find(line.bytes)
        return (JSONRenderer().line(entry, id: line.id), entry.passes)
      }
    }
    let bytes = text == "-" ? try InputFile.read("-") : Array(text.utf8)
    let entry = checker.find(bytes)
    if format == .ndjson {
      try output.write(JSONRenderer().line(entry) + "\n")
    } else {
      let report = Report(
        generator: "fons \(Checker.version)", policy: chosen.name,
        document: Report.DocumentInfo(
          path: nil, sha256: SHA256.hex(bytes), bytes: bytes.count),
        searched: checker.searched, quotations: [entry], commentary: [],
        warnings: checker.warnings)
      let checked = CheckedText(report: report, bytes: bytes, isPlain: true)
      try output.write(output.render([checked], as: format))
    }
    for warning in checker.warnings { Console.sayError(warning) }
    let found: ExitStatus = entry.passes ? .success : .failed
    throw checker.warnings.isEmpty ? found.worse(than: status) : .unreadable
  }
}
