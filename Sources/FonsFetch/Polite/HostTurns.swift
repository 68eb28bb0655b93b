internal import Synchronization

/// Whose turn it is to ask a host: slowly, by few at a time, first come, first served.
///
/// Fetchers may share it, so that a host is not asked more often because many want something of it.
public final class HostTurns: Sendable {
  private struct Host {
    var active = 0
    /// When the next request may be sent; nil for at once.
    var free: ContinuousClock.Instant?
    /// Tickets of those who wait, in the order in which they came.
    var waiting: [Int] = []

    func isIdle(_ now: ContinuousClock.Instant) -> Bool {
      active == 0 && waiting.isEmpty && free ?? now <= now
    }
  }

  private struct State {
    var hosts: [String: Host] = [:]
    var next = 0
  }

  private let perHost: Int
  private let delay: Double
  private let state = Mutex(State())
  /// Hosts beyond which those that nobody waits for are forgotten.
  private static let most = 256

  /// - Parameter options: how many may ask a host at a time, and the pause between.
  public init(_ options: FetchOptions) {
    perHost = options.perHost
    delay = options.hostDelay
  }

  /// Hosts that are remembered.
  var count: Int { state.withLock { $0.hosts.count } }

  /// How many wait for a host.
  func waiting(for site: String) -> Int { state.withLock { $0.hosts[site]?.waiting.count ?? 0 } }

  /// A place in the row of those who wait for a host.
  func ticket(for site: String) -> Int {
    state.withLock { state in
      if state.hosts.count >= Self.most {
        let now = ContinuousClock.now
        state.hosts = state.hosts.filter { !$0.value.isIdle(now) }
      }
      let ticket = state.next
      state.next += 1
      state.hosts[site, default: Host()].waiting.append(ticket)
      return ticket
    }
  }

  /// Whether the turn has come; the ticket is used up then.
  func take(_ ticket: Int, for site: String) -> Bool {
    state.withLock { state in
      guard var host = state.hosts[site], host.waiting.first == ticket, host.active < perHost
      else { return false }
      let now = ContinuousClock.now
      guard host.free ?? now <= now else { return false }
      host.waiting.removeFirst()
      host.active += 1
      state.hosts[site] = host
      return true
    }
  }

  /// Whoever holds the ticket waits no longer.
  func giveBack(_ ticket: Int, for site: String) {
    state.withLock { $0.hosts[site]?.waiting.removeAll { $0 == ticket } }
  }

  /// Says that the request is over.
  func leave(_ site: String) {
    change(site) { host in
      host.active = max(0, host.active - 1)
      host.free = max(host.free ?? .now, .now + .seconds(delay))
    }
  }

  /// Nobody asks the host before so many seconds are over: its own wish.
  func pause(_ site: String, seconds: Int) {
    change(site) { $0.free = max($0.free ?? .now, .now + .seconds(seconds)) }
  }

  private func change(_ site: String, _ change: (inout Host) -> Void) {
    state.withLock { change(&$0.hosts[site, default: Host()]) }
  }
}
