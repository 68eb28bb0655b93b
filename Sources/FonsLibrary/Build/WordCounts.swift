internal import FonsText

/// Counts of words by the low 16 bits of their hash, to tell the common ones of a library.
struct WordCounts: Sendable {
  static let slots = 1 << 16
  private var counts = [UInt32](repeating: 0, count: slots)
  private var latest = [UInt64](repeating: 0, count: slots)
  /// Whether the latest word of a slot was told of twice.
  private var isRepeated = [Bool](repeating: false, count: slots)
  private(set) var total = 0

  /// Counts words, and calls `body` with the hash of each of them, at least twice for one that comes
  /// twice, but not every time.
  mutating func add(_ words: [Word], _ body: (UInt64) -> Void) {
    total += words.count
    counts.withUnsafeMutableBufferPointer { counts in
      latest.withUnsafeMutableBufferPointer { latest in
        for word in words {
          let slot = Int(word.hash & UInt64(Self.slots - 1))
          counts[slot] &+= 1
          if latest[slot] != word.hash {
            latest[slot] = word.hash
            isRepeated[slot] = false
            body(word.hash)
          } else if !isRepeated[slot] {
            isRepeated[slot] = true
            body(word.hash)
          }
        }
      }
    }
  }

  mutating func add(_ other: WordCounts) {
    total += other.total
    counts.withUnsafeMutableBufferPointer { counts in
      other.counts.withUnsafeBufferPointer { other in
        for slot in 0..<Self.slots { counts[slot] &+= other[slot] }
      }
    }
  }

  /// −4 log₂ of each slot's share of all words, rounded; 255 where none was seen.
  var classes: [UInt8] {
    counts.map { count in
      guard count > 0, total > 0 else { return 255 }
      return UInt8(min(254, (4 * log2(Double(total) / Double(count))).rounded()))
    }
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
