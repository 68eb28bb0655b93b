public import FonsText

/// A footnote or reference that a text gives for a passage.
public struct Note: Sendable, Equatable {
  /// As the reader sees it, without brackets: `12`, `d`, `note 3`.
  public var marker: String
  /// Where the marker stands in the plain text, brackets included. A note that is used several
  /// times is listed once for each use.
  public var range: ByteRange
  /// What the note says, as plain text; empty where the source defines none.
  public var text: String
  /// Addresses that the note links to.
  public var urls: [String]
  /// The work that the note names and its author, where the format says which words these are.
  public var title: String?
  public var author: String?

  public init(marker: String, range: ByteRange, text: String, urls: [String] = []) {
    self.marker = marker
    self.range = range
    self.text = text
    self.urls = urls
  }
}
