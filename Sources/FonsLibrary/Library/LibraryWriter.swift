public import FonsSource
internal import Foundation

/// The one writer of a library: adds and removes sources.
///
/// Segments are written beside the old ones; the manifest is replaced last, so that a killed run
/// leaves the old library intact. What such a run left behind is removed by the next writer.
public final class LibraryWriter {
  public let path: String
  public private(set) var manifest: Manifest
  private let lock: FileLock
  /// Bytes of plain text after which a segment is written.
  private let segmentBytes: Int

  /// Opens the library for writing, making it where there is none.
  ///
  /// - Throws: `LibraryError.locked` where another process writes; `.newerFormat`; `.system`.
  public init(_ path: String, segmentBytes: Int = 128 << 20) throws {
    self.path = path
    self.segmentBytes = segmentBytes
    try System.makeFolder(path)
    lock = try FileLock(path + "/lock", library: path)
    if FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) {
      manifest = try Manifest.read(in: path)
    } else {
      manifest = Manifest()
    }
    removeLeftovers()
  }

  /// Adds a source, in the place of an older one of the same name.
  ///
  /// - Parameters:
  ///   - name: what the source is called from now on.
  ///   - fill: hands works and redirects to the writer that it is given; may throw to give up.
  /// - Returns: the source as the manifest lists it.
  @discardableResult
  public func add(
    name: String, from sourcePath: String, _ fill: (inout SourceWriter) throws -> Void
  ) throws -> Manifest.SourceEntry {
    var writer = SourceWriter(
      folder: path, name: name, first: manifest.nextSegment, segmentBytes: segmentBytes)
    do {
      try fill(&writer)
      try writer.flush()
    } catch {
      for segment in writer.entry.segments { remove(segment.file) }
      throw error
    }
    var entry = writer.entry
    entry.path = sourcePath
    entry.added = Date().formatted(.iso8601)
    let replaced = manifest.sources.filter { $0.name == name }
    manifest.sources.removeAll { $0.name == name }
    manifest.sources.append(entry)
    manifest.nextSegment = writer.next
    try manifest.write(in: path)
    for segment in replaced.flatMap(\.segments) { remove(segment.file) }
    return entry
  }

  /// - Throws: `LibraryError.unknownSource`.
  public func remove(source name: String) throws {
    let removed = manifest.sources.filter { $0.name == name || $0.path == name }
    guard !removed.isEmpty else { throw LibraryError.unknownSource(name: name, library: path) }
    manifest.sources.removeAll { removed.contains($0) }
    try manifest.write(in: path)
    for segment in removed.flatMap(\.segments) { remove(segment.file) }
  }

  private func remove(_ file: String) {
    // Readers that have it mapped keep it until they are done.
    try? FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// Segments that no manifest names, left by a run that was killed. Files of other names are
  /// somebody else's.
  private func removeLeftovers() {
    let known = Set(manifest.sources.flatMap(\.segments).map(\.file))
    for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where !known.contains(file) {
      let isSegment = file.wholeMatch(of: /[0-9]+\.segment(\.part)?/) != nil
      if isSegment || file == Manifest.fileName + ".part" { remove(file) }
    }
  }
}

/// Takes the works of one source and writes a segment whenever there is enough.
public struct SourceWriter {
  let folder: String
  var next: Int
  let segmentBytes: Int
  public internal(set) var entry: Manifest.SourceEntry
  private var builder: SegmentBuilder

  init(folder: String, name: String, first: Int, segmentBytes: Int) {
    self.folder = folder
    next = first
    self.segmentBytes = segmentBytes
    entry = Manifest.SourceEntry(
      name: name, path: "", added: "", works: 0, revisions: 0, bytes: 0, words: 0, asOf: nil,
      segments: [], warnings: [])
    builder = SegmentBuilder(source: name)
  }

  public mutating func add(_ work: Work) throws {
    try builder.add(work)
    if builder.textBytes >= segmentBytes { try flush() }
  }

  public mutating func addRedirect(from: String, to: String) {
    builder.addRedirect(from: from, to: to)
  }

  /// Works taken so far.
  public var works: Int { entry.works + builder.works }

  /// Something that could not be read: kept in the manifest.
  public mutating func warn(_ sentence: String) {
    if entry.warnings.count < 100 { entry.warnings.append(sentence) }
  }

  mutating func flush() throws {
    guard !builder.isEmpty else { return }
    let file = "\(next).segment"
    next += 1
    let written = try builder.write(to: folder + "/" + file)
    entry.segments.append(Manifest.SegmentEntry(file: file, bytes: written.bytes))
    entry.works += builder.works
    entry.revisions += builder.revisions
    entry.bytes += builder.textBytes
    entry.words += written.words
    if let time = builder.asOf, time > (entry.asOf ?? "") { entry.asOf = time }
    builder = SegmentBuilder(source: entry.name)
  }
}
