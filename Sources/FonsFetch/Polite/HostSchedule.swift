internal import Foundation
internal import Synchronization

/// Sees to it that a host is asked slowly, by few at a time, and not at all once it does not answer.
final class HostSchedule: Sendable {
  private struct State {
    var active = 0
    /// When the next request may be sent; nil for at once.
    var free: ContinuousClock.Instant?
    /// Why it is not asked again.
    var dead: FetchFailure?
    var timeouts = 0
  }

  private let options: FetchOptions
  private let hosts = Mutex<[String: State]>([:])

  init(_ options: FetchOptions) { self.options = options }

  /// Timeouts after which a host counts as one that does not answer.
  private static let mostTimeouts = 2

  /// Waits until the host may be asked.
  ///
  /// - Throws: what it threw before, where it does not answer; `.late` at the deadline.
  func enter(
    _ address: PageAddress, _ deadline: ContinuousClock.Instant?
  ) throws(FetchFailure) {
    while true {
      let now = ContinuousClock.now
      if let deadline, now >= deadline { throw Transfer.late(address) }
      let verdict = hosts.withLock { hosts -> (dead: FetchFailure?, isFree: Bool) in
        var state = hosts[address.site] ?? State()
        if let dead = state.dead { return (dead, false) }
        guard state.active < options.perHost, state.free ?? now <= now else { return (nil, false) }
        state.active += 1
        hosts[address.site] = state
        return (nil, true)
      }
      if let dead = verdict.dead { throw dead }
      if verdict.isFree { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  /// Says that the request is over.
  func leave(_ address: PageAddress, failure: FetchFailure? = nil) {
    hosts.withLock { hosts in
      var state = hosts[address.site] ?? State()
      state.active = max(0, state.active - 1)
      state.free = max(state.free ?? .now, .now + .seconds(options.hostDelay))
      if let failure {
        if failure.kind == .timeout { state.timeouts += 1 }
        if failure.isOfHost || state.timeouts >= Self.mostTimeouts { state.dead = failure }
      } else {
        state.timeouts = 0
      }
      hosts[address.site] = state
    }
  }

  /// Nobody asks the host before so many seconds are over: its own wish.
  func pause(_ address: PageAddress, seconds: Int) {
    hosts.withLock { hosts in
      var state = hosts[address.site] ?? State()
      state.free = max(state.free ?? .now, .now + .seconds(seconds))
      hosts[address.site] = state
    }
  }
}
