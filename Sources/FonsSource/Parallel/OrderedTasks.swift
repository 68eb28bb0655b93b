internal import Dispatch
internal import Synchronization

/// Runs tasks on several threads and hands on what they return in the order in which they were
/// given, a bounded number of them at a time. Tasks are given and results taken on one thread.
package final class OrderedTasks<Output: Sendable> {
  private final class Slot: Sendable {
    let cost: Int
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Output?>(nil)

    init(cost: Int) { self.cost = cost }
  }

  private let workers: Workers
  private let mostWaiting: Int
  private let mostCost: Int
  private var slots: [Slot] = []
  private var costs = 0

  /// - Parameter mostCost: what the tasks that are not yet handed on may cost together; one that
  ///   costs more runs alone.
  package init(_ workers: Workers, mostCost: Int = .max) {
    self.workers = workers
    self.mostCost = mostCost
    mostWaiting = workers.count * 2 + 1
  }

  package func submit<Failure: Error>(
    cost: Int = 0, _ task: @escaping @Sendable () -> Output,
    deliver: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    if workers.count == 1 { return try deliver(task()) }
    while let first = slots.first,
      slots.count >= mostWaiting || costs + cost > mostCost
    {
      first.done.wait()
      try deliver(take(first))
    }
    let slot = Slot(cost: cost)
    slots.append(slot)
    costs += cost
    workers.run {
      let result = task()
      slot.result.withLock { $0 = result }
      slot.done.signal()
    }
    try deliverFinished(deliver)
  }

  /// Hands on what has finished, without waiting.
  package func deliverFinished<Failure: Error>(
    _ deliver: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    while let first = slots.first, first.done.wait(timeout: .now()) == .success {
      try deliver(take(first))
    }
  }

  /// Waits for all that was given.
  package func finish<Failure: Error>(
    _ deliver: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    while let first = slots.first {
      first.done.wait()
      try deliver(take(first))
    }
  }

  private func take(_ slot: Slot) -> Output {
    slots.removeFirst()
    costs -= slot.cost
    let result = slot.result.withLock { result in
      defer { result = nil }
      return result
    }
    guard let result else { preconditionFailure("a task is done when it has a result") }
    return result
  }
}
