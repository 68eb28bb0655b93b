import Fons
import FonsFetch
import FonsReport
import FonsTesting
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import FonsServer

/// Checks that read pages and are not to go on: their clients are gone, the server stops, their time is
/// over.
@Suite(.serialized) struct GivingUpTests {
  private static let words =
    "The stone garden was laid out by three sisters who could not agree on where the water should run."

  private static func settings(_ source: RawServer) -> ServerSettings {
    var options = WebOptions()
    options.fetch.hostDelay = 0
    options.fetch.pageSeconds = 60
    options.fetch.policy = AddressPolicy(
      allowed: [AddressPolicy.Allowed(source.site)].compactMap { $0 })
    options.archive = nil
    var settings = ServerSettings()
    settings.web = options
    return settings
  }

  private static let count = 4_000

  /// More quotations than are judged in the time of a test; the first one cites the page.
  private static func long(_ source: RawServer) -> String {
    "“\(words)” (\(source.origin)/garden)\n\n"
      + (1..<count).map { "“The sentence of number \($0), which stands in no library at all.”\n\n" }
      .joined()
  }

  private static func head(_ body: String, _ more: String = "") -> String {
    "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n\(more)"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// Whether nothing of any check is left, within some seconds.
  private static func isIdle(_ desk: Desk) async throws -> Bool {
    for _ in 0..<500 {
      if (desk.pages?.queue.running ?? 0) == 0, desk.queue.running == 0, desk.budget.used == 0 {
        return true
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  /// Verdicts are counted with the report of a whole check.
  private static func wasGivenUp(_ desk: Desk) -> Bool {
    !desk.metrics.text([]).contains("fons_quotations_total{")
  }

  private static func task(_ text: String, _ desk: Desk) async throws -> Desk.Task {
    try await desk.task(
      try CheckRequest(.object(("text", text))), Body([], share: 0, of: desk.budget))
  }

  // MARK: - Clients that go away

  /// While a page that never comes is waited for; a stream of lines, too.
  @Test(arguments: ["", "Accept: application/x-ndjson\r\n"])
  func aClientGoesWhilePagesAreRead(accept: String) async throws {
    let source = try RawServer { _, _ in .silence }
    defer { source.stop() }
    let server = try await LiveServer(Self.settings(source))
    let body = "“\(Self.words)” (\(source.origin)/garden)"
    try await server.talk { connection in
      connection.send(Self.head(body, accept))
      while source.requests.isEmpty { Thread.sleep(forTimeInterval: 0.01) }
    }
    #expect(try await Self.isIdle(server.server.desk))
    #expect(try await server.server.desk.store.count == 0)
    try await server.stop()
  }

  @Test func aClientGoesWhileAPageToCheckIsRead() async throws {
    let source = try RawServer { _, _ in .silence }
    defer { source.stop() }
    let server = try await LiveServer(Self.settings(source))
    let body = "{\"url\": \"\(source.origin)/\"}"
    try await server.talk { connection in
      connection.send(
        "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      while source.requests.isEmpty { Thread.sleep(forTimeInterval: 0.01) }
    }
    #expect(try await Self.isIdle(server.server.desk))
    try await server.stop()
  }

  /// Lines come while others are judged; whoever stops taking them stops the rest.
  @Test func aClientGoesWhileQuotationsAreJudged() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let server = try await LiveServer(Self.settings(source))
    let body = Self.long(source)
    let hasBegun = try await server.talk { connection in
      connection.send(Self.head(body, "Accept: application/x-ndjson\r\n"))
      return connection.reads("{\"quotation\":", within: 30)
    }
    #expect(hasBegun)
    #expect(try await Self.isIdle(server.server.desk))
    #expect(Self.wasGivenUp(server.server.desk))
    #expect(try await server.server.desk.store.count == 0)
    try await server.stop()
  }

  /// The work of a client that has left ends in the midst of judging.
  @Test func judgingIsCancelled() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let desk = try TestServer(Self.settings(source)).server.desk
    let (told, continuation) = AsyncStream<String>.makeStream()
    let work = Task {
      try await desk.check(try await Self.task(Self.long(source), desk)) {
        continuation.yield($0.verdict.rawValue)
      }
    }
    var first: String?
    for await verdict in told {
      first = verdict
      break
    }
    #expect(first == "verbatim", "told before the rest is known")
    work.cancel()
    await #expect(throws: Problem.self) { try await work.value }
    #expect(try await Self.isIdle(desk))
    #expect(Self.wasGivenUp(desk))
  }

  /// Work that waits is taken out of the row when its client goes, and makes room.
  @Test func whoLeavesTheRowMakesRoom() async throws {
    let queue = WorkQueue(workers: 1, waiting: 1, seconds: 60)
    let running = Task { try await queue.run { stop in Self.wait(for: stop) } }
    while queue.running == 0 { try await Task.sleep(for: .milliseconds(5)) }
    let first = Task { try await queue.run { _ in true } }
    while queue.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
    first.cancel()
    await #expect(throws: Problem.self) { try await first.value }
    #expect(queue.waiting == 0)
    let second = Task { try await queue.run { _ in true } }
    while queue.waiting == 0 { try await Task.sleep(for: .milliseconds(5)) }
    running.cancel()
    #expect(try await second.value)
  }

  @Test(arguments: [false, true])
  func nothingHoldsAStop(leaves: Bool) async throws {
    let queue = WorkQueue(workers: 1, waiting: 1, seconds: 60)
    let held = Held()
    if leaves {
      try await queue.runOrLeave { held.stop = $0 }
    } else {
      try await queue.run { held.stop = $0 }
    }
    for _ in 0..<200 where held.stop != nil { try await Task.sleep(for: .milliseconds(5)) }
    #expect(held.stop == nil)
  }

  private final class Held: @unchecked Sendable {
    weak var stop: Stop?
  }

  private static func wait(for stop: Stop) {
    while !stop.isDue { Thread.sleep(forTimeInterval: 0.01) }
  }

  // MARK: - A server that stops

  @Test func theServerStopsWhileQuotationsAreJudged() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let desk = try TestServer(Self.settings(source)).server.desk
    let check = try await desk.start(try await Self.task(Self.long(source), desk))
    var problem: Problem?
    var found = 0
    for await event in check.events() {
      switch event {
      case .found:
        found += 1
        if found == 1 { desk.stop() }
      case .finished(let outcome):
        if case .problem(let given) = outcome { problem = given }
      }
    }
    #expect(problem?.status == .serviceUnavailable && problem?.code == "busy")
    #expect(found < Self.count)
    for _ in 0..<500 where desk.pages?.queue.running != 0 {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(Self.wasGivenUp(desk))
  }

  // MARK: - Time

  @Test func judgingHasATimeOfItsOwn() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    var settings = Self.settings(source)
    // Fetching has two minutes, judging none.
    settings.limits.workSeconds = 0
    let server = try TestServer(settings)
    let answer = try await server.check(Self.long(source))
    #expect(answer.status == 503)
    #expect(try answer.json["type"] == .string("urn:fons:problem:too-long"))
    #expect(try await Self.isIdle(server.server.desk))
    let lines = try await server.check(
      Self.long(source), headers: [.accept: "application/x-ndjson"]
    ).lines
    #expect(lines.last?["problem"]?["type"] == .string("urn:fons:problem:too-long"))
    #expect(lines.count < Self.count)
  }

  /// What could not be read in time is not said to lack the words.
  @Test func pagesThatComeTooLate() async throws {
    let source = try RawServer { _, _ in .silence }
    defer { source.stop() }
    var settings = Self.settings(source)
    settings.web?.fetch.totalSeconds = 1
    let answer = try await TestServer(settings).check(
      "“\(Self.words)” (\(source.origin)/a)\n\n“\(Self.words)” (\(source.origin)/b)")
    #expect(answer.status == 201)
    let report = try answer.json
    for entry in report["quotations"]?.elements ?? [] {
      #expect(entry["verdict"] == .string("unverifiable"))
      #expect(entry["attribution"] == .string("unreachable"))
    }
    #expect(report["quotations"]?.elements.count == 2)
    #expect(report["searched"]?["fetched"]?.elements.last?["outcome"] == .string("late"))
  }

  // MARK: - What all checks share

  @Test func aHostIsAskedByOneCheckAtATime() async throws {
    let page = RawServer.page(Self.words)
    guard case .bytes(let bytes) = page else { return }
    let source = try RawServer { _, _ in .late(0.1, bytes) }
    defer { source.stop() }
    var settings = Self.settings(source)
    settings.web?.fetch.hostDelay = 0.05
    let server = try TestServer(settings)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for check in 0..<4 {
        let text = (0..<2).map { "“\(Self.words)” (\(source.origin)/\(check)/\($0))\n\n" }.joined()
        group.addTask { try await server.check(text).status }
      }
      for try await status in group { #expect(status == 201) }
    }
    #expect(source.requests.count == 8)
    #expect(source.mostAtOnce == 1)
  }

  /// glibc keeps what threads have freed unless it is told not to.
  @Test func memoryIsHandedBack() {
    #if canImport(Glibc)
      #expect(Memory.handBack())
    #endif
  }

  /// A document that can still be looked at counts.
  @Test func aDocumentCountsUntilItIsForgotten() async throws {
    let desk = try TestServer().server.desk
    let text = "She wrote: “\(TestServer.known)”."
    try await Self.watch(text, desk)
    #expect(try await Self.isIdle(desk))
  }

  private static func watch(_ text: String, _ desk: Desk) async throws {
    let check = try await desk.start(try await task(text, desk))
    while await !check.isFinished(within: .seconds(1)) {}
    for _ in 0..<100 where desk.runningCheck(check.id) != nil {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(desk.budget.used == text.utf8.count)
    withExtendedLifetime(check) {}
  }
}
