internal import FonsText

/// Which words stand in a segment: a Bloom filter (Bloom, 1970) whose bits for one word lie in one
/// 64-bit block (Putze, Sanders and Singler, 2007), so that a question costs one read.
///
/// It tells a slip of the pen from another word: what it does not hold stands nowhere; about one
/// word in two hundred that it holds does not either. A second filter of the same kind holds the words
/// that stand at two places or more: a word that stands at one alone may be a misread one.
struct Vocabulary {
  private(set) var blocks: [UInt64]
  /// Blocks of the second filter.
  private(set) var repeated: [UInt64]

  /// - Parameter words: running words of the segment. Of *n* running words, about 12 *n*^0.62 are
  ///   distinct (Heaps, 1978; fitted to English texts of 10⁴ to 10⁷ words), and about twice as many
  ///   in several languages; each gets 12 bits.
  init(words: Int) {
    let distinct = 24 * pow(Double(max(words, 1)), 0.62)
    var count = 64
    while Double(count * 64) < 12 * distinct { count *= 2 }
    blocks = [UInt64](repeating: 0, count: count)
    repeated = blocks
  }

  mutating func insert(_ words: [Word]) {
    for word in words { insert(word.hash) }
  }

  /// Takes in what another filter of the same size holds.
  mutating func formUnion(_ other: Vocabulary) {
    for index in blocks.indices {
      // What both hold stands twice.
      repeated[index] |= other.repeated[index] | blocks[index] & other.blocks[index]
      blocks[index] |= other.blocks[index]
    }
  }

  @inline(__always)
  private mutating func insert(_ hash: UInt64) {
    let place = Self.place(hash, blocks.count)
    if blocks[place.block] & place.bits == place.bits {
      repeated[place.block] |= place.bits
    } else {
      blocks[place.block] |= place.bits
    }
  }

  /// Four bits of one block.
  @inline(__always)
  static func place(_ hash: UInt64, _ count: Int) -> (block: Int, bits: UInt64) {
    let bits =
      1 << (hash >> 58) | 1 << (hash >> 52 & 63) | 1 << (hash >> 46 & 63)
      | (1 << (hash >> 40 & 63) as UInt64)
    return (Int(hash & UInt64(count - 1)), bits)
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
