internal import FonsEvidence
internal import FonsFetch
internal import Synchronization

/// Collects the copies that are kept while something is asked for.
final class KeptCopies: Sendable {
  private let store: EvidenceStore?
  private let exchanges = Mutex<[Exchange]>([])

  init(store: EvidenceStore?) { self.store = store }

  func add(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }

  /// In the order in which they came.
  var copies: [Kept] {
    guard let store else { return [] }
    return exchanges.withLock { $0 }.compactMap { store.copy(of: $0) }
  }
}
