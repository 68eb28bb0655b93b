import FonsSource
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that were built to do harm: a clear error in bounded time and memory, and the next item
/// goes on.
@Suite struct HostileTests {
  /// What is read of a folder with the file and an innocent one after it.
  private func read(
    _ bytes: [UInt8], within seconds: Double = 60, limit: Int = 1 << 20
  ) throws -> Delivery {
    let folder = try TemporaryFolder()
    try folder.write("a", bytes)
    try folder.write("b.txt", "Innocent.")
    let start = Date()
    let found = try Delivery(folder.path, SourceOptions(fileLimit: limit))
    #expect(Date().timeIntervalSince(start) < seconds)
    #expect(found.titles.last == "b")
    return found
  }

  static let spaces = [UInt8](repeating: 0x20, count: 80 << 20)

  @Test(arguments: [0, 1, 2])
  func compressedBombs(_ index: Int) throws {
    let compress = [
      { ArchiveFixtures.gzip($0) }, ArchiveFixtures.bzip2, ArchiveFixtures.xz,
    ][index]
    let found = try read(compress(Self.spaces))
    #expect(found.unreadable.map(\.kind) == [.tooLarge])
    // The same as an export, which is read in pieces.
    guard index == 0 else { return }
    let export = try read(compress(Array("<mediawiki><page".utf8) + Self.spaces))
    #expect(export.unreadable.map(\.kind) == [.corrupt])
  }

  @Test func archiveBombs() throws {
    let bomb = ArchiveFixtures.gzip([UInt8](repeating: 0x20, count: 4 << 20))
    for format in [ArchiveFixtures.Format.zip, .sevenZip] {
      let files = [("one.txt", [UInt8](repeating: 0x20, count: 4 << 20)), ("two.gz", bomb)]
      let found = try read(ArchiveFixtures.archive(format, files))
      #expect(found.unreadable.map(\.kind) == [.tooLarge, .tooLarge])
    }
    let chapter = "<html><body><p>" + String(repeating: "x", count: 4 << 20)
    let book = try read(BookFixtures.epub(one: chapter))
    #expect(book.unreadable.map(\.kind) == [.tooLarge])
    let text = try read(BookFixtures.word("<w:p>" + String(repeating: " ", count: 4 << 20)))
    #expect(text.unreadable.map(\.kind) == [.tooLarge])
  }

  /// Found by fuzzing: the marker of a note began in a heading and ended behind it.
  @Test func markersThatRunOverTheirHeadings() throws {
    let page =
      "<html><h1>The mill <a href=#cite_note-1>1<p>It stood empty.</p></a></h1><h2>Its wheel</h2>"
    let found = try read(Array(page.utf8))
    #expect(found.works.first?.sections.map(\.title) == ["The mill ", "Its wheel"])
  }

  @Test func archivesInArchives() throws {
    var bytes = Array("Deep.".utf8)
    for index in 0..<9 { bytes = ArchiveFixtures.archive(.zip, [("\(index).x", bytes)]) }
    let found = try read(bytes)
    #expect(found.unreadable.map(\.kind) == [.unsupported])
    #expect(found.titles == ["b"])
  }

  @Test func entitiesDoNotGrow() throws {
    let names = (0..<12).map { "e\($0)" }
    let entities = zip(names.dropFirst(), names).map { name, inner in
      "<!ENTITY \(name) \"" + String(repeating: "&\(inner);", count: 10) + "\">"
    }
    let type = "<!DOCTYPE x [<!ENTITY e0 \"grow\">\(entities.joined())]>"
    let export = try read(Array("<?xml version='1.0'?>\(type)<mediawiki>&e11;</mediawiki>".utf8))
    #expect(export.unreadable.map(\.kind) == [.unsupported])
    let chapter = "<?xml version='1.0'?>\(type)<html><body><p>Grow &e11; not.</p></body></html>"
    let book = try #require(try read(BookFixtures.epub(one: chapter)).works.first)
    #expect(book.text.count < 1_000)
    #expect(String(decoding: book.text, as: UTF8.self).contains("not."))
    let word = try read(BookFixtures.word("<w:p><w:t>&e11;</w:t></w:p>")).works.first
    #expect((word?.text.count ?? 0) < 1_000)
  }

