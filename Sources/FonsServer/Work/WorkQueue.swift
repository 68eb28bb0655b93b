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

  /// Like `run`, but is answered at once where the work is told to stop: for work that waits for others
  /// and cannot end before they answer.
  ///
  /// - Throws: `Problem.busy` where too much waits already or the work was left, and what it throws.
  func runOrLeave<Result: Sendable>(_ work: @escaping @Sendable (Stop) throws -> Result)
    async throws -> Result
  {
    let stop = Stop(after: seconds)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let first = First(continuation)
        stop.whenStopped { first.resume(.failure(Problem.busy)) }
        let isTaken = add(stop) {
          guard !stop.isDue else { return first.resume(.failure(Problem.busy)) }
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

  var isDue: Bool {
    state.withLock { state in state.isStopped || state.deadline.map { $0 < .now } ?? false }
  }
}
