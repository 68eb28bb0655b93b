internal import Dispatch
internal import FonsText
internal import Foundation
internal import Synchronization

/// A bounded number of threads that reading and building share.
///
/// Tasks begin in the order in which they were given. A task must not wait for another one.
public final class Workers: Sendable {
  /// Tasks that run at one time.
  public let count: Int

  private struct State {
    var waiting = Backlog<@Sendable () -> Void>()
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
      let task = state.waiting.popFirst()
      if task == nil { state.running -= 1 }
      return task
    }
  }
}
