internal import ArgumentParser
internal import FonsServer
internal import Foundation

/// `fons mcp`: the Model Context Protocol over standard input and output.
struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer agents by the Model Context Protocol.",
    discussion: """
      Messages come on standard input and answers go to standard output, a line each.
      The server of fons serve answers the same under /mcp.

      EXAMPLES:
        fons mcp --library ~/Books
        fons mcp --fetch
      """)

  @OptionGroup var libraries: LibraryOptions
  @OptionGroup var fetching: FetchingOptions

  @Option(name: .long, help: ArgumentHelp("Quotations looked for at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  /// Bytes of the longest message.
  private static let longest = 64 << 20

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs must be between 1 and 1024.")
    }
  }

  func run() throws {
    var settings = ServerSettings()
    settings.store = nil
    settings.jobs = jobs
    settings.web = try fetching.options()
    let server = try Server(settings, libraries: try libraries.folders().folders)
    for warning in server.warnings { Console.sayError(warning) }
    var reader = LineReader(descriptor: 0, longest: Self.longest)
    while true {
      let lines = try reader.next()
      guard !lines.isEmpty else { return }
      for line in lines where !line.isBlank {
        guard case .bytes(let bytes) = line else {
          Console.sayError("A message is longer than \(Self.longest >> 20) MB: it is left out.")
          continue
        }
        let answer = try Waiting.run { await server.mcpAnswer(bytes) }
        if let answer { try Console.write(answer + "\n") }
      }
    }
  }
}
