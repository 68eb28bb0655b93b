internal import Foundation

/// The one writer of a library: adds and removes sources.
///
/// Segments are written beside the old ones; the manifest is replaced last, so that a killed run
/// leaves the old library intact. What such a run left behind is removed by the next writer.
public final class LibraryWriter {
  public let path: String
  public private(set) var manifest: Manifest
  private let lock: FileLock
  private let options: BuildOptions
  private let files: any FileOperations

  /// Opens the library for writing, making it where there is none.
  ///
  /// - Throws: `LibraryError.locked` where another process writes; `.newerFormat`; `.system`.
  public convenience init(_ path: String, options: BuildOptions = BuildOptions()) throws {
    try self.init(path, options: options, files: LocalFiles())
  }

  init(_ path: String, options: BuildOptions, files: any FileOperations) throws {
    self.path = path
    self.options = options
    self.files = files
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
      folder: path, name: name, first: manifest.nextSegment, options: options, files: files)
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
    try manifest.write(in: path, files)
    for segment in replaced.flatMap(\.segments) { remove(segment.file) }
    return entry
  }

  /// - Throws: `LibraryError.unknownSource`.
  public func remove(source name: String) throws {
    let removed = manifest.sources.filter { $0.name == name || $0.path == name }
    guard !removed.isEmpty else { throw LibraryError.unknownSource(name: name, library: path) }
    manifest.sources.removeAll { removed.contains($0) }
    try manifest.write(in: path, files)
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
      if isSegment || [Manifest.fileName + ".part", SpillFile.fileName].contains(file) {
        remove(file)
      }
    }
  }
}
