internal import ArgumentParser
internal import Fons
internal import FonsFetch
internal import FonsFormat

/// Whether a server reads pages, and by which rules.
struct FetchingOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Read the pages that are to be checked, and those that documents cite.",
      discussion:
        "Off by default. What is sent to whom is told on standard error; the options below are for this alone."
    ))
  var fetch = false

  @OptionGroup var web: WebArguments

  func validate() throws {
    let asksForMore =
      web.fresh || !web.hosts.allowHost.isEmpty || !web.wiki.isEmpty || web.archive != nil
      || web.evidence.evidence != nil
    if asksForMore, !fetch {
      throw ValidationError(
        "--fresh, --allow-host, --wiki, --archive and --evidence are of use with --fetch alone.")
    }
  }

  /// nil where nothing is to be sent.
  func options() throws -> WebOptions? {
    guard try fetch && !web.isOffline() else { return nil }
    var options = try web.options()
    // Whoever asks could fill the disk: copies are kept only where the owner says so.
    if web.evidence.evidence == nil { options.evidence = nil }
    options.say = Self.tell
    options.answered = { exchange in
      let outcome = exchange.isFromCache ? "not modified" : "status \(exchange.answer.status)"
      Self.tell("asked \(exchange.server ?? "?") for \(exchange.address): \(outcome)")
    }
    // The log is no place for a line that is written over.
    options.progress = { _ in }
    return options
  }

  /// A line of the log, and only one: titles of pages may hold anything.
  private static func tell(_ line: String) {
    Console.say("fons: " + line.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
