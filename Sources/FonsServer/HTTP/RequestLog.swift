internal import FonsReport
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// A line of JSON for each request, on standard error: whatever a request holds, it stays one line
/// and steers no terminal.
struct RequestLog: Sendable {
  /// Characters of a path that are told.
  private static let longestPath = 200

  func write(_ request: Request, _ status: Int, client: String, seconds: Double) {
    let line = JSON.object(
      ("time", Clock.now), ("client", client), ("method", request.method.rawValue),
      ("path", String((request.head.path ?? "").prefix(Self.longestPath))), ("status", status),
      ("milliseconds", (seconds * 1e5).rounded() / 100))
    Self.say(line)
  }

  static func failure(_ error: any Error) {
    say(.object(("time", Clock.now), ("error", "\(error)")))
  }

  static func say(_ line: JSON) {
    try? FileHandle.standardError.write(contentsOf: Data((line.text() + "\n").utf8))
  }
}

/// Times as the server writes them.
enum Clock {
  /// Now, ISO 8601 in UTC, in seconds.
  static var now: String { text(Date()) }

  static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}
