internal import Dispatch
internal import FonsText
internal import Synchronization

/// Runs work that keeps a core busy, so much at once and so much waiting, and no more.
final class WorkQueue: Sendable {
  private struct State {
    var running = 0
    var waiting = Backlog<@Sendable () -> Void>()
    var isStopped = false
    var stops: [ObjectIdentifier: Stop] = [:]
  }

  private let queue = DispatchQueue(label: "fons.work", attributes: .concurrent)
  private let workers: Int
  private let mostWaiting: Int
  private let seconds: Int
  private let state = Mutex(State())

  init(workers: Int, waiting: Int, seconds: Int) {
    self.workers = workers
    mostWaiting = waiting
    self.seconds = seconds
  }

  /// - Throws: `Problem.busy` where too much waits already, and what the work throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable (Stop) throws -> Result) async throws
    -> Result
  {
    let stop = Stop(after: seconds)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isTaken = add(stop) {
          continuation.resume(with: Swift.Result { try work(stop) })
        }
        if !isTaken { continuation.resume(throwing: Problem.busy) }
      }
    } onCancel: {
      stop.stop()
    }
  }

  var running: Int { state.withLock { $0.running } }
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// What runs is told to stop, and nothing more is taken.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for stop in state.stops.values { stop.stop() }
    }
  }

  private func add(_ stop: Stop, _ work: @escaping @Sendable () -> Void) -> Bool {
    let job: @Sendable () -> Void = { [self] in
      stop.start()
      work()
      state.withLock { _ = $0.stops.removeValue(forKey: ObjectIdentifier(stop)) }
    }
    let isStarting: Bool? = state.withLock { state in
      guard !state.isStopped else { return nil }
      if state.running < workers {
        state.running += 1
        state.stops[ObjectIdentifier(stop)] = stop
        return true
      }
      guard state.waiting.count < mostWaiting else { return nil }
      state.stops[ObjectIdentifier(stop)] = stop
      state.waiting.append(job)
      return false
    }
    guard let isStarting else { return false }
    if isStarting {
      queue.async { [self] in
        job()
        while let next = takeNext() { next() }
      }
    }
    return true
  }

  private func takeNext() -> (@Sendable () -> Void)? {
    state.withLock { state in
      let next = state.waiting.popFirst()
      if next == nil { state.running -= 1 }
      return next
    }
  }
}

/// Says to work that it should end: its time is over, its client is gone, or the server stops.
final class Stop: Sendable {
  private let isStopped = Atomic(false)
  private let deadline = Mutex<ContinuousClock.Instant?>(nil)
  private let seconds: Int

  init(after seconds: Int) { self.seconds = seconds }

  /// The time begins with the work, not with the waiting for it.
  func start() { deadline.withLock { $0 = .now + .seconds(seconds) } }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  var isDue: Bool {
    isStopped.load(ordering: .relaxed) || deadline.withLock { $0.map { $0 < .now } ?? false }
  }
}
