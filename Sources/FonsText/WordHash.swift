/// The hash of a word's folded bytes, eight at a time, by folded multiplication as in wyhash
/// (Wang Yi, 2019). Frozen: it is written into every library.
public struct WordHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var pending: UInt64 = 0
  private var shift: UInt64 = 0
  /// Bytes pushed.
  public internal(set) var count: Int = 0

  @inline(__always)
  public init() {}

  @inline(__always)
  public mutating func push(_ byte: UInt8) {
    pending |= UInt64(byte) &<< shift
    shift &+= 8
    count &+= 1
    if shift == 64 {
      state = mix(state ^ pending, 0xA076_1D64_78BD_642F)
      pending = 0
      shift = 0
    }
  }

  /// Eight bytes at once, where no push before left fewer.
  @inline(__always)
  mutating func pushEight(_ bytes: UInt64) {
    state = mix(state ^ bytes, 0xA076_1D64_78BD_642F)
    count &+= 8
  }

  /// The hash with up to seven last bytes.
  @inline(__always)
  func finish(_ bytes: UInt64, _ length: Int) -> UInt64 {
    mix(
      mix(state ^ bytes, 0xE703_7ED1_A0B4_28DB), 0x8EBC_6AF0_9C88_C6E3 ^ UInt64(count &+ length))
  }

  /// The hash of what was pushed.
  @inline(__always)
  public func finish() -> UInt64 {
    mix(mix(state ^ pending, 0xE703_7ED1_A0B4_28DB), 0x8EBC_6AF0_9C88_C6E3 ^ UInt64(count))
  }
}

/// The two halves of the 128-bit product, joined by exclusive or.
@inlinable
@inline(__always)
public func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let product = a.multipliedFullWidth(by: b)
  return product.high ^ product.low
}
