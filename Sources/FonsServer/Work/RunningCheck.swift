internal import FonsDocument
internal import FonsReport
internal import Synchronization

/// A check that goes on while pages watch it.
final class RunningCheck: Sendable {
  enum Event: Sendable {
    /// An entry, in the document's order.
    case found(Report.Entry)
    case finished(CheckOutcome)
  }

  let id: String
  let document: Document
  /// The document's bytes count as long as anybody can look at them.
  private let body: Body
  /// Whether the pages that the document cites are read first.
  let readsPages: Bool
  private struct State {
    var found: [Report.Entry] = []
    var outcome: CheckOutcome?
    var watchers: [Int: AsyncStream<Event>.Continuation] = [:]
    var next = 0
  }
  private let state = Mutex(State())

  init(id: String, document: Document, body: Body, readsPages: Bool = false) {
    self.id = id
    self.document = document
    self.body = body
    self.readsPages = readsPages
  }

  /// What was found so far, then what is found.
  func events() -> AsyncStream<Event> {
    AsyncStream { continuation in
      state.withLock { state in
        for entry in state.found { continuation.yield(.found(entry)) }
        if let outcome = state.outcome {
          continuation.yield(.finished(outcome))
          continuation.finish()
          return
        }
        let number = state.next
        state.next += 1
        state.watchers[number] = continuation
        continuation.onTermination = { [weak self] _ in
          // Not from within the lock: a stream that ends at once calls this at once.
          self?.forget(number)
        }
      }
    }
  }

  private func forget(_ number: Int) {
    state.withLock { _ = $0.watchers.removeValue(forKey: number) }
  }

  /// Entries that are found again, after damage came to light, are not told twice.
  func found(_ entry: Report.Entry, at index: Int) {
    state.withLock { state in
      guard index == state.found.count else { return }
      state.found.append(entry)
      for watcher in state.watchers.values { watcher.yield(.found(entry)) }
    }
  }

  func finish(_ outcome: CheckOutcome) {
    let watchers = state.withLock { state in
      state.outcome = outcome
      let watchers = state.watchers
      state.watchers = [:]
      return watchers
    }
    for watcher in watchers.values {
      watcher.yield(.finished(outcome))
      watcher.finish()
    }
  }

  /// Waits for the end, at most so long.
  func isFinished(within limit: Duration) async -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      if state.withLock({ $0.outcome != nil }) { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}

/// How a check ended.
enum CheckOutcome: Sendable {
  case report(Report)
  case problem(Problem)
}
