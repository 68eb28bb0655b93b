internal import ArgumentParser
internal import Fons
internal import FonsDocument
internal import FonsReport
internal import Foundation

/// `fons check`: the main job.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the quotations of documents.",
    discussion: """
      Pages that a document cites and no library holds are fetched, and copies of them kept, unless \
      --offline is given; for streams of NDJSON nothing is fetched. SSL_CERT_FILE names a file of \
      certificates to trust in the place of the system's.

      EXAMPLES:
        fons check post.txt
        fons check https://example.org/article
        fons check --format html --output report.html article.md
        wl-paste | fons check -
        fons check --input-format ndjson --format ndjson < texts.ndjson
      """)

  @Argument(help: ArgumentHelp("Files to check, or - for standard input.", valueName: "input"))
  var inputs: [String] = ["-"]

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var policy: PolicyOptions
  @OptionGroup var web: WebArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      auto, text, markdown, html, email, latex, bbcode, imageboard or answer (JSON), chat (JSON \
      lines), or ndjson: a line each of {"id", "text"}.
      """,
      valueName: "format"))
  var inputFormat: InputFormatOption = .auto

  @Option(name: .long, help: ArgumentHelp("Quotations looked for at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What makes the exit status 1, instead of the policy alone.",
      discussion:
        "Verdicts, divided by commas; among them, policy stands for what does not pass; or never.",
      valueName: "verdicts"))
  var failOn: FailOn?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Write a patch that gives altered quotations their source's words, instead of a report.",
      discussion: "Nothing is changed: git apply or patch -p1 does that."))
  var fix = false

  func validate() throws {
    if fix, output.format != nil {
      throw ValidationError("--fix writes a patch, --format a report: choose one.")
    }
    if fix, inputFormat == .ndjson {
      throw ValidationError("--fix needs files: a stream of NDJSON has none.")
    }
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs must be between 1 and 1024.")
    }
    if try output.chosenFormat() == .html, inputs.count > 1 {
      throw ValidationError("An HTML report is of one document: check them one by one.")
    }
  }

  func run() throws {
    let format = try output.chosenFormat()
    let chosen = try policy.chosen()
    let isOffline = try web.isOffline()
    let (opened, status) = try libraries.open(needed: isOffline || inputFormat == .ndjson)
    let checker = Checker(
      libraries: opened, policy: chosen, explains: policy.explain)
    if inputFormat == .ndjson {
      let stream = TextStream(jobs: jobs, output: output, status: status) { checker.warnings }
      throw try stream.run(inputs) { line in
        let report = try checker.check(line.bytes)
        var shown = report
        if output.noCommentary { shown.commentary = [] }
        return (JSONRenderer().lineBytes(shown, id: line.id), passes(report))
      }
    }
    if isOffline {
      throw try check(Checking(checker), format, status)
    }
    let online = OnlineChecker(
      libraries: opened, policy: chosen, explains: policy.explain, options: try web.options())
    throw try check(Checking(online), format, status)
  }

  private func check(
    _ checker: Checking, _ format: OutputFormat, _ opened: ExitStatus
  ) throws -> ExitStatus {
    var status = opened
    var reports: [CheckedText] = []
    var said = Set<String>()
    for input in inputs {
      do {
        let (bytes, charset) = try checker.content(of: input)
        if inputFormat == .auto { try InputFile.requireText(bytes) }
        let name = input == "-" ? nil : input
        let reader = DocumentReader { InputFile.beside(input, $0) }
        let document = try reader.read(
          bytes, name: name, format: inputFormat.format, charset: charset)
        if let warning = document.warning { Console.sayError("\(Self.label(input)): \(warning).") }
        let report = try checker.check(document, jobs: jobs)
        if !passes(report) { status = ExitStatus.failed.worse(than: status) }
        let isPlain = document.format == .text || document.format == .markdown
        reports.append(CheckedText(report: report, bytes: document.bytes, isPlain: isPlain))
      } catch {
        Console.sayError("\(Self.label(input)): \(error)")
        status = .unreadable
      }
      for warning in checker.warnings() where said.insert(warning).inserted {
        Console.sayError(warning)
        status = .unreadable
      }
    }
    try write(reports, format)
    return status
  }

  private static func label(_ input: String) -> String { input == "-" ? "standard input" : input }

  private func write(_ reports: [CheckedText], _ format: OutputFormat) throws {
    if fix {
      for report in reports where report.bytes != nil && !report.canBeCorrected {
        let name = Self.label(report.report.document.path ?? "-")
        Console.sayError("\(name): No patch is offered: only text and Markdown in UTF-8 have one.")
      }
      try output.write(reports.map { PatchRenderer().render($0) }.joined())
    } else if format == .json && inputs.count > 1 && reports.count < 2 {
      // An array, whatever could be read of several.
      try output.write(JSONRenderer().render(reports.map(\.report)) + "\n")
    } else if !reports.isEmpty {
      try output.write(output.render(reports, as: format))
    }
  }

  private func passes(_ report: Report) -> Bool { failOn?.passes(report) ?? report.passes }
}

/// `--input-format`.
enum InputFormatOption: String, CaseIterable, ExpressibleByArgument {
  case auto, text, markdown, html, email, latex, bbcode, imageboard, chat, answer, ndjson

  /// nil to tell it by name and content.
  var format: InputFormat? { InputFormat(rawValue: rawValue) }
}

/// `--fail-on`: what makes the exit status 1.
struct FailOn: ExpressibleByArgument {
  let verdicts: Set<Report.Headline>
  /// Whether what the policy does not let pass counts too.
  let keepsPolicy: Bool

  init?(argument: String) {
    if argument == "never" {
      verdicts = []
      keepsPolicy = false
      return
    }
    var verdicts = Set<Report.Headline>()
    let names = argument.split(separator: ",")
    keepsPolicy = names.contains("policy")
    for name in names where name != "policy" {
      guard let verdict = Report.Headline(rawValue: String(name)) else { return nil }
      verdicts.insert(verdict)
    }
    self.verdicts = verdicts
  }

  func passes(_ report: Report) -> Bool {
    !report.quotations.contains {
      verdicts.contains($0.verdict) || keepsPolicy && !$0.passes
    }
  }
}
