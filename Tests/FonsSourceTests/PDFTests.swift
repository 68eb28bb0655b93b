import FonsFormat
import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@Suite struct PDFTests {
  private static let book = PDFFixtures.file([
    PDFFixtures.page(
      11, ["The first ferry crossed the strait in a well-", "known storm, and its pas-"]),
    PDFFixtures.page(
      12,
      ["sengers went on to the well-known harbour", "of the North-", "South line.", "12 boats."]),
    PDFFixtures.page(13, ["A second ferry carried the passengers of", "later years \\(1901\\)."]),
    PDFFixtures.page(14, ["The end."]),
  ])

  @Test func linesBecomeParagraphs() throws {
    let folder = try TemporaryFolder()
    let found = try Delivery(folder.write("-ferries", Self.book))
    let work = try #require(found.works.first)
    let text = String(decoding: work.text, as: UTF8.self)
    #expect(
      text.contains(
        "crossed the strait in a well-known storm, and its passengers went on to the well-known "
          + "harbour of the North-South line."))
    #expect(text.contains("later years (1901)."))
    #expect(!text.contains("The Book of Ferries"))
    #expect(text.contains("12 boats."))
    #expect(work.sections.map(\.title) == ["page 11", "page 12", "page 13", "page 14"])
    let second = work.sections[1].start
    #expect(String(decoding: work.text[second...].prefix(12), as: UTF8.self) == "sengers went")
  }

  @Test func offsetsLeadToThePrintedLines() throws {
    let read = try PDFReader().read(Self.book)
    let text = String(decoding: read.text.text, as: UTF8.self)
    let printed = String(decoding: read.printed, as: UTF8.self)
    #expect(printed.contains("The Book of Ferries\n"))
    #expect(read.text.origin.count == read.text.text.count)
    for word in ["strait", "storm", "harbour", "second"] {
      let start = try #require(text.firstRange(of: word)?.lowerBound)
      let place = read.text.origin.original(
        of: text.utf8.distance(from: text.startIndex, to: start))
      #expect(read.printed[place...].starts(with: word.utf8))
    }
  }

  @Test func aMillionPagesAreDeclared() throws {
    let folder = try TemporaryFolder()
    let page = PDFFixtures.page(1, ["One page there is."])
    try folder.write("a.pdf", PDFFixtures.file([page], count: 1_000_000))
    try folder.write("b.txt", "Next.")
    let start = Date()
    let found = try Delivery(folder.path)
    #expect(Date().timeIntervalSince(start) < 240)
    #expect(found.titles.last == "b")
    let isRead = found.works.count == 2
    #expect(isRead || found.unreadable.first?.kind == .tooLarge || found.unreadable.count == 1)
  }

  @Test func timeIsBounded() throws {
    let page = PDFFixtures.page(1, ["One page there is."])
    let bytes = PDFFixtures.file([page], count: 2_000_000_000)
    let start = Date()
    _ = try? PDFReader(seconds: 2, outputBytes: 1 << 20).read(bytes)
    #expect(Date().timeIntervalSince(start) < 30)
  }

  @Test func damagedFilesAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", "%PDF-1.4\nnothing of a document")
    try folder.write("b.txt", "Next.")
    let found = try Delivery(folder.path)
    #expect(found.titles == ["b"])
    #expect(found.unreadable.map(\.kind) == [.corrupt])
  }

  @Test func whatIsMissingIsSaid() throws {
    let error = #expect(throws: PDFError.self) {
      try PDFReader(seconds: 5, searchPath: "/nowhere").read(Self.book)
    }
    #expect(error?.kind == .noReader)
    #expect(error?.message.contains("poppler-utils") == true)
  }
}
