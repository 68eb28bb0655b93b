internal import FonsFetch
internal import Synchronization

/// Counts what the pages of one check hold together.
final class HeldBytes: Sendable {
  private let most: Int
  private let count = Mutex(0)

  init(_ most: Int) { self.most = most }

  func add(_ bytes: Int) { count.withLock { $0 += bytes } }

  var isFull: Bool { count.withLock { $0 >= most } }

  /// Why one more page is not fetched.
  func failure(_ address: String) -> FetchFailure {
    let size = most >= 1 << 20 ? "\(most >> 20) MB" : "\(most >> 10) kB"
    return FetchFailure(
      .tooLarge, "\(address) was not fetched: \(size) of pages are the most for a document.")
  }
}
