import FonsTesting
import Foundation
import Synchronization
import Testing

@testable import FonsFetch

private final class Box<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    value.withLock { value in body(&value) }
  }
}

@Suite("Turns at a host, and giving up")
struct TurnTests {
  private static let page = Array(
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nstone".utf8)

  /// Threads of their own: a pool may be taken by other tests.
  private static func together(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      Thread {
        work(index)
        group.leave()
      }.start()
    }
    group.wait()
  }

  @Test("Fetchers that share turns ask a host as one does, and none of them waits for ever")
  func shared() throws {
    let server = try RawServer { _, _ in .late(0.05, Self.page) }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    options.hostDelay = 0.1
    let turns = HostTurns(options)
    let fetchers = (0..<2).map { _ in Fetcher(options, turns: turns) }
    // Nobody's turn comes before both wait for it.
    let site = server.site
    #expect(turns.take(turns.ticket(for: site), for: site))
    Thread.detachNewThread {
      while turns.waiting(for: site) < 2 { Thread.sleep(forTimeInterval: 0.01) }
      turns.leave(site)
    }
    let start = ContinuousClock.now
    let order = Box<[Int]>([])
    let failed = Box(0)
    Self.together(2) { index in
      for page in 0..<3 {
        if (try? fetchers[index].fetch("\(server.origin)/\(index)/\(page)")) == nil {
          failed.withLock { $0 += 1 }
        }
        order.withLock { $0.append(index) }
      }
    }
    #expect(server.mostAtOnce == 1)
    #expect(ContinuousClock.now - start > .milliseconds(700))
    #expect(failed.withLock { $0 } == 0)
    // First come, first served: neither has all of its pages before the other has one.
    #expect(Set(order.withLock { $0.prefix(3) }).count == 2)
  }

  @Test("A host that does not answer one fetcher is asked by the next")
  func trouble() throws {
    let server = try RawServer { _, number in number < 2 ? .silence : .bytes(Self.page) }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    options.pageSeconds = 0.3
    let turns = HostTurns(options)
    let first = Fetcher(options, turns: turns)
    for _ in 0..<3 { #expect((try? first.fetch("\(server.origin)/")) == nil) }
    #expect(server.requests.count == 2)
    #expect((try? Fetcher(options, turns: turns).fetch("\(server.origin)/")) != nil)
  }

  @Test("Hosts that nobody waits for are forgotten")
  func bounded() {
    var options = FetchOptions()
    options.hostDelay = 0
    let turns = HostTurns(options)
    let kept = turns.ticket(for: "kept.example")
    for index in 0..<2_000 {
      let site = "\(index).example"
      let ticket = turns.ticket(for: site)
      #expect(turns.take(ticket, for: site))
      turns.leave(site)
    }
    #expect(turns.count <= 257)
    #expect(turns.take(kept, for: "kept.example"))
  }

  @Test("What is told to stop ends soon: a page that never comes, and those that wait for a turn")
  func stopping() throws {
    let server = try RawServer { _, _ in .silence }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    options.pageSeconds = 30
    let isStopped = Box(false)
    let fetcher = Fetcher(options).stopping { isStopped.withLock { $0 } }
    let failures = Box<[FetchFailure]>([])
    Thread.detachNewThread {
      while server.requests.isEmpty { Thread.sleep(forTimeInterval: 0.01) }
      isStopped.withLock { $0 = true }
    }
    let start = ContinuousClock.now
    Self.together(2) { index in
      do throws(FetchFailure) {
        _ = try fetcher.recording { _ in }.fetch("\(server.origin)/\(index)")
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(failures.withLock { $0 }.map(\.kind) == [.late, .late])
    #expect(failures.withLock { $0 }.allSatisfy { $0.message.contains("given up") })
    #expect(server.requests.count == 1)
  }
}
