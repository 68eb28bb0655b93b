import FonsText

/// JSON whose strings remember where they stand.
///
/// Containers nested deeper than any export nests are passed over, and what is no JSON ends the
/// value that holds it: hostile input costs time in proportion to its length, and no stack.
indirect enum JSONText {
  case object([(key: String, value: JSONText)])
  case array([JSONText])
  /// Between the quotation marks, escapes included.
  case string(Range<Int>)
  case number(Range<Int>)
  case bool(Bool)
  case null

  static let depthLimit = 64
  static let nodeLimit = 4_000_000

  /// The value that begins at `start`, behind white space, and where it ends; nil where there is none.
  ///
  /// - Complexity: O(*n*)
  static func read(_ bytes: [UInt8], from start: Int = 0, to limit: Int? = nil) -> (
    value: JSONText, end: Int
  )? {
    var reader = JSONTextReader(bytes, from: start, to: limit ?? bytes.count)
    return reader.read()
  }

  subscript(key: String) -> JSONText? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }

  /// The first of several fields that is there.
  func first(_ keys: [String]) -> JSONText? {
    for key in keys {
      if let value = self[key] { return value }
    }
    return nil
  }

  var elements: [JSONText] {
    if case .array(let values) = self { return values }
    return []
  }

  var fields: [(key: String, value: JSONText)] {
    if case .object(let fields) = self { return fields }
    return []
  }

  /// A string or number as text; nil for anything else.
  func text(_ bytes: [UInt8]) -> String? {
    switch self {
    case .string(let range):
      return String(decoding: JSONString.decode(bytes, range).text, as: UTF8.self)
    case .number(let range): return bytes.string(range)
    default: return nil
    }
  }

  var stringRange: Range<Int>? {
    if case .string(let range) = self { return range }
    return nil
  }
}

/// What stands in a JSON string.
enum JSONString {
  /// The characters, valid UTF-8, and the way back to the bytes of the file.
  static func decode(_ bytes: [UInt8], _ range: Range<Int>) -> (text: [UInt8], map: OffsetMap) {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var map = OffsetMap()
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, bytes[index] != 0x5C { index += 1 }
      if index > start {
        text += bytes[start..<index]
        map.append(derivedCount: index - start, original: start, originalCount: index - start)
      }
      guard index < range.upperBound else { break }
      let (scalar, length) = escape(bytes, index, range.upperBound)
      let count = text.count
      UTF8Text.append(scalar, to: &text)
      map.append(derivedCount: text.count - count, original: index, originalCount: length)
      index += length
    }
    return (text, map)
  }

  private static func escape(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (UInt32, Int) {
    guard at + 1 < end else { return (0xFFFD, 1) }
    switch bytes[at + 1] {
    case 0x6E: return (0x0A, 2)
    case 0x74: return (0x09, 2)
    case 0x72: return (0x0D, 2)
    case 0x62, 0x66: return (0x20, 2)
    case 0x75: break
    default: return (UInt32(bytes[at + 1]) < 0x80 ? UInt32(bytes[at + 1]) : 0xFFFD, 2)
    }
    guard let high = hex(bytes, at + 2, end) else { return (0xFFFD, 2) }
    guard (0xD800..<0xDC00).contains(high) else { return (high, 6) }
    guard at + 7 < end, bytes[at + 6] == 0x5C, bytes[at + 7] == 0x75,
      let low = hex(bytes, at + 8, end), (0xDC00..<0xE000).contains(low)
    else { return (0xFFFD, 6) }
    return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
  }

  private static func hex(_ bytes: [UInt8], _ at: Int, _ end: Int) -> UInt32? {
    guard at + 4 <= end, bytes[at] != 0x2B, bytes[at] != 0x2D else { return nil }
    return UInt32(bytes.string(at, at + 4), radix: 16)
  }
}
