internal import FonsFetch
internal import FonsLibrary
internal import FonsSource
internal import Foundation

/// A library of the pages that were fetched for one check, which goes away with it.
final class PageLibrary: Sendable {
  let library: Library
  private let folder: String

  /// As reports name it.
  static let name = "fetched"

  /// - Parameters:
  ///   - pages: what was read; at least one work.
  ///   - histories: of wiki pages, in the place of their works.
  /// - Throws: where the temporary folder cannot be written to.
  init(_ pages: [PageState], histories: [Int: ReadHistory]) throws {
    let outer = NSTemporaryDirectory() + "fons-" + UUID().uuidString
    folder = outer
    try FileManager.default.createDirectory(
      atPath: outer, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    do {
      let path = outer + "/" + Self.name
      let writer = try LibraryWriter(path, options: BuildOptions(memory: 64 << 20))
      try writer.add(name: Self.name, from: Self.name) { source in
        for history in histories.sorted(by: { $0.key < $1.key }).map(\.value) {
          for revision in history.pageRevisions { try source.add(revision) }
        }
        for page in pages {
          if let history = histories.values.first(where: { $0.wiki.isSamePage(as: page.wiki) }) {
            try Self.addNames(of: page, for: history, to: &source)
          } else {
            for work in page.works { try source.add(work) }
          }
        }
      }
      library = try Library(path)
    } catch {
      try? FileManager.default.removeItem(atPath: outer)
      throw error
    }
  }

  /// The page goes by the address that is cited and by the titles that lead to it, too.
  private static func addNames(
    of page: PageState, for history: ReadHistory, to source: inout SourceWriter
  ) throws {
    let own = WikiWorks.page(history.wiki)
    for name in [page.cited] + (page.wiki?.page.redirects ?? []) {
      try source.addRedirect(from: name, to: own.url ?? own.title)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
