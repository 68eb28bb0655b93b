/// Writes the small records of a library: LEB128 integers and length-prefixed UTF-8.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// nil is kept apart from the empty string.
  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1)
    if let text { put(text) }
  }

  mutating func put(_ value: Int?) {
    put(value == nil ? 0 : 1)
    if let value { put(value) }
  }
}

/// Reads what `ByteWriter` wrote; nil where the bytes end early or make no sense.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func int() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  /// A count of things that take at least one byte each, so that damage cannot ask for more.
  mutating func count() -> Int? {
    guard let value = int(), value >= 0, value <= bytes.count - offset else { return nil }
    return value
  }

  mutating func string() -> String? {
    guard let count = count() else { return nil }
    defer { offset += count }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]), as: UTF8.self)
  }

  /// Passes over a string; false where there is none.
  mutating func skip() -> Bool {
    guard let count = count() else { return false }
    offset += count
    return true
  }

  /// Passes over a list of strings.
  mutating func skipStrings() -> Bool {
    guard let count = count() else { return false }
    for _ in 0..<count where !skip() { return false }
    return true
  }

  mutating func optionalString() -> String?? {
    guard let flag = int() else { return nil }
    if flag == 0 { return .some(nil) }
    guard let text = string() else { return nil }
    return .some(text)
  }

  mutating func optionalInt() -> Int?? {
    guard let flag = int() else { return nil }
    if flag == 0 { return .some(nil) }
    guard let value = int() else { return nil }
    return .some(value)
  }
}
