#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files below a path, by name, each once.
enum FileTree {
  struct Entry: Sendable {
    var path: String
    var size: Int
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
      return ([Entry(path: path, size: Int(status.st_size))], [])
    }
    var walk = Walk()
    walk.visit(path, status)
    return (walk.files, walk.skipped)
  }

  private struct Walk {
    var files: [Entry] = []
    var skipped: [SourceError] = []
    var seen: Set<Identity> = []

    mutating func visit(_ root: String, _ status: stat) {
      // Names wait on a stack, so that a deep tree needs no deep recursion.
      var waiting = [root]
      seen.insert(Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)))
      while let path = waiting.popLast() {
        var status = stat()
        guard stat(path, &status) == 0 else {
          skip(path)
          continue
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(Entry(path: path, size: Int(status.st_size)))
        case S_IFDIR:
          let identity = Identity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
          guard path == root || seen.insert(identity).inserted else { continue }
          let prefix = path.hasSuffix("/") ? path : path + "/"
          waiting += names(in: path).sorted(by: >).map { prefix + $0 }
        default: break
        }
      }
    }

    private mutating func names(in path: String) -> [String] {
      guard let directory = opendir(path) else {
        skip(path)
        return []
      }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names
    }

    private mutating func skip(_ path: String) {
      skipped.append(
        SourceError(
          .inaccessible, path: path,
          message: "cannot be opened: \(String(cString: strerror(errno)))."))
    }
  }
}
