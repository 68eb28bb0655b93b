import FonsFormat
import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// Histories in libraries: added, merged, shortened, beside works without one.
@Suite struct HistoryLibraryTests {
  private static func filling(_ seed: Int) -> String {
    LibraryTests.text(words: 60, seed: UInt64(seed)) + "."
  }

  private func draft(_ title: String, _ revisions: Int) -> HistoryDraft {
    var draft = HistoryDraft()
    draft.page = PageRevision.Page(title: title, url: "https://w.example/wiki/\(title)")
    var page = (0..<6).map { Self.filling($0 + title.count * 100) }
    for number in 0..<revisions {
      page[number % 6] = Self.filling(1000 * title.count + number)
      draft.add(number % 9 == 8 ? "" : page.joined(separator: "\n\n"))
    }
    return draft
  }

  private func add(_ drafts: [HistoryDraft], to folder: String, as name: String) throws {
    try LibraryWriter(folder).add(name: name, from: "/\(name)") { writer in
      for draft in drafts {
        for revision in draft.revisions { try writer.add(revision) }
      }
      try writer.add(Work(title: "Plain \(name)", text: Array(Self.filling(name.count).utf8)))
    }
  }

  private func check(_ library: Library, _ drafts: [HistoryDraft]) throws {
    for draft in drafts {
      let work = try #require(library.works(named: draft.page.title).first)
      let history = try #require(library.history(of: work))
      #expect(history.count == draft.revisions.count)
      for (index, revision) in draft.revisions.enumerated() {
        guard case .new(let markup, let plain) = revision.content else { continue }
        #expect(history.markup(of: index) == markup)
        #expect(history.text(of: index) == plain)
      }
      let count = library.textCount(of: work)
      #expect(
        library.text(of: work, ByteRange(0, count))
          == history.newest.flatMap { history.text(of: $0) })
    }
  }

  @Test func oldWordsLeadToTheirWork() throws {
    let folder = try TemporaryFolder()
    let drafts = [draft("A", 20), draft("Bc", 30)]
    try add(drafts, to: folder.path, as: "x")
    let library = try Library(folder.path)
    try check(library, drafts)
    #expect(library.extent.works == 3)
    #expect(library.extent.revisions == 51)
    #expect(library.histories.map(\.revisions) == [20, 30])
    let plain = try #require(library.works(named: "Plain x").first)
    #expect(library.history(of: plain) == nil)
    // Words of every state, most of them gone from the newest.
    for draft in drafts {
      for number in stride(from: 0, to: draft.revisions.count, by: 3) {
        let words = Words.scan(Array(Self.filling(1000 * draft.page.title.count + number).utf8))
        let query = Query(words: Array(words[10..<40]))
        let found = library.candidates(for: query, limit: 4).map {
          library.currentWork(of: $0.work)
        }
        if number % 9 == 8 { continue }
        #expect(found.contains { library.details(of: $0)?.title == draft.page.title })
      }
    }
  }

  @Test func mergingKeepsHistories() throws {
    let folder = try TemporaryFolder()
    let names = [
      "One", "Twoo", "Three1", "Four789", "Five90123", "Six4567890", "Seven345678", "Eight9012345",
      "Ni",
    ]
    let drafts = names.enumerated().map { draft($1, 5 + $0) }
    for (draft, name) in zip(drafts, names) { try add([draft], to: folder.path, as: name) }
    let merged = try Library(folder.path)
    #expect(merged.manifest.segments.count < 9)
    try check(merged, drafts)
    try LibraryWriter(folder.path).remove(source: "One")
    try LibraryWriter(folder.path).compact()
    let library = try Library(folder.path)
    try check(library, Array(drafts.dropFirst()))
    #expect(library.works(named: "One").isEmpty)
    #expect(library.extent.works == 16)
    #expect(library.verify().isEmpty)
  }

  @Test func revisionsBeforeADateAreDropped() throws {
    let folder = try TemporaryFolder()
    let draft = draft("A", 40)
    try add([draft], to: folder.path, as: "x")
    let before = try #require(draft.revisions[25].revision.time)
    try LibraryWriter(folder.path).compact(droppingBefore: before)
    let library = try Library(folder.path)
    let work = try #require(library.works(named: "A").first)
    let history = try #require(library.history(of: work))
    #expect(history.count == 15)
    #expect(history.revision(0).id == 1025)
    for index in 0..<15 {
      guard case .new(let markup, _) = draft.revisions[25 + index].content else { continue }
      #expect(history.markup(of: index) == markup)
    }
    #expect(library.details(of: work)?.title == "A")
    // After the last, the newest stays.
    try LibraryWriter(folder.path).compact(droppingBefore: "2999-01-01")
    let last = try Library(folder.path)
    let left = try #require(last.works(named: "A").first)
    #expect(last.history(of: left)?.count == 1)
  }

  @Test func aPageThatOnlyLeadsElsewhere() throws {
    let folder = try TemporaryFolder()
    let export = """
      <mediawiki version="0.11" xml:lang="en"><siteinfo><base>https://w.example/wiki/Main</base></siteinfo>
      <page><title>Old name</title><ns>0</ns><id>1</id><revision><id>1</id><timestamp>2020-01-01T00:00:00Z</timestamp><text>#REDIRECT [[Weir]]</text></revision></page>
      <page><title>Weir</title><ns>0</ns><id>2</id><revision><id>2</id><timestamp>2020-01-01T00:00:00Z</timestamp><text>The weir is of stone.</text></revision>
      <revision><id>3</id><timestamp>2020-01-02T00:00:00Z</timestamp><contributor deleted="deleted" /><text deleted="deleted" /></revision>
      <revision><id>4</id><timestamp>2020-01-03T00:00:00Z</timestamp><text>The weir is of oak.</text></revision></page></mediawiki>
      """
    let path = folder.path + "/export.xml"
    try Data(export.utf8).write(to: URL(fileURLWithPath: path))
    let library = folder.path + "/library"
    try LibraryWriter(library).add(name: "wiki", from: path) { writer in
      try Source(path: path).read(options: SourceOptions(revisions: .history)) { event in
        if case .revision(let revision) = event { try writer.add(revision) }
      }
    }
    let opened = try Library(library)
    let work = try #require(opened.works(named: "Old name").first)
    #expect(opened.details(of: work)?.title == "Weir")
    let history = try #require(opened.history(of: work))
    #expect(history.count == 3)
    #expect(history.isHidden(1))
    #expect(history.revision(2).id == 4)
    #expect(HistoryDraft.runs(history, "of stone.") == ["0-0"])
  }

  /// What was read before the cut is kept.
  @Test func aDumpThatIsCutInAPage() throws {
    let folder = try TemporaryFolder()
    let revisions = (1...50).map {
      "<revision><id>\($0)</id><timestamp>2020-01-01T00:00:\($0 + 9)Z</timestamp><text>State \($0) of the weir.</text></revision>"
    }
    let whole =
      "<mediawiki version=\"0.11\" xml:lang=\"en\"><page><title>Weir</title><ns>0</ns><id>2</id>"
      + revisions.joined() + "</page></mediawiki>"
    let path = folder.path + "/export.xml"
    try Data(whole.utf8.prefix(whole.utf8.count * 2 / 3)).write(to: URL(fileURLWithPath: path))
    let library = folder.path + "/library"
    var errors = 0
    try LibraryWriter(library).add(name: "wiki", from: path) { writer in
      try Source(path: path).read(options: SourceOptions(revisions: .history)) { event in
        if case .revision(let revision) = event { try writer.add(revision) }
        if case .unreadable = event { errors += 1 }
      }
    }
    #expect(errors == 1)
    let opened = try Library(library)
    let work = try #require(opened.works(named: "Weir").first)
    let history = try #require(opened.history(of: work))
    #expect((25...40).contains(history.count))
    for index in 0..<history.count {
      #expect(history.markup(of: index) == Array("State \(index + 1) of the weir.".utf8))
    }
  }
}
