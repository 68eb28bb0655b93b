internal import FonsText

/// The pairs of words in the strands of a weave: which strands are like some words.
struct StrandIndex: Sendable {
  private static let bits = 12

  /// Hash of a pair in the high half, strand in the low one; in buckets by the top bits.
  private let pairs: [UInt64]
  private let starts: [Int32]
  private let strands: Int

  init(_ weave: Weave) {
    strands = weave.count
    var words: [Word] = []
    weave.pool.withUnsafeBufferPointer { Words.scan($0, into: &words) }
    var found: [UInt64] = []
    found.reserveCapacity(words.count)
    var counts = [Int32](repeating: 0, count: 1 << Self.bits + 1)
    var strand = 0
    for index in words.indices.dropFirst() {
      while strand < weave.count, weave.ends[strand] <= Int32(words[index - 1].start) {
        strand += 1
      }
      guard strand < weave.count, Int32(words[index].start) < weave.ends[strand] else { continue }
      let hash = Self.hash(words[index - 1], words[index])
      found.append(UInt64(hash) << 32 | UInt64(strand))
      counts[Int(hash >> UInt32(32 - Self.bits)) + 1] += 1
    }
    for bucket in 0..<1 << Self.bits { counts[bucket + 1] += counts[bucket] }
    starts = counts
    var sorted = [UInt64](repeating: 0, count: found.count)
    for pair in found {
      let bucket = Int(pair >> UInt64(64 - Self.bits))
      sorted[Int(counts[bucket])] = pair
      counts[bucket] += 1
    }
    pairs = sorted
  }

  private static func hash(_ first: Word, _ second: Word) -> UInt32 {
    UInt32(
      truncatingIfNeeded: mix(
        first.hash ^ 0x2D35_8DCC_AA6C_78A5, second.hash ^ 0x8BB8_4B93_962E_ACC9)
        >> 32)
  }

  /// For each strand, how many of the pairs of the words it holds.
  func likeness(to words: [Word]) -> [Int32] {
    var result = [Int32](repeating: 0, count: strands)
    var last = [Int32](repeating: -1, count: strands)
    for index in words.indices.dropFirst() {
      let hash = Self.hash(words[index - 1], words[index])
      let bucket = Int(hash >> UInt32(32 - Self.bits))
      for place in Int(starts[bucket])..<Int(starts[bucket + 1])
      where UInt32(truncatingIfNeeded: pairs[place] >> 32) == hash {
        let strand = Int(UInt32(truncatingIfNeeded: pairs[place]))
        if last[strand] != Int32(index) {
          last[strand] = Int32(index)
          result[strand] += 1
        }
      }
    }
    return result
  }
}
