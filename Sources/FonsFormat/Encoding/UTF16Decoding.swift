import FonsText

/// UTF-16, with or without a byte order mark.
enum UTF16Decoding {
  /// Whether the bytes are UTF-16, and how.
  static func sniff(_ bytes: [UInt8]) -> (skip: Int, bigEndian: Bool)? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return (2, false) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return (2, true) }
    let length = min(bytes.count, 4096) & ~1
    guard length >= 8 else { return nil }
    var nuls = (even: 0, odd: 0)
    for index in stride(from: 0, to: length, by: 2) {
      if bytes[index] == 0 { nuls.even += 1 }
      if bytes[index + 1] == 0 { nuls.odd += 1 }
    }
    let half = length / 2
    if nuls.odd * 10 >= half * 7, nuls.even * 20 <= half { return (0, false) }
    if nuls.even * 10 >= half * 7, nuls.odd * 20 <= half { return (0, true) }
    return nil
  }

  static func decode(_ bytes: [UInt8], skipping start: Int, bigEndian: Bool) -> DecodedText {
    var result = DecodedText(
      text: [], origin: OffsetMap(), encoding: bigEndian ? "UTF-16BE" : "UTF-16LE", repaired: 0,
      looksBinary: false)
    result.text.reserveCapacity(bytes.count / 2)
    func unit(_ index: Int) -> UInt32 {
      let pair = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
    }
    var index = start
    while index + 1 < bytes.count {
      var value = unit(index)
      var length = 2
      if value & 0xFC00 == 0xD800, index + 3 < bytes.count, unit(index + 2) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + (unit(index + 2) & 0x3FF)
        length = 4
      } else if value & 0xF800 == 0xD800 || value == 0 {
        value = 0xFFFD
        result.repaired += 1
      }
      let before = result.text.count
      UTF8Text.append(value, to: &result.text)
      result.origin.append(
        derivedCount: result.text.count - before, original: index, originalCount: length)
      index += length
    }
    return result
  }
}
