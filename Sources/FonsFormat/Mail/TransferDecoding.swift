import FonsText

/// Undoes a mail's transfer encoding, with the way back.
enum TransferDecoding {
  static func decode(_ bytes: [UInt8], _ range: Range<Int>, encoding: String) -> (
    bytes: [UInt8], map: OffsetMap
  ) {
    switch encoding {
    case "quoted-printable": return quotedPrintable(bytes, range)
    case "base64": return base64(bytes, range)
    default:
      var map = OffsetMap()
      map.append(
        derivedCount: range.count, original: range.lowerBound, originalCount: range.count)
      return (Array(bytes[range]), map)
    }
  }

  private static func quotedPrintable(_ bytes: [UInt8], _ range: Range<Int>) -> (
    [UInt8], OffsetMap
  ) {
    var result: [UInt8] = []
    var map = OffsetMap()
    var index = range.lowerBound
    while index < range.upperBound {
      var length = 1
      var byte: UInt8? = bytes[index]
      if byte == 0x3D {
        if let high = hex(bytes, index + 1, range), let low = hex(bytes, index + 2, range) {
          byte = high << 4 | low
          length = 3
        } else if let size = softBreak(bytes, index + 1, range) {
          byte = nil
          length = 1 + size
        }
      }
      if let byte {
        result.append(byte)
        map.append(derivedCount: 1, original: index, originalCount: length)
      }
      index += length
    }
    return (result, map)
  }

  private static func hex(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> UInt8? {
    guard range.contains(index) else { return nil }
    switch bytes[index] {
    case 0x30...0x39: return bytes[index] - 0x30
    case 0x41...0x46: return bytes[index] - 0x37
    case 0x61...0x66: return bytes[index] - 0x57
    default: return nil
    }
  }

  /// Bytes of the white space and line end after a `=`.
  private static func softBreak(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int? {
    var index = start
    while range.contains(index), bytes[index] == 0x20 || bytes[index] == 9, index - start < 80 {
      index += 1
    }
    guard range.contains(index) else { return index - start }
    let line = TextLine(bytes, at: index, limit: range.upperBound)
    return line.end == index ? line.next - start : nil
  }

  private static func base64(_ bytes: [UInt8], _ range: Range<Int>) -> ([UInt8], OffsetMap) {
    var result: [UInt8] = []
    var map = OffsetMap()
    var group: UInt32 = 0
    var count = 0
    var start = range.lowerBound
    func value(_ byte: UInt8) -> UInt32? {
      switch byte {
      case 0x41...0x5A: return UInt32(byte - 0x41)
      case 0x61...0x7A: return UInt32(byte - 0x61 + 26)
      case 0x30...0x39: return UInt32(byte - 0x30 + 52)
      case 0x2B, 0x2D: return 62
      case 0x2F, 0x5F: return 63
      default: return nil
      }
    }
    func flush(_ end: Int) {
      guard count > 1 else { return }
      group <<= UInt32(6 * (4 - count))
      for index in 0..<(count - 1) {
        result.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * index)))
      }
      map.append(derivedCount: count - 1, original: start, originalCount: end - start)
      group = 0
      count = 0
    }
    for index in range {
      guard let bits = value(bytes[index]) else { continue }
      if count == 0 { start = index }
      group = group << 6 | bits
      count += 1
      if count == 4 { flush(index + 1) }
    }
    flush(range.upperBound)
    return (result, map)
  }
}
