import FonsTesting
import Foundation
import Synchronization
import Testing

@testable import FonsFetch

@Suite("Manners")
struct ManneredTests {
  @Test("Retry-After is obeyed, in seconds and as a date, up to a bound")
  func retryAfter() throws {
    for isDate in [false, true] {
      let server = try RawServer { _, number in
        number == 0
          ? RawServer.answer(
            [], "429 Too Many Requests",
            fields: "Retry-After: \(isDate ? Self.date(1.5) : "1")")
          : RawServer.page("A garden of stones.")
      }
      defer { server.stop() }
      let start = ContinuousClock.now
      #expect(failure("\(server.origin)/", .testing(server)) == nil)
      #expect(ContinuousClock.now - start > .milliseconds(400))
      #expect(server.requests.count == 2)
    }
    let server = try RawServer { _, _ in
      RawServer.answer([], "503 Service Unavailable", fields: "Retry-After: 86400")
    }
    defer { server.stop() }
    let error = #expect(throws: FetchFailure.self) {
      try Fetcher(.testing(server)).fetch(server.origin)
    }
    #expect(error?.kind == .busy)
    #expect(error?.retryAfter == 86_400)
    #expect(server.requests.count == 1)
  }

  private static func date(_ seconds: Double) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.string(from: Date(timeIntervalSinceNow: seconds))
  }

  @Test("A page that the cache holds is asked about and not sent again")
  func conditions() throws {
    let folder = try TemporaryFolder()
    for (field, condition) in [
      ("ETag: \"one\"", "If-None-Match: \"one\""),
      (
        "Last-Modified: Mon, 03 Jul 2023 12:45:00 GMT",
        "If-Modified-Since: Mon, 03 Jul 2023 12:45:00 GMT"
      ),
    ] {
      let server = try RawServer { request, _ in
        request.contains(condition)
          ? .bytes(Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8))
          : RawServer.page("A garden of stones.", fields: field)
      }
      defer { server.stop() }
      var options = FetchOptions.testing(server)
      options.cache = folder.path + "/cache"
      let first = try Fetcher(options).fetch("\(server.origin)/page")
      let seen = Mutex<[Bool]>([])
      let second = try Fetcher(options) { _, answer in
        seen.withLock { $0.append(answer != nil) }
      }.fetch("\(server.origin)/page")
      #expect(first.content == second.content)
      #expect(second.exchanges.last?.isFromCache == true)
      #expect(seen.withLock { $0 } == [true])
      #expect(server.requests.count == 2)
    }
    let files = FileManager.default
    let cache = folder.path + "/cache"
    #expect(try mode(cache) == 0o700)
    let names = try files.contentsOfDirectory(atPath: cache)
    #expect(names.count == 2)
    for name in names { #expect(try mode(cache + "/" + name) == 0o600) }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("The cache stays within its bound")
  func cacheBound() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "stone ", count: 2_000)
    let server = try RawServer { _, number in
      RawServer.page(text, fields: "ETag: \"\(number)\"")
    }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    options.cache = folder.path
    options.cacheBytes = 60_000
    let fetcher = Fetcher(options)
    for index in 0..<12 { _ = try fetcher.fetch("\(server.origin)/\(index)") }
    let sizes = try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + $0)[.size] as? Int ?? 0
    }
    #expect(sizes.count >= 2)
    #expect(sizes.reduce(0, +) <= 60_000)
  }

  @Test("A host is asked by one at a time, with a pause between")
  func delay() throws {
    let server = try RawServer { _, _ in .late(0.05, Self.page) }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    options.hostDelay = 0.1
    let start = ContinuousClock.now
    let fetcher = Fetcher(options)
    let outcomes = FetchQueue(options).run(
      (0..<5).map { "\(server.origin)/\($0)" }, deadline: .now + .seconds(30)
    ) { address, deadline in Self.fetch(fetcher, address, deadline) }
    #expect(outcomes.allSatisfy { (try? $0.get()) != nil })
    #expect(server.mostAtOnce == 1)
    #expect(ContinuousClock.now - start > .milliseconds(600))
  }

  private static let page = Array(
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nstone".utf8)

  private static func fetch(
    _ fetcher: Fetcher, _ address: String, _ deadline: ContinuousClock.Instant
  ) -> Result<Fetched, FetchFailure> {
    do throws(FetchFailure) {
      return .success(try fetcher.fetch(address, deadline: deadline))
    } catch { return .failure(error) }
  }

  @Test(
    "Two hundred pages on twenty slow hosts come side by side; silent hosts cost their own alone")
  func manyHosts() throws {
    let servers = try (0..<20).map { number in
      try RawServer { _, _ in number < 2 ? .silence : .late(0.1, Self.page) }
    }
    defer { for server in servers { server.stop() } }
    var options = FetchOptions.testing()
    options.pageSeconds = 1
    options.policy.allowed = servers.compactMap { AddressPolicy.Allowed($0.site) }
    let addresses = (0..<200).map { "\(servers[$0 % 20].origin)/\($0)" }
    let fetcher = Fetcher(options)
    let reported = Mutex(0)
    let start = ContinuousClock.now
    let outcomes = FetchQueue(options).run(
      addresses, deadline: .now + .seconds(30),
      progress: { now in reported.withLock { $0 = max($0, now.done) } },
      { address, deadline in Self.fetch(fetcher, address, deadline) })
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    // One after the other they would take 18 × 10 × 0.1 s and 2 × 10 × 1 s.
    #expect(seconds < 15)
    #expect(reported.withLock { $0 } == 200)
    for (index, outcome) in outcomes.enumerated() {
      #expect(((try? outcome.get()) != nil) == (index % 20 >= 2))
    }
    #expect(servers[0].requests.count <= 2)
  }

  @Test("What has not had its turn at the end of the time is late, not lost")
  func deadline() throws {
    let server = try RawServer { _, _ in .late(0.3, Self.page) }
    defer { server.stop() }
    let options = FetchOptions.testing(server)
    let fetcher = Fetcher(options)
    let start = ContinuousClock.now
    let outcomes = FetchQueue(options).run(
      (0..<20).map { "\(server.origin)/\($0)" }, deadline: .now + .seconds(1)
    ) { address, deadline in Self.fetch(fetcher, address, deadline) }
    #expect(ContinuousClock.now - start < .seconds(3))
    let kinds = outcomes.map { outcome -> FetchFailure.Kind? in
      if case .failure(let failure) = outcome { return failure.kind }
      return nil
    }
    #expect(kinds.contains(nil))
    #expect(kinds.last == .late)
  }
}
