import FonsText
import Testing

@testable import FonsFormat

/// What `pdftotext` may say of a hostile file.
@Suite struct PDFLayoutTests {
  /// Found by fuzzing: a place far outside of any page.
  @Test(arguments: ["9e99", "99999999999999999999999999999999999999999999", "-", "0.x", "1.7e"])
  func placesOutsideOfThePage(_ number: String) {
    let output = """
      <page width="612.0" height="\(number)">
      <block xMin="\(number)" yMin="\(number)" xMax="\(number)" yMax="\(number)">
      <line xMin="\(number)" yMin="\(number)" xMax="\(number)" yMax="\(number)">
      <word xMin="\(number)" yMin="\(number)" xMax="\(number)" yMax="\(number)">Weir</word>
      </line>
      </block>
      </page>
      """
    let read = PDFTextWriter(PDFLayout(Array(output.utf8))).write()
    #expect(String(decoding: read.text.text, as: UTF8.self) == "Weir")
  }
}
