import FonsReport
import Foundation
import Testing

/// Which library is meant: `--library`, then `FONS_LIBRARY`, then the settings, then the XDG folder.
@Suite struct LibraryChoiceTests {
  private static let words =
    "The heron stood in the shallow water until the last of the boats had gone home."

  /// The names of the libraries that were searched.
  private static func searched(_ fons: Fons, _ options: String...) throws -> [String] {
    let run = try fons.run(["find", "--format", "json"] + options + [words])
    return try run.report.searched.libraries.map(\.name)
  }

  /// A home with four libraries.
  private static func home() throws -> Fons {
    let fons = try Fons()
    let book = try fons.home.write("book.txt", words)
    for name in ["option", "variable", "second", "settings", ".local/share/fons"] {
      let run = try fons.run("library", "add", "--library", fons.home.path(name), book)
      #expect(run.status == 0, "\(run.errors)")
    }
    return fons
  }

  @Test func theNearestWins() throws {
    var fons = try Self.home()
    let home = fons.home
    #expect(try Self.searched(fons) == ["fons"])
    try home.write(".config/fons/settings.json", #"{"library": ["\#(home.path("settings"))"]}"#)
    #expect(try Self.searched(fons) == ["settings"])
    fons.environment["FONS_LIBRARY"] = home.path("variable")
    #expect(try Self.searched(fons) == ["variable"])
    fons.environment["FONS_LIBRARY"] = home.path("variable") + ":" + home.path("second")
    #expect(try Self.searched(fons) == ["variable", "second"])
    #expect(try Self.searched(fons, "--library", home.path("option")) == ["option"])
    #expect(
      try Self.searched(
        fons, "--library", home.path("option"), "--library", home.path("second"))
        == ["option", "second"])
    fons.environment["FONS_LIBRARY"] = ""
    #expect(try Self.searched(fons) == ["settings"])
  }

  @Test func theFoldersOfXDGAreObeyed() throws {
    var fons = try Fons()
    let book = try fons.home.write("book.txt", Self.words)
    fons.environment["XDG_DATA_HOME"] = fons.home.path("data")
    #expect(try fons.run("library", "add", book).status == 0)
    #expect(FileManager.default.fileExists(atPath: fons.home.path("data/fons/library.json")))
    #expect(try Self.searched(fons) == ["fons"])
    // A relative one is to be ignored.
    fons.environment["XDG_DATA_HOME"] = "data"
    #expect(try Self.searched(fons) == [])
    fons.environment["XDG_CONFIG_HOME"] = fons.home.path("settings")
    try fons.home.write(
      "settings/fons/settings.json",
      #"{"library": ["\#(fons.home.path("data/fons"))"], "format": "ndjson"}"#)
    let run = try fons.run("find", Self.words)
    #expect(run.status == 0)
    #expect(try run.jsonLines.first?["verdict"] == .string("verbatim"))
    #expect(try fons.run("find", "--format", "terminal", Self.words).text.contains("book"))
  }

  @Test(arguments: ["{", "[]", #"{"library": "one"}"#, #"{"library": [1]}"#, ""])
  func settingsThatAreNotValidAreSaid(content: String) throws {
    let fons = try Fons()
    let path = try fons.home.write(".config/fons/settings.json", content)
    let run = try fons.run("find", Self.words)
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(path), "\(run.errors)")
  }

  @Test func anUnknownFormatInTheSettingsIsSaid() throws {
    let fons = try Fons()
    try fons.home.write(".config/fons/settings.json", #"{"format": "docx"}"#)
    let run = try fons.run("find", Self.words)
    #expect(run.status == 2)
    #expect(run.errors.contains("docx"))
  }

  @Test func aMissingLibraryLeavesTheOthers() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.run(
      "check", "--format", "json", "--library", "/no/such/library", "--library",
      ExampleLibrary.path, Package.example("post.txt"))
    #expect(run.status == 3)
    #expect(run.errors.contains("/no/such/library"))
    #expect(try run.report.quotations.map(\.verdict) == [.verbatim, .altered])
  }

  @Test func withoutAnyLibraryNothingCanBeCompared() throws {
    let run = try Fons().run("check", "--format", "json", Package.example("post.txt"))
    #expect(run.status == 1)
    #expect(run.errors.contains("fons library add"))
    #expect(try run.report.quotations.allSatisfy { $0.verdict == .unverifiable })
    #expect(try run.report.quotations.allSatisfy { !$0.reason.isEmpty })
  }
}
