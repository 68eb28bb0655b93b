import FonsFormat
import FonsText
import Testing

/// Wikitext → the text that its reader sees.
@Suite struct WikitextRendererTests {
  private func text(_ wikitext: String, language: String = "en") -> String {
    let page = WikitextRenderer(language: language).render(Array(wikitext.utf8), title: "A page")
    return String(decoding: page.text, as: UTF8.self)
  }

  @Test(arguments: [
    ("One\ntwo\n\nthree", "One two\n\nthree"),
    ("a  b   c ", "a b c"),
    ("== Head ==\nText\n=== ''Sub'' ===\nMore", "Head\n\nText\n\nSub\n\nMore"),
    ("Text\n* one\n* two\n** three\nEnd", "Text\n\none\ntwo\nthree\n\nEnd"),
    ("; term : meaning\n: more", "term\nmeaning\n\nmore"),
    (";[http://a.example one]:two\n;http://b.example", "one\ntwo\nhttp://b.example"),
    ("* a\n <!-- x -->\n* b", "a\nb"), ("<nowiki>&lt;i>&#65;</nowiki>", "<i>A"),
    ("<style>.a { b }</style>words", "words"),
    (" code line\n  another", "code line\nanother"),
    ("a<br>b<br />c", "a\nb\nc"),
    ("<div>one</div><p>two</p>", "one\n\ntwo"),
    ("a<!-- gone -->b\n<!-- line -->\nc", "ab c"),
    ("----\nText", "Text"),
    ("__NOTOC__Text__FORCETOC__ x_y __init__", "Text x_y __init__"),
    (
      "&lt;b&gt; &amp;nbsp; 5&nbsp;km &#8212; &#x41; &unknown; &Eacute;",
      "<b> &nbsp; 5\u{A0}km — A &unknown; É"
    ),
    ("5 < 6 and <unknown> 7", "5 < 6 and <unknown> 7"),
    ("H<sub>2</sub>O, 10<sup>9</sup>, 10<sup>−3</sup>, 19<sup>th</sup>", "H2O, 10⁹, 10⁻³, 19th"),
    ("<nowiki>[[x]] ''y'' {{z}}</nowiki>", "[[x]] ''y'' {{z}}"),
    ("<pre>a  b\n''c''</pre>", "a  b\n''c''"),
    ("<poem>One\n  two\n\nthree</poem>", "One\ntwo\n\nthree"),
    ("x<math>E=mc^2</math>y <math>\\frac{a}{b}</math>", "xE=mc²y"),
    ("x <math>a\\é</math>y <math>a\\,b</math>", "x y a b"),
    ("<includeonly>no</includeonly><noinclude>yes</noinclude>", "yes"),
    ("<syntaxhighlight lang=c>int ''a'';</syntaxhighlight>", "int ''a'';"),
    ("<blockquote>Quoted</blockquote>After", "Quoted\n\nAfter"),
    ("<gallery>\nFile:A.jpg|A ''bird''\nFile:B.jpg\n</gallery>", "A bird"),
  ])
  func blocksAndTags(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test(arguments: [
    ("[[Bus]]es and [[Bus|car]]s", "Buses and cars"),
    ("[[Bus (vehicle)|]], [[Help:Bus|]]", "Bus, Bus"),
    ("[[:Category:Buses]] [[Category:Buses]]", "Category:Buses"),
    ("[[fr:Autobus]][[de:Bus]]x", "x"),
    ("[[Bus#History]]", "Bus#History"),
    ("[http://a.example label] [http://b.example] http://c.example", "label [1] http://c.example"),
    ("[https://a.example a [[b|c]] d]", "a c d"),
    ("[[A|''b'' '''c''']]", "b c"),
    ("a [[B| ]] c", "a c"), ("[http://a.example''b'' c]", "b c"),
    ("[not a link] [[open", "[not a link] [[open"),
    ("[[Ville de Lyon|Lyon]] [[Datei:x.jpg|mini|Ein [[Bild]]]]", "Lyon\n\nEin Bild"),
  ])
  func links(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test func captionsFollowTheirParagraph() {
    let page = WikitextRenderer().render(
      Array(
        "[[File:A.jpg|thumb|200px|alt=x|The [[bird]]]]\nText goes\n[[Image:B.png|left]]on.".utf8))
    #expect(String(decoding: page.text, as: UTF8.self) == "Text goes on.\n\nThe bird")
    #expect(page.blocks.map(\.kind) == [.paragraph, .caption])
  }

  /// Brackets that are not closed do not make a caption of all that follows.
  @Test func aPictureThatIsNotClosed() {
    #expect(
      text(
        "[[File:a.jpg|thumb|The [[b]]\nText [[c]] goes.\n\n[[File:d.jpg|thumb|A [[e]]]]\nOn [[f]]]] it."
      ) == "[[File:a.jpg|thumb|The b Text c goes.\n\nOn f]] it.\n\nA e")
  }

  @Test(arguments: [
    ("''a'' '''b''' '''''c'''''", "a b c"),
    ("L'''amour'' et '''gloire'''", "L'amour et gloire"),
    ("don't 'quote' ''x''", "don't 'quote' x"),
    ("''''four''''", "'four'"),
  ])
  func apostrophes(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test func tables() {
    let source = """
      {| class="wikitable"
      |+ The ''caption''
      |-
      ! scope="col" | Name !! Age
      |-
      | Ann || 12
      |-
      | style="x" | Bob
      | 13
      |}
      After
      """
    let page = WikitextRenderer().render(Array(source.utf8))
    #expect(
      String(decoding: page.text, as: UTF8.self)
        == "The caption\n\nName\tAge\nAnn\t12\nBob\t13\n\nAfter")
    #expect(page.blocks.filter { $0.kind == .cell }.count == 6)
    #expect(page.blocks.first?.kind == .caption)
  }

  @Test func blocksCoverTheText() {
    let page = WikitextRenderer().render(
      Array("== A ==\nText\n\n* x\n* y\n\n<blockquote>q</blockquote>".utf8))
    #expect(page.blocks.map(\.kind) == [.heading, .paragraph, .listItem, .listItem, .paragraph])
    #expect(page.blocks.map(\.level) == [2, 0, 0, 0, 0])
    #expect(page.blocks.map(\.quoteDepth) == [0, 0, 0, 0, 1])
    #expect(page.text[page.blocks[0].range.range].elementsEqual("A".utf8))
  }

  @Test func invalidBytesAreReplaced() {
    let page = WikitextRenderer().render([0x61, 0xFF, 0x01, 0x62, 0x0D, 0x0A, 0x63])
    #expect(String(decoding: page.text, as: UTF8.self) == "a\u{FFFD}b c")
  }

  /// What is hostile or broken ends quickly, and deep nesting is taken literally.
  @Test(arguments: [
    "{{", "[[", "{{{", "{{[[", "<ref>", "<ref name=", "<!--", "[http://a ", "'''", "{|\n", "|a||",
    "[[File:a|thumb|", "<b ", "{{#if:a|", "}}", "<references>", "{{infobox|a=", "[http://a [[b]] ",
  ])
  func hostileInputIsLinear(_ piece: String) {
    let source = [UInt8](String(repeating: piece, count: 20_000).utf8)
    let clock = ContinuousClock()
    let duration = clock.measure {
      let page = WikitextRenderer().render(source)
      #expect(page.text.count <= source.count * 2)
    }
    #expect(duration < .seconds(20))
  }

  @Test func nestingHasALimit() {
    for (open, close) in [("{{nowrap|", "}}"), ("[[a|", "]]"), ("{{#if:a|", "}}")] {
      let source =
        String(repeating: open, count: 30_000) + "x" + String(repeating: close, count: 30_000)
      let page = WikitextRenderer().render(Array(source.utf8))
      #expect(!page.text.isEmpty)
    }
  }
}
