import FonsDocument
import FonsFormat
import FonsTesting
import FonsText
import Testing

@Suite struct PackedDocumentTests {
  @Test func quotationsOfAPDF() throws {
    let bytes = PDFFixtures.file([
      PDFFixtures.page(1, ["The keeper wrote that \"the lamp was lit an hour be-"]),
      PDFFixtures.page(2, ["fore the storm came over the bar\" and no more.", "He slept."]),
      PDFFixtures.page(3, ["Nothing else is known."]),
    ])
    #expect(PackedDocument.matches(bytes))
    let document = try DocumentReader().read(bytes, name: "report.bin")
    let quotation = try #require(document.quotations.first)
    #expect(
      String(decoding: quotation.text, as: UTF8.self)
        == "the lamp was lit an hour before the storm came over the bar")
    // Ranges count in the printed lines, running heads included.
    let printed = String(decoding: document.bytes[quotation.range.range], as: UTF8.self)
    #expect(printed.contains("be-\n") && printed.contains("The Book of Ferries"))
  }

  @Test func aParagraphAtTheRightEdgeOfAWordFileSigns() throws {
    func paragraph(_ text: String, _ properties: String = "") -> String {
      "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let right = "<w:pPr><w:jc w:val='right'/></w:pPr>"
    let body =
      paragraph("“There is no bad weather, there are only bad roofs.”")
      + paragraph("Tom Harrow", right)
      + paragraph("“Bees do not vote, and yet they move house.”") + paragraph("Next Page")
    let bytes = try ZipWriter.bytes(of: [
      (name: "[Content_Types].xml", content: Array("<Types/>".utf8)),
      (
        name: "word/document.xml",
        content: Array(
          "<w:document xmlns:w='w'><w:body>\(body)</w:body></w:document>".utf8)
      ),
    ])
    let document = try DocumentReader().read(bytes, name: "report.docx")
    #expect(document.quotations.map { $0.candidates.first } == ["author Tom Harrow", nil])
  }

  @Test func damagedFilesSayWhatIsWrong() {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0, 0]
    #expect(throws: (any Error).self) { try DocumentReader().read(zip, name: "book.epub") }
    #expect(!PackedDocument.matches(Array("Plain text.".utf8)))
  }
}
