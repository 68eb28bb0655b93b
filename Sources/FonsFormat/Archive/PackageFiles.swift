/// The files of a small archive that a book or a text document is: looked up by their path.
package struct PackageFiles {
  /// Bytes that the files of one package may have together.
  private let limit: Int
  private let open: () throws(ArchiveError) -> ArchiveReader
  /// Paths of the files in the order of the archive.
  package let paths: [String]
  private let known: Set<String>

  /// Lists the archive that `open` opens, each time anew from its beginning.
  package init(
    limit: Int, _ open: @escaping () throws(ArchiveError) -> ArchiveReader
  ) throws(ArchiveError) {
    self.limit = limit
    self.open = open
    let archive = try open()
    var paths: [String] = []
    while let member = try archive.next() {
      if member.isFile { paths.append(member.path) }
      guard paths.count <= 100_000 else {
        throw ArchiveError(.tooLarge, "holds more than 100,000 files, as no book does.")
      }
    }
    self.paths = paths
    known = Set(paths)
  }

  package func contains(_ path: String) -> Bool { known.contains(path) }

  package func file(_ path: String) throws(ArchiveError) -> [UInt8]? {
    try files([path])[path]
  }

  /// The wanted files that exist.
  package func files(_ wanted: Set<String>) throws(ArchiveError) -> [String: [UInt8]] {
    let wanted = wanted.intersection(known)
    var found: [String: [UInt8]] = [:]
    guard !wanted.isEmpty else { return found }
    let archive = try open()
    var left = limit
    while found.count < wanted.count, let member = try archive.next() {
      guard wanted.contains(member.path), found[member.path] == nil else { continue }
      guard let content = try archive.content(limit: left) else {
        throw ArchiveError(
          .tooLarge, "holds more than \(limit) bytes of text, as no book does.")
      }
      left -= content.count
      found[member.path] = content
    }
    return found
  }

  /// The path that `reference` names, seen from the file at `base`; nil where it leads out of the
  /// package.
  package static func resolve(_ reference: String, from base: String) -> String? {
    let path = reference.prefix { $0 != "#" && $0 != "?" }
    guard !path.contains(":") else { return nil }
    var parts = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for part in percentDecoded(path).split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  package static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(0x25) else { return String(text) }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var at = 0
    while at < source.count {
      // "+5" is a number, but no hexadecimal digits.
      if source[at] == 0x25, at + 2 < source.count,
        source[at + 1] != 0x2B, source[at + 1] != 0x2D,
        let value = UInt8(String(decoding: source[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        at += 3
      } else {
        bytes.append(source[at])
        at += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
