import FonsFormat
import FonsText
import Testing

struct MarkdownReaderTests {
  private func read(_ text: String) -> StructuredText { MarkdownReader().read(Array(text.utf8)) }

  private func blocks(_ text: String) -> [String] {
    let read = read(text)
    return read.blocks.map { block in
      let words = String(decoding: read.text[block.range.range], as: UTF8.self)
      return block.quoteDepth > 0
        ? "quote\(block.quoteDepth) \(words)" : "\(block.kind.rawValue) \(words)"
    }
  }

  @Test(arguments: [
    ("# Title #\n\ntext\nmore", ["heading Title", "paragraph text more"]),
    ("Title\n=====\ntext", ["heading Title", "paragraph text"]),
    ("> a\nb\n> c\n\nd", ["quote1 a b c", "paragraph d"]),
    ("> a\n> > b\n>\n> c", ["quote1 a", "quote2 b", "quote1 c"]),
    ("```\n> code\n```\ntext", ["code > code", "paragraph text"]),
    ("    code\n\ntext", ["code code", "paragraph text"]),
    ("- one\n- two\n  more", ["listItem one", "listItem two more"]),
    ("*a* **b** _c_ snake_case 2 * 3", ["paragraph a b c snake_case 2 * 3"]),
    (
      "[t](https://a.example/x_(y)) [r][l] ![i](u)\n\n[l]: https://b.example",
      ["paragraph t r"]
    ),
    ("a\\*b &amp; <b>c</b> `d*e*`", ["paragraph a*b & c d*e*"]),
    ("[a](", ["paragraph [a]("]),
    ("warm[1](https://a.example)", ["paragraph warm[1]"]),
    ("x[^n]\n\n[^n]: The note.", ["paragraph x[n]", "furniture The note."]),
    ("---\n\n| a | b |\n|---|---|", ["cell | a | b |"]),
  ])
  func showsWhatAReaderSees(_ text: String, _ expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test func linksAndNotesAreKept() {
    let read = read(
      "See [the *page*](https://a.example/p) or <https://b.example>.[^1]\n\n[^1]: Roe.")
    #expect(
      read.spans.filter { $0.kind == .link }.map(\.value)
        == ["https://a.example/p", "https://b.example"])
    #expect(read.notes.map(\.text) == ["Roe."])
  }

  @Test func offsetsLeadToTheSource() throws {
    let bytes = Array("> one **two**\n> three &amp; four".utf8)
    let read = MarkdownReader().read(bytes)
    #expect(String(decoding: read.text, as: UTF8.self) == "one two three & four")
    let range = read.origin.original(of: ByteRange(8, 15))
    #expect(String(decoding: bytes[range.range], as: UTF8.self) == "three &amp;")
  }
}

struct MarkdownExportTests {
  private func read(_ text: String) -> StructuredText {
    MarkdownReader().read(text: Array(text.utf8))
  }

  @Test(arguments: [("&gt; The gate is open.", 1), ("&gt;&gt; Shut it.", 2)])
  func theMarkMayBeAnEntity(_ text: String, _ depth: Int) {
    #expect(read(text).blocks.map(\.quoteDepth) == [depth])
  }

  @Test func numbersOfAListAreKept() {
    #expect(read("1. one\n2. two\n- three").blocks.map(\.label) == ["1", "2", nil])
  }
}
