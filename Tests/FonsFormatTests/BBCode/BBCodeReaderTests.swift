import FonsFormat
import Testing

struct BBCodeReaderTests {
  private func read(_ text: String) -> StructuredText {
    BBCodeReader().read(text: Array(text.utf8))
  }

  @Test(arguments: [
    ("[quote=\"Ivo\"]The hull leaks.[/quote]\nIt does.", ["The hull leaks."], "Ivo"),
    ("[QUOTE=Mab;1234]Tar it.\n\nTwice.[/QUOTE] Yes.", ["Tar it.", "Twice."], "Mab"),
    ("[quote author=Lin link=topic=3]Use pitch.[/quote]", ["Use pitch."], "Lin"),
    ("[quote]Who said so?[/quote]", ["Who said so?"], nil),
  ])
  func quotations(_ text: String, _ quoted: [String], _ speaker: String?) {
    let read = read(text)
    #expect(read.quoted == quoted)
    #expect(read.blocks.first { $0.quoteDepth > 0 }?.speaker == speaker)
  }

  @Test func inlineTags() {
    let read = read(
      "See [url=https://hull.example/tar]this page[/url] and [i]The Keel[/i], [b]x[/b].")
    #expect(read.lines == ["See this page and The Keel, x."])
    #expect(read.spans(.link) == ["this page"])
    #expect(read.spans(.emphasis) == ["The Keel", "x"])
  }

  @Test(arguments: ["[not a tag] 5[3] [sic]", "a [url=never closed"])
  func otherBracketsAreText(_ text: String) {
    #expect(read(text).lines == [text])
  }

  @Test(arguments: ["[quote]", "[/quote]", "[i]", "[url=", "[quote=\"", "["])
  func nestingIsBounded(_ piece: String) {
    let start = ContinuousClock.now
    _ = read(String(repeating: piece, count: 100_000))
    #expect(start.duration(to: .now) < .seconds(120))
  }
}
