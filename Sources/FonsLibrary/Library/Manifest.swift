internal import Foundation

/// What a library consists of: one JSON file that is replaced atomically.
public struct Manifest: Codable, Sendable, Equatable {
  public static let fileName = "library.json"
  /// Format of manifest and segments together.
  public static let format = SegmentFormat.version

  /// XXH3 of the file with this field zeros, in hexadecimal digits.
  private(set) var checksum = ManifestChecksum.blank
  public var format = Manifest.format
  /// Of the segments that are written from now on.
  public var profile = Profile.standard
  public var sources: [SourceEntry] = []
  public var segments: [SegmentEntry] = []
  /// Number of the next segment; numbers are never used again.
  public var nextSegment = 1
  /// Number of the next source, likewise.
  public var nextSource = 1

  /// What was added in one go.
  public struct SourceEntry: Codable, Sendable, Equatable {
    /// Another one for each time that a source is added.
    public var id: Int
    /// What `remove` and `list` call it.
    public var name: String
    /// Where it was read from.
    public var path: String
    /// ISO 8601.
    public var added: String
    public var works: Int
    public var revisions: Int
    /// Bytes of plain text.
    public var bytes: Int
    public var words: Int
    /// Time of the newest revision, ISO 8601.
    public var asOf: String?
    /// What could not be read when it was added.
    public var warnings: [String]
  }

  public struct SegmentEntry: Codable, Sendable, Equatable {
    public var file: String
    /// Of the file.
    public var bytes: Int
    /// Bytes of text, padding included.
    public var text: Int
    public var profile: Profile
    /// Whose works stand in it, in their order there.
    public var parts: [Part]
  }

  /// Works of one source that follow each other in a segment. Those of a source that is not listed
  /// are removed, and stay in the file until it is written anew.
  public struct Part: Codable, Sendable, Equatable {
    public var source: Int
    public var works: Int
    /// Bytes of their text, padding included.
    public var text: Int
  }

  /// - Throws: `LibraryError.missing`, `.newerFormat`, `.olderFormat` or `.damaged`.
  static func read(in folder: String) throws -> Manifest {
    let path = folder + "/" + fileName
    do {
      System.close(try System.open(path))
    } catch LibraryError.system(_, _, ENOENT, _), LibraryError.system(_, _, ENOTDIR, _) {
      throw LibraryError.missing(path: folder)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LibraryError.damaged(path: path, offset: nil, what: "it cannot be read")
    }
    // The format comes first: a newer manifest need not have the fields of this one.
    struct Format: Decodable { var format: Int }
    let decoder = JSONDecoder()
    if let found = try? decoder.decode(Format.self, from: data), found.format != format {
      throw found.format > format
        ? LibraryError.newerFormat(path: folder, found: found.format, known: format)
        : LibraryError.olderFormat(path: folder, found: found.format, known: format)
    }
    guard var manifest = try? decoder.decode(Manifest.self, from: data) else {
      throw LibraryError.damaged(path: path, offset: nil, what: "it is not a library's manifest")
    }
    guard ManifestChecksum.of([UInt8](data), stated: manifest.checksum) == manifest.checksum else {
      throw LibraryError.damaged(path: path, offset: nil, what: "its checksum is wrong")
    }
    manifest.checksum = ManifestChecksum.blank
    return manifest
  }

  func write(in folder: String, _ files: any FileOperations) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var signed = self
    signed.checksum = ManifestChecksum.blank
    signed.checksum = ManifestChecksum.of([UInt8](try encoder.encode(signed)), stated: nil)
    let data = try encoder.encode(signed)
    let file = try AtomicFile(folder + "/" + Self.fileName, files)
    try data.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }
}

extension Manifest {
  func isListed(_ source: Int) -> Bool { sources.contains { $0.id == source } }

  /// Works of a segment whose source is no longer listed.
  func removedWorks(of segment: SegmentEntry) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for part in segment.parts {
      let end = start + max(0, part.works)
      if !isListed(part.source) { ranges.append(start..<end) }
      start = end
    }
    return ranges
  }

  /// Bytes of text of a segment whose source is listed.
  func liveText(of segment: SegmentEntry) -> Int {
    segment.parts.reduce(0) { $0 + (isListed($1.source) ? $1.text : 0) }
  }

  /// Names of the sources that have works in a segment.
  func names(of segment: SegmentEntry) -> [String] {
    sources.filter { source in segment.parts.contains { $0.source == source.id } }.map(\.name)
  }
}

/// The checksum of a manifest, which stands in the manifest itself.
enum ManifestChecksum {
  static let blank = String(repeating: "0", count: 16)

  /// - Parameter stated: the checksum in `bytes`, which is read as zeros where it first stands.
  static func of(_ bytes: [UInt8], stated: String?) -> String {
    var bytes = bytes
    if let stated, let place = bytes.firstRange(of: Array(stated.utf8)) {
      bytes.replaceSubrange(place, with: blank.utf8)
    }
    let sum = bytes.withUnsafeBytes { SegmentFormat.checksum($0) }
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
