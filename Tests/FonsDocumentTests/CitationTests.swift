import FonsDocument
import FonsText
import Testing

/// What a quotation is said to be from.
struct CitationTests {
  private static let words = "\"the weir was raised by two feet\""

  @Test(arguments: [
    ("\(words) (Roe, *The River Book*, p. 12) and more.", "title The River Book"),
    ("\(words) [The River Book, p. 106] and more.", "title The River Book"),
    ("\(words) [Jane Roe, The River Book, p. 106] and more.", "title The River Book"),
    ("As Jane Roe wrote in *The River Book*, \(words).", "title The River Book"),
    ("According to Jane Roe, \(words).", "author Jane Roe"),
    ("Jane Roe said: \(words).", "author Jane Roe"),
    ("As Roe rightly notes, \(words).", "author Roe"),
    ("\(words), wrote Jane Roe in the spring.", "author Jane Roe"),
    ("Jan Feld schrieb: „das Wehr war zwei Fuß höher als zuvor“.", "author Jan Feld"),
    ("Selon Jeanne Roche, « le barrage avait été relevé de deux pieds ».", "author Jeanne Roche"),
    ("\(words) https://a.example/weir is the page.", "url https://a.example/weir"),
    ("See https://a.example/weir_(river): \(words).", "url https://a.example/weir_(river)"),
  ])
  func inTheSentence(_ text: String, _ expected: String) throws {
    let quotation = try #require(try read(text, .text).quotations.first)
    #expect(quotation.candidates.first == expected)
    #expect(quotation.citations.first?.binding == .sentence)
  }

  @Test func aTitleMayFollowAPronoun() throws {
    let document = try read("\(Self.words), she wrote in _The River Book_.", .text)
    #expect(document.quotations.first?.candidates == ["title The River Book"])
  }

  @Test func aColonBindsBeforeALineThatFollows() throws {
    let document = try read(
      "As the page https://a.example/one tells us:\n\n\(Self.words)\n\nhttps://a.example/two", .text
    )
    #expect(
      document.quotations.first?.candidates
        == ["url https://a.example/one", "url https://a.example/two"])
  }

  @Test(arguments: [
    "Jane Roe didn't like John Poe. \(words) was heard.",
    "Jane Roe never said \(words).",
    "The reader may judge \(words).",
    "He said \(words).",
  ])
  func noAuthorIsNamed(_ text: String) throws {
    let quotation = try #require(try read(text, .text).quotations.first)
    #expect(quotation.citations.isEmpty)
  }

  @Test func anAddressBetweenTwoIsACandidateOfBoth() throws {
    let document = try read(
      """
      >The weir was raised by two feet in the spring of that year.

      https://a.example/weir

      >The lock was rebuilt in stone by the brothers in the autumn.
      """, .text)
    #expect(
      document.quotations.map(\.bound)
        == [["after url https://a.example/weir"], ["before url https://a.example/weir"]])
  }

  @Test(arguments: [
    ("[Roe](https://a.example/r) says \(words).", "sentence url https://a.example/r"),
    ("[\(words)](https://a.example/r) it is.", "markup url https://a.example/r"),
    ("He says \(words).[^1]\n\n[^1]: Roe, https://a.example/n", "note url https://a.example/n"),
    ("He says \(words)[1].\n\n[1]: https://a.example/n", "note url https://a.example/n"),
    ("> The weir was raised.\n> — Jane Roe, *The River Book*", "sentence title The River Book"),
    ("Jane Roe writes:\n\n> The weir was raised.", "sentence author Jane Roe"),
    (
      "From [the page](https://a.example/p):\n\n> The weir was raised.",
      "before url https://a.example/p"
    ),
  ])
  func inMarkdown(_ text: String, _ expected: String) throws {
    let quotation = try #require(try read(text, .markdown).quotations.first)
    #expect(quotation.bound.first == expected)
  }

  @Test(arguments: [
    (
      "<blockquote cite='https://a.example/c'>The weir was raised.</blockquote>",
      "markup url https://a.example/c"
    ),
    (
      "<p>x <q cite='https://a.example/q'>the weir was raised</q></p>",
      "markup url https://a.example/q"
    ),
    (
      "<p>x <a href='https://a.example/l'>“the weir was raised by two feet”</a></p>",
      "markup url https://a.example/l"
    ),
    (
      "<blockquote><p>The weir was raised.</p><footer>— Jane Roe, <cite>The River Book</cite></footer></blockquote>",
      "after title The River Book"
    ),
    (
      "<p>x “the weir was raised by two feet”<sup class='reference'><a href='#cite_note-1'>[1]</a></sup></p><ol class='references'><li id='cite_note-1'>Roe <a href='https://a.example/n'>n</a></li></ol>",
      "note url https://a.example/n"
    ),
    (
      "<p>x “the weir was raised by two feet” [<b>The River Book</b>, p. 3]</p>",
      "sentence title The River Book"
    ),
  ])
  func inHTML(_ text: String, _ expected: String) throws {
    let quotation = try #require(try read(text, .html).quotations.first)
    #expect(quotation.bound.first == expected)
  }

  @Test func theListAtTheEndOfAnAnswerResolvesMarkers() throws {
    let document = try read(
      """
      The book says \(Self.words) [2].

      Sources:

      [1] https://a.example/one
      [2] https://a.example/two
      """, .text)
    #expect(document.quotations.count == 1)
    #expect(document.quotations[0].candidates.first == "url https://a.example/two")
    #expect(document.comments == ["The book says"])
  }

  @Test func aMailsLevelsNameTheirSpeakers() throws {
    let document = try read(
      """
      From: a@b.example
      Date: today

      On Mon, 3 May 2021 at 10:00, Jane Roe <jane@b.example> wrote:
      > On Sunday, John Poe wrote:
      >> The weir was raised.
      > By whom was it raised?

      I do not know that.
      --\u{20}
      A
      """, .email)
    #expect(document.texts == ["The weir was raised.", "By whom was it raised?"])
    #expect(document.quotations.map(\.speaker) == ["John Poe", "Jane Roe"])
    #expect(document.comments == ["I do not know that."])
  }
}
