/// Reads JSON (RFC 8259), strictly: what is not JSON is refused with the place where it goes wrong.
struct JSONParser {
  /// Arrays and objects within each other; more would only be written to exhaust the stack.
  private static let deepest = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var depth = 0

  /// - Throws: `JSONError`.
  static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    // Foundation's way of lending bytes rethrows untyped errors.
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSON, JSONError> in
      var parser = JSONParser(buffer)
      do throws(JSONError) { return .success(try parser.document()) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func document() throws(JSONError) -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    let value = try value()
    skipSpaces()
    guard at == bytes.count else { throw JSONError(offset: at) }
    return value
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9
    {
      at += 1
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpaces()
    guard at < bytes.count else { throw JSONError(offset: at) }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    let count = text.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: count)
    guard at + count <= bytes.count, bytes[at..<at + count].elementsEqual(expected) else {
      throw JSONError(offset: at)
    }
    at += count
    return value
  }

  /// Steps over a mark that must come next, with the spaces before it.
  private mutating func take(_ mark: UInt8) throws(JSONError) {
    guard takes(mark) else { throw JSONError(offset: at) }
  }

  private mutating func takes(_ mark: UInt8) -> Bool {
    skipSpaces()
    guard at < bytes.count, bytes[at] == mark else { return false }
    at += 1
    return true
  }

  private mutating func enter() throws(JSONError) {
    at += 1
    depth += 1
    guard depth <= Self.deepest else { throw JSONError(offset: at) }
  }

  /// Members in the order of their keys; of those with one key the last.
  private mutating func object() throws(JSONError) -> JSON {
    try enter()
    defer { depth -= 1 }
    var members: [JSON.Member] = []
    if takes(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpaces()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw JSONError(offset: at) }
      let key = try string()
      try take(UInt8(ascii: ":"))
      members.append(JSON.Member(key, try value()))
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
    // The sort is stable.
    members.sort { $0.key < $1.key }
    var unique: [JSON.Member] = []
    unique.reserveCapacity(members.count)
    for member in members {
      if unique.last?.key == member.key { unique.removeLast() }
      unique.append(member)
    }
    return .object(unique)
  }

  private mutating func array() throws(JSONError) -> JSON {
    try enter()
    defer { depth -= 1 }
    var elements: [JSON] = []
    if takes(UInt8(ascii: "]")) { return .array([]) }
    repeat { elements.append(try value()) } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return .array(elements)
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    { at += 1 }
    guard at < bytes.count, bytes[at] >= 0x20 else { throw JSONError(offset: at) }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<at])
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      guard let text = String(validating: plain, as: UTF8.self) else {
        throw JSONError(offset: start)
      }
      return text
    }
    return try escapedString(start, Array(plain))
  }

  private mutating func escapedString(
    _ start: Int, _ beginning: [UInt8]
  ) throws(JSONError) -> String {
    var text = beginning
    while true {
      guard at < bytes.count, bytes[at] >= 0x20 else { throw JSONError(offset: at) }
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        text.append(byte)
      }
    }
    guard let text = String(validating: text, as: UTF8.self) else { throw JSONError(offset: start) }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard at < bytes.count else { throw JSONError(offset: at) }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var value = try hexadecimal()
      if value & 0xFC00 == 0xD800 {
        // Two escapes make a character of the higher planes.
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
          bytes[at + 1] == UInt8(ascii: "u")
        else { throw JSONError(offset: at) }
        at += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw JSONError(offset: at) }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(value) else { throw JSONError(offset: at) }
      text.append(contentsOf: UTF8.encode(scalar)!)
    default: throw JSONError(offset: at - 1)
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw JSONError(offset: at) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at]
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70: digit = byte - 55
      case 97...102: digit = byte - 87
      default: throw JSONError(offset: at)
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSON {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits()
    guard bytes[first] != 48 || at == first + 1 else { throw JSONError(offset: first) }
    var isInteger = true
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      isInteger = false
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 32 == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if at < bytes.count, bytes[at] == 43 || bytes[at] == 45 { at += 1 }
      try digits()
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
    if isInteger, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw JSONError(offset: start) }
    return Int(exactly: value).map { .integer($0) } ?? .number(value)
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while at < bytes.count, bytes[at] &- 48 < 10 { at += 1 }
    guard at > start else { throw JSONError(offset: at) }
  }
}

/// Where a text stops being JSON.
struct JSONError: Error {
  /// In bytes.
  let offset: Int
}
