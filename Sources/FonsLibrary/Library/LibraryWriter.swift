internal import Foundation

/// The one writer of a library: adds and removes sources.
///
/// Segments are written beside the old ones; the manifest is replaced last, so that a killed run
/// leaves the old library intact. What such a run left behind is removed by the next writer.
public final class LibraryWriter {
  public let path: String
  public internal(set) var manifest: Manifest
  let options: BuildOptions
  let files: any FileOperations
  private let lock: FileLock
  /// Segments of a manifest that was replaced by one that may not be durable: after a power cut the
  /// old one may be back.
  private var uncertain: Set<String> = []

  /// Opens the library for writing, making it where there is none.
  ///
  /// - Throws: `LibraryError.locked` where another process writes; `.newerFormat`; `.system`.
  public convenience init(_ path: String, options: BuildOptions = BuildOptions()) throws {
    try self.init(path, options: options, files: LocalFiles())
  }

  init(_ path: String, options: BuildOptions, files: any FileOperations) throws {
    self.path = path
    self.files = files
    try System.makeFolder(path)
    lock = try FileLock(path + "/lock", library: path)
    if FileManager.default.fileExists(atPath: path + "/" + Manifest.fileName) {
      manifest = try Manifest.read(in: path)
    } else {
      manifest = Manifest()
    }
    // Where another profile is asked for, it is that of the library from now on.
    manifest.profile = options.profile ?? manifest.profile
    var options = options
    options.profile = manifest.profile
    self.options = options
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
      folder: path, name: name, id: manifest.nextSource, first: manifest.nextSegment,
      options: options, files: files)
    var changed = manifest
    do {
      try fill(&writer)
      try writer.flush()
      writer.entry.path = sourcePath
      writer.entry.added = Date().formatted(.iso8601)
      changed.sources.removeAll { $0.name == name }
      changed.sources.append(writer.entry)
      changed.segments += writer.segments
      changed.nextSegment = writer.next
      changed.nextSource += 1
      try commit(changed)
    } catch {
      removeLeftovers()
      throw error
    }
    tend()
    return writer.entry
  }

  /// - Throws: `LibraryError.unknownSource`.
  public func remove(source name: String) throws {
    var changed = manifest
    changed.sources.removeAll { $0.name == name || $0.path == name }
    guard changed.sources.count < manifest.sources.count else {
      throw LibraryError.unknownSource(name: name, library: path)
    }
    try commit(changed)
    tend()
  }

  /// Replaces the manifest, then removes the segments that nothing is left of.
  func commit(_ changed: Manifest) throws {
    var changed = changed
    let listed = Set(changed.sources.map(\.id))
    changed.segments.removeAll { segment in
      !segment.parts.contains { listed.contains($0.source) }
    }
    do {
      try changed.write(in: path, files)
    } catch {
      // The new one may be in place although it could not be made durable.
      if let found = try? Manifest.read(in: path), found != manifest {
        uncertain.formUnion(manifest.segments.map(\.file))
        manifest = found
      }
      throw error
    }
    let before = manifest.segments.map(\.file)
    manifest = changed
    let kept = Set(changed.segments.map(\.file))
    // Readers that have one mapped keep it until they are done.
    for file in uncertain.union(before) where !kept.contains(file) { remove(file) }
    uncertain = []
  }

  private func remove(_ file: String) {
    try? FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// Segments that no manifest names, left by a run that was killed or failed. Files of other
  /// names are somebody else's.
  func removeLeftovers() {
    let known = uncertain.union(manifest.segments.map(\.file))
    for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where !known.contains(file) {
      let isSegment = file.wholeMatch(of: /[0-9]+\.segment(\.part)?/) != nil
      if isSegment || [Manifest.fileName + ".part", SpillFile.fileName].contains(file) {
        remove(file)
      }
    }
  }
}
