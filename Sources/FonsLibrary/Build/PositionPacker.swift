/// Packs positions one after the other, each in the same number of bits, the lowest first.
struct PositionPacker {
  private let width: UInt64
  private var pending: UInt64 = 0
  private var bits: UInt64 = 0

  /// - Parameter width: bits of each, 1 to 32.
  init(width: Int) { self.width = UInt64(width) }

  /// The bytes that some more positions fill.
  mutating func pack(_ positions: [UInt32]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: positions.count * 4 + 8) { buffer, count in
      let output = UnsafeMutableRawPointer(buffer.baseAddress!)
      var place = 0
      for position in positions {
        pending |= UInt64(position) &<< bits
        bits &+= width
        if bits >= 32 {
          output.storeBytes(
            of: UInt32(truncatingIfNeeded: pending).littleEndian, toByteOffset: place,
            as: UInt32.self)
          place &+= 4
          pending &>>= 32
          bits &-= 32
        }
      }
      count = place
    }
  }

  /// What is left, and eight zeros: a reader takes eight bytes at the place of any position.
  mutating func end() -> [UInt8] {
    var rest: [UInt8] = []
    var left = pending
    while left != 0 || rest.count * 8 < Int(bits) {
      rest.append(UInt8(truncatingIfNeeded: left))
      left >>= 8
    }
    return rest + [UInt8](repeating: 0, count: 8)
  }
}
