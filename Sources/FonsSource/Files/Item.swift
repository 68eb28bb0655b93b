import FonsFormat

/// A file, or a member of an archive.
struct Item {
  enum Content {
    case file(FileName, size: Int)
    case bytes([UInt8])
    case stream(any RawInput)
  }

  /// For people: `books.zip/one.txt`.
  var path: String
  var content: Content
  /// How many archives it lies in.
  var depth = 0

  /// Archives in archives, as people have them; what is deeper was built to be.
  static let depthLimit = 4

  /// - Parameter workers: threads for what can be decompressed on several.
  func open(workers: Workers) throws(SourceError) -> ByteSource {
    switch content {
    case .file(let name, _): try ByteSource(FileInput(name), path: path, workers: workers)
    case .bytes(let bytes): try ByteSource(MemoryInput(bytes), path: path, workers: workers)
    case .stream(let input): try ByteSource(input, path: path, workers: workers)
    }
  }

  func openArchive(raw: Bool = false) throws(ArchiveError) -> ArchiveReader {
    switch content {
    case .file(let name, let size): try ArchiveReader(name: name.bytes, size: size, raw: raw)
    case .bytes(let bytes): try ArchiveReader(bytes: bytes, raw: raw)
    case .stream: throw ArchiveError(.unsupported, "cannot be read within an archive.")
    }
  }
}
