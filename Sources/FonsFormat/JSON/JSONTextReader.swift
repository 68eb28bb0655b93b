/// Reads one JSON value without recursion.
struct JSONTextReader {
  /// A container that is open, and the key of the field that comes next.
  private struct Open {
    var isObject: Bool
    var fields: [(key: String, value: JSONText)] = []
    var elements: [JSONText] = []
    var key: String?

    var value: JSONText { isObject ? .object(fields) : .array(elements) }
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var at: Int
  private var stack: [Open] = []
  private var nodes = 0

  init(_ bytes: [UInt8], from start: Int, to limit: Int) {
    self.bytes = bytes
    self.limit = limit
    at = start
  }

  /// The value and where it ends. A container that is cut off holds what it had so far.
  mutating func read() -> (value: JSONText, end: Int)? {
    while true {
      skipSpace()
      guard at < limit else { return unfinished() }
      switch bytes[at] {
      case 0x7B, 0x5B:
        if stack.count >= JSONText.depthLimit {
          skipContainer()
          if let done = add(.null) { return done }
        } else {
          stack.append(Open(isObject: bytes[at] == 0x7B))
          at += 1
        }
      case 0x7D, 0x5D:
        at += 1
        guard let closed = stack.popLast() else { return nil }
        if let done = add(closed.value) { return done }
      case 0x2C, 0x3A: at += 1
      case 0x22:
        guard let string = string() else { return unfinished() }
        if let open = stack.last, open.isObject, open.key == nil {
          stack[stack.count - 1].key = bytes.string(string)
        } else if let done = add(.string(string)) {
          return done
        }
      default:
        guard let value = word() else { return unfinished() }
        if let done = add(value) { return done }
      }
    }
  }

  private mutating func skipSpace() {
    while at < limit, ASCII.isSpace(bytes[at]) { at += 1 }
  }

  /// Gives a value to the container that is open; returns it where none is.
  private mutating func add(_ value: JSONText) -> (value: JSONText, end: Int)? {
    nodes += 1
    guard !stack.isEmpty else { return (value, at) }
    guard nodes < JSONText.nodeLimit else { return nil }
    let top = stack.count - 1
    if stack[top].isObject {
      guard let key = stack[top].key else { return nil }
      stack[top].fields.append((key, value))
      stack[top].key = nil
    } else {
      stack[top].elements.append(value)
    }
    return nil
  }

  private mutating func unfinished() -> (value: JSONText, end: Int)? {
    while let open = stack.popLast() {
      if let done = add(open.value) { return done }
    }
    return nil
  }

  /// Between the marks; `at` behind the closing one.
  private mutating func string() -> Range<Int>? {
    let start = at + 1
    var index = start
    while index < limit, bytes[index] != 0x22 {
      index += bytes[index] == 0x5C ? 2 : 1
    }
    guard index < limit else { return nil }
    at = index + 1
    return start..<index
  }

  private mutating func word() -> JSONText? {
    let start = at
    while at < limit, ASCII.isAlphanumeric(bytes[at]) || [0x2B, 0x2D, 0x2E].contains(bytes[at]) {
      at += 1
    }
    guard at > start else { return nil }
    switch bytes.string(start, at) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return ASCII.isLetter(bytes[start]) ? nil : .number(start..<at)
    }
  }

  /// Passes over a container, its strings left out of the count.
  private mutating func skipContainer() {
    var depth = 0
    while at < limit {
      switch bytes[at] {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      case 0x22:
        guard string() != nil else {
          at = limit
          return
        }
        continue
      default: break
      }
      at += 1
      if depth == 0 { return }
    }
  }
}
