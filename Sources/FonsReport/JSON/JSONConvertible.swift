/// What can be written as JSON.
public protocol JSONConvertible {
  var json: JSON { get }
}

extension JSON: JSONConvertible {
  public var json: JSON { self }
}

extension String: JSONConvertible {
  public var json: JSON { .string(self) }
}

extension Int: JSONConvertible {
  public var json: JSON { .integer(self) }
}

extension Double: JSONConvertible {
  public var json: JSON { .number(self) }
}

extension Bool: JSONConvertible {
  public var json: JSON { .bool(self) }
}

extension Optional: JSONConvertible where Wrapped: JSONConvertible {
  /// Unknown is `null`, never left out.
  public var json: JSON { self?.json ?? .null }
}

extension Array: JSONConvertible where Element: JSONConvertible {
  public var json: JSON { .array(map(\.json)) }
}

extension JSONConvertible where Self: RawRepresentable, RawValue == String {
  public var json: JSON { .string(rawValue) }
}
