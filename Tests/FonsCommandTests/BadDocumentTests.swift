import FonsReport
import FonsText
import Foundation
import Testing

/// Documents and sources that are not what they should be.
@Suite struct BadDocumentTests {
  private static let known =
    "It will tolerate salt, drought and gales, but it cannot tolerate shade"

  /// Bytes of no text: the command itself begins with such.
  private static var binary: [UInt8] {
    var random = Seeded(7)
    return [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]
      + (0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  @Test func aDocumentThatIsNotTextIsRefused() throws {
    let fons = try ExampleLibrary.fons()
    let path = try fons.home.write("picture.txt", Self.binary)
    let run = try fons.run("check", "--format", "json", path)
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("picture.txt") && run.errors.contains("not text"))
    #expect(try fons.run(["check"], input: Self.binary).errors.contains("standard input"))
    // Who knows better says so.
    #expect(try fons.run("check", "--input-format", "text", path).status < 2)
  }

  @Test func aSourceThatIsNotTextIsRefusedAndTheOthersAreAdded() throws {
    let fons = try Fons()
    try fons.home.write("books/picture.txt", Self.binary)
    try fons.home.write("books/book.txt", Self.known + ".\n")
    let run = try fons.run("library", "add", fons.home.path("books"))
    #expect(run.status == 3)
    #expect(run.errors.contains("books/picture.txt") && run.errors.contains("not text"))
    #expect(try fons.run("find", Self.known).status == 0)
    let alone = try fons.run("library", "add", fons.home.path("books/picture.txt"))
    #expect(alone.status == 3)
    #expect(alone.errors.contains("not text"))
  }

  @Test func invalidUTF8IsReadAndSaid() throws {
    let fons = try ExampleLibrary.fons()
    let bytes =
      Array("Caf".utf8) + [0xE9] + Array(" — “\(Self.known)” — ære, blåbær.".utf8) + [
        0xFF, 0xC3, 0x28,
      ]
    let path = try fons.home.write("latin.txt", bytes)
    let run = try fons.run("check", "--format", "json", path)
    let report = try run.report
    #expect(run.status == 0)
    #expect(report.quotations.map(\.verdict) == [.verbatim])
    let range = try #require(report.quotations.first?.range)
    #expect(String(decoding: bytes[range.start..<range.end], as: UTF8.self).contains(Self.known))
    #expect(run.errors.contains("latin.txt") && run.errors.contains("invalid"))
  }

  @Test func invalidUTF8InASourceIsReadAndSaid() throws {
    let fons = try Fons()
    let path = try fons.home.write(
      "latin.txt", Array("Ærø — caf".utf8) + [0xE9] + Array(". \(Self.known).\n".utf8))
    let run = try fons.run("library", "add", path)
    #expect(run.status == 0)
    #expect(run.errors.contains("latin.txt") && run.errors.contains("not UTF-8"))
    #expect(try fons.run("find", Self.known).status == 0)
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "   \n\t\n", ">", "“", "> \n> \n", "“”", "\"\"\"\"\"", "\0",
  ])
  func anEmptyDocumentHasNoQuotations(content: String) throws {
    let fons = try ExampleLibrary.fons()
    let path = try fons.home.write("empty.txt", content)
    let run = try fons.run("check", path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("No quotations found"))
    for name in ["empty.md", "empty.html", "empty.eml"] {
      try fons.home.write(name, content)
      let run = try fons.run("check", "--format", "json", fons.home.path(name))
      #expect(run.status == 0, "\(name)")
      #expect(try run.report.quotations.isEmpty, "\(name)")
    }
  }

  @Test(arguments: ["json", "ndjson", "html", "markdown", "terminal"])
  func aDocumentWithoutQuotationsSaysSo(format: String) throws {
    let run = try ExampleLibrary.fons().run(
      "check", "--format", format, input: "The boat left at seven. Nobody said a word.\n")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    if format.hasSuffix("json") {
      #expect(run.text.contains("\"quotations\":"))
    } else {
      #expect(run.text.contains("No quotations found") || run.text.contains("no quotations"))
    }
  }

  @Test func threeWordsAreTooFewAndItSaysWhy() throws {
    let run = try ExampleLibrary.fons().run(
      "check", "--format", "json", input: "> the Tidal Commission\n")
    let report = try run.report
    let entry = try #require(report.quotations.first, "\(run.text)")
    #expect(run.status == 1)
    #expect(entry.verdict == .unverifiable)
    #expect(entry.faithful == nil && entry.wording == nil)
    #expect(entry.reason.contains("short") || entry.reason.contains("words"), "\(entry.reason)")
    #expect(entry.reason.contains { $0.isNumber }, "how often: \(entry.reason)")
  }

  @Test func aFolderIsNoDocument() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.run("check", fons.home.path)
    #expect(run.status == 3)
    #expect(run.errors.contains(fons.home.path) && run.errors.contains("folder"))
  }

  @Test func anAddressIsNotReadAsAFile() throws {
    let run = try ExampleLibrary.fons().run("check", "https://example.org/page")
    #expect(run.status == 3)
    #expect(run.errors.contains("https://example.org/page"))
  }

  @Test func aFileThatMayNotBeReadIsSaid() throws {
    let fons = try ExampleLibrary.fons()
    let path = try fons.home.write("secret.txt", Self.known)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // The superuser reads everything.
    guard getuid() != 0 else { return }
    for arguments in [
      ["check", path], ["library", "add", "--library", fons.home.path("l"), path],
    ] {
      let run = try fons.run(arguments)
      #expect(run.status == 3)
      #expect(run.errors.contains("secret.txt") && run.errors.lowercased().contains("permission"))
    }
  }
}
