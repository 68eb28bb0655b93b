internal import FonsLibrary
internal import FonsSource
internal import Foundation

/// A library of the pages that were fetched for one check, which goes away with it.
final class PageLibrary: Sendable {
  let library: Library
  private let folder: String

  /// As reports name it.
  static let name = "fetched"

  /// - Throws: where the temporary folder cannot be written to.
  init(_ works: [Work]) throws {
    let outer = NSTemporaryDirectory() + "fons-" + UUID().uuidString
    folder = outer
    try FileManager.default.createDirectory(
      atPath: outer, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      let path = outer + "/" + Self.name
      let writer = try LibraryWriter(path, options: BuildOptions(memory: 64 << 20))
      try writer.add(name: Self.name, from: Self.name) { source in
        for work in works { try source.add(work) }
      }
      library = try Library(path)
    } catch {
      try? FileManager.default.removeItem(atPath: outer)
      throw error
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
