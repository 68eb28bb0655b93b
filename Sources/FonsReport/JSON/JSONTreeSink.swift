/// Puts a tree together from its parts.
struct JSONTreeSink: JSONSink {
  private(set) var root = JSON.null
  /// Arrays and objects that are not ended yet, with the key that waits for its value.
  private var open: [(value: JSON, key: String)] = []

  private mutating func add(_ value: JSON) {
    guard let last = open.indices.last else {
      root = value
      return
    }
    switch open[last].value {
    case .array(var elements):
      open[last].value = .null
      elements.append(value)
      open[last].value = .array(elements)
    case .object(var members):
      open[last].value = .null
      members.append(JSON.Member(open[last].key, value))
      open[last].value = .object(members)
    default: preconditionFailure("only arrays and objects are open")
    }
  }

  mutating func null() { add(.null) }
  mutating func bool(_ value: Bool) { add(.bool(value)) }
  mutating func integer(_ value: Int) { add(.integer(value)) }
  mutating func number(_ value: Double) { add(.number(value)) }
  mutating func string(_ value: String) { add(.string(value)) }
  mutating func beginArray() { open.append((.array([]), "")) }
  mutating func beginObject() { open.append((.object([]), "")) }
  mutating func key(_ key: String) { open[open.count - 1].key = key }
  mutating func name(_ name: StaticString) { key("\(name)") }
  mutating func endArray() { add(open.removeLast().value) }
  mutating func endObject() { add(open.removeLast().value) }
}
