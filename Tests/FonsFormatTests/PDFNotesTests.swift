import FonsText
import Testing

@testable import FonsFormat

/// Numbered notes at the foot of a PDF's pages, as `pdftotext -bbox-layout` shows them.
@Suite struct PDFNotesTests {
  /// A line of words of one size; one that begins with `^` is raised and smaller.
  private static func line(_ text: String, top: Float, size: Float) -> String {
    var left: Float = 72
    var words = ""
    for part in text.split(separator: " ") {
      let isRaised = part.hasPrefix("^")
      let word = isRaised ? String(part.dropFirst()) : String(part)
      let height = isRaised ? size * 0.7 : size
      let start = isRaised ? top - 1 : top
      // A raised number stands directly behind its word.
      if isRaised, left > 72 { left -= 4 }
      let right = left + Float(word.count) * 5
      words += """
        <word xMin="\(left)" yMin="\(start)" xMax="\(right)" yMax="\(start + height)">\(word)</word>

        """
      left = right + 4
    }
    return """
      <block xMin="72" yMin="\(top)" xMax="500" yMax="\(top + size)">
      <line xMin="72" yMin="\(top)" xMax="500" yMax="\(top + size)">
      \(words)</line>
      </block>

      """
  }

  private static func read(_ pages: [[(String, Float, Float)]]) -> PDFReader.Text {
    let output = pages.map { lines in
      "<page width=\"612\" height=\"792\">\n"
        + lines.map { line($0.0, top: $0.1, size: $0.2) }.joined() + "</page>\n"
    }.joined()
    return PDFTextWriter(PDFLayout(Array(output.utf8))).write()
  }

  private static let book = read([
    [
      ("The weir was raised by two feet. ^1 Nobody asked the miller about it, and", 100, 10),
      ("^1 The minutes of 1871 say three; see", 700, 8),
      ("https://weir.example/minutes for both.", 709, 8),
    ],
    [
      ("so the mill stood under water ^2 until the spring.", 100, 10),
      ("Then it was sold.", 130, 10),
      ("^2 For nine days.", 700, 8),
    ],
  ])

