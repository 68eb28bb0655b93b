import FonsReport
import Foundation
import HTTPTypes
import Testing

@testable import FonsServer

/// Clients that take more than their share, over a real socket on loopback.
@Suite(.serialized) struct LimitTests {
  private static var strict: ServerSettings {
    var settings = ServerSettings()
    settings.limits.headSeconds = 1
    settings.limits.bodySeconds = 1
    settings.limits.stallSeconds = 1
    settings.limits.body = 1 << 20
    return settings
  }

  private static let head =
    "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"

  /// Whether the server still answers others.
  private static func answers(_ server: LiveServer) async throws -> Bool {
    try await server.talk { connection in
      connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
      return connection.status(within: 5) == 200
    }
  }

  @Test func aHeadThatNeverEnds() async throws {
    let server = try await LiveServer(Self.strict)
    let seconds = try await server.talk { connection -> Double in
      let start = Date()
      for byte in "GET /health HTTP/1.1\r\nHost: localhost\r\nX: "
        + String(repeating: "a", count: 100)
      {
        guard connection.send(String(byte)), connection.status(within: 0) == nil else { break }
        Thread.sleep(forTimeInterval: 0.1)
        if Date().timeIntervalSince(start) > 8 { break }
      }
      return Date().timeIntervalSince(start)
    }
    #expect(seconds < 6)
    #expect(try await Self.answers(server))
    try await server.stop()
  }

  @Test func aBodyThatDrips() async throws {
    let server = try await LiveServer(Self.strict)
    let seconds = try await server.talk { connection -> Double in
      let start = Date()
      connection.send(Self.head + "Content-Length: 1000\r\n\r\n")
      for _ in 0..<80 {
        guard connection.send("a") else { break }
        Thread.sleep(forTimeInterval: 0.1)
      }
      return Date().timeIntervalSince(start)
    }
    #expect(seconds < 7)
    #expect(server.port > 0)
    #expect(try await Self.answers(server))
    try await server.stop()
  }

  @Test(arguments: [true, false])
  func aBodyOfAGigabyte(saysSo: Bool) async throws {
    let server = try await LiveServer(Self.strict)
    let before = Memory.resident
    let (status, sent) = try await server.talk { connection -> (Int?, Int) in
      let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
      connection.send(
        Self.head
          + (saysSo ? "Content-Length: 1073741824\r\n\r\n" : "Transfer-Encoding: chunked\r\n\r\n"))
      var sent = 0
      if saysSo { return (connection.status(within: 5), 0) }
      while sent < 1024 {
        guard connection.send("100000\r\n"), connection.send(piece), connection.send("\r\n") else {
          break
        }
        sent += 1
      }
      return (connection.status(within: 5), sent)
    }
    // The answer can be lost where the client goes on sending; the connection ends all the same.
    #expect(status == 413 || (!saysSo && status == nil && sent < 1024))
    #expect(Memory.resident - before < 200 << 20)
    #expect(try await Self.answers(server))
    try await server.stop()
  }

  @Test func aClientThatNeverReads() async throws {
    let server = try await LiveServer(Self.strict)
    let wasClosed = try await server.talk { connection -> Bool in
      let start = Date()
      while Date().timeIntervalSince(start) < 10 {
        // Answers of some 30 kB each pile up on the way back, until nothing more goes out.
        guard connection.send("GET /assets/fons.css HTTP/1.1\r\nHost: localhost\r\n\r\n") else {
          return true
        }
      }
      return false
    }
    #expect(wasClosed)
    #expect(try await Self.answers(server))
    try await server.stop()
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    "POST /v1/find HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "a", count: 100_000)
      + "\r\n\r\n",
  ])
  func garbage(_ bytes: String) async throws {
    let server = try await LiveServer(Self.strict)
    let answer = try await server.talk { connection -> String? in
      connection.send(bytes)
      return connection.readToEnd(within: 6)
    }
    #expect(answer != nil, "the connection ends")
    #expect(answer?.hasPrefix("HTTP/1.1 200") != true)
    #expect(try await Self.answers(server))
    try await server.stop()
  }

  @Test func tenThousandQuotations() async throws {
    let server = try TestServer(library: "/nowhere")
    let text = (0..<10_000).map {
      "“Sentence number \($0) of those that stand in this document.”\n\n"
    }
    .joined()
    let answer = try await server.check(text, ", \"commentary\": false")
    #expect(answer.status == 201)
    #expect(try answer.json["quotations"]?.elements.count == 10_000)
  }

  @Test func workThatTakesTooLong() async throws {
    var settings = ServerSettings()
    settings.limits.workSeconds = 0
    let answer = try await TestServer(settings).check("“\(TestServer.known)”")
    #expect(answer.status == 503)
    #expect(try answer.json["type"] == .string("urn:fons:problem:too-long"))
  }

  @Test func bodiesTogetherHaveALimit() async throws {
    var settings = ServerSettings()
    settings.limits.bodies = 100
    let server = try TestServer(settings)
    let answer = try await server.ask(
      .post, "/v1/find", String(repeating: "a", count: 200), type: "text/plain")
    #expect(answer.status == 503)
    #expect(answer.headers[.retryAfter] != nil)
    #expect(server.server.desk.budget.used == 0)
    _ = try await server.ask(.post, "/v1/find", "a few words", type: "text/plain")
    #expect(server.server.desk.budget.used == 0, "everything is given back")
  }

  @Test func aQueueThatIsFull() async throws {
    let queue = WorkQueue(workers: 1, waiting: 1, seconds: 5)
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let done: Bool? = try? await queue.run { _ in
            Thread.sleep(forTimeInterval: 0.5)
            return true
          }
          return done ?? false
        }
      }
      var answers: [Bool] = []
      for await answer in group { answers.append(answer) }
      return answers
    }
    #expect(answers.count { $0 } >= 2 && answers.contains(false))
    #expect(queue.running == 0 || queue.waiting == 0)
  }

  @Test func whatRunsIsGivenUpWhenTheServerStops() async throws {
    let queue = WorkQueue(workers: 1, waiting: 1, seconds: 60)
    let task = Task {
      try await queue.run { stop in
        while !stop.isDue { Thread.sleep(forTimeInterval: 0.01) }
        return true
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    queue.stop()
    #expect(try await task.value)
    await #expect(throws: Problem.self) { try await queue.run { _ in true } }
  }
}
