/// What a library is built from: a dump, a file, or a folder of them.
public struct Source: Sendable {
  public let path: String
  /// How a person would call it: the last part of its path.
  public let label: String
  /// Bytes of all its files, for progress.
  public let totalBytes: Int

  private let files: [FileTree.Entry]
  private let skipped: [SourceError]

  /// Looks what is at `path`, without reading it.
  public init(path: String) throws(SourceError) {
    self.path = path
    label = String(path.split(separator: "/").last ?? "/")
    (files, skipped) = try FileTree.files(at: path)
    totalBytes = files.reduce(0) { $0 + $1.size }
  }

  /// Delivers everything in the source, one event at a time and in bounded memory.
  ///
  /// Whatever is wrong with one item is an event and not the end; errors of `body` end the reading
  /// and are thrown.
  public func read(
    options: SourceOptions = SourceOptions(), _ body: (SourceEvent) throws -> Void
  ) throws {
    for error in skipped { try body(.unreadable(error)) }
    var before = 0
    for file in files {
      // The first part of a split ZIM file leads to the others.
      let isPart = ZimReader.isLaterPart(file.name)
      let item = Item(path: file.path, content: .file(file.name, size: file.size))
      do {
        if !isPart { try ItemReader(options: options, root: path, before: before).read(item, body) }
      } catch let error as SourceError {
        try body(.unreadable(error))
      }
      before += file.size
      try body(.progress(bytesRead: before))
    }
  }
}
