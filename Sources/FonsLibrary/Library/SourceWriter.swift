public import FonsSource

/// Takes the works of one source and begins another segment whenever one is full.
public struct SourceWriter {
  let folder: String
  var next: Int
  private let options: BuildOptions
  private let files: any FileOperations
  public internal(set) var entry: Manifest.SourceEntry
  private(set) var segments: [Manifest.SegmentEntry] = []
  private var builder: SegmentBuilder?
  /// The work whose revisions come now.
  private var history: HistoryBuilder?

  init(
    folder: String, name: String, id: Int, first: Int, options: BuildOptions,
    files: any FileOperations
  ) {
    self.folder = folder
    next = first
    self.options = options
    self.files = files
    entry = Manifest.SourceEntry(
      id: id, name: name, path: "", added: "", works: 0, revisions: 0, bytes: 0, words: 0,
      asOf: nil,
      warnings: [])
  }

  /// Takes a revision of a page whose history is kept. Those of one page follow each other.
  public mutating func add(_ revision: PageRevision) throws {
    if history?.page != revision.page { try endHistory() }
    if history == nil { history = HistoryBuilder(revision.page) }
    try history?.add(revision)
  }

  /// Adds the work whose revisions came last.
  private mutating func endHistory() throws {
    guard let ended = history else { return }
    history = nil
    let result = ended.finish()
    // A page that leads elsewhere now, and always did, is a redirect and no more.
    if let target = result.redirect {
      try addRedirect(from: ended.page.title, to: target)
      if result.isRedirectOnly { return }
    }
    let history = History(result.encoded)
    let builder = try currentBuilder()
    try builder.add(result.work, source: entry.name)
    if let history {
      try builder.addHistory(result.encoded, history, newest: result.work.text)
    } else {
      warn("The history of \(ended.page.title) is too large to be kept; its newest text is.")
    }
    count(result.work, revisions: history == nil ? 1 : result.revisions)
    if builder.textBytes >= options.segmentBytes { try flush() }
  }

  public mutating func add(_ work: Work) throws {
    try endHistory()
    let builder = try currentBuilder()
    try builder.add(work, source: entry.name)
    count(work, revisions: 1)
    if builder.textBytes >= options.segmentBytes { try flush() }
  }

  private mutating func count(_ work: Work, revisions: Int) {
    entry.works += 1
    entry.revisions += revisions
    entry.bytes += work.text.count
    if let time = work.revision.time, time > (entry.asOf ?? "") { entry.asOf = time }
  }

  public mutating func addRedirect(from: String, to: String) throws {
    try currentBuilder().addRedirect(RedirectRow(from: Names.key(from), to: Names.key(to)))
  }

  /// Works taken so far.
  public var works: Int { entry.works }

  /// Something that could not be read: kept in the manifest.
  public mutating func warn(_ sentence: String) {
    if entry.warnings.count < 100 { entry.warnings.append(sentence) }
  }

  private mutating func currentBuilder() throws -> SegmentBuilder {
    if let builder { return builder }
    let builder = try SegmentBuilder(folder + "/\(next).segment", in: folder, options, files)
    self.builder = builder
    return builder
  }

  mutating func flush() throws {
    try endHistory()
    guard let builder else { return }
    let file = "\(next).segment"
    next += 1
    self.builder = nil
    let text = builder.textBytes
    let written = try builder.finish()
    let part = Manifest.Part(source: entry.id, works: builder.works, text: text)
    segments.append(
      Manifest.SegmentEntry(
        file: file, bytes: written.bytes, text: text,
        profile: options.profile ?? .standard, parts: [part]))
    entry.words += written.words
  }
}
