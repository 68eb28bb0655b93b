internal import Synchronization

/// Says to work that it should end: its time is over, its client is gone, or the server stops.
final class Stop: Sendable {
  private struct State {
    var isStopped = false
    var deadline: ContinuousClock.Instant?
    var act: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  private let seconds: Int

  init(after seconds: Int) { self.seconds = seconds }

  /// The time begins with the work, not with the waiting for it.
  func start() { state.withLock { $0.deadline = .now + .seconds(seconds) } }

  func stop() {
    let act = state.withLock { state in
      state.isStopped = true
      defer { state.act = nil }
      return state.act
    }
    act?()
  }

  /// Does something as soon as it is told to stop, at once where it was.
  func whenStopped(_ act: @escaping @Sendable () -> Void) {
    let isStopped = state.withLock { state in
      if !state.isStopped { state.act = act }
      return state.isStopped
    }
    if isStopped { act() }
  }

  /// Whether it was told to stop; its time may be over without.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  var isDue: Bool {
    state.withLock { state in state.isStopped || state.deadline.map { $0 < .now } ?? false }
  }

  /// What to answer where the work was given up.
  var problem: Problem { isStopped ? .busy : .tooLong }
}
