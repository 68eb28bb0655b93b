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

  /// Delivers everything in the source, in order, one event at a time and in bounded memory.
  ///
  /// Files are decoded and pages rendered on `options.workers`; `body` is called on the caller's
  /// thread. Whatever is wrong with one item is an event and not the end; errors of `body` end the
  /// reading and are thrown.
  public func read(
    options: SourceOptions = SourceOptions(), _ body: (SourceEvent) throws -> Void
  ) throws {
    for error in skipped { try body(.unreadable(error)) }
    let reader = FileReader(root: path, options: options)
    let tasks = OrderedTasks<[FileReader.Outcome]>(options.workers, mostCost: Self.mostWaiting)
    var before = 0
    let deliver = { (outcomes: [FileReader.Outcome]) throws in
      for outcome in outcomes {
        switch outcome.result {
        case .events(let events): for event in events { try body(event) }
        case .failure(let error): throw error
        case .stream: try reader.stream(outcome.file, before: before, body)
        }
        before += outcome.file.size
      }
      try body(.progress(bytesRead: before))
    }
    var start = 0
    while start < files.count {
      var end = start
      var size = 0
      while end < files.count, end == start || size + files[end].size <= Self.runBytes,
        end - start < Self.runFiles
      {
        size += files[end].size
        end += 1
      }
      let run = Array(files[start..<end])
      try tasks.submit(
        cost: min(size, options.fileLimit), { run.map(reader.read) }, deliver: deliver)
      start = end
    }
    try tasks.finish(deliver)
  }

  /// Bytes and number of small files that are one task.
  private static let runBytes = 1 << 20
  private static let runFiles = 256
  /// Bytes of files that are in memory at one time, unless one has more.
  private static let mostWaiting = 32 << 20
}
