internal import FonsFetch
internal import FonsLibrary
internal import FonsSource
internal import Foundation

/// Makes a library of the pages that were fetched for one check.
enum PageLibrary {
  /// As reports name it.
  static let name = "fetched"

  /// The library, whose files are gone as soon as they are mapped: nothing of what was read is left
  /// behind, even where the check is killed.
  ///
  /// - Parameters:
  ///   - pages: what was read; at least one work.
  ///   - histories: of wiki pages, in the place of their works.
  ///   - goOn: called between works; throws to give up.
  /// - Throws: where the temporary folder cannot be written to, and what `goOn` throws.
  static func make(
    of pages: [PageState], histories: [Int: ReadHistory], goOn: () throws -> Void
  ) throws -> Library {
    let folder = NSTemporaryDirectory() + "fons-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    let writer = try LibraryWriter(path, options: BuildOptions(memory: 64 << 20))
    try writer.add(name: name, from: name) { source in
      var held = Set<Int>()
      for history in histories.sorted(by: { $0.key < $1.key }).map(\.value) {
        for revision in history.pageRevisions {
          try goOn()
          try source.add(revision)
          if let id = revision.revision.id { held.insert(id) }
        }
      }
      for page in pages {
        let history = histories.values.first { $0.wiki.isSamePage(as: page.wiki) }
        if let history { try addNames(of: page, for: history, to: &source) }
        // A capture of an archive, and a revision older than those that were listed, are in no history.
        for work in page.works
        where history == nil || !(work.revision.id.map(held.contains) ?? false) {
          try goOn()
          try source.add(work)
        }
      }
    }
    return try Library(path)
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
}
