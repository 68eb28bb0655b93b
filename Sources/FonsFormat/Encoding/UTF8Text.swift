/// Scalars of a valid UTF-8 text, by offset.
package enum UTF8Text {
  /// Bytes of the scalar that begins with `lead`; 1 for a byte that begins none.
  @inline(__always)
  package static func length(ofLead lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The scalar at `index`, with its length; at or after `end`, 0 with length 0.
  package static func scalar(_ text: [UInt8], at index: Int, end: Int) -> (
    value: UInt32, length: Int
  ) {
    guard index >= 0, index < end else { return (0, 0) }
    let lead = text[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = min(length(ofLead: lead), end - index)
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The scalar that ends before `index`; at `start`, 0 with length 0.
  package static func scalar(_ text: [UInt8], before index: Int, start: Int) -> (
    value: UInt32, length: Int
  ) {
    guard index > start else { return (0, 0) }
    var first = index - 1
    while first > start, text[first] & 0xC0 == 0x80, index - first < 4 { first -= 1 }
    return scalar(text, at: first, end: index)
  }

  /// Length of the valid UTF-8 sequence at `index`, or 0.
  package static func validLength(_ bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch lead {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F: return 0
    case 0xF0 where second < 0x90, 0xF4 where second > 0x8F: return 0
    default: return length
    }
  }

  package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    let value = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(value)!)
  }
}
