internal import ArgumentParser
internal import FonsServer
internal import Foundation

/// `fons serve`: the page and the API.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the page, the API and the agents' door.",
    discussion: """
      The page is for people, /openapi.json describes the API, and /mcp is for agents.

      EXAMPLES:
        fons serve
        fons serve --port 9000 --library ~/Books --jobs 4
        fons serve --host 0.0.0.0 --name fons.example --token-file token
        fons serve --fetch
      """)

  @OptionGroup var libraries: LibraryOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Address to listen on; loopback alone by default.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(name: .long, help: ArgumentHelp("Port to listen on; 0 for any.", valueName: "port"))
  var port = 8765

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Name by which the server may be called; may be repeated.",
      discussion: "On loopback, requests under any other name than localhost are refused.",
      valueName: "name"))
  var name: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "File with a token that clients must send.",
      discussion:
        "Without it, FONS_TOKEN; programs send it as a bearer token, browsers as a password.",
      valueName: "file"))
  var tokenFile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Origin of pages that may call the API; may be repeated, none by default.",
      valueName: "origin"))
  var allowOrigin: [String] = []

  @OptionGroup var keeping: KeepingOptions
  @OptionGroup var fetching: FetchingOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Checks at once, and quotations of one at once.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Requests a second from one address; 0 for any number.",
      discussion: "By default 20, on loopback any number.", valueName: "n"))
  var rate: Int?

  @Option(
    name: .long, help: ArgumentHelp("Bytes of the largest request, in megabytes.", valueName: "MB"))
  var maxBody = 16

  @Option(
    name: .long, help: ArgumentHelp("Seconds of work for one request.", valueName: "seconds"))
  var timeLimit = 60

  @Flag(name: .long, help: "Tell each request on standard error, as a line of JSON.")
  var accessLog = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port must be between 0 and 65535.")
    }
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs must be between 1 and 1024.")
    }
    guard (1...1024).contains(maxBody) else {
      throw ValidationError("--max-body must be between 1 and 1024.")
    }
    guard (1...86_400).contains(timeLimit) else {
      throw ValidationError("--time-limit must be between 1 and 86400.")
    }
    if let rate, rate < 0 { throw ValidationError("--rate must not be negative.") }
  }

  func run() throws {
    let server = try Server(try settings(), libraries: try libraries.folders().folders)
    for warning in server.warnings { Console.sayError(warning) }
    try Waiting.run {
      try await server.run { Console.say("Fons listens on \($0)") }
    }
  }

  private func settings() throws -> ServerSettings {
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    settings.names = name.map { $0.lowercased() }
    settings.token = try token()
    settings.origins = allowOrigin
    try keeping.apply(to: &settings)
    settings.jobs = jobs
    if let rate {
      settings.rate = rate == 0 ? nil : rate
    } else {
      settings.rate = settings.isLoopback ? nil : 20
    }
    settings.limits.body = maxBody << 20
    settings.limits.bodies = max(settings.limits.bodies, 4 * settings.limits.body)
    settings.limits.workSeconds = timeLimit
    settings.logsRequests = accessLog
    settings.web = try fetching.options()
    return settings
  }

  private func token() throws -> String? {
    guard let tokenFile else {
      let token = ProcessInfo.processInfo.environment["FONS_TOKEN"] ?? ""
      return token.isEmpty ? nil : token
    }
    let data = FileManager.default.contents(atPath: tokenFile) ?? Data()
    let token = String(decoding: data, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    guard !token.isEmpty else { throw InputError("\(tokenFile) holds no token.") }
    return token
  }
}

/// Where checks are kept, and how long.
struct KeepingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "SQLite file in which checks are kept, or memory.",
      discussion: "By default fons-checks/checks.sqlite under the user's XDG data folder.",
      valueName: "file"))
  var checks: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Days after which a check is deleted; 0 for never.", valueName: "days"))
  var keepDays = 30

  @Flag(
    name: .long,
    help: "Keep reports without their documents, and without what surrounds quotations.")
  var noText = false

  func validate() throws {
    guard (0...36_500).contains(keepDays) else {
      throw ValidationError("--keep-days must be between 0 and 36500.")
    }
  }

  func apply(to settings: inout ServerSettings) throws {
    settings.store = checks == "memory" ? nil : checks ?? Settings.defaultChecks
    settings.keepDays = keepDays == 0 ? nil : keepDays
    settings.keepsText = !noText
  }
}
