import FonsFormat

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes in order, from wherever they are.
protocol RawInput: AnyObject {
  /// Writes the next bytes at the start of `buffer` and returns how many; 0 at the end.
  func fill(_ buffer: inout [UInt8]) throws(SourceError) -> Int
}

/// A file on disk.
final class FileInput: RawInput {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var offset = 0

  init(_ name: FileName) throws(SourceError) {
    path = name.shown
    guard let file = fopen(name.bytes, "rb") else {
      throw SourceError(
        .inaccessible, path: path,
        message: "cannot be opened: \(String(cString: strerror(errno))).")
    }
    self.file = file
  }

  deinit { fclose(file) }

  func fill(_ buffer: inout [UInt8]) throws(SourceError) -> Int {
    let count = fread(&buffer, 1, buffer.count, file)
    offset += count
    guard count < buffer.count, ferror(file) != 0 else { return count }
    throw SourceError(
      .inaccessible, path: path, offset: offset,
      message: "cannot be read: \(String(cString: strerror(errno))). What came before was read.")
  }
}

/// Bytes in memory.
final class MemoryInput: RawInput {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func fill(_ buffer: inout [UInt8]) -> Int {
    let next = rest.prefix(buffer.count)
    buffer.replaceSubrange(0..<next.count, with: next)
    rest = rest.dropFirst(next.count)
    return next.count
  }
}

/// The member of an archive that was asked for last.
final class MemberInput: RawInput {
  private let archive: ArchiveReader
  private let path: String
  private var held: ArraySlice<UInt8> = []
  private var offset = 0

  init(_ archive: ArchiveReader, path: String) {
    self.archive = archive
    self.path = path
  }

  func fill(_ buffer: inout [UInt8]) throws(SourceError) -> Int {
    var count = 0
    while count < buffer.count {
      if held.isEmpty {
        do {
          guard let next = try archive.read() else { break }
          held = next[...]
        } catch {
          throw SourceError(error, path: path, offset: offset)
        }
      }
      let piece = held.prefix(buffer.count - count)
      buffer.replaceSubrange(count..<count + piece.count, with: piece)
      held = held.dropFirst(piece.count)
      count += piece.count
    }
    offset += count
    return count
  }
}

extension SourceError {
  init(_ error: ArchiveError, path: String, offset: Int = 0) {
    let kind: Kind =
      switch error.kind {
      case .inaccessible: .inaccessible
      case .corrupt: .corrupt
      case .unsupported: .unsupported
      case .tooLarge: .tooLarge
      }
    self.init(kind, path: path, offset: offset, message: error.message)
  }

  init(_ error: BodyError, path: String) {
    let kind: Kind =
      switch error.kind {
      case .damaged: .corrupt
      case .tooLarge: .tooLarge
      case .unsupported: .unsupported
      }
    self.init(kind, path: path, message: error.message + ".")
  }

  init(_ error: PDFError, path: String) {
    let kind: Kind =
      switch error.kind {
      case .noReader: .unsupported
      case .corrupt: .corrupt
      case .tooLarge: .tooLarge
      }
    self.init(kind, path: path, message: error.message)
  }
}
