import FonsText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Older encodings, by the system's `iconv`.
enum CharsetDecoding {
  /// The name that browsers give the encoding: what calls itself Latin 1 or ASCII is Windows-1252.
  static func canonicalName(_ charset: String) -> String {
    let name = charset.lowercased()
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": return "UTF-8"
    case "iso-8859-1", "latin1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-cp1252":
      return "windows-1252"
    case "gb2312", "gbk", "x-gbk": return "gb18030"
    case "iso-8859-9": return "windows-1254"
    case "ks_c_5601-1987", "euc-kr": return "cp949"
    default: return name
    }
  }

  /// nil where the system does not know the encoding.
  static func decode(_ bytes: [UInt8], charset: String) -> DecodedText? {
    let plain = charset.utf8.allSatisfy {
      ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A
    }
    guard plain, charset.utf8.count < 40, !charset.hasPrefix("utf-16"),
      let handle = iconv_open("UTF-8", charset), handle != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(handle) }
    var result = DecodedText(
      text: [], origin: OffsetMap(), encoding: charset, repaired: 0, looksBinary: false)
    result.text.reserveCapacity(bytes.count + bytes.count / 4)
    var cache = [[UInt8]?](repeating: nil, count: 256)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80, byte != 0, byte != 0x1B {
        result.text.append(byte)
        result.origin.append(derivedCount: 1, original: index, originalCount: 1)
        index += 1
        continue
      }
      var length = 1
      var output = cache[Int(byte)]
      if output == nil {
        (output, length) = convert(bytes, at: index, handle)
        if length == 1 { cache[Int(byte)] = output }
      }
      if output == [0xEF, 0xBF, 0xBD] { result.repaired += 1 }
      result.text += output ?? []
      result.origin.append(
        derivedCount: output?.count ?? 0, original: index, originalCount: length)
      index += length
    }
    return result
  }

  /// The character at `index` as UTF-8, and its bytes: the shortest of 1 to 4 that converts.
  private static func convert(_ bytes: [UInt8], at index: Int, _ handle: iconv_t) -> (
    [UInt8], Int
  ) {
    for length in 1...4 where index + length <= bytes.count {
      var input = bytes[index..<index + length].map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      var left = length
      var room = output.count
      let converted = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress
          var to = target.baseAddress
          return iconv(handle, &from, &left, &to, &room)
        }
      }
      _ = iconv(handle, nil, nil, nil, nil)
      if converted != size_t.max, left == 0, room < 16 {
        return (output[..<(16 - room)].map { UInt8(bitPattern: $0) }, length)
      }
    }
    // Windows-1252 leaves five bytes undefined; browsers show them as control characters.
    return ([0xEF, 0xBF, 0xBD], 1)
  }
}
