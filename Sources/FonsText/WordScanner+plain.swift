/// The quick way through words of ASCII letters alone, which most words of most texts are.
extension WordScanner {
  /// A byte in all eight bytes of a number.
  @inline(__always)
  private static func all(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Letters that the quick way reads at most; longer words go the general way.
  private static let plainLimit = 64

  /// ASCII bytes that end a word after a letter, as two sets of 64.
  struct Ends {
    let low: UInt64
    let high: UInt64

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      byte < 0x80 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 != 0
    }
  }

  /// Taken from the table once: separators and symbols end a word, everything else may go on.
  static let ends: Ends = {
    let table = FoldTable.shared
    var sets: [UInt64] = [0, 0]
    for byte in UInt32(0)..<128 {
      let kind = table.entry(byte) & 15
      if kind == FoldTable.Class.separator || kind == FoldTable.Class.symbol {
        sets[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
      }
    }
    return Ends(low: sets[0], high: sets[1])
  }()

  /// The hash of the next word and where it starts, if it is of ASCII letters alone and ends at an
  /// ASCII byte that ends every word; otherwise nil, and the general way finds it.
  @inline(__always)
  mutating func nextPlain(_ ends: Ends) -> (hash: UInt64, start: Int)? {
    while position < count, base[position] == 0x20 { position += 1 }
    let start = position
    var offset = start
    var hash = WordHash()
    while offset + 9 <= count, offset - start < Self.plainLimit {
      let bytes = UInt64(
        littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
      let lower = bytes | Self.all(0x20)
      let seven = lower & Self.all(0x7F)
      // The high bit of each byte: at least "a", and not beyond "z", and ASCII.
      let letters =
        (seven &+ Self.all(0x1F)) & ~(seven &+ Self.all(0x05)) & ~bytes & Self.all(0x80)
      let others = ~letters & Self.all(0x80)
      if others == 0 {
        hash.pushEight(lower)
        offset += 8
        continue
      }
      let length = others.trailingZeroBitCount >> 3
      guard offset + length > start, ends.contains(base[offset + length]) else { return nil }
      position = offset + length
      return (hash.finish(lower & (1 << UInt64(length &* 8) &- 1), length), start)
    }
    return nil
  }
}
