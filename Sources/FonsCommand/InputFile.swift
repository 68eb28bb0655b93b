internal import FonsDocument
internal import FonsFormat
internal import Foundation

/// Reads what the user names: a file, or standard input.
enum InputFile {
  /// Bytes of the largest document that is read.
  static let most = 1 << 30

  /// - Throws: `InputError` with what to do next.
  static func read(_ input: String) throws -> [UInt8] {
    if input == "-" { return try bounded(FileHandle.standardInput) }
    if input.hasPrefix("http://") || input.hasPrefix("https://") {
      throw InputError(
        "Nothing is fetched offline. Leave --offline out, or save the page and check the file.")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
      throw InputError("There is no such file.")
    }
    if isFolder.boolValue {
      throw InputError("It is a folder. Name the files in it, or add it to a library.")
    }
    guard let file = FileHandle(forReadingAtPath: input) else {
      throw InputError("It cannot be opened. Look at its permissions.")
    }
    defer { try? file.close() }
    return try bounded(file)
  }

  /// A file that a document names, from the folder in which the document lies or below it; nil where
  /// there is none, or it is too large.
  static func beside(_ input: String, _ name: String) -> [UInt8]? {
    guard input != "-", !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      return nil
    }
    let folder = (input as NSString).deletingLastPathComponent
    let path = (folder as NSString).appendingPathComponent(name)
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: companionLimit + 1), data.count <= companionLimit
    else { return nil }
    return [UInt8](data)
  }

  /// Bytes of the largest bibliography that is read.
  private static let companionLimit = 64 << 20

  /// - Throws: `InputError` where the bytes begin as those of a picture, an archive or a program do.
  static func requireText(_ bytes: [UInt8]) throws {
    if PackedDocument.matches(bytes) { return }
    guard TextDecoding.decode(Array(bytes.prefix(1 << 16))).looksBinary else { return }
    throw InputError(
      "It is not text. Save it as text, Markdown, HTML or PDF; or say --input-format if it is text."
    )
  }

  private static func bounded(_ file: FileHandle) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty {
      bytes.append(contentsOf: chunk)
      guard bytes.count <= most else {
        throw InputError("It has more than \(most >> 20) MB. Split it and check the parts.")
      }
    }
    return bytes
  }
}
