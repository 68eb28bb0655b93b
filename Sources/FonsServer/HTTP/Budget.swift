internal import Synchronization

/// Bytes that all requests together may hold.
final class Budget: Sendable {
  private let most: Int
  private let taken = Mutex(0)

  init(_ most: Int) { self.most = most }

  /// - Throws: `Problem.busy` where too many are taken.
  func take(_ count: Int) throws {
    let fits = taken.withLock { taken in
      guard taken + count <= most else { return false }
      taken += count
      return true
    }
    guard fits else { throw Problem.busy }
  }

  func give(_ count: Int) { taken.withLock { $0 -= count } }

  var used: Int { taken.withLock { $0 } }
}

/// Bytes of a request, and their share of the budget, which is given back with this object.
final class Body: Sendable {
  let bytes: [UInt8]
  private let share: Int
  private let budget: Budget

  /// Takes over a share that was taken before.
  init(_ bytes: [UInt8], share: Int, of budget: Budget) {
    self.bytes = bytes
    self.share = share
    self.budget = budget
  }

  deinit { budget.give(share) }
}
