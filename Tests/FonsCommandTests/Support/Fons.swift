import FonsReport
import Foundation

/// Runs the built command as a user would: another process, its own home.
struct Fons {
  /// Stands in for the user's home; goes with this value.
  let home: TemporaryFolder
  /// Added to a small fixed environment.
  ///
  /// No test may depend on the network: those of fetching allow themselves a host on loopback.
  var environment: [String: String] = ["FONS_OFFLINE": "1"]
  var folder = Package.root

  init(library: String? = nil) throws {
    home = try TemporaryFolder()
    if let library { environment["FONS_LIBRARY"] = library }
  }

  /// What a run left behind.
  struct Run {
    var status: Int32
    /// Whether a signal ended it: a crash, unless the test sent it.
    var isSignal: Bool
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    var report: Report { get throws { try JSONRenderer.decode(output) } }
    var json: JSON { get throws { try JSON(parsing: output) } }
    var jsonLines: [JSON] { get throws { try lines.map { try JSON(parsing: Array($0.utf8)) } } }
  }

  struct TimedOut: Error {
    var arguments: [String]
    var seconds: Double
  }

  @discardableResult
  func run(
    _ arguments: String..., input: String = "", within seconds: Double = 30
  ) throws -> Run {
    try run(arguments, input: Array(input.utf8), within: seconds)
  }

  @discardableResult
  func run(_ arguments: [String], input: [UInt8] = [], within seconds: Double = 30) throws -> Run {
    let running = try start(Package.fons, arguments, input: input)
    return try running.end(within: seconds)
  }

  /// Runs a line of bash with the command as `$FONS`.
  func shell(_ line: String, within seconds: Double = 30) throws -> Run {
    try start("/bin/bash", ["-c", line], input: []).end(within: seconds)
  }

  /// Starts the command without waiting for it.
  func start(_ arguments: String...) throws -> Running {
    try start(Package.fons, arguments, input: [])
  }

  private func start(_ program: String, _ arguments: [String], input: [UInt8]) throws -> Running {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "LANG": "C.UTF-8", "TERM": "xterm-256color", "FONS": Package.fons,
    ].merging(environment) { $1 }
    // Files, not pipes: nothing has to be drained while the process runs.
    let id = UUID().uuidString
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: home.write("\(id).in", input)))
    process.standardOutput = try FileHandle(
      forWritingTo: URL(fileURLWithPath: home.write("\(id).out", [])))
    process.standardError = try FileHandle(
      forWritingTo: URL(fileURLWithPath: home.write("\(id).err", [])))
    return try Running(process, home: home, id: id)
  }

  /// A run that has not ended yet.
  final class Running {
    private let process: Process
    private let home: TemporaryFolder
    private let id: String
    private let ended = DispatchSemaphore(value: 0)

    fileprivate init(_ process: Process, home: TemporaryFolder, id: String) throws {
      self.process = process
      self.home = home
      self.id = id
      let ended = ended
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
    }

    /// Waits for its end; kills it and throws where it does not come in time.
    func end(within seconds: Double) throws -> Run {
      if ended.wait(timeout: .now() + seconds) == .timedOut {
        kill()
        throw TimedOut(arguments: process.arguments ?? [], seconds: seconds)
      }
      return Run(
        status: process.terminationStatus,
        isSignal: process.terminationReason == .uncaughtSignal,
        output: try home.read("\(id).out"),
        errors: String(decoding: try home.read("\(id).err"), as: UTF8.self))
    }

    /// SIGKILL, as a power cut would.
    func kill(after seconds: Double = 0) {
      if seconds > 0, ended.wait(timeout: .now() + seconds) == .success {
        ended.signal()
        return
      }
      Foundation.kill(process.processIdentifier, SIGKILL)
      ended.wait()
      ended.signal()
    }
  }
}
