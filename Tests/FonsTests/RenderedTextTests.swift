import Fons
import FonsLibrary
import FonsReport
import FonsSource
import FonsTesting
import Foundation
import Testing

/// Rows 63 and 64: what a wiki's markup is rendered to is what a reader can quote.
@Suite struct RenderedTextTests {
  /// A library of one page, from an export as a wiki writes it.
  private func checker(_ wikitext: String) throws -> (checker: Checker, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let escaped = wikitext.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let export = """
      <mediawiki version="0.11" xml:lang="en"><siteinfo><base>https://w.example/wiki/Main</base>\
      </siteinfo><page><title>Orle</title><ns>0</ns><id>1</id><revision><id>1</id>\
      <timestamp>2025-01-01T00:00:00Z</timestamp><text>\(escaped)</text></revision></page>\
      </mediawiki>
      """
    let path = folder.path + "/export.xml"
    try Data(export.utf8).write(to: URL(fileURLWithPath: path))
    let library = folder.path + "/library"
    try LibraryWriter(library).add(name: "wiki", from: path) { writer in
      try Source(path: path).read { event in
        if case .work(let work) = event { try writer.add(work) }
      }
    }
    return (Checker(libraries: [try Library(library)]), folder)
  }

  private static let page = """
    The weir at Orle lies [[River Ansgar|below the old bridge]] and is {{convert|40|km|mi}} from the \
    coast; its gate is moved by <code>lift()</code> and its depth is <math>h = 3</math> in a wet year.

    {| class="wikitable"
    |+ Ferries that crossed below the weir before the flood
    |-
    ! Name of the ferry !! Year of its first crossing
    |-
    | The Green Heron of the cooper's sons || the winter of the long frost
    |}
    """

  @Test(arguments: [
    "The weir at Orle lies below the old bridge and is 40 kilometres",
    "its gate is moved by lift() and its depth is h = 3 in a wet year",
  ])
  func theRenderedTextIsCompared(_ words: String) throws {
    let (checker, folder) = try checker(Self.page)
    defer { withExtendedLifetime(folder) {} }
    let entry = checker.find(Array(words.utf8))
    #expect(entry.verdict == .verbatim, "\(entry.reason)")
    #expect(!entry.flags.contains("in-table"))
  }

  @Test(arguments: [
    "The weir at Orle lies River Ansgar below the old bridge and is 40 kilometres",
    "its gate is moved by drop() and its depth is h = 3 in a wet year",
  ])
  func whatIsNotRenderedIsNoTextOfThePage(_ words: String) throws {
    let (checker, folder) = try checker(Self.page)
    defer { withExtendedLifetime(folder) {} }
    let entry = checker.find(Array(words.utf8))
    #expect(entry.verdict == .altered, "\(entry.reason)")
    #expect(entry.faithful == false)
  }

  @Test(arguments: [
    ("The Green Heron of the cooper's sons the winter of the long frost", true),
    ("Ferries that crossed below the weir before the flood", false),
  ])
  func tablesAndCaptions(_ item: (words: String, isRow: Bool)) throws {
    let (checker, folder) = try checker(Self.page)
    defer { withExtendedLifetime(folder) {} }
    let entry = checker.find(Array(item.words.utf8))
    #expect(entry.verdict == .verbatim, "\(entry.reason)")
    #expect(entry.flags.contains("in-table") == item.isRow)
  }
}
