/// Reads bits, the highest of each byte first. Beyond the end come zeros: whoever reads looks at
/// `position` when done.
struct Bzip2Bits {
  private let base: UnsafePointer<UInt8>
  private let count: Int
  private var next: Int
  /// The bits that come next, from the top.
  private(set) var window: UInt64 = 0
  private var held = 0

  /// - Parameter bit: where to begin, in bits.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at bit: Int) {
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = bytes.count
    next = bit >> 3
    refill()
    skip(bit & 7)
  }

  /// Bits read so far, from the first of the bytes.
  var position: Int { next &* 8 &- held }

  /// Makes at least 56 bits ready.
  @inline(__always)
  mutating func refill() {
    if next &+ 8 <= count {
      let bytes = UInt64(bigEndian: UnsafeRawPointer(base + next).loadUnaligned(as: UInt64.self))
      window |= bytes &>> UInt64(held)
      next &+= (63 &- held) &>> 3
      held |= 56
      return
    }
    while held <= 56 {
      if next < count { window |= UInt64(base[next]) &<< UInt64(56 &- held) }
      next &+= 1
      held &+= 8
    }
  }

  @inline(__always)
  mutating func skip(_ bits: Int) {
    window = window &<< UInt64(bits)
    held &-= bits
  }

  /// At most 32 bits.
  @inline(__always)
  mutating func read(_ bits: Int) -> Int {
    refill()
    guard bits > 0 else { return 0 }
    let value = Int(window &>> UInt64(64 &- bits))
    skip(bits)
    return value
  }
}
