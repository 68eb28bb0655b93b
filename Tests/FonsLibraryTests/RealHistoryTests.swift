import FonsSource
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// Every revision of real histories, rebuilt. The corpora do not belong to the project: where
/// `FONS_CORPORA` does not lead to them, this is skipped.
@Suite struct RealHistoryTests {
  static let corpora = ProcessInfo.processInfo.environment["FONS_CORPORA"]

  /// A revision as the dump has it: its text by the hash.
  private struct Expected {
    var revision: Revision
    var sha256: String?
  }

  /// What the dump says of one page.
  private struct Page {
    var builder: HistoryBuilder
    var revisions: [Expected] = []
    var hashes: [PageRevision.Digest: String] = [:]
  }

  @Test(
    .enabled(if: corpora != nil, "FONS_CORPORA is not set: the real histories are not at hand"),
    arguments: [
      ("cut/anarchism-2001-2005-pages-meta-history.xml.7z", 1, 5_807),
      // Of its 507 pages and 1,307 revisions seven and 28 are JavaScript and JSON, which are no works.
      ("aawiki-20260101-pages-meta-history.xml.7z", 500, 1_279),
    ])
  func everyRevisionComesBack(file: String, pages: Int, revisions: Int) throws {
    let corpora = try #require(Self.corpora)
    var options = SourceOptions(namespaces: Set(-2...2600), revisions: .history)
    // The text of both weaves is then the markup: rendering all states takes minutes in a debug build,
    // and `fons-history verify` does it.
    options.keepsMarkup = true
    var counts = (pages: 0, revisions: 0)
    var page: Page?
    try Source(path: "\(corpora)/mediawiki/history/\(file)").read(options: options) { event in
      guard case .revision(let revision) = event else { return }
      if page?.builder.page != revision.page {
        if let page { try check(page, &counts) }
        page = Page(builder: HistoryBuilder(revision.page))
      }
      if case .new(let markup, _) = revision.content {
        page?.hashes[revision.digest] = SHA256.hex(markup)
      }
      let isHidden = if case .hidden = revision.content { true } else { false }
      let sha256 = isHidden ? nil : page?.hashes[revision.digest]
      page?.revisions.append(Expected(revision: revision.revision, sha256: sha256))
      try page?.builder.add(revision)
    }
    if let page { try check(page, &counts) }
    #expect(counts.pages == pages)
    #expect(counts.revisions == revisions)
  }

  private func check(_ page: Page, _ counts: inout (pages: Int, revisions: Int)) throws {
    let history = try #require(History(page.builder.finish().encoded))
    let expected = page.revisions.enumerated().sorted {
      ($0.element.revision.time ?? "", $0.offset) < ($1.element.revision.time ?? "", $1.offset)
    }.map(\.element)
    #expect(history.count == expected.count)
    var wrong: [Int] = []
    for (index, own) in expected.enumerated() {
      let isRight =
        history.revision(index) == own.revision
        && history.markup(of: index).map { SHA256.hex($0) } == own.sha256
        && history.text(of: index).map { SHA256.hex($0) } == own.sha256
      if !isRight { wrong.append(index) }
    }
    #expect(wrong.isEmpty, "of \(page.builder.page.title)")
    counts.pages += 1
    counts.revisions += expected.count
  }
}
