/// The checksum of bzip2: CRC-32 with the highest bit first, eight bytes at a time (Kounavis and
/// Berry, 2005).
enum Bzip2Checksum {
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte) << 24
      for _ in 0..<8 { value = value & 1 << 31 != 0 ? value << 1 ^ 0x04C1_1DB7 : value << 1 }
      tables[byte] = value
    }
    for table in 1..<8 {
      for byte in 0..<256 {
        let before = tables[(table - 1) * 256 + byte]
        tables[table * 256 + byte] = before << 8 ^ tables[Int(before >> 24)]
      }
    }
    return tables
  }()

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var sum = UInt32.max
      var index = 0
      while index &+ 8 <= bytes.count {
        var next: UInt32 = 0
        for place in 0..<8 {
          var byte = bytes[index &+ place]
          if place < 4 {
            byte ^= UInt8(truncatingIfNeeded: sum &>> UInt32(24 &- 8 &* place))
          }
          next ^= tables[(7 &- place) &* 256 &+ Int(byte)]
        }
        sum = next
        index &+= 8
      }
      while index < bytes.count {
        sum = sum &<< 8 ^ tables[Int(sum &>> 24 ^ UInt32(bytes[index]))]
        index &+= 1
      }
      return ~sum
    }
  }

  /// The checksum of a stream, from that of the stream so far and of its next block.
  static func combined(_ stream: UInt32, _ block: UInt32) -> UInt32 {
    (stream << 1 | stream >> 31) ^ block
  }
}
