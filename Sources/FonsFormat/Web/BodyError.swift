/// Why the body of a page could not be decoded.
public struct BodyError: Error, Sendable, Equatable {
  public enum Kind: Sendable {
    case damaged, tooLarge, unsupported
  }

  public var kind: Kind
  /// Half a sentence that goes on after the name of the page: "is a page that …".
  public var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
