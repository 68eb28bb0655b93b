import FonsFormat
import FonsText
import Testing

struct PlainTextReaderTests {
  private func kinds(_ text: String) -> [String] {
    let read = PlainTextReader().read(Array(text.utf8))
    return read.blocks.map { block in
      let words = String(decoding: read.text[block.range.range], as: UTF8.self)
      return block.quoteDepth > 0
        ? "quote\(block.quoteDepth) \(words)" : "\(block.kind.rawValue) \(words)"
    }
  }

  @Test(arguments: [
    ("one\ntwo\n\nthree", ["paragraph one\ntwo", "paragraph three"]),
    ("(post is archived)", ["furniture (post is archived)"]), ("[Reply]", ["furniture [Reply]"]),
    (
      "Anonymous 01/02/24(Tue)12:34:56 No.123456",
      ["furniture Anonymous 01/02/24(Tue)12:34:56 No.123456"]
    ),
    (">>123456", ["replyLink >>123456"]), (">>>/his/99", ["replyLink >>>/his/99"]),
    (">be me\n>be late", ["paragraph be me\nbe late"]),
    ("> A short one.", ["quote1 A short one."]),
    ("Roe wrote:\n> yes\n> it is", ["furniture Roe wrote:", "quote1 yes\nit is"]),
    (
      "text\nhttps://a.example/x\nmore",
      ["paragraph text", "paragraph https://a.example/x", "paragraph more"]
    ),
    ("- one\n- two", ["listItem - one", "listItem - two"]),
    ("a b\r\n\r\nc d\r\n", ["paragraph a b", "paragraph c d"]),
    ("words\n-- \nJane Roe\nMill Lane", ["paragraph words", "furniture -- \nJane Roe\nMill Lane"]),
  ])
  func blocks(_ text: String, _ expected: [String]) {
    #expect(kinds(text) == expected)
  }
}

struct SayingsTests {
  private func read(_ text: String) -> StructuredText {
    PlainTextReader().read(text: Array(text.utf8))
  }

  @Test(arguments: [
    ("A well is deep.\n\t\t-- Ada Roe\n%\nNobody signed.\n%\nB runs.\nOn.\n\t-- Jo\n", 2),
    ("%\nIce melts.\n    — Jan Feld\n%\n", 1),
  ])
  func signedOnesAreQuoted(_ text: String, _ count: Int) {
    #expect(Set(read(text).blocks.filter { $0.quoteDepth > 0 }.map(\.quoteID)).count == count)
  }

  @Test(arguments: [("<", "Ada wrote:"), ("|", "Jan Feld schrieb:")])
  func anotherSignMayQuote(_ sign: String, _ line: String) {
    let read = read("\(line)\n\(sign) The well is deep\n\(sign) and dark.\n\nSo it is.")
    #expect(read.quoted == ["The well is deep\nand dark."])
    #expect(read.lines.last == "So it is.")
  }

  @Test func aLineThatNobodyWrappedIsAParagraph() {
    let long = String(repeating: "word ", count: 60) + "end."
    #expect(read("\(long)\n\(long)").blocks.count == 2)
  }
}
