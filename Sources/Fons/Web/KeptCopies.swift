internal import FonsEvidence
internal import FonsFetch
internal import Synchronization

/// Collects the copies that are kept while something is asked for; of the answers themselves it keeps
/// none.
final class KeptCopies: Sendable {
  private let store: EvidenceStore?
  private let kept = Mutex<[Kept]>([])

  init(store: EvidenceStore?) { self.store = store }

  /// Takes an exchange that the store was given before.
  func add(_ exchange: Exchange) {
    guard let copy = store?.copy(of: exchange) else { return }
    kept.withLock { $0.append(copy) }
  }

  /// In the order in which they came.
  var copies: [Kept] { kept.withLock { $0 } }
}
