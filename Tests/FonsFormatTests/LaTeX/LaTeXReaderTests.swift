import FonsFormat
import FonsText
import Testing

struct LaTeXReaderTests {
  private static let files = [
    "mills.bib": """
    @book{reed1902, author = {Reed, Anna and Moss, Tom}, title = {The {Upper} Mills},
      publisher = "Weir Press", year = 1902}
    @article{moss1911, author = "Tom Moss", title = {On Sluices}, journaltitle = {The Weir},
      url = {https://weir.example/sluices}}
    """
  ]

  private func read(_ text: String) -> StructuredText {
    let files = Self.files.mapValues { Array($0.utf8) }
    return LaTeXReader { files[$0] }.read(text: Array(text.utf8))
  }

  @Test(arguments: [
    (
      "\\begin{quote}\nThe wheel turned.\n\nIt stopped.\n\\end{quote}",
      ["The wheel turned.", "It stopped."]
    ),
    (
      "He said:\\begin{quotation}Two sacks~a day.\\end{quotation} And then.", ["Two sacks a day."]
    ),
    ("\\begin{displayquote}[p.~3][.]\nGrain is dear\n\\end{displayquote}", ["Grain is dear"]),
  ])
  func environmentsQuote(_ text: String, _ expected: [String]) {
    #expect(read(text).quoted == expected)
  }

  @Test(arguments: [
    ("It was \\enquote{a mill \\emph{without} water} then.", "a mill without water"),
    ("Moss has \\textquote[{\\cite[4]{moss1911}}]{no flour at all}.", "no flour at all"),
    ("So \\foreignquote{german}{ein Sack Mehl} it is.", "ein Sack Mehl"),
  ])
  func commandsQuote(_ text: String, _ expected: String) {
    #expect(read(text).spans(.quote) == [expected])
  }

  @Test(arguments: [
    ("``The sluice'' --- it's shut", "“The sluice” — it’s shut"),
    ("Caf\\'e, \\\"Ofen, gar\\c{c}on", "Cafe\u{301}, O\u{308}fen, garc\u{327}on"),
    ("\\textbf{Flour} \\& meal\\ldots{} 5\\,\\% % \"a remark\"\nmore", "Flour & meal… 5 % more"),
    ("\\label{x}Text\\index{mill} goes \\unknown[a]{on}", "Text goes on"),
    ("\\verb|\"not said\"| and $a<b$", "\"not said\" and a<b"),
  ])
  func aReaderSees(_ text: String, _ expected: String) {
    #expect(read(text).lines == [expected])
  }

  @Test func onlyTheBodyIsRead() {
    let text =
      "\\title{Two Mills}\\newcommand{\\x}{``no''}\\begin{document}Yes.\\end{document} ``never''"
    let read = read(text)
    #expect(read.lines == ["Yes."])
    #expect(read.title == "Two Mills")
  }

  @Test(arguments: [
    ("reed1902", "The Upper Mills", "Anna Reed and Tom Moss", [String]()),
    ("moss1911", "On Sluices", "Tom Moss", ["https://weir.example/sluices"]),
  ])
  func citationsFindTheirWork(
    _ key: String, _ title: String, _ author: String, _ urls: [String]
  ) throws {
    let note = try #require(
      read("\\addbibresource{mills.bib} ``Flour'' \\parencite[12]{\(key)}.").notes.first)
    #expect(note.marker == key)
    #expect(note.title == title)
    #expect(note.author == author)
    #expect(note.urls == urls)
  }

  @Test func aTextualCitationNamesItsAuthor() {
    let read = read("\\bibliography{mills} As \\citet{moss1911} says")
    #expect(read.lines == ["As Tom Moss [moss1911] says"])
  }

  @Test func footnotesAreNotes() throws {
    let read = read("\\bibliography{mills}Dear\\footnote{See \\cite{reed1902}, p. 3.} flour.")
    let note = try #require(read.notes.first { $0.marker == "1" })
    #expect(note.text == "See [reed1902], p. 3.")
    #expect(note.title == "The Upper Mills")
    #expect(read.lines.first == "Dear[1] flour.")
  }

  @Test func rangesAreOfTheFile() {
    let text = "A \\emph{very} \\enquote{small \\textbf{mill}~here} stood."
    let read = read(text)
    #expect(
      read.original(of: "small mill here", in: Array(text.utf8)) == "small \\textbf{mill}~here")
  }

  @Test(arguments: [
    "{", "\\begin{quote}", "\\enquote{", "\\footnote{", "[", "\\cite{", "$", "\\begin{verbatim}",
    "\\textquote[", "\\'{", "%", "}", "\\end{quote}", "\\href{", "\\verb",
  ])
  func nestingIsBounded(_ piece: String) {
    let start = ContinuousClock.now
    _ = read(String(repeating: piece, count: 100_000))
    #expect(start.duration(to: .now) < .seconds(120))
  }

  /// The right edge ends with the group or the environment that began it, whatever stands within.
  @Test(arguments: [
    "{\\raggedleft Jane Roe\\par}\n\nNobody came.",
    "\\begin{center}\\raggedleft Jane Roe\n\\end{center}\n\nNobody came.",
    "\\begin{flushright}\\begin{tabular}{l}\\end{tabular}\n\nJane Roe\n\\end{flushright}\n\nNobody came.",
  ])
  func theRightEdgeEnds(_ text: String) {
    let read = read(text)
    let blocks = read.blocks.filter { !$0.range.isEmpty }
    #expect(
      blocks.map { String(decoding: read.text[$0.range.range], as: UTF8.self) }
        == ["Jane Roe", "Nobody came."])
    #expect(blocks.map(\.isAside) == [true, false])
  }
}
