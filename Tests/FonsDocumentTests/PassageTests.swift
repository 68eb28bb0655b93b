import FonsDocument
import Testing

/// Citations that cover several quotations, and those that lead back to an earlier one.
struct PassageTests {
  private static let one = "\"the weir was raised by two feet\""
  private static let two = "\"nobody had asked the miller\""
  private static let three = "\"the fields were under water by May\""

  @Test(arguments: [
    "It is said that \(one), that \(two) and that \(three). [Jane Roe, The River Book, p. 3] So it was.",
    "They held that \(one) of old. This meant \(two), and so \(three) (Roe, *The River Book*, p. 9).",
  ])
  func aBracketCoversItsPassage(_ text: String) throws {
    let quotations = try read(text, .text).quotations
    #expect(quotations.count == 3)
    #expect(
      quotations.map { $0.candidates.first } == Array(repeating: "title The River Book", count: 3))
    #expect(quotations[0].citations[0].isShared && !quotations[2].citations[0].isShared)
  }

  @Test func anotherSpeakerIsNotCovered() throws {
    let text = "As Jo Poe wrote, \(Self.one). As Ann Lee argued, \(Self.two). [The Dam, p. 4]"
    let quotations = try read(text, .text).quotations
    #expect(quotations.map { $0.candidates.first } == ["author Jo Poe", "title The Dam"])
  }

  @Test(arguments: [
    ("[Roe, Op. Cit., p. 7]", "title The River Book"), ("[Ibid., p. 8]", "title The Dam"),
    ("[p. 12]", "title The Dam"), ("[Stone, Op. Cit., p. 2]", "title Op. Cit"),
  ])
  func earlierWorks(_ bracket: String, _ expected: String) throws {
    let text = """
      First \(Self.one) [Jane Roe, The River Book, p. 3].

      Then \(Self.two) [Ann Lee, The Dam, p. 4].

      Last \(Self.three) \(bracket).
      """
    #expect(try read(text, .text).quotations.last?.candidates.first == expected)
  }

  @Test func theSameBook() throws {
    let text = """
      First \(Self.one) [Jane Roe, The River Book, p. 3].

      The same book says that \(Self.two).
      """
    #expect(try read(text, .text).quotations.last?.candidates.first == "title The River Book")
  }

  @Test(arguments: [
    ("\(one)[12].", "note 12"), ("\(one), as all agree in the town.[7]", "note 7"),
    ("\(one).³ And more.", nil),
  ])
  func numbersOfNotesThatAreNotThere(_ text: String, _ expected: String?) throws {
    let citation = try read("So " + text, .text).quotations.first?.citations.first
    #expect(citation.map { "\($0.kind.rawValue) \($0.value)" } == expected)
    #expect(citation?.isTentative ?? true)
  }

  @Test(arguments: ["NOTES", "Sources:"])
  func aListOfNotesBelow(_ heading: String) throws {
    let text = """
      It was said that “the weir was raised by two feet”1 and “nobody had asked the miller”.2

      \(heading)

      1 Jane Roe, The River Book, p. 3.
      2 Ibid., p. 9.
      """
    let quotations = try read(text, .text).quotations
    #expect(
      quotations.map { $0.candidates.first } == ["title The River Book", "title The River Book"])
  }

  @Test(arguments: ["### Sources", "## References"])
  func aNumberedListInMarkdown(_ heading: String) throws {
    let text =
      "It says \(Self.one) [2].\n\n\(heading)\n\n1. https://a.example\n2. https://b.example/x"
    #expect(try read(text, .markdown).quotations[0].candidates.first == "url https://b.example/x")
  }
}
