/// What a source delivers, in the order in which it stands there.
public enum SourceEvent: Sendable {
  case work(Work)
  /// A revision of a page, where histories are read.
  case revision(PageRevision)
  /// A title that leads to another one; it may come before or after the work that it leads to.
  case redirect(from: String, to: String)
  /// Something was skipped or read differently; the rest goes on.
  case warning(SourceError)
  /// A file, or the rest of it, could not be read. What came before has been delivered; other
  /// files go on.
  case unreadable(SourceError)
  /// Bytes of the source's files read so far, out of `Source.totalBytes`.
  case progress(bytesRead: Int)
}
