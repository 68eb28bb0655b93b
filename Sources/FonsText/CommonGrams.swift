/// Which grams and pairs stand in a collection so often that a library could not keep all their
/// places: learnt from a part of it, so that others are kept in their stead.
public struct CommonGrams: Sendable {
  /// Bytes of text that are enough to learn from; of less than half of them nothing is learnt.
  public static let sampleBytes = 8 << 20
  /// Times in the sample from which on a gram is common: more than a library keeps, in a segment of
  /// half a gigabyte.
  private static let fewest: UInt8 = 8
  private static let slotBits: UInt64 = 22

  /// A bit for each slot; empty where nothing is common.
  @usableFromInline let bits: [UInt64]

  /// Nothing is common.
  public init() { bits = [] }

  /// - Parameter texts: UTF-8.
  public init(learningFrom texts: [ArraySlice<UInt8>]) {
    guard texts.reduce(0, { $0 + $1.count }) >= Self.sampleBytes / 2 else {
      bits = []
      return
    }
    // Many grams share a slot: one in some thousands is taken for a common one that is not.
    var counts = [UInt8](repeating: 0, count: 1 << Int(Self.slotBits))
    let rarity = Frequencies.table
    var words: [Word] = []
    for text in texts {
      words.removeAll(keepingCapacity: true)
      text.withUnsafeBufferPointer { Words.scan($0, into: &words) }
      counts.withUnsafeMutableBufferPointer { counts in
        func count(_ hash: UInt64) {
          let slot = Int(hash >> (64 - Self.slotBits))
          if counts[slot] < .max { counts[slot] += 1 }
        }
        words.withUnsafeBufferPointer { words in
          guard let base = words.baseAddress, words.count >= Gram.size else { return }
          for start in 0...words.count - Gram.size { count(Gram.hash(base + start)) }
          Pair.each(words, rarity) { hash, _ in count(hash) }
        }
      }
    }
    var bits = [UInt64](repeating: 0, count: counts.count / 64)
    for slot in counts.indices where counts[slot] >= Self.fewest {
      bits[slot / 64] |= 1 << UInt64(slot % 64)
    }
    self.bits = bits
  }

  @inlinable
  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    guard !bits.isEmpty else { return false }
    let slot = Int(hash >> 42)
    return bits[slot >> 6] >> UInt64(slot & 63) & 1 != 0
  }
}
