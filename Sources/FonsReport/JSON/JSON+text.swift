extension JSON {
  /// The value as JSON text: on one line without spaces, or indented by two spaces and ending
  /// without a line break.
  ///
  /// What is escaped: see `JSONTextSink`.
  public func text(pretty: Bool = false) -> String {
    guard pretty else {
      var sink = JSONTextSink()
      write(to: &sink)
      return sink.text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    write(to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Passes the value's parts on.
  public func write(to sink: inout some JSONSink) {
    switch self {
    case .null: sink.null()
    case .bool(let value): sink.bool(value)
    case .integer(let value): sink.integer(value)
    case .number(let value): sink.number(value)
    case .string(let value): sink.string(value)
    case .array(let elements): elements.write(to: &sink)
    case .object(let members):
      sink.beginObject()
      for member in members {
        sink.key(member.key)
        member.value.write(to: &sink)
      }
      sink.endObject()
    }
  }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += Self.text(of: value).utf8
    case .string(let value): Self.write(value, to: &bytes)
    case .array(let elements):
      Self.write(elements, between: "[", "]", to: &bytes, indent: indent) { element, bytes, inner in
        element.write(to: &bytes, indent: inner)
      }
    case .object(let members):
      Self.write(members, between: "{", "}", to: &bytes, indent: indent) { member, bytes, inner in
        Self.write(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, indent: inner)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between open: String, _ close: String, to bytes: inout [UInt8],
    indent: Int, each: (Element, inout [UInt8], Int) -> Void
  ) {
    bytes += open.utf8
    let inner = indent + 1
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, indent: inner)
      each(element, &bytes, inner)
    }
    if !elements.isEmpty { breakLine(&bytes, indent: indent) }
    bytes += close.utf8
  }

  private static func breakLine(_ bytes: inout [UInt8], indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: indent * 2)
  }

  /// The shortest text that reads back as the same number; JSON has none for infinity.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return "\(number)"
  }

  private static func write(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    escape(string, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies the runs between what must be escaped.
  static func escape(_ string: String, into bytes: inout [UInt8]) {
    var string = string
    string.withUTF8 { text in
      var copied = 0
      var place = 0
      while true {
        place = plainEnd(text, from: place)
        guard place < text.count else { break }
        guard let (escape, length) = escape(text, at: place) else {
          place += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<place]))
        bytes += escape.utf8
        place += length
        copied = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
    }
  }

  /// The next byte at which something may have to be escaped, eight at a time where they are plain
  /// ASCII.
  private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place < text.count {
      if place + 8 <= text.count {
        let eight = UnsafeRawPointer(text.baseAddress! + place).loadUnaligned(as: UInt64.self)
        if arePlain(eight) {
          place += 8
          continue
        }
      }
      let end = min(place + 8, text.count)
      while place < end {
        switch text[place] {
        case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: return place
        default: place += 1
        }
      }
    }
    return place
  }

  /// Whether eight bytes are all ASCII, and none of them is a control, a quotation mark or a
  /// backslash. May say no where they are, never yes where they are not.
  @inline(__always)
  private static func arePlain(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = eight ^ (ones &* 0x22)
    let backslashes = eight ^ (ones &* 0x5C)
    // The high bit of a byte: it is below 0x20, or zero after the exclusive or, or 0x7F and above.
    let odd =
      (eight &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones) | (eight &+ ones) | eight
    return odd & (ones &* 0x80) == 0
  }

  /// What is written for the character at `place`, and its bytes; nil where it stays as it is.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, at place: Int)
    -> (escape: String, length: Int)?
  {
    switch text[place] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0..<0x20, 0x7F: return (code(Int(text[place])), 1)
    // U+0080 to U+009F.
    case 0xC2 where text[place + 1] < 0xA0: return (code(Int(text[place + 1])), 2)
    // U+2028 and U+2029.
    case 0xE2 where text[place + 1] == 0x80 && (0xA8...0xA9).contains(text[place + 2]):
      return (code(0x2000 + Int(text[place + 2]) - 0x80), 3)
    default: return nil
    }
  }

  private static func code(_ value: Int) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
