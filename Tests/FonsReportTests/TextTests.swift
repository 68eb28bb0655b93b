import FonsText
import Testing

@testable import FonsReport

struct TextTests {
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      String(repeating: "a", count: 119),
      "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"
    ),
  ])
  func `the hash of the content security policy`(text: String, expected: String) {
    let digest = SHA256.digest(Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digest.joined() == expected)
  }

  @Test func `text is made visible`() {
    #expect(VisibleText()("a \n\t b\u{AD}c\u{200B}") == "a bc")
    #expect(VisibleText(keepsLines: true)("a\r\nb\tc\u{1B}") == "a\nb\tc\u{FFFD}")
    #expect(VisibleText()("\u{202E}x") == "<U+202E>x")
    #expect(VisibleText(unicode: false)("“é” – …") == "\"<U+00E9>\" - ...")
  }

  @Test func `wide and combining characters are measured`() {
    #expect(Columns.count("abc") == 3)
    #expect(Columns.count("源泉") == 4)
    #expect(Columns.count("e\u{301}") == 1)
  }

  @Test func `a difference is marked where its words stand, or not at all`() {
    var placement = Placement(text: Array("one two one".utf8))
    let added = placement.add(0, "one", near: 7, orUpTo: nil)
    let passedBy = placement.add(1, "two", near: 4, orUpTo: nil)
    #expect(added && !passedBy)
    #expect(
      placement.pieces == [Piece(text: "one two "), Piece(text: "one", difference: 0)])
  }

  @Test func `words that a part leaves out are marked between words`() throws {
    var entry = try #require(Sample.rich.report.quotations.first { $0.verdict == .stitched })
    let place = entry.parts[1].range.start + "the council never".utf8.count
    entry.differences = [
      Report.Difference(
        kind: "omission", weight: .major,
        quoted: Report.Excerpt(range: ByteRange(place, place), text: ""),
        source: Report.Excerpt(range: ByteRange(9_821, 9_827), text: " quite"), note: nil)
    ]
    for document in [Sample.rich.document, nil] {
      let pieces = entry.quotationPieces(document: document)
      #expect(pieces.first?.text.hasSuffix("the council never") == true)
      #expect(pieces.map(\.text).joined() == entry.text)
    }
  }

  @Test func `line prefixes and marks are seen through`() throws {
    let document = Array("x\n> one\n> two\n".utf8)
    let map = try #require(
      TextMap(of: Array("one two".utf8), in: document, range: ByteRange(2, 13)))
    #expect(map.offset(of: 10) == 4)
    #expect(TextMap(of: Array("three".utf8), in: document, range: ByteRange(2, 13)) == nil)
  }

  @Test(arguments: [
    ("short words here now", 1, "short%20words%20here%20now"),
    ("a well-known, case & more", 1, "a%20well%2Dknown%2C%20case%20%26%20more"),
    (
      "one two[3] three four five six seven eight nine ten[4]", 1,
      "one%20two,seven%20eight%20nine%20ten"
    ),
    ("two words", 1, "before%20it%20was-,two%20words,-after%20it%20is"),
    (
      "four words stand twice", 2,
      "before%20it%20was-,four%20words%20stand%20twice,-after%20it%20is"
    ),
  ])
  func `an address of the very words`(text: String, occurrences: Int, expected: String) throws {
    let match = Sample.match(
      "W", nil, text, start: 0, before: "long before it was", after: "after it is gone",
      occurrences: occurrences)
    let address = try #require(WebAddress("https://w.example/#part"))
    #expect(address.toWords(of: match).text == "https://w.example/#part:~:text=" + expected)
  }

  @Test func `figures as people read them`() {
    #expect(Figures.percent(0.9996) == "99.9 %")
    #expect(Figures.percent(1) == "100 %")
    #expect(Figures.small(0.00031) == "0.0003")
    #expect(Figures.small(0) == "fewer than 0.0001")
  }
}