  @Test func deepNesting() throws {
    func nested(_ name: String) -> String {
      String(repeating: "<\(name)>", count: 100_000) + "Deep."
        + String(repeating: "</\(name)>", count: 100_000)
    }
    let limit = 8 << 20
    let export = try read(Array("<mediawiki><page>\(nested("x"))".utf8), limit: limit)
    #expect(export.unreadable.map(\.kind) == [.corrupt])
    for name in ["div", "b"] {
      let page = try read(Array("<!DOCTYPE html>\(nested(name))".utf8), limit: limit)
      #expect(page.works.count == 2)
    }
    let book = try read(
      BookFixtures.epub(one: "<html><body>\(nested("section"))</body></html>"), limit: limit)
    #expect(book.works.count == 2)
    for element in ["w:del", "w:p"] {
      #expect(try read(BookFixtures.word(nested(element)), limit: limit).titles.last == "b")
    }
    for element in ["text:p", "text:note-body"] {
      #expect(try read(BookFixtures.openText(nested(element)), limit: limit).titles.last == "b")
    }
  }

  @Test func pathsLeadOutOfABook() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret.xhtml", "<html><body><p>A secret.</p></body></html>")
    let package = BookFixtures.package(spine: "<itemref idref='b'/><itemref idref='s'/>")
      .replacing(
        "</manifest>",
        with:
          "<item id='s' href='../../../secret.xhtml' media-type='application/xhtml+xml'/></manifest>"
      )
    try folder.write("books/a", BookFixtures.epub(package: package))
    let found = try Delivery(folder.path + "/books")
    let text = String(decoding: try #require(found.works.first).text, as: UTF8.self)
    #expect(text.contains("The old mill") && !text.contains("secret"))
    #expect(found.warnings.contains { $0.message.contains("outside of the book") })
  }

  @Test func namesInArchivesAreNames() throws {
    let found = try read(
      ArchiveFixtures.zip([
        ("../../../../tmp/fons-escape.txt", "No."), ("/etc/fons.txt", "No."), ("ok.txt", "Yes."),
      ]))
    #expect(found.titles == ["ok", "b"])
    #expect(found.unreadable.map(\.kind) == [.corrupt, .corrupt])
  }

  @Test func linksLeadBack() throws {
    let folder = try TemporaryFolder()
    try folder.write("sub/a.txt", "Words.")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder.path + "/sub/up", withDestinationPath: "..")
    try files.createSymbolicLink(atPath: folder.path + "/self", withDestinationPath: "self")
    let found = try Delivery(folder.path)
    #expect(found.titles == ["a"])
    #expect(found.unreadable.map { $0.path.hasSuffix("/self") } == [true])
  }

  @Test func namesNeedNotBeUTF8() throws {
    let folder = try TemporaryFolder()
    let name = Array((folder.path + "/caf").utf8) + [0xE9] + Array("-ü.txt".utf8) + [0]
    // Some systems allow no such names.
    guard
      let file = name.withUnsafeBytes({ fopen($0.bindMemory(to: CChar.self).baseAddress!, "w") })
    else { return }
    fputs("Words.", file)
    fclose(file)
    let found = try Delivery(folder.path)
    #expect(found.titles == ["caf\\xE9-ü"])
    #expect(found.unreadable.isEmpty)
  }

  @Test func damagedTextIsNotTakenForGood() throws {
    // Two members; the checksum of the second is wrong, and nothing else shows it.
    let pages = (1...3).map {
      "<page><title>Tree \($0)</title><ns>0</ns><id>\($0)</id><revision><id>1</id>"
        + "<text>The \($0). tree.</text></revision></page>\n"
    }
    var second = ArchiveFixtures.gzip(Array((pages[1] + pages[2] + "</mediawiki>").utf8))
    second[second.count - 6] ^= 0xFF
    let first = ArchiveFixtures.gzip(Array(("<mediawiki>" + pages[0]).utf8))
    let found = try read(first + second)
    #expect(found.unreadable.map(\.kind) == [.corrupt])
    let warning = try #require(found.warnings.first)
    #expect(warning.kind == .corrupt)
    #expect(warning.message.contains("“Tree 2”") || warning.message.contains("“Tree 1”"))
  }
}
