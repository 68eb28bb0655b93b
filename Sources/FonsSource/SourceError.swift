/// Why a file, or the rest of it, could not be read.
public struct SourceError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    /// It cannot be opened or read at all.
    case inaccessible
    /// Its compressed stream or its XML ends too early.
    case truncated
    /// Its compressed stream or its XML is damaged.
    case corrupt
    /// It is of a kind that Fons does not read.
    case unsupported
    /// It is not text.
    case notText
    /// It, or a page of it, is larger than the limit.
    case tooLarge
    /// It was read, but not as its author meant it.
    case converted
  }

  public var kind: Kind
  public var path: String
  /// Bytes of the file before the place; for damaged XML, bytes of the XML.
  public var offset: Int
  /// What is wrong and what to do next, as a sentence.
  public var message: String

  public init(_ kind: Kind, path: String, offset: Int = 0, message: String) {
    self.kind = kind
    self.path = path
    self.offset = offset
    self.message = message
  }

  public var description: String { "\(path), byte \(offset): \(message)" }
}
