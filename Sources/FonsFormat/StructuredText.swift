public import FonsText

/// The text of a document or work as a reader sees it, with what its markup said.
///
/// All ranges are UTF-8 bytes of `text`; `origin` leads from there to the bytes of the file.
public struct StructuredText: Sendable, Equatable {
  /// What a reader sees, as valid UTF-8: paragraphs separated by a blank line, lines by `\n`.
  public var text: [UInt8]
  /// Leads from `text` to the original bytes.
  public var origin: OffsetMap
  /// In order of their start; they do not overlap.
  public var blocks: [Block] = []
  /// Inline markup, in order of start; may nest.
  public var spans: [Span] = []
  /// Footnotes and references, in order of where their markers stand.
  public var notes: [Note] = []
  public var title: String?
  /// BCP 47 tag where the document says it.
  public var language: String?
  /// Canonical address where the document says it.
  public var url: String?
  /// When it was written, where it says so: ISO 8601, UTC where it tells the hour, else a day, month or
  /// year.
  public var date: String?
  /// The same of the posts or messages in it, by `Block.part`.
  public var partDates: [Int: String] = [:]
  /// Whether a forum says that the thread is closed for good.
  public var isArchived = false

  public init(text: [UInt8], origin: OffsetMap) {
    self.text = text
    self.origin = origin
  }

  /// A paragraph, heading, list item, table cell…
  public struct Block: Sendable, Equatable {
    public enum Kind: String, Sendable {
      case paragraph, heading, listItem, cell, caption, code
      /// Signature lines, navigation, "On … wrote:" lines, "(post is archived)": neither quotation
      /// nor commentary.
      case furniture
      /// `>>123`: a link to another post.
      case replyLink
    }
    public var kind: Kind
    public var range: ByteRange
    /// 1 to 6 for headings, 0 for the rest.
    public var level: Int
    /// How many block quotations enclose it (`>` levels, `<blockquote>`).
    public var quoteDepth: Int
    /// Distinguishes block quotations that follow each other: blocks of one quotation share it.
    public var quoteID: Int
    /// Address that the markup gives for the quotation (`cite=`).
    public var cite: String?
    /// Who is quoted, where the format says it ("On …, X wrote:").
    public var speaker: String?
    /// The number of the post whose words are quoted, where the format says it.
    public var reply: String?
    /// The number of a list's item, without its full stop.
    public var label: String?
    /// Columns before the first line, where the format keeps them.
    public var indent = 0
    /// Set at the right edge, or marked as whoever signs: "attribution", "author".
    public var isAside = false
    /// Distinguishes the posts of a thread or the messages of a chat.
    public var part = 0
    /// `>` lines that are a way of speaking and quote nobody.
    public var isGreen = false

    public init(
      kind: Kind, range: ByteRange, level: Int = 0, quoteDepth: Int = 0, quoteID: Int = 0,
      cite: String? = nil, speaker: String? = nil
    ) {
      self.kind = kind
      self.range = range
      self.level = level
      self.quoteDepth = quoteDepth
      self.quoteID = quoteID
      self.cite = cite
      self.speaker = speaker
    }
  }

  /// Inline markup.
  public struct Span: Sendable, Equatable {
    public enum Kind: String, Sendable {
      /// `value` is the address.
      case link
      /// `<q>`; `value` is its `cite`.
      case quote
      /// `<cite>`, italics: titles of works.
      case cite, emphasis
      case code
      /// `<sup>`: often a note marker.
      case superscript
      /// A reference to a note of the document: `value` is the note's key.
      case noteReference
    }
    public var kind: Kind
    public var range: ByteRange
    public var value: String?

    public init(kind: Kind, range: ByteRange, value: String? = nil) {
      self.kind = kind
      self.range = range
      self.value = value
    }
  }
}
