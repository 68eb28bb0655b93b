internal import CXXHash
internal import FonsText

/// The pairs of words in the strands of a weave: which strands are like some words.
///
/// A pair is held twice: as folded words, and as the bytes from the one to the end of the other, so that
/// of wordings that differ in a comma the right one is the likeliest.
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
    found.reserveCapacity(words.count * 2)
    var counts = [Int32](repeating: 0, count: 1 << Self.bits + 1)
    var strand = 0
    for index in words.indices.dropFirst() {
      while strand < weave.count, weave.ends[strand] <= Int32(words[index - 1].start) {
        strand += 1
      }
      guard strand < weave.count, Int32(words[index].start) < weave.ends[strand] else { continue }
      let hashes = weave.pool.withUnsafeBufferPointer {
        Self.hashes(words[index - 1], words[index], $0)
      }
      for hash in [hashes.folded, hashes.exact] {
        found.append(UInt64(hash) << 32 | UInt64(strand))
        counts[Int(hash >> UInt32(32 - Self.bits)) + 1] += 1
      }
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

  private static func hashes(
    _ first: Word, _ second: Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> (folded: UInt32, exact: UInt32) {
    let folded = mix(
      first.hash ^ 0x2D35_8DCC_AA6C_78A5, second.hash ^ 0x8BB8_4B93_962E_ACC9)
    let bytes = UnsafeBufferPointer(rebasing: text[Int(first.start)..<Int(second.end)])
    let exact = XXH3_64bits(bytes.baseAddress, bytes.count)
    return (UInt32(truncatingIfNeeded: folded >> 32), UInt32(truncatingIfNeeded: exact >> 32))
  }

  /// For each strand, how many of the pairs of the words it holds: one for the words, one more for the
  /// very bytes.
  ///
  /// - Parameter text: what the words were read from.
  func likeness(to words: [Word], of text: [UInt8]) -> [Int32] {
    var result = [Int32](repeating: 0, count: strands)
    var last = [Int32](repeating: -1, count: strands)
    text.withUnsafeBufferPointer { text in
      for index in words.indices.dropFirst() {
        let hashes = Self.hashes(words[index - 1], words[index], text)
        count(hashes.folded, Int32(index * 2), &result, &last)
        count(hashes.exact, Int32(index * 2 + 1), &result, &last)
      }
    }
    return result
  }

  private func count(
    _ hash: UInt32, _ number: Int32, _ result: inout [Int32], _ last: inout [Int32]
  ) {
    let bucket = Int(hash >> UInt32(32 - Self.bits))
    for place in Int(starts[bucket])..<Int(starts[bucket + 1])
    where UInt32(truncatingIfNeeded: pairs[place] >> 32) == hash {
      let strand = Int(UInt32(truncatingIfNeeded: pairs[place]))
      if last[strand] != number {
        last[strand] = number
        result[strand] += 1
      }
    }
  }
}
