/// A gram: `Gram.size` words in a row, as one hash that depends on their order.
public enum Gram {
  /// Words of a gram.
  public static let size = 4
  /// Starts that the sampler chooses from: of `window + size - 1` intact words in a row, at least
  /// one gram is kept.
  public static let window = 3

  /// The hash of the four words at `words`. Frozen: it is written into every library.
  @inlinable
  @inline(__always)
  public static func hash(_ words: UnsafePointer<Word>) -> UInt64 {
    let first = mix(words[0].hash ^ 0x2D35_8DCC_AA6C_78A5, 0x8BB8_4B93_962E_ACC9 ^ words[1].hash)
    let last = mix(words[2].hash ^ 0x4B33_A62E_D433_D4A3, 0x4D5A_2DA5_1DE1_AA47 ^ words[3].hash)
    return mix(first ^ 0x1FFD_97E5_8BB1_D4E9, last &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The hash of every gram of `words`, in order.
  public static func all(_ words: [Word]) -> [UInt64] {
    guard words.count >= size else { return [] }
    return words.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return (0...(words.count - size)).map { hash(base + $0) }
    }
  }

  /// Chooses which grams a library keeps: mod-minimizers (Groot Koerkamp and Pibiri, 2024) over
  /// single words, ordered by rarity and then by hash, so that the rarest word of each window of
  /// `window + size - 1` words decides. Calls `body` with the index of each kept gram, in order,
  /// once each.
  ///
  /// A text shorter than one window keeps all its grams.
  @inlinable
  public static func sample(
    _ words: UnsafeBufferPointer<Word>, _ rarity: Frequencies.Table, _ body: (Int) -> Void
  ) {
    let span = window + size - 1
    guard words.count >= span else {
      if words.count >= size { for start in 0...(words.count - size) { body(start) } }
      return
    }
    // The keys of the last eight words, at their index mod 8: a window has fewer.
    var keys = InlineArray<8, UInt64>(repeating: 0)
    var leastKey = UInt64.max
    var least = -1
    var last = -1
    for end in 0..<words.count {
      let key = order(words[end], rarity)
      keys[end & 7] = key
      if key < leastKey {
        leastKey = key
        least = end
      }
      let start = end - span + 1
      guard start >= 0 else { continue }
      if least < start {
        leastKey = .max
        for index in start...end {
          let key = keys[index & 7]
          if key < leastKey {
            leastKey = key
            least = index
          }
        }
      }
      let kept = start + (least - start) % window
      if kept > last {
        last = kept
        body(kept)
      }
    }
  }

  /// Rare words come first, equals by hash.
  @inlinable
  @inline(__always)
  static func order(_ word: Word, _ rarity: Frequencies.Table) -> UInt64 {
    UInt64(255 - rarity.halfBits(word.hash)) << 56 | word.hash >> 8
  }
}
