internal import FonsReport
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// A line of JSON for each request, on standard error: whatever a request holds, it stays one line
/// and steers no terminal.
struct RequestLog: Sendable {
  /// Characters of a path that are told.
  private static let longestPath = 200

  func write(_ request: Request, _ status: Int, client: String, seconds: Double) {
    Self.say(
      Self.line(
        method: request.method.rawValue, path: request.head.path ?? "", status: status,
        client: client, seconds: seconds))
  }

  static func line(
    method: String, path: String, status: Int, client: String, seconds: Double
  ) -> String {
    JSON.object(
      ("time", Clock.now), ("client", client), ("method", String(method.prefix(20))),
      ("path", String(path.prefix(longestPath))), ("status", status),
      ("milliseconds", (seconds * 1e5).rounded() / 100)
    ).text()
  }

  static func failure(_ error: any Error) {
    say(JSON.object(("time", Clock.now), ("error", "\(error)")).text())
  }

  private static func say(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }
}

/// Times as the server writes them.
enum Clock {
  /// Now, ISO 8601 in UTC, in seconds.
  static var now: String { text(Date()) }

  static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}
