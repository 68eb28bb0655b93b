internal import ArgumentParser
internal import Fons
internal import FonsLibrary

/// `fons`: the command line.
struct FonsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fons",
    abstract: "Checks quotations: where the words come from, and what was done to them.",
    discussion: """
      EXAMPLES:
        fons library add enwiki-latest-pages-articles.xml.bz2
        fons check post.txt
        fons check article.md --format html --output report.html
        fons find "We hold these truths to be self-evident"

      Exit status: 0 all quotations pass; 1 some do not; 2 wrong usage; 3 something could not be \
      read.
      """,
    version: "fons \(Checker.version) (library format \(Manifest.format))",
    subcommands: [
      CheckCommand.self, FindCommand.self, HistoryCommand.self, LibraryCommand.self,
      ServeCommand.self, MCPCommand.self,
    ])
}
