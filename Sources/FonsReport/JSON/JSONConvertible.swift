/// What can be written as JSON.
public protocol JSONConvertible {
  func write(to sink: inout some JSONSink)
}

/// What takes the parts of JSON values in their order: text, or a tree.
public protocol JSONSink {
  mutating func null()
  mutating func bool(_ value: Bool)
  mutating func integer(_ value: Int)
  mutating func number(_ value: Double)
  mutating func string(_ value: String)
  mutating func beginArray()
  mutating func endArray()
  mutating func beginObject()
  /// The key of the value that comes next.
  mutating func key(_ key: String)
  /// The same for a name of the contract: ASCII without anything to escape.
  mutating func name(_ name: StaticString)
  mutating func endObject()
}

extension JSONSink {
  @inline(__always)
  mutating func put(_ name: StaticString, _ value: some JSONConvertible) {
    self.name(name)
    value.write(to: &self)
  }
}

extension JSONConvertible {
  /// As a tree.
  public var json: JSON {
    if let tree = self as? JSON { return tree }
    var sink = JSONTreeSink()
    write(to: &sink)
    return sink.root
  }
}

/// What is an object with these members, in this order.
public protocol JSONObject: JSONConvertible {
  func writeMembers(to sink: inout some JSONSink)
}

extension JSONObject {
  public func write(to sink: inout some JSONSink) {
    sink.beginObject()
    writeMembers(to: &sink)
    sink.endObject()
  }
}

extension String: JSONConvertible {
  public func write(to sink: inout some JSONSink) { sink.string(self) }
}

extension Int: JSONConvertible {
  public func write(to sink: inout some JSONSink) { sink.integer(self) }
}

extension Double: JSONConvertible {
  public func write(to sink: inout some JSONSink) { sink.number(self) }
}

extension Bool: JSONConvertible {
  public func write(to sink: inout some JSONSink) { sink.bool(self) }
}

extension Optional: JSONConvertible where Wrapped: JSONConvertible {
  /// Unknown is `null`, never left out.
  public func write(to sink: inout some JSONSink) {
    if let self { self.write(to: &sink) } else { sink.null() }
  }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  public func write(to sink: inout some JSONSink) {
    sink.beginArray()
    for element in self { element.write(to: &sink) }
    sink.endArray()
  }
}

extension JSONConvertible where Self: RawRepresentable, RawValue == String {
  public func write(to sink: inout some JSONSink) { sink.string(rawValue) }
}
