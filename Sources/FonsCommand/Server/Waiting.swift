internal import Dispatch
internal import Synchronization

/// Runs what is asynchronous from where nothing is.
enum Waiting {
  /// Waits for the work's end on the calling thread, which must not be one of those that run it.
  static func run<Answer: Sendable>(_ work: @escaping @Sendable () async throws -> Answer) throws
    -> Answer
  {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Answer>()
    Task {
      let answer: Result<Answer, any Error>
      do { answer = .success(try await work()) } catch { answer = .failure(error) }
      box.value.withLock { $0 = answer }
      done.signal()
    }
    done.wait()
    guard let answer = box.value.withLock({ $0 }) else { preconditionFailure("it ended") }
    return try answer.get()
  }

  private final class Box<Answer: Sendable>: Sendable {
    let value = Mutex<Result<Answer, any Error>?>(nil)
  }
}
