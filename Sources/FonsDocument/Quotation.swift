public import FonsText

/// A span of a document that is shown as someone else's words.
///
/// `text` is what is quoted, without its marks and without line prefixes (`> `), as UTF-8. The
/// ranges of parts, insertions and markers are bytes of `text`; `origin` leads to the document.
public struct Quotation: Sendable, Equatable {
  /// From the opening mark to the closing one, in bytes of the document.
  public var range: ByteRange
  /// First line, from 1.
  public var line: Int
  public var text: [UInt8]
  /// From `text` to the document's bytes.
  public var origin: OffsetMap
  public var marks: Marks
  /// What stands between marked omissions, in order; one part where there is none.
  public var parts: [ByteRange]
  /// The ellipses, in order, those at the very start and end included.
  public var omissions: [ByteRange]
  public var insertions: [Insertion]
  public var noteMarkers: [NoteMarker]
  /// What the document says it is from; the nearest first, empty where it says nothing.
  public var citations: [Citation]
  /// Who the document says is speaking, where it does ("X wrote:").
  public var speaker: String?
  /// When the post or message that it stands in was written, where the document is several of them.
  public var date: String?

  public init(
    range: ByteRange, line: Int, text: [UInt8], origin: OffsetMap, marks: Marks,
    parts: [ByteRange], omissions: [ByteRange] = [], insertions: [Insertion] = [],
    noteMarkers: [NoteMarker] = [], citations: [Citation] = [], speaker: String? = nil
  ) {
    self.range = range
    self.line = line
    self.text = text
    self.origin = origin
    self.marks = marks
    self.parts = parts
    self.omissions = omissions
    self.insertions = insertions
    self.noteMarkers = noteMarkers
    self.citations = citations
    self.speaker = speaker
  }

  /// How the document shows that these are someone else's words.
  public enum Marks: Sendable, Equatable {
    /// `<blockquote>`, a Markdown block quotation, a mail's `>`; `depth` from 1.
    case block(depth: Int)
    /// `>` lines of a post.
    case lines
    /// Quotation marks, as they stand.
    case inline(open: String, close: String)
    /// `<q>`.
    case element
    /// Handed over as a quotation (`fons find`).
    case given
  }

  /// Words in square brackets.
  public struct Insertion: Sendable, Equatable {
    public enum Kind: String, Sendable {
      /// `[the harbour]`: an editor's words, or the source's own brackets.
      case words
      /// `[T]he`, `harbo[u]r`: letters within a word.
      case letters
      /// `[sic]`, `[!]`, `(sic)`.
      case sic
      /// `[emphasis added]`.
      case emphasisNote
    }
    public var kind: Kind
    /// Brackets included.
    public var range: ByteRange

    public init(kind: Kind, range: ByteRange) {
      self.kind = kind
      self.range = range
    }
  }

  /// `[7]`, `[d]`, `[citation needed]`, a superscript ⁷.
  public struct NoteMarker: Sendable, Equatable {
    /// Without brackets.
    public var marker: String
    public var range: ByteRange

    public init(marker: String, range: ByteRange) {
      self.marker = marker
      self.range = range
    }
  }
}
