/// One word of a text: where it stands, and the hash of its folded form.
///
/// Folding drops case, diacritics, ligatures, soft and line-end hyphens and the grouping of digits,
/// so two words with one hash may still differ; the bytes that they stand for are compared by the
/// alignment. A character of a script without spaces is a word, and so is a symbol that carries
/// meaning (`%`, `€`, `=`).
public struct Word: Sendable, Equatable {
  /// 64 bits, the same on every machine and in every version of the library format.
  public var hash: UInt64
  /// Offset of the first byte.
  public var start: UInt32
  /// Bytes; a longer word is cut in several.
  public var length: UInt16
  public var flags: Flags

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Begins with a digit or a sign before one.
    public static let number = Flags(rawValue: 1)
    /// One character of a script without spaces.
    public static let unit = Flags(rawValue: 2)
    /// A symbol that carries meaning.
    public static let symbol = Flags(rawValue: 4)
    /// Joined over a line-end hyphen.
    public static let lineHyphen = Flags(rawValue: 8)
    /// Begins with a sign.
    public static let signed = Flags(rawValue: 16)
  }

  @inlinable
  public var end: UInt32 { start &+ UInt32(length) }

  @inlinable
  public var range: ByteRange { ByteRange(Int(start), Int(start) + Int(length)) }

  public init(hash: UInt64, start: UInt32, length: UInt16, flags: Flags = []) {
    self.hash = hash
    self.start = start
    self.length = length
    self.flags = flags
  }
}
