/// A JSON value whose objects keep the order of their members.
///
/// Foundation's encoder can sort keys or shuffle them; it cannot write a report in the order in
/// which the contract tells it (`schema` first, the verdict before the matches), and it leaves
/// out what is nil. A report is therefore turned into this and written by `text(pretty:)`.
public enum JSON: JSONConvertible, Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSON

    public init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object of these members, in this order.
  public static func object(_ members: (String, any JSONConvertible)...) -> JSON {
    .object(members.map { Member($0.0, $0.1.json) })
  }

  /// The value of a member of an object; nil where there is none.
  public subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }
}
