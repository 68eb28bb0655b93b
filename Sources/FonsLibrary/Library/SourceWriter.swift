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

  public mutating func add(_ work: Work) throws {
    let builder = try currentBuilder()
    try builder.add(work, source: entry.name)
    entry.works += 1
    entry.revisions += 1
    entry.bytes += work.text.count
    if let time = work.revision.time, time > (entry.asOf ?? "") { entry.asOf = time }
    if builder.textBytes >= options.segmentBytes { try flush() }
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