  @Test func markersLeadToTheNotesOfTheirPage() throws {
    let notes = Self.book.text.notes
    #expect(notes.map(\.marker) == ["1", "2"])
    #expect(
      notes.map(\.text) == [
        "The minutes of 1871 say three; see https://weir.example/minutes for both.",
        "For nine days.",
      ])
    #expect(notes[0].urls == ["https://weir.example/minutes"])
    let text = Self.book.text.text
    #expect(
      notes.map { String(decoding: text[$0.range.range], as: UTF8.self) } == ["[1]", "[2]"])
    #expect(Self.book.text.spans.map(\.value) == ["1", "2"])
  }

  @Test func aParagraphGoesOverTheNotesBetweenItsPages() {
    let text = String(decoding: Self.book.text.text, as: UTF8.self)
    #expect(
      text == """
        The weir was raised by two feet.[1] Nobody asked the miller about it, and so the mill stood under water[2] until the spring.

        1 The minutes of 1871 say three; see https://weir.example/minutes for both.

        Then it was sold.

        2 For nine days.
        """)
    #expect(Self.book.pages.map(\.number) == [1, 2, 1, 2])
    #expect(Self.book.text.origin.count == Self.book.text.text.count)
  }

  @Test func theOriginOfAMarkerIsItsNumber() throws {
    let note = try #require(Self.book.text.notes.first)
    let place = Self.book.text.origin.original(
      of: ByteRange(note.range.start + 1, note.range.end - 1))
    #expect(String(decoding: Self.book.printed[place.range], as: UTF8.self) == "1")
  }

  @Test func smallPrintWithoutAMarkerIsText() {
    let read = Self.read([
      [
        ("The weir was raised by two feet in spring.", 100, 10),
        ("1 Printed by the parish", 700, 8),
      ]
    ])
    #expect(read.text.notes.isEmpty)
    #expect(
      String(decoding: read.text.text, as: UTF8.self)
        == "The weir was raised by two feet in spring.\n\n1 Printed by the parish")
  }

  @Test func aNumberInTheTextIsNoMarker() {
    let read = Self.read([
      [
        ("There were 1 or 2 weirs before the flood, and ^1 none behind it.", 100, 10),
        ("^1 Or so they said.", 700, 8),
        ("^2 Nobody counted.", 709, 8),
      ]
    ])
    #expect(read.text.notes.map(\.marker) == ["1"])
    let text = String(decoding: read.text.text, as: UTF8.self)
    #expect(text.contains("were 1 or 2 weirs before the flood, and[1] none"))
    #expect(text.contains("2 Nobody counted."))
  }

  /// Between the number and the first word of a note there is no gap, as XeTeX sets them; or the number
  /// is a line of its own, a little higher, as FOP sets it.
  @Test func aNumberThatTouchesItsNote() {
    let read = Self.read([
      [
        ("The weir was raised ^3 by two feet ^4 in 1871, when", 100, 10),
        (
          "nobody asked the miller about it, and so the mill stood under water until the spring.",
          112, 10
        ),
        ("3The minutes say three.", 700, 8),
        ("12 men were paid.", 709, 8),
        ("4“Two” in the ledger.", 718, 8),
      ],
      [
        ("Then it was sold. ^5", 100, 10),
        ("^5", 699, 8),
        ("For nine days, 64Bit of them dry.", 700, 8),
      ],
    ])
    #expect(read.text.notes.map(\.marker) == ["3", "4", "5"])
    #expect(
      read.text.notes.map(\.text) == [
        "The minutes say three. 12 men were paid.", "“Two” in the ledger.",
        "For nine days, 64Bit of them dry.",
      ])
  }

  @Test func superscriptCharacters() throws {
    let read = Self.read([
      [
        ("The weir² was raised to 10⁹ feet. ¹² Nobody asked.", 100, 10),
        ("So the mill stood under water until the spring. 1⁴ Then it was sold.", 130, 10),
        ("²See the minutes.", 700, 8),
        ("¹²Nor was anybody paid.", 709, 8),
        ("1⁴Or so the ledger says.", 718, 8),
      ]
    ])
    #expect(read.text.notes.map(\.marker) == ["2", "12", "14"])
    #expect(
      read.text.notes.map(\.text) == [
        "See the minutes.", "Nor was anybody paid.", "Or so the ledger says.",
      ])
    let text = String(decoding: read.text.text, as: UTF8.self)
    #expect(text.hasPrefix("The weir[²] was raised to 10⁹ feet. [¹²] Nobody asked."))
  }

  @Test func aUnitIsNoNote() {
    let read = Self.read([
      [
        ("The pond is of 3 km² and the dam of 40 m³, as the minutes² say, and", 100, 10),
        ("nobody has asked the miller about any of it since the spring.", 112, 10),
        ("²See the minutes.", 700, 8),
      ]
    ])
    #expect(read.text.notes.map(\.marker) == ["2"])
    #expect(
      String(decoding: read.text.text, as: UTF8.self)
        .hasPrefix("The pond is of 3 km² and the dam of 40 m³, as the minutes[²] say"))
  }

  /// Some fonts raise numbers without a smaller box: the note's touches its first word, and the other is
  /// the only one of its page.
  @Test func numbersThatAreRaisedByTheirFont() {
    let read = Self.read([
      [
        ("The weir was raised by two feet. 11 Nobody asked the miller, and the", 100, 10),
        ("mill stood under water for 12 days, or 12 and a half. 13", 112, 10),
        ("11See the minutes.", 700, 8),
        ("12Or so they say.", 709, 8),
        ("13The ledger has nine.", 718, 8),
      ]
    ])
    #expect(read.text.notes.map(\.marker) == ["11", "13"])
    #expect(read.text.notes.map(\.text) == ["See the minutes.", "The ledger has nine."])
  }

  /// A number alone at the foot of page after page is the page's, but for one that stands beside a line.
  @Test func numbersOfNotesAreNotThoseOfPages() {
    let years = [
      "A dry year.", "Rain in May.", "Nine days of it.", "The miller left.", "Nobody counted.",
      "It was sold.",
    ]
    let read = Self.read(
      (3...8).map { number in
        [
          ("The weir was raised by two feet and nobody asked. ^\(number)", 100, 10),
          ("^\(number)", 709, 8),
          (years[number - 3], 711, 8),
          ("\(number + 30)", 745, 10),
        ]
      })
    #expect(read.text.notes.map(\.text) == years)
    #expect(read.pages.map(\.label).contains("38"))
    #expect(!String(decoding: read.text.text, as: UTF8.self).contains("38"))
  }
}
