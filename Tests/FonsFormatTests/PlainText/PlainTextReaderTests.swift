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
