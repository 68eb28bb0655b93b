internal import Foundation
internal import Synchronization

/// Fetches many pages at once: hosts side by side, the pages of one host after each other.
public struct FetchQueue: Sendable {
  /// How far it is.
  public struct Progress: Sendable {
    public var done: Int
    public var total: Int
    public var failed: Int
  }

  private let options: FetchOptions

  public init(_ options: FetchOptions) { self.options = options }

  private struct State {
    /// Indices of addresses that wait, by host.
    var waiting: [String: [Int]]
    /// Hosts that nobody asks, in the order in which their turn comes.
    var free: [String]
    var progress: Progress
  }

  /// Does `work` for each address, each in its time; `.late` for those whose turn has not come when
  /// the total time is over.
  ///
  /// - Returns: one outcome for each address, in their order.
  public func run<Value: Sendable>(
    _ addresses: [String], deadline: ContinuousClock.Instant,
    progress: @escaping @Sendable (Progress) -> Void = { _ in },
    _ work: @escaping @Sendable (String, ContinuousClock.Instant) -> Result<Value, FetchFailure>
  ) -> [Result<Value, FetchFailure>] {
    var waiting: [String: [Int]] = [:]
    var order: [String] = []
    for (index, address) in addresses.enumerated() {
      let site = (try? PageAddress(address))?.site ?? ""
      if waiting[site] == nil { order.append(site) }
      waiting[site, default: []].append(index)
    }
    let shared = Shared<Value>(waiting.mapValues { $0.reversed() }, order, addresses.count)
    let group = DispatchGroup()
    for _ in 0..<min(options.atOnce, order.count) {
      group.enter()
      // Threads of their own: they wait most of the time, and a pool is as wide as the machine.
      Thread {
        while let (site, index) = shared.next() {
          let outcome = work(addresses[index], deadline)
          shared.done(site, index, outcome, progress)
        }
        group.leave()
      }.start()
    }
    group.wait()
    return shared.all(or: .late)
  }

  private final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<State>
    private let results: Mutex<[Result<Value, FetchFailure>?]>

    init(_ waiting: [String: [Int]], _ order: [String], _ count: Int) {
      state = Mutex(
        State(
          waiting: waiting, free: order, progress: Progress(done: 0, total: count, failed: 0)))
      results = Mutex([Result<Value, FetchFailure>?](repeating: nil, count: count))
    }

    func next() -> (site: String, index: Int)? {
      state.withLock { state in
        guard !state.free.isEmpty else { return nil }
        let site = state.free.removeFirst()
        guard let index = state.waiting[site]?.popLast() else { return nil }
        return (site, index)
      }
    }

    func done(
      _ site: String, _ index: Int, _ outcome: Result<Value, FetchFailure>,
      _ progress: (Progress) -> Void
    ) {
      results.withLock { $0[index] = outcome }
      let now = state.withLock { state in
        if state.waiting[site]?.isEmpty == false { state.free.append(site) }
        state.progress.done += 1
        if case .failure = outcome { state.progress.failed += 1 }
        return state.progress
      }
      progress(now)
    }

    func all(or kind: FetchFailure.Kind) -> [Result<Value, FetchFailure>] {
      results.withLock { results in
        results.map { $0 ?? .failure(FetchFailure(kind, "It was not fetched.")) }
      }
    }
  }
}
