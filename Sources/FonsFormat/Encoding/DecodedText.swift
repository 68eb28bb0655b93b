public import FonsText

/// Bytes read as text.
public struct DecodedText: Sendable, Equatable {
  /// Valid UTF-8 without byte order mark.
  public var text: [UInt8]
  /// Leads from `text` to the bytes that were read.
  public var origin: OffsetMap
  /// IANA name of the encoding: `UTF-8`, `UTF-16LE`, `windows-1252`…
  public var encoding: String
  /// Sequences that were no text in that encoding, each replaced by U+FFFD.
  public var repaired: Int
  /// Whether the bytes look like a picture, an archive or a program rather than text.
  public var looksBinary: Bool

  /// Whether the bytes were UTF-8, so that offsets into them are offsets of UTF-8 text.
  public var isUTF8: Bool { encoding == "UTF-8" }

  /// What a reader should know about how the bytes were read, or nil where all was plain.
  public var warning: String? {
    if looksBinary { return "this does not look like text" }
    if repaired > 0 {
      return "\(repaired) invalid \(repaired == 1 ? "sequence" : "sequences") in \(encoding)"
        + " replaced by U+FFFD"
    }
    return isUTF8 ? nil : "read as \(encoding)"
  }
}
