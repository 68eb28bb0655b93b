internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that their owner alone may read: what somebody has read is nobody else's business.
package enum PrivateFile {
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  /// Makes a folder, and those above it, for the owner alone; true where it is there.
  @discardableResult
  package static func makeFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      return isFolder.boolValue
    }
    return
      (try? FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
      != nil
  }

  /// Writes a file aside, syncs and renames it, durably; nothing is left of one that cannot be written.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    let part = "\(path).\(UUID().uuidString.prefix(8)).part"
    do {
      try append(bytes, to: part, create: true)
    } catch {
      unlink(part)
      throw error
    }
    guard rename(part, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(part)
      throw Failure(description: "\(path) could not be written: \(reason).")
    }
    syncFolder(of: path)
  }

  /// The new name is on disk when the folder is; some file systems cannot sync one.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    let descriptor = open(folder ?? ".", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes at the end of a file, which is made where there is none.
  package static func append(_ bytes: [UInt8], to path: String) throws {
    try append(bytes, to: path, create: false)
  }

  private static func append(_ bytes: [UInt8], to path: String, create: Bool) throws {
    // A link that somebody laid there is not followed.
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (create ? O_EXCL : O_APPEND)
    let file = open(path, flags, 0o600)
    guard file >= 0 else {
      throw Failure(
        description: "\(path) could not be opened for writing: \(String(cString: strerror(errno)))."
      )
    }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        systemWrite(file, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(
          description: "\(path) could not be written: \(String(cString: strerror(errno))).")
      }
      done += count
    }
    guard fsync(file) == 0 else {
      throw Failure(description: "\(path) could not be made durable.")
    }
  }

  private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes, count)
    #elseif canImport(Musl)
      Musl.write(file, bytes, count)
    #else
      Darwin.write(file, bytes, count)
    #endif
  }
}
