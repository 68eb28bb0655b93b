#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files below a path, by name, each once.
enum FileTree {
  struct Entry: Sendable {
    var name: FileName
    var size: Int
    /// For people.
    var path: String

    init(_ name: FileName, size: Int) {
      self.name = name
      self.size = size
      path = name.shown
    }
  }

  private struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// Lists regular files; hidden ones are left out, and links that lead back are followed once.
  static func files(
    at path: String
  ) throws(SourceError) -> (files: [Entry], skipped: [SourceError]) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw SourceError(
        .inaccessible, path: path,
        message: "cannot be opened: \(String(cString: strerror(errno))). Check the path.")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return ([Entry(FileName(path), size: Int(status.st_size))], [])
    }
    var walk = Walk()
    walk.visit(FileName(path), status)
    return (walk.files, walk.skipped)
  }

  private struct Walk {
    var files: [Entry] = []
    var skipped: [SourceError] = []
    var seen: Set<Identity> = []

    mutating func visit(_ root: FileName, _ status: stat) {
      // Names wait on a stack, so that a deep tree needs no deep recursion.
      var waiting = [root]
      seen.insert(Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)))
      while let path = waiting.popLast() {
        var status = stat()
        guard stat(path.bytes, &status) == 0 else {
          skip(path)
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(Entry(path, size: Int(status.st_size)))
        case S_IFDIR:
          let identity = Identity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
          guard path == root || seen.insert(identity).inserted else { continue }
          let names = names(in: path).sorted { $1.lexicographicallyPrecedes($0) }
          waiting += names.map { path.appending($0) }
        default: break
        }
      }
    }

    private mutating func names(in path: FileName) -> [[UInt8]] {
      guard let directory = opendir(path.bytes) else {
        skip(path)
        return []
      }
      defer { closedir(directory) }
      var names: [[UInt8]] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          Array(bytes.prefix { $0 != 0 })
        }
        if name.first != 0x2E { names.append(name) }
      }
      return names
    }

    private mutating func skip(_ path: FileName) {
      skipped.append(
        SourceError(
          .inaccessible, path: path.shown,
          message: "cannot be opened: \(String(cString: strerror(errno)))."))
    }
  }
}
