internal import Synchronization

/// A bucket of requests for each client, refilled with time.
final class RateLimit: Sendable {
  private struct Bucket {
    var left: Double
    var at: ContinuousClock.Instant
  }

  /// Requests a second; twice as many may come at once.
  private let rate: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// Clients that are remembered.
  private static let most = 10_000

  init(_ rate: Int) { self.rate = Double(rate) }

  /// Whether a request of a client may pass now.
  func admits(_ client: String, now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { buckets in
      if buckets.count >= Self.most, buckets[client] == nil {
        buckets = buckets.filter { $0.value.at.duration(to: now) < .seconds(2) }
        if buckets.count >= Self.most { return false }
      }
      var bucket = buckets[client] ?? Bucket(left: rate * 2, at: now)
      let passed = bucket.at.duration(to: now)
      let seconds =
        Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
      bucket.left = min(rate * 2, bucket.left + seconds * rate)
      bucket.at = now
      let admitted = bucket.left >= 1
      if admitted { bucket.left -= 1 }
      buckets[client] = bucket
      return admitted
    }
  }
}
