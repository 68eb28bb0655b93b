internal import Dispatch
internal import Foundation
internal import Synchronization

/// A bounded number of threads that reading and building share.
///
/// Tasks begin in the order in which they were given. A task must not wait for another one.
public final class Workers: Sendable {
  /// Tasks that run at one time.
  public let count: Int

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    /// Of `waiting`, those that have begun.
    var begun = 0
    var running = 0
  }
  private let state = Mutex(State())

  /// - Parameter count: tasks at one time; without it, one for each core.
  public init(count: Int? = nil) {
    self.count = max(1, count ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  func run(_ task: @escaping @Sendable () -> Void) {
    let needsThread = state.withLock { state in
      state.waiting.append(task)
      guard state.running < count else { return false }
      state.running += 1
      return true
    }
    if needsThread { DispatchQueue.global().async { self.drain() } }
  }

  private func drain() {
    while let task = next() { task() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.begun < state.waiting.count else {
        state.waiting.removeAll(keepingCapacity: true)
        state.begun = 0
        state.running -= 1
        return nil
      }
      let task = state.waiting[state.begun]
      state.waiting[state.begun] = {}
      state.begun += 1
      if state.begun >= 1024 {
        state.waiting.removeFirst(state.begun)
        state.begun = 0
      }
      return task
    }
  }
}
