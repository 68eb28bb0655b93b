import FonsReport
import Foundation
import Testing

/// Standard output carries the result alone, in the form that was asked for.
@Suite struct OutputTests {
  static let post = Package.example("post.txt")
  static let article = Package.example("article.md")

  @Test func severalInputsAreAnArray() throws {
    let run = try ExampleLibrary.fons().run("check", "--format", "json", Self.post, Self.article)
    guard case .array(let reports) = try run.json else {
      Issue.record("no array: \(run.text.prefix(200))")
      return
    }
    #expect(reports.map { $0["document"]?["path"] } == [.string(Self.post), .string(Self.article)])
    #expect(reports.allSatisfy { $0["schema"] == .string("fons.report/1") })
  }

  @Test func oneInputIsAnObjectWithTheContractsMembers() throws {
    let json = try ExampleLibrary.fons().run("check", "--format", "json", Self.post).json
    #expect(json["schema"] == .string("fons.report/1"))
    #expect(json["document"]?["path"] == .string(Self.post))
    for member in ["searched", "quotations", "commentary"] { #expect(json[member] != nil) }
    guard case .array(let quotations) = json["quotations"], let first = quotations.first else {
      Issue.record("no quotations")
      return
    }
    for member in [
      "id", "range", "line", "text", "marks", "parts", "verdict", "faithful", "reason", "wording",
      "attribution", "currency", "asOf", "coverage", "flags", "score", "chance", "citation",
      "matches", "differences", "lifetimes", "notes", "evidence",
    ] { #expect(first[member] != nil, "\(member)") }
    #expect(first["marks"] == .string(">"))
  }

  @Test func ndjsonIsALineEach() throws {
    let run = try ExampleLibrary.fons().run("check", "--format", "ndjson", Self.post, Self.article)
    #expect(run.lines.count == 2)
    #expect(run.text.hasSuffix("\n"))
    #expect(try run.jsonLines.allSatisfy { $0["schema"] == .string("fons.report/1") })
  }

  @Test func terminalIsReadWithoutColour() throws {
    let run = try ExampleLibrary.fons().run("check", Self.post)
    #expect(run.text.contains("verbatim") && run.text.contains("Hest Sound"))
    #expect(run.text.contains("Pellgrove") && run.text.contains("Pellgrave"))
    #expect(!run.output.contains(0x1B), "no escape codes where there is no terminal")
  }

  @Test func otherFormats() throws {
    let fons = try ExampleLibrary.fons()
    let markdown = try fons.run("check", "--format", "markdown", Self.post)
    #expect(markdown.text.contains("Hest Sound"))
    let html = try fons.run("check", "--format", "html", Self.post)
    #expect(html.text.lowercased().hasPrefix("<!doctype html>"))
    #expect(html.text.contains("Pellgrave"))
    #expect(!html.text.contains("<script src") && !html.text.contains("<link rel=\"stylesheet\""))
    for run in [markdown, html] {
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
    }
  }

  @Test(arguments: ["json", "ndjson", "html", "markdown", "terminal"])
  func commentaryCanBeLeftOut(format: String) throws {
    let fons = try ExampleLibrary.fons()
    let claim = "thought up by the ferry company"
    let without = try fons.run("check", "--no-commentary", "--format", format, Self.post)
    #expect(!without.text.contains(claim))
    #expect(without.text.contains("Hest Sound"))
    let one = try fons.run("check", "--no-commentary", "--format", "json", Self.post, Self.post)
    #expect(!one.text.contains(claim))
  }

  @Test(arguments: ["json", "html", "terminal"])
  func outputGoesToTheFileWhole(format: String) throws {
    let fons = try ExampleLibrary.fons()
    let direct = try fons.run("check", "--format", format, Self.post)
    let file = try fons.home.write("report", "the old report")
    let run = try fons.run("check", "--format", format, "--output", file, Self.post)
    #expect(run.output.isEmpty)
    #expect(run.status == 0)
    #expect(try fons.home.read("report") == direct.output)
    #expect(try fons.home.names.filter { $0.hasPrefix("report") } == ["report"])
  }

  @Test func aReportThatCannotBeWrittenLeavesTheOldOne() throws {
    let fons = try ExampleLibrary.fons()
    try fons.home.write("report", "the old report")
    let report = fons.home.path("report")
    let run = try fons.shell(
      "ulimit -f 1; exec \"$FONS\" check --format html --output '\(report)' '\(Self.post)'")
    #expect(run.status == 3)
    #expect(run.errors.contains(report))
    #expect(run.errors.hasPrefix("fons: ") && !run.errors.contains("Domain="))
    #expect(try fons.home.read("report") == Array("the old report".utf8))
    #expect(try fons.home.names.filter { $0.hasPrefix("report") } == ["report"])
    let nowhere = try fons.run("check", "--output", "/no/such/folder/report", Self.post)
    #expect(nowhere.status == 3)
    #expect(nowhere.errors.contains("/no/such/folder/report"))
  }

  @Test func outputGoesThroughLinksAndIntoPipes() throws {
    let fons = try ExampleLibrary.fons()
    let target = try fons.home.write("target", "old")
    let link = fons.home.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(try fons.run("check", "--output", link, Self.post).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(String(decoding: try fons.home.read("target"), as: UTF8.self).contains("Hest Sound"))
    // A pipe, as of `--output >(pager)`; a device is no different.
    let pipe = fons.home.path("pipe")
    let run = try fons.shell(
      """
      mkfifo '\(pipe)'
      "$FONS" check --output '\(pipe)' '\(Self.post)' & cat '\(pipe)'; wait $!; echo "$?"
      test -p '\(pipe)' && echo still
      """)
    #expect(run.text.contains("Hest Sound"))
    #expect(run.lines.suffix(2) == ["0", "still"])
  }

  @Test func terminalHasColourUnlessItIsRefused() throws {
    let fons = try ExampleLibrary.fons()
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
    func terminal(_ setting: String) throws -> Fons.Run {
      try fons.shell("\(setting) script -qec '\"$FONS\" check \(Self.post)' /dev/null < /dev/null")
    }
    #expect(try terminal("").output.contains(0x1B))
    #expect(try !terminal("NO_COLOR=1").output.contains(0x1B))
    #expect(try !terminal("TERM=dumb").output.contains(0x1B))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let fons = try ExampleLibrary.fons()
    let line =
      #"{"id": 1, "text": "It will tolerate salt, drought and gales, but it cannot tolerate"}"#
    let texts = try fons.home.write(
      "texts.ndjson", String(repeating: line + "\n", count: 2000))
    let run = try fons.shell(
      """
      "$FONS" find --input-format ndjson --format ndjson < '\(texts)' | head -n 1
      echo "${PIPESTATUS[0]}"
      """)
    #expect(run.errors.isEmpty)
    #expect(run.lines.count == 2)
    // 128 + SIGPIPE, as of every filter.
    #expect(run.lines.last == "141")
  }

  @Test(arguments: ["json", "terminal"])
  func closedOutputIsSaid(format: String) throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.shell("exec \"$FONS\" check --format \(format) '\(Self.post)' >&-")
    #expect(!run.isSignal)
    #expect(run.status == 3, "\(run.errors)")
    #expect(!run.errors.isEmpty)
    let full = try fons.shell("exec \"$FONS\" check --format \(format) '\(Self.post)' > /dev/full")
    #expect(full.status == 3, "\(full.errors)")
    #expect(!full.errors.isEmpty)
  }
}
