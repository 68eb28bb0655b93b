import FonsFormat
import FonsText
import Testing

struct HTMLReaderTests {
  private func read(_ html: String) throws -> StructuredText {
    try HTMLReader().read(Array(html.utf8))
  }

  private func text(_ html: String) throws -> [String] {
    let read = try read(html)
    return read.blocks.map { String(decoding: read.text[$0.range.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("<p>one</p><p>two\n  three</p>", ["one", "two three"]),
    ("<nav>menu</nav><p>body</p><script>x()</script><footer>foot</footer>", ["body"]),
    ("<main><p>main</p></main><p>outside</p>", ["main"]),
    ("<p>a<br>b<br><br>c</p>", ["a\nb", "c"]),
    ("<p>10<sup>9</sup> and H<sub>2</sub>O</p>", ["10⁹ and H2O"]),
    ("<p>word<sup class='reference'><a href='#cite_note-3'>[3]</a></sup></p>", ["word[3]"]),
    ("<p>word<sup><a href='#fn1'>1</a></sup></p>", ["word[1]"]),
    ("<p>a&amp;b &notin; &eacute;&#233; &bogus; &copy 1</p>", ["a&b ∉ éé &bogus; © 1"]),
    ("<p>light<wbr>house soft&shy;hyphen</p>", ["lighthouse soft\u{AD}hyphen"]),
    ("<p>seen <span style='display: none'>hidden</span> too</p>", ["seen too"]),
    ("<p>seen <span aria-hidden='true'>hidden</span> too</p>", ["seen too"]),
    ("<table><tr><td>one<td>two</table>", ["one", "two"]),
    ("<p>a < b </i> c</p>", ["a < b c"]),
    ("", []), ("plain words", ["plain words"]),
  ])
  func showsWhatAReaderSees(_ html: String, _ expected: [String]) throws {
    #expect(try text(html) == expected)
  }

  @Test func offsetsLeadToTheSource() throws {
    let html = "<p>Smith &amp; <b>Sons</b>\r\n  built\tit &mdash; <i>twice</i></p>"
    let bytes = Array(html.utf8)
    let read = try HTMLReader().read(bytes)
    for (word, source) in [
      ("Smith", "Smith"), ("&", "&amp;"), ("Sons", "Sons"), ("built", "built"), ("—", "&mdash;"),
      ("twice", "twice"),
    ] {
      let needle = Array(word.utf8)
      let at = try #require(
        read.text.indices.first { read.text[$0...].starts(with: needle) })
      let original = read.origin.original(of: ByteRange(at, at + needle.count))
      #expect(String(decoding: bytes[original.range], as: UTF8.self) == source)
    }
  }

  @Test func quotationsHaveDepthAndIdentity() throws {
    let read = try read(
      "<blockquote cite='u'><p>a</p><blockquote>b</blockquote></blockquote><blockquote>c</blockquote>"
    )
    #expect(read.blocks.map(\.quoteDepth) == [1, 2, 1])
    #expect(read.blocks.map(\.quoteID) == [1, 1, 2])
    #expect(read.blocks.map(\.cite) == ["u", "u", nil])
  }

  @Test func thePageNamesItself() throws {
    let read = try read(
      "<html lang=de><head><title> A\n page </title><link rel=canonical href='https://a.example/p'></head><body>x</body></html>"
    )
    #expect(read.title == "A page")
    #expect(read.language == "de")
    #expect(read.url == "https://a.example/p")
  }

  @Test func notesAreReadOnceForEachUse() throws {
    let read = try read(
      """
      <p>one<sup class="reference"><a href="#cite_note-a">[1]</a></sup> two<sup class="reference"><a
      href="#cite_note-a">[1]</a></sup></p><ol class="references"><li id="cite_note-a"><b><a
      href="#cite_ref-a">^</a></b> Roe, <a href="https://a.example/">Page</a></li></ol>
      """)
    #expect(read.notes.map(\.marker) == ["1", "1"])
    #expect(read.notes.map(\.text) == ["Roe, Page", "Roe, Page"])
    #expect(read.notes.map(\.urls) == [["https://a.example/"], ["https://a.example/"]])
    #expect(read.blocks.map(\.kind) == [.paragraph, .furniture])
  }

  /// Letters and numbers that lead back are no words of a note; a link without words counts.
  @Test func notesWithoutTheWayBack() throws {
    let read = try read(
      """
      <p>one<sup class="reference"><a href="#cite_note-b">[2]</a></sup>, two<sup class="reference"><a
      href="#cite_note-c">[3]</a></sup></p><ol class="references"><li id="cite_note-b">↑ <sup><a
      href="#cite_ref-b_0">2.0</a></sup> <sup><a href="#cite_ref-b_1">2.1</a></sup> Roe, p. 4</li><li
      id="cite_note-c"><a href="#cite_ref-c">^</a> <a class="external" href="https://a.example/c"></a>
      </li></ol>
      """)
    #expect(read.notes.map(\.text) == ["Roe, p. 4", ""])
    #expect(read.notes.map(\.urls) == [[], ["https://a.example/c"]])
  }
}
