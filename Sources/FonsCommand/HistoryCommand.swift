internal import ArgumentParser
internal import Fons
internal import FonsReport
internal import FonsText
internal import FonsVerdict

/// `fons history`: when a work held a passage.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Say when a work held some words, and who took them out.",
    discussion: """
      The work must have been added with its whole history: fons library add --all-revisions.

      The words may be inexact; the runs are those of the passage that fits best.

      Exit status: 0 some revision holds a passage like it; 1 none does; 3 no library holds the \
      history of the work.

      EXAMPLES:
        fons history "Tide organ" "visitors have described as a conversation"
        fons history https://encyclopedia.example/wiki/Tide_organ - < passage.txt
      """)

  @Argument(help: ArgumentHelp("Title or address of the work.", valueName: "work"))
  var work: String

  @Argument(help: ArgumentHelp("The words, or - for standard input.", valueName: "text"))
  var text: String = "-"

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.chosenFormat()
    let (opened, status) = try libraries.open()
    let checker = Checker(libraries: opened)
    let bytes = text == "-" ? try InputFile.read("-") : Array(text.utf8)
    guard let entry = checker.history(of: work, bytes) else {
      Console.sayError(
        "No library holds the history of \(work). Add it with: fons library add --all-revisions SOURCE"
      )
      throw ExitStatus.unreadable
    }
    if format == .ndjson {
      try output.write(JSONRenderer().line(entry) + "\n")
    } else {
      let report = Report(
        generator: "fons \(Checker.version)", policy: checker.policy.name,
        document: Report.DocumentInfo(path: nil, sha256: SHA256.hex(bytes), bytes: bytes.count),
        searched: checker.searched, quotations: [entry], commentary: [],
        warnings: checker.warnings)
      let checked = CheckedText(report: report, bytes: bytes, isPlain: true)
      try output.write(output.render([checked], as: format))
    }
    for warning in checker.warnings { Console.sayError(warning) }
    let found: ExitStatus = entry.lifetimes.isEmpty ? .failed : .success
    throw checker.warnings.isEmpty ? found.worse(than: status) : .unreadable
  }
}
