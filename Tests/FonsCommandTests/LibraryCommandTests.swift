import FonsReport
import Foundation
import Testing

/// `fons library add|list|info|remove|verify`.
@Suite struct LibraryCommandTests {
  private static let first =
    "The heron stood in the shallow water until the last of the boats had gone home."
  private static let second =
    "A kettle of soup was handed over the wall every evening by somebody unseen."

  private static func verdict(_ fons: Fons, _ text: String) throws -> String? {
    try fons.run("find", "--format", "json", text).report.quotations.first?.verdict.rawValue
  }

  @Test func sourcesAreAddedListedReplacedAndRemoved() throws {
    let fons = try Fons()
    let library = fons.home.path("Books")
    let book = try fons.home.write("book.txt", Self.first)
    var asked = fons
    asked.environment["FONS_LIBRARY"] = library

    let added = try fons.run("library", "add", "--library", library, book)
    #expect(added.status == 0)
    #expect(added.output.isEmpty, "messages go to standard error")
    #expect(added.errors.contains("1 work,") && added.errors.contains(library))
    #expect(!added.errors.contains("\u{1B}"))
    #expect(try Self.verdict(asked, Self.first) == "verbatim")

    // The same name again: the new state takes the place of the old one.
    try fons.home.write("book.txt", Self.second)
    #expect(try fons.run("library", "add", "--library", library, book).status == 0)
    #expect(try Self.verdict(asked, Self.first) == "not-found")
    #expect(try Self.verdict(asked, Self.second) == "verbatim")
    let list = try fons.run("library", "list", "--library", library)
    #expect(list.status == 0)
    #expect(list.lines.count == 2)
    #expect(list.lines[1].contains("book.txt: 1 work,"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: library).sorted()
        == ["2.segment", "library.json", "lock"])

    let removed = try fons.run("library", "remove", "--library", library, "book.txt")
    #expect(removed.status == 0)
    #expect(try fons.run("library", "list", "--library", library).text.contains("empty"))
    #expect(try Self.verdict(asked, Self.second) == "unverifiable")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: library).sorted()
        == ["library.json", "lock"])
  }

  @Test func severalSourcesStandSideBySide() throws {
    let fons = try Fons(library: TemporaryFolder().path + "-library")
    defer { try? FileManager.default.removeItem(atPath: fons.environment["FONS_LIBRARY"] ?? "") }
    let one = try fons.home.write("one.txt", Self.first)
    let two = try fons.home.write("notes/two.md", "# Soup\n\n\(Self.second)\n")
    #expect(try fons.run("library", "add", one, fons.home.path("notes")).status == 0)
    #expect(try fons.run("library", "add", "--name", "again", two).status == 0)
    let list = try fons.run("library", "list").text
    for name in ["one.txt", "notes", "again"] { #expect(list.contains("  \(name): 1 work,")) }
    let report = try fons.run("find", "--format", "json", Self.second).report
    #expect(report.searched.libraries.map(\.works) == [3])
    #expect(report.quotations.first?.matches.first?.work.title == "Soup")
    // By its path as well as by its name.
    #expect(try fons.run("library", "remove", two).status == 0)
    #expect(try fons.run("library", "remove", "one.txt").status == 0)
    #expect(try fons.run("library", "list").lines.count == 2)
  }

  @Test func infoAndVerify() throws {
    let fons = try ExampleLibrary.fons()
    let info = try fons.run("library", "info")
    #expect(info.status == 0)
    for line in [
      "format     2", "profile    standard", "sources    1", "segments   1", "works      46",
      "revisions  46",
      "as of      2026-09-25",
    ] {
      #expect(info.text.contains(line), "\(line)")
    }
    let verify = try fons.run("library", "verify")
    #expect(verify.status == 0)
    #expect(verify.text.hasSuffix(": intact\n"))
  }

  @Test func anUnknownSourceIsSaid() throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let run = try Fons(library: library).run("library", "remove", "nonsense.xml")
    #expect(run.status == 3)
    #expect(run.errors.contains("nonsense.xml") && run.errors.contains("fons library list"))
    #expect(try Fons(library: library).run("library", "verify").status == 0)
  }

  @Test(arguments: ["list", "info", "verify"])
  func aLibraryThatIsNotThereIsSaid(command: String) throws {
    let run = try Fons(library: "/no/such/library").run("library", command)
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("/no/such/library") && run.errors.contains("fons library add"))
    #expect(try Fons(library: "/no/such/library").run("library", "remove", "x").status == 3)
  }

  @Test func namesCannotSteerATerminal() throws {
    let fons = try Fons()
    let book = try fons.home.write("\u{1B}[31mred\u{7}.txt", Self.first)
    let library = fons.home.path("library")
    let added = try fons.run("library", "add", "--library", library, book)
    #expect(added.status == 0)
    let list = try fons.run("library", "list", "--library", library)
    let found = try fons.run("find", "--library", library, Self.first)
    let missing = try fons.run("check", "\u{1B}]0;title\u{7}.txt")
    for text in [added.errors, list.text, found.text, missing.errors] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
    }
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let fons = try Fons()
    let file = try fons.home.write("file", Self.first)
    let run = try fons.run("library", "add", "--library", file + "/library", file)
    #expect(run.status == 3)
    #expect(run.errors == "fons: Could not create \(file): File exists.\n")
  }

  @Test func removeMakesNoLibrary() throws {
    let fons = try Fons()
    let path = fons.home.path("none")
    #expect(try fons.run("library", "remove", "--library", path, "x").status == 3)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func onlyOneLibraryIsWrittenTo() throws {
    let fons = try Fons(library: "/tmp/a:/tmp/b")
    let run = try fons.run("library", "add", "x.txt")
    #expect(run.status == 2)
    #expect(run.errors.contains("--library"))
  }

  @Test(arguments: ["empty folder", "empty file", "hidden file alone"])
  func aSourceWithoutAnythingToAddChangesNothing(kind: String) throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: library + "/library.json"))
    let source = folder.path("encyclopedia.xml")
    switch kind {
    case "empty file": try folder.write("encyclopedia.xml", "")
    case "hidden file alone": try folder.write("encyclopedia.xml/.hidden.txt", Self.first)
    default:
      try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
    }
    let run = try Fons(library: library).run("library", "add", source)
    #expect(run.status == 3)
    #expect(run.errors.contains("holds nothing to search"), "\(run.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: library + "/library.json")) == before)
  }

  @Test func aPathThatDoesNotExistLeavesTheOthers() throws {
    let fons = try Fons()
    let library = fons.home.path("library")
    let book = try fons.home.write("book.txt", Self.first)
    let run = try fons.run("library", "add", "--library", library, "/no/such/source.xml", book)
    #expect(run.status == 3)
    #expect(run.errors.contains("/no/such/source.xml"))
    #expect(try fons.run("find", "--library", library, Self.first).status == 0)
  }
}
