import FonsDocument
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

  @Test func damagedFilesSayWhatIsWrong() {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 0, 0]
    #expect(throws: (any Error).self) { try DocumentReader().read(zip, name: "book.epub") }
    #expect(!PackedDocument.matches(Array("Plain text.".utf8)))
  }
}
