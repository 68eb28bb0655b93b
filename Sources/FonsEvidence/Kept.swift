/// A copy that was kept of what a server answered.
public struct Kept: Sendable, Equatable {
  /// The file of web archive that it is in.
  public var file: String
  /// `<urn:uuid:…>` of its record.
  public var record: String
  public var url: String
  /// When it was received, ISO 8601.
  public var time: String
  /// Hexadecimal, of the answer as it came: the block of its record.
  public var sha256: String
  public var status: Int
  /// Media type without parameters.
  public var type: String
  /// Place of the compressed record in the file, and its bytes.
  public var offset: Int
  public var length: Int
  /// `sha256:…`, of the body as it came.
  var digest: String
}
