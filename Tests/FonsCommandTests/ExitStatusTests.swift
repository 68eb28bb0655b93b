import FonsReport
import Foundation
import Testing

/// 0 all pass, 1 some do not, 2 wrong usage, 3 something could not be read; 3 outranks 1.
@Suite struct ExitStatusTests {
  static let verbatim = "“It will tolerate salt, drought and gales, but it cannot tolerate shade.”"
  static let wrong =
    "“It will never tolerate salt, drought and gales, but it cannot tolerate shade.”"

  @Test func passes() throws {
    let run = try ExampleLibrary.fons().run("check", input: Self.verbatim)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func someDoNotPass() throws {
    let run = try ExampleLibrary.fons().run("check", input: Self.wrong)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ["check", "--no-such-option"], ["check", "--format", "docx"], ["check", "--jobs", "0"],
    ["check", "--jobs", "many"], ["check", "--jobs", "9223372036854775807"],
    ["library", "add", "--name", "", "a.txt"], ["library", "list", "--library", ""],
    ["check", "--fail-on", "nonsense"], ["check", "--policy", "vogue"], ["find", "--policy", ""],
    ["find", "--jobs", "-1"],
    ["library", "add"], ["library", "remove"], ["library", "frobnicate"], ["frobnicate"],
    ["check", "--format", "html", "a.txt", "b.txt"], ["check", "--library"],
    ["library", "add", "--segment", "0", "a.txt"],
    ["library", "add", "--namespaces", "x", "a.txt"],
    ["library", "add", "--name", "one", "a.txt", "b.txt"],
  ])
  func wrongUsage(arguments: [String]) throws {
    let run = try ExampleLibrary.fons().run(arguments)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test func oneUnreadableOfThreeStillReportsTheOthers() throws {
    let fons = try ExampleLibrary.fons()
    let good = try fons.home.write("good.txt", Self.verbatim)
    let bad = try fons.home.write("bad.txt", Self.wrong)
    let missing = fons.home.path("missing.txt")
    let run = try fons.run("check", "--format", "ndjson", good, missing, bad)
    #expect(run.status == 3, "3 outranks 1")
    #expect(run.lines.count == 2)
    let paths = try run.jsonLines.map { $0["document"]?["path"] }
    #expect(paths == [.string(good), .string(bad)])
    #expect(run.errors.contains("missing.txt"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func unreadableAlone() throws {
    let run = try ExampleLibrary.fons().run("check", "--format", "json", "/no/such/file.txt")
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("/no/such/file.txt"))
  }

  @Test(arguments: [
    ("never", wrong, 0), ("altered", wrong, 1), ("not-found,stitched", wrong, 0),
    ("verbatim,abridged", verbatim, 1), ("altered", verbatim, 0),
  ])
  func failOn(verdicts: String, document: String, status: Int32) throws {
    let run = try ExampleLibrary.fons().run("check", "--fail-on", verdicts, input: document)
    #expect(run.status == status, "\(run.text)")
  }

  /// A comma that is not the last mark is more than Chicago lets pass.
  static let changed = "“It will tolerate salt drought and gales, but it cannot tolerate shade.”"

  @Test(arguments: [
    ("default", changed, 0), ("chicago", changed, 1), ("strict", verbatim, 0),
    ("default", wrong, 1), ("legal", verbatim, 0),
  ])
  func policy(name: String, document: String, status: Int32) throws {
    let run = try ExampleLibrary.fons().run("check", "--policy", name, input: document)
    #expect(run.status == status, "\(run.text)")
    #expect(run.text.contains("By the policy “\(name)”, \(status == 0 ? 1 : 0) of 1 passes."))
  }

  @Test(arguments: [
    ("policy", changed, 1), ("policy,not-found", verbatim, 0), ("not-found", changed, 0),
    ("verbatim,policy", verbatim, 1),
  ])
  func failOnWorksOnTopOfAPolicy(words: String, document: String, status: Int32) throws {
    let run = try ExampleLibrary.fons().run(
      "check", "--policy", "chicago", "--fail-on", words, input: document)
    #expect(run.status == status, "\(run.text)")
  }

  @Test func thePolicyMayBeSet() throws {
    var fons = try ExampleLibrary.fons()
    let folder = fons.home.path("config")
    try FileManager.default.createDirectory(
      atPath: folder + "/fons", withIntermediateDirectories: true)
    fons.environment["XDG_CONFIG_HOME"] = folder
    _ = try fons.home.write("config/fons/settings.json", "{\"policy\": \"chicago\"}")
    #expect(try fons.run("check", input: Self.changed).status == 1)
    #expect(try fons.run("check", "--policy", "default", input: Self.changed).status == 0)
    #expect(try fons.run("find", "It will tolerate salt, drought and gales, but it").status == 0)
    _ = try fons.home.write("config/fons/settings.json", "{\"policy\": \"vogue\"}")
    #expect(try fons.run("check", input: Self.changed).status == 2)
  }

  @Test func explainTellsTheRules() throws {
    let fons = try ExampleLibrary.fons()
    let told = try fons.run("check", "--explain", "--format", "json", input: Self.changed)
    let entry = try #require(try told.report.quotations.first)
    #expect(entry.explanation?.rule == "verdict.verbatim")
    #expect(entry.differences.first?.explanation?.rule == "difference.punctuation")
    let silent = try fons.run("check", "--format", "json", input: Self.changed)
    #expect(try silent.report.quotations.first?.explanation == nil)
  }

  @Test func failOnNeverHidesNothingUnreadable() throws {
    let run = try ExampleLibrary.fons().run("check", "--fail-on", "never", "/no/such/file.txt")
    #expect(run.status == 3)
  }

  @Test func findSaysWhetherItWasFound() throws {
    let fons = try ExampleLibrary.fons()
    #expect(
      try fons.run("find", "It will tolerate salt, drought and gales, but it cannot").status == 0)
    let lost = try fons.run(
      "find", "Nobody in the whole of this library ever wrote such words at all.")
    #expect(lost.status == 1)
    #expect(lost.errors.isEmpty)
  }

  @Test func helpAndVersionAreNoErrors() throws {
    let fons = try Fons()
    let version = try fons.run("--version")
    #expect(version.status == 0)
    #expect(version.text.hasPrefix("fons "))
    #expect(version.text.contains("library format 2"))
    for arguments in [
      ["--help"], ["check", "--help"], ["find", "-h"], ["library", "add", "--help"],
    ] {
      let help = try fons.run(arguments)
      #expect(help.status == 0)
      #expect(help.text.contains("USAGE: fons"))
      #expect(help.text.contains("EXAMPLES:"), "\(arguments)")
      #expect(help.errors.isEmpty)
    }
    #expect(try fons.run("--help").text.contains("Exit status: 0 all quotations pass"))
  }
}
