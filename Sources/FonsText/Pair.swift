/// A pair: two content words of a text that follow each other, whatever common words stand between
/// them, as one hash that depends on their order.
///
/// Of words of which three in ten were changed, a gram of four stays whole one time in four, a pair one
/// time in two.
public enum Pair {
  /// Half bits of surprise that a word needs to be one of content: about half of all running words.
  @usableFromInline static let leastHalfBits: UInt8 = 18

  /// The hash of two words. Frozen: it is written into libraries.
  @inlinable
  @inline(__always)
  public static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(
      mix(first ^ 0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B ^ second),
      0x3C6E_F372_FE94_F82B ^ first)
  }

  @inlinable
  @inline(__always)
  public static func isContent(_ word: Word, _ rarity: Frequencies.Table) -> Bool {
    rarity.halfBits(word.hash) >= leastHalfBits
  }

  /// Chooses which pairs a library keeps: of each `block` that follow each other, the one of the
  /// rarest words that is not common. Calls `body` with the hash of each and the index of its first word, in order.
  ///
  /// The choice need not be made again for a quotation, of which all pairs are looked up; so blocks
  /// keep fewer than minimizers do, for the same finds.
  @inlinable
  public static func sample(
    _ words: UnsafeBufferPointer<Word>, _ rarity: Frequencies.Table, block: Int,
    _ common: CommonGrams, _ body: (UInt64, Int) -> Void
  ) {
    var previous = -1
    var previousBits = 0
    var best = (hash: 0 as UInt64, first: 0)
    var bestBits = -1
    var count = 0
    for index in words.indices {
      let halfBits = rarity.halfBits(words[index].hash)
      guard halfBits >= leastHalfBits else { continue }
      let bits = Int(halfBits)
      if previous >= 0 {
        if previousBits + bits > bestBits {
          let pair = hash(words[previous].hash, words[index].hash)
          let isCommon = common.contains(pair)
          if !isCommon || bestBits < 0 {
            best = (pair, previous)
            bestBits = isCommon ? 0 : previousBits + bits
          }
        }
        count += 1
        if count == block {
          body(best.hash, best.first)
          count = 0
          bestBits = -1
        }
      }
      previous = index
      previousBits = bits
    }
    if count > 0 { body(best.hash, best.first) }
  }

  /// Calls `body` with the hash of each pair and the index of its first word, in order.
  static func each(
    _ words: UnsafeBufferPointer<Word>, _ rarity: Frequencies.Table, _ body: (UInt64, Int) -> Void
  ) {
    var previous = -1
    for index in words.indices where isContent(words[index], rarity) {
      if previous >= 0 { body(hash(words[previous].hash, words[index].hash), previous) }
      previous = index
    }
  }

  /// A pair of a quotation, by the indices of its words.
  public struct Sought: Sendable {
    public var hash: UInt64
    public var first: Int
    public var second: Int
  }

  /// All pairs of a quotation: of each content word with the next one, and with the one after that,
  /// since the word between them may have been put in.
  public static func all(_ words: [Word]) -> [Sought] {
    let rarity = Frequencies.table
    let content = words.indices.filter { isContent(words[$0], rarity) }
    var pairs: [Sought] = []
    pairs.reserveCapacity(content.count * 2)
    for index in content.indices {
      for next in index + 1..<min(index + 3, content.count) {
        let (first, second) = (content[index], content[next])
        pairs.append(
          Sought(
            hash: hash(words[first].hash, words[second].hash), first: first, second: second))
      }
    }
    return pairs
  }
}
