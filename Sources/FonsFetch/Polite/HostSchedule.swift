internal import Foundation
internal import Synchronization

/// Sees to it that a host is asked in its turn, and not at all once it does not answer.
final class HostSchedule: Sendable {
  private struct State {
    /// Why it is not asked again.
    var dead: FetchFailure?
    var timeouts = 0
  }

  private let turns: HostTurns
  private let hosts = Mutex<[String: State]>([:])

  init(_ turns: HostTurns) { self.turns = turns }

  /// Timeouts after which a host counts as one that does not answer.
  private static let mostTimeouts = 2

  /// Waits until the host may be asked.
  ///
  /// - Throws: what it threw before, where it does not answer; `.late` at the deadline, and where all
  ///   of it is given up.
  func enter(
    _ address: PageAddress, _ deadline: ContinuousClock.Instant?, isStopped: () -> Bool
  ) throws(FetchFailure) {
    let ticket = turns.ticket(for: address.site)
    while true {
      if let failure = obstacle(address, deadline, isStopped) {
        turns.giveBack(ticket, for: address.site)
        throw failure
      }
      if turns.take(ticket, for: address.site) { return }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  private func obstacle(
    _ address: PageAddress, _ deadline: ContinuousClock.Instant?, _ isStopped: () -> Bool
  ) -> FetchFailure? {
    if isStopped() { return Transfer.givenUp(address) }
    if let deadline, .now >= deadline { return Transfer.late(address) }
    return hosts.withLock { $0[address.site]?.dead }
  }

  /// Says that the request is over.
  func leave(_ address: PageAddress, failure: FetchFailure? = nil) {
    turns.leave(address.site)
    hosts.withLock { hosts in
      var state = hosts[address.site] ?? State()
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
  func pause(_ address: PageAddress, seconds: Int) { turns.pause(address.site, seconds: seconds) }
}
