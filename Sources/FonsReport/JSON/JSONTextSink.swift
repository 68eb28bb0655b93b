/// Writes JSON on one line, without spaces.
///
/// Slashes stay as they are. Besides what JSON asks for, the control characters above ASCII and the
/// Unicode line separators are escaped: a line of NDJSON stays one line for every reader, and nothing
/// in it can steer a terminal.
struct JSONTextSink: JSONSink {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma must come before the next key or element.
  private var needsComma = false

  init(capacity: Int = 4096) { bytes.reserveCapacity(capacity) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Ends the line.
  mutating func breakLine() { bytes.append(UInt8(ascii: "\n")) }

  @inline(__always)
  private mutating func beginValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  @inline(__always)
  private mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func null() {
    beginValue()
    raw("null")
  }

  mutating func bool(_ value: Bool) {
    beginValue()
    raw(value ? "true" : "false")
  }

  /// Digits are written from the last to the first.
  mutating func integer(_ value: Int) {
    beginValue()
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = 20
    var rest = value.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    for place in first..<20 { bytes.append(digits[place]) }
  }

  /// The shortest text that reads back as the same number; JSON has none for infinity.
  mutating func number(_ value: Double) {
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return integer(whole) }
    guard value.isFinite else { return null() }
    beginValue()
    bytes += "\(value)".utf8
  }

  mutating func string(_ value: String) {
    beginValue()
    quoted(value)
  }

  mutating func beginArray() {
    beginValue()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
  }

  mutating func endArray() {
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  mutating func beginObject() {
    beginValue()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
  }

  mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// The contract's own names have nothing to escape.
  mutating func name(_ name: StaticString) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func endObject() {
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  private mutating func quoted(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    JSON.escape(string, into: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}
