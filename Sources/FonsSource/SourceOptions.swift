/// What to read of a source.
public struct SourceOptions: Sendable {
  public enum Revisions: Sendable {
    /// The newest of each page.
    case last
    /// Every one, as a work of its own, in the order of the dump.
    case all
    /// Every one, as `SourceEvent.revision`, in the order of the dump.
    case history
  }

  /// Namespaces of a wiki whose pages are works; redirects are read in the same ones.
  public var namespaces: Set<Int>
  public var revisions: Revisions
  /// Pages with more bytes of wikitext are skipped with a warning.
  public var pageLimit: Int
  /// Files with more bytes of text are skipped with a warning.
  public var fileLimit: Int
  /// Threads to decompress, render and decode on.
  public var workers: Workers
  /// Works hold their wikitext or HTML instead of the text that a reader sees: for comparing what
  /// was read with what other programs read.
  package var keepsMarkup = false

  public init(
    namespaces: Set<Int> = [0], revisions: Revisions = .last, pageLimit: Int = 64 << 20,
    fileLimit: Int = 256 << 20, workers: Workers = Workers()
  ) {
    self.namespaces = namespaces
    self.revisions = revisions
    self.pageLimit = pageLimit
    self.fileLimit = fileLimit
    self.workers = workers
  }
}
