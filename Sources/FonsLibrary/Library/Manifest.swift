internal import Foundation

/// What a library consists of: one JSON file that is replaced atomically.
public struct Manifest: Codable, Sendable, Equatable {
  public static let fileName = "library.json"
  /// Format of manifest and segments together.
  public static let format = SegmentFormat.version

  public var format = Manifest.format
  public var sources: [SourceEntry] = []
  /// Number of the next segment; numbers are never used again.
  public var nextSegment = 1

  /// What was added in one go.
  public struct SourceEntry: Codable, Sendable, Equatable {
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
    public var segments: [SegmentEntry]
    /// What could not be read when it was added.
    public var warnings: [String]
  }

  public struct SegmentEntry: Codable, Sendable, Equatable {
    public var file: String
    public var bytes: Int
  }

  /// - Throws: `LibraryError.missing`, `.newerFormat` or `.damaged`.
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
    if let found = try? decoder.decode(Format.self, from: data), found.format > format {
      throw LibraryError.newerFormat(path: folder, found: found.format, known: format)
    }
    do {
      return try decoder.decode(Manifest.self, from: data)
    } catch {
      throw LibraryError.damaged(path: path, offset: nil, what: "it is not a library's manifest")
    }
  }

  func write(in folder: String, _ files: any FileOperations = LocalFiles()) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(self)
    let file = try AtomicFile(folder + "/" + Self.fileName, files)
    try data.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }
}
