public import FonsText

/// What is being checked: quotations, and the commentary around them.
public struct Document: Sendable {
  /// Path or address as the user gave it, or nil for standard input.
  public var name: String?
  /// The bytes that all ranges count in: the file's own, or their UTF-8 form where the file was in
  /// another encoding.
  public var bytes: [UInt8]
  /// Hexadecimal SHA-256 of the file's bytes.
  public var sha256: String
  public var format: InputFormat
  /// In document order; none lies inside another.
  public var quotations: [Quotation]
  /// What is neither quotation nor furniture, in order.
  public var commentary: [ByteRange]
  public var language: String?
  /// Its own address, where it says so: it is never the source of its quotations.
  public var url: String?
  public var title: String?
  /// When it was written, where it says so: ISO 8601, or the beginning of it.
  public var date: String?
  /// Whether a forum says that the thread is closed for good.
  public var isArchived = false
  /// What a reader should know about how its bytes were read.
  public var warning: String?

  public init(
    name: String?, bytes: [UInt8], sha256: String, format: InputFormat, quotations: [Quotation],
    commentary: [ByteRange], language: String? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
    self.format = format
    self.quotations = quotations
    self.commentary = commentary
    self.language = language
  }
}

/// How the bytes of a document are to be read.
public enum InputFormat: String, Sendable, CaseIterable {
  case text, markdown, html, email, latex, bbcode
  /// A thread as the 4chan API or FoolFuuka give it.
  case imageboard
  /// Messages as JSON, one a line.
  case chat
  /// A language model's answer as JSON, with its list of citations.
  case answer
}
