/// A gram: `Gram.size` words in a row, as one hash that depends on their order.
public enum Gram {
  /// Words of a gram.
  public static let size = 4
  /// Starts that the sampler chooses from, in a library of the profile `standard`: of
  /// `window + size - 1` intact words in a row, at least one gram is kept.
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

  /// Chooses which grams a library keeps: of each `window` starts in a row one, as far behind the
  /// one before as may be, but none that is common where another will do. Calls `body` with the hash
  /// and the index of each kept gram, in order.
  ///
  /// The choice need not be made again for a quotation, of which all grams are looked up; so it keeps a
  /// fifth fewer than minimizers do, with the same promise. A text shorter than one window keeps all
  /// its grams.
  @inlinable
  public static func sample(
    _ words: UnsafeBufferPointer<Word>, window: Int = Gram.window, _ common: CommonGrams,
    _ body: (UInt64, Int) -> Void
  ) {
    guard words.count >= size, let base = words.baseAddress else { return }
    let starts = words.count - size + 1
    guard starts >= window else {
      for start in 0..<starts { body(hash(base + start), start) }
      return
    }
    var first = 0
    while first + window <= starts {
      let last = first + window - 1
      var kept = last
      var gram = hash(base + last)
      if common.contains(gram) {
        for start in stride(from: last - 1, through: first, by: -1) {
          let other = hash(base + start)
          guard !common.contains(other) else { continue }
          kept = start
          gram = other
          break
        }
      }
      body(gram, kept)
      first = kept + 1
    }
  }
}
