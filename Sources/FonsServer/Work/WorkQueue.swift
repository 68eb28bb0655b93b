internal import Dispatch
internal import Synchronization

/// Runs work that keeps a core busy, so much at once and so much waiting, and no more.
final class WorkQueue: Sendable {
  private struct Job {
    var id: ObjectIdentifier
    var work: @Sendable () -> Void
  }

  private struct State {
    var running = 0
    var waiting: [Job] = []
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

  /// Does work in its turn. Where its client goes away before, it is not done at all.
  ///
  /// - Throws: `Problem.busy` where too much waits already or it was told to stop before its turn, and
  ///   what the work throws.
  func run<Result: Sendable>(_ work: @escaping @Sendable (Stop) throws -> Result) async throws
    -> Result
  {
    try await run(leaves: false, work)
  }

  /// Like `run`, but is answered at once where the work is told to stop: for work that waits for others
  /// and notices only after a while.
  ///
  /// - Throws: `Problem.busy` where too much waits already or the work was left, and what it throws.
  func runOrLeave<Result: Sendable>(_ work: @escaping @Sendable (Stop) throws -> Result)
    async throws -> Result
  {
    try await run(leaves: true, work)
  }

  private func run<Result: Sendable>(
    leaves: Bool, _ work: @escaping @Sendable (Stop) throws -> Result
  ) async throws -> Result {
    let stop = Stop(after: seconds)
    let id = ObjectIdentifier(stop)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let first = First(continuation)
        // The stop must not hold on to itself.
        stop.whenStopped { [self] in
          if drop(id) || leaves { first.resume(.failure(Problem.busy)) }
        }
        let isTaken = add(stop) {
          guard !stop.isStopped else { return first.resume(.failure(Problem.busy)) }
          first.resume(Swift.Result { try work(stop) })
        }
        if !isTaken { first.resume(.failure(Problem.busy)) }
      }
    } onCancel: {
      stop.stop()
    }
  }

  var running: Int { state.withLock { $0.running } }
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// What runs is told to stop, and nothing more is taken.
  func stop() {
    let stops = state.withLock { state in
      state.isStopped = true
      return Array(state.stops.values)
    }
    for stop in stops { stop.stop() }
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
      state.waiting.append(Job(id: ObjectIdentifier(stop), work: job))
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
      guard !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst().work
    }
  }

  /// Whether work that waits was taken out of the row.
  private func drop(_ id: ObjectIdentifier) -> Bool {
    state.withLock { state in
      guard let index = state.waiting.firstIndex(where: { $0.id == id }) else { return false }
      state.waiting.remove(at: index)
      state.stops.removeValue(forKey: id)
      return true
    }
  }
}

/// The first answer is the one that counts.
private final class First<Answer: Sendable>: Sendable {
  private let continuation: Mutex<CheckedContinuation<Answer, any Error>?>

  init(_ continuation: CheckedContinuation<Answer, any Error>) {
    self.continuation = Mutex(continuation)
  }

  func resume(_ answer: Result<Answer, any Error>) {
    let taken = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    taken?.resume(with: answer)
  }
}
