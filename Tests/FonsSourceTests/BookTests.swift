import FonsFormat
import FonsSource
import Testing

@Suite struct BookTests {
  private func work(_ bytes: [UInt8]) throws -> Work {
    let folder = try TemporaryFolder()
    // The name says nothing.
    let found = try Delivery(folder.write("some.bin", bytes))
    #expect(found.unreadable.isEmpty)
    return try #require(found.works.first)
  }

  private func text(_ work: Work) -> String { String(decoding: work.text, as: UTF8.self) }

  @Test func booksAreReadInTheirOrder() throws {
    let work = try work(BookFixtures.epub())
    #expect(work.title == "Tidal & Lunar Mills")
    #expect(work.language == "en")
    #expect(work.revision.time == "2011-02-03T04:05:06Z")
    #expect(work.aliases.contains("urn:isbn:9780000000002"))
    #expect(text(work).hasPrefix("The mill\n\nThe old mill turned[1] at every tide."))
    #expect(!text(work).contains("Contents"))
    #expect(work.sections.map(\.title) == ["The mill", "Notes"])
    #expect(work.notes.map(\.text) == ["Twice a day, says the register."])
    #expect(work.notes.first?.urls == ["https://mills.example/tides"])
  }

  @Test func drawingsArePages() throws {
    let package = BookFixtures.package(spine: "<itemref idref='b'/><itemref idref='d'/>")
      .replacing(
        "</manifest>",
        with: "<item id='d' href='d.svg' media-type='image/svg+xml'/></manifest>")
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg"><title>No words</title><style>.a { b }</style><g>
      <text x="1">The sluice <tspan>is shut</tspan></text><text>at dusk.</text></g></svg>
      """
    let work = try work(BookFixtures.epub(package: package, more: [("OPS/d.svg", drawing)]))
    #expect(text(work).contains("The sluice is shut\n\nat dusk."))
    #expect(!text(work).contains("No words"))
  }

  @Test func missingChaptersAreReported() throws {
    let folder = try TemporaryFolder()
    let package = BookFixtures.package(spine: "<itemref idref='b'/><itemref idref='gone'/>")
      .replacing("</manifest>", with: "<item id='gone' href='gone.xhtml'/></manifest>")
    let found = try Delivery(folder.write("x", BookFixtures.epub(package: package)))
    #expect(found.works.count == 1)
    #expect(found.warnings.contains { $0.message.contains("gone.xhtml") })
  }

  @Test func wordDocuments() throws {
    let body = """
      <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Weirs</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">A weir </w:t></w:r><w:r><w:t>raises</w:t></w:r>
      <w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>not</w:delText></w:r></w:del>
      <w:r><w:t xml:space="preserve"> the river &lt;slowly&gt;.</w:t></w:r></w:p>
      <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Second.</w:t></w:r></w:p>
      """
    let notes = """
      <w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
      <w:footnote w:id="2"><w:p><w:r><w:t>By a metre.</w:t></w:r></w:p></w:footnote>
      """
    let work = try work(BookFixtures.word(body, notes: notes))
    #expect(work.title == "On weirs")
    #expect(
      text(work) == "Weirs\n\nA weir raises[1] the river <slowly>.\n\nSecond.\n\nBy a metre.")
    #expect(work.sections.map(\.title) == ["Weirs"])
    #expect(work.notes.map { "\($0.marker): \($0.text)" } == ["1: By a metre."])
  }

  @Test func openDocumentTexts() throws {
    let body = """
      <text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
      <text:h text:outline-level="2">Locks</text:h>
      <text:p>A lock<text:note><text:note-citation>1</text:note-citation><text:note-body>
      <text:p>Or sluice.</text:p></text:note-body></text:note> lifts<text:s text:c="1"/>boats.</text:p>
      <text:list><text:list-item><text:p>Gate</text:p></text:list-item></text:list>
      """
    let work = try work(BookFixtures.openText(body))
    #expect(work.title == "On locks")
    #expect(text(work).hasPrefix("Locks\n\nA lock[1] lifts boats.\n\nGate"))
    #expect(text(work).hasSuffix("\n\nOr sluice."))
    #expect(work.notes.map(\.text) == ["Or sluice."])
    #expect(work.sections.first?.level == 2)
  }

  @Test func archivesHoldFiles() throws {
    for format in [ArchiveFixtures.Format.zip, .sevenZip, .tar] {
      let folder = try TemporaryFolder()
      let inner = ArchiveFixtures.zip([("three.txt", "Third.")])
      let bytes = ArchiveFixtures.archive(
        format,
        [
          ("one.txt", Array("First.".utf8)), ("sub/dump.xml", CompressedFixtures.gzip),
          ("sub/inner.zip", inner), (".hidden", Array("No.".utf8)),
          ("bad.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
          ("last.txt", Array("Last.".utf8)),
        ])
      let found = try Delivery(folder.write("x", bytes))
      #expect(found.titles == ["one", "Tree 1", "Tree 2", "Tree 3", "three", "last"])
      #expect(found.unreadable.map { $0.path.hasSuffix("x/bad.7z") } == [true])
    }
  }
}
