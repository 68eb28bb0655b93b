import FonsFormat
import FonsSource
import Foundation
import Testing

@Suite struct FileTests {
  @Test func foldersAreReadInOrderAndOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("b_two.txt", "Second.")
    try folder.write("a.txt", "First.")
    try folder.write("sub/c.text", "Third.")
    try folder.write(".hidden", "No.")
    try folder.write("picture.bin", [0x89, 0x50, 0, 0, 1, 2])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/sub/loop", withDestinationPath: folder.path)
    let found = try Delivery(folder.path)
    #expect(found.titles == ["a", "b_two", "c"])
    #expect(found.unreadable.map(\.kind) == [.notText])
    #expect(found.unreadable.first?.path.hasSuffix("picture.bin") == true)
    #expect(found.works[1].aliases.contains("b two"))
    #expect(found.works[2].aliases.contains("sub/c.text"))
  }

  @Test func textStaysByteForByte() throws {
    let folder = try TemporaryFolder()
    let bytes = [0xEF, 0xBB, 0xBF] + Array("One\r\n\ttwo  é\n".utf8)
    let work = try Delivery(folder.write("x.txt", bytes)).works.first
    #expect(work?.text == bytes)
    #expect(work?.url == nil)
    #expect(work?.revision == Revision())
  }

  @Test func otherEncodings() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80])
    try folder.write("b.txt", [0xFF, 0xFE, 0x68, 0, 0xE9, 0])
    try folder.write("c.txt", Array("été à Orléans ".utf8) + [0xFF])
    let found = try Delivery(folder.path)
    #expect(
      found.works.map { String(decoding: $0.text, as: UTF8.self) }
        == ["“café” €", "hé", "été à Orléans \u{FFFD}"])
    #expect(found.warnings.map(\.kind) == [.converted, .converted, .converted])
  }

  @Test func emptyFile() throws {
    let folder = try TemporaryFolder()
    #expect(try Delivery(folder.write("x.txt", "")).works.first?.text.isEmpty == true)
  }

  @Test func dumpsAreFoundByContent() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", CompressedFixtures.gzip)
    try folder.write("b.txt", "Plain.")
    #expect(try Delivery(folder.path).titles == ["Tree 1", "Tree 2", "Tree 3", "b"])
  }

  @Test func filesHaveALimit() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", String(repeating: "x", count: 5000))
    try folder.write("b.txt", "ok")
    let found = try Delivery(folder.path, SourceOptions(fileLimit: 1000))
    #expect(found.titles == ["b"])
    #expect(found.unreadable.map(\.kind) == [.tooLarge])
  }

  @Test func savedWikiPages() throws {
    let folder = try TemporaryFolder()
    let text = """
      A jetty is a pier.[1] It is old.[2] Again.[1][note 1][citation needed]
      An array[1] too.

      Notes[edit]

      ^ Only some.

      References[edit]

      ^ a b c Guide to piers. http://a.example/x.
      ^ Annals, p. 4.

      \t\tRetrieved from "https://harbours.example/w/index.php?title=Old_pier_%28x%29&oldid=815" Categories: Piers
      """
    let work = try #require(try Delivery(folder.write("jetty.txt", text)).works.first)
    #expect(work.title == "jetty")
    #expect(work.url == "https://harbours.example/wiki/Old_pier_%28x%29")
    #expect(work.revision.id == 815)
    #expect(work.aliases.contains("Old pier (x)"))
    #expect(
      work.notes.map { "\($0.marker): \($0.text)" } == [
        "1: Guide to piers. http://a.example/x.", "2: Annals, p. 4.",
        "1: Guide to piers. http://a.example/x.", "note 1: Only some.", "citation needed: ",
        "1: Guide to piers. http://a.example/x.",
      ])
    #expect(work.notes.first?.urls == ["http://a.example/x"])
  }

  @Test func numberedNotes() throws {
    let folder = try TemporaryFolder()
    let work = try Delivery(
      folder.write("x.txt", "Words.[1] More.[2] a[i] = b[0]\n\n[1] First note.\n[2] Second note.\n")
    )
    .works.first
    #expect(work?.notes.prefix(2).map(\.text) == ["First note.", "Second note."])
  }
}
