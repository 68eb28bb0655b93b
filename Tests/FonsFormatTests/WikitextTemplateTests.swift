import FonsFormat
import Testing

/// Templates → the words that they print.
@Suite struct WikitextTemplateTests {
  private func text(_ wikitext: String, language: String = "en") -> String {
    let page = WikitextRenderer(language: language).render(Array(wikitext.utf8), title: "A page")
    return String(decoding: page.text, as: UTF8.self)
  }

  @Test(arguments: [
    ("{{convert|12|km|mi}}", "12 kilometres (7.5\u{A0}mi)"),
    ("{{convert|12|km|mi|sp=us}}", "12 kilometers (7.5\u{A0}mi)"),
    ("{{convert|12|km|mi|abbr=on}}", "12\u{A0}km (7.5\u{A0}mi)"),
    ("a {{convert|12|km|mi|adj=on}} walk", "a 12-kilometre (7.5\u{A0}mi) walk"),
    ("{{convert|10|to|15|km}}", "10 to 15 kilometres (6.2 to 9.3\u{A0}mi)"),
    ("{{convert|10|-|15|m|ft}}", "10–15 metres (33–49\u{A0}ft)"),
    ("{{convert|1500|m|ft}}", "1,500 metres (4,900\u{A0}ft)"),
    ("{{convert|6|ft|2|in|cm}}", "6 feet 2 inches (188\u{A0}cm)"),
    ("{{convert|20|C}}", "20 degrees Celsius (68\u{A0}°F)"),
    ("{{convert|-40|C|F}}", "−40 degrees Celsius (−40\u{A0}°F)"),
    ("{{convert|5|acre|ha|1}}", "5 acres (2.0\u{A0}ha)"),
    ("{{cvt|3|lb}}", "3\u{A0}lb (1.4\u{A0}kg)"),
    ("{{convert|7|blorp}}", "7\u{A0}blorp"),
  ])
  func conversions(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test(arguments: [
    ("{{birth date and age|1950|1|2}}", "January 2, 1950"),
    ("{{birth date|1950|1|2|df=yes}}", "2 January 1950"),
    ("{{death date and age|2001|3|4|1950|5|6}}", "March 4, 2001 (aged\u{A0}50)"),
    ("{{start date|2001|5}}", "May 2001"), ("{{circa|1200}}", "c.\u{A0}1200"),
    ("{{As of|2010|6}}, {{as of|2011|lc=y}}", "As of June 2010, as of 2011"),
    ("{{frac|1|2}} {{frac|3|1|4}}", "1⁄2 3\u{A0}1⁄4"),
    ("{{val|1.5|0.1|e=-3|u=m}}", "1.5±0.1×10⁻³\u{A0}m"),
    ("{{formatnum:1234567}} {{ordinal|22}} {{US$|5}}", "1,234,567 22nd US$5"),
  ])
  func numbersAndDates(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test(arguments: [
    ("{{lang|fr|mot}} {{lang-de|Wort}} {{langx|el|λόγος}}", "mot German: Wort Greek: λόγος"),
    ("{{nihongo|Word|言葉|kotoba}}", "Word (言葉, kotoba)"),
    ("{{zh|s=词|p=cí}}", "simplified Chinese: 词; pinyin: cí"),
    ("1{{nbsp}}km{{snd}}so{{mdash}}yes", "1\u{A0}km\u{A0}– so—yes"),
    ("{{nowrap|a [[b|c]] ''d''}} {{abbr|Dr|doctor}}", "a c d Dr"),
    ("{{sic}} {{angbr|a}}", "[sic] ⟨a⟩"),
    ("{{USS|Example|BB-1}} {{ill|Name|de|Namen}}", "USS Example (BB-1) Name"),
    ("{{URL|example.com}} {{URL|example.com|here}}", "example.com here"),
    ("{{hlist|a|b}}", "a · b"), ("{{ubl|a|b}}", "a\nb"), ("{{plainlist|\n* a\n* b\n}}", "a\nb"),
    ("{{PAGENAME}} {{lc:ABC}} {{ucfirst:abc}}", "A page abc Abc"),
    ("{{#if: x|yes|no}} {{#if: |yes|no}}", "yes no"),
    ("{{#switch: b|a=1|b|c=2|#default=3}} {{#ifeq:a|a|same|other}}", "2 same"),
    ("{{DEFAULTSORT:Page, A}}{{DISPLAYTITLE:x}}t", "t"),
    ("{{unknown thing|a=b|c}}t", "t"), ("{{Template:nowrap|x}} {{ nowrap | y }}", "x y"),
    ("{{{1|default}}}", "default"),
    ("{{IPAc-en|ˈ|k|æ|t}}", "/ˈkæt/"),
  ])
  func words(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext) == expected)
  }

  @Test func quotationsAreBlocks() {
    let page = WikitextRenderer().render(
      Array("He said:\n{{quote|Words of ''weight''.|Ann|A Book}}\nAfter".utf8))
    #expect(
      String(decoding: page.text, as: UTF8.self)
        == "He said:\n\nWords of weight.\n\n— Ann, A Book\n\nAfter")
    #expect(page.blocks.map(\.quoteDepth) == [0, 1, 1, 0])
    #expect(page.blocks[1].quoteID == page.blocks[2].quoteID)
  }

  @Test func hatnotesAndBoxes() {
    #expect(text("{{main|A|B}}\nText") == "Main articles: A and B\n\nText")
    let box =
      "{{Infobox person\n| name = Ann\n| image = a.jpg\n| birth_date = {{birth date|1950|1|2}}\n| occupation = [[Baker]]\n}}\nAnn bakes."
    #expect(text(box) == "Birth date\tJanuary 2, 1950\nOccupation\tBaker\n\nAnn bakes.")
  }

  @Test func italianBiography() {
    let source =
      "{{Bio|Nome=Anna|Cognome=Rossi|Sesso=F|LuogoNascita=Roma|GiornoMeseNascita=1º maggio|AnnoNascita=1900|LuogoMorte=Pisa|AnnoMorte=1980|Attività=pittrice|Nazionalità=italiana}}"
    #expect(
      text(source, language: "it")
        == "Anna Rossi (Roma, 1º maggio 1900 – Pisa, 1980) è stata una pittrice italiana.")
  }

  @Test func citations() {
    let source =
      "x<ref>{{cite book|last=Doe|first=Jane|year=2001|title=The Book|publisher=Press|location=Town|page=5|url=http://a.example/b}}</ref><ref>{{cite journal|title=On It|journal=Things|volume=3|issue=2|pages=4–9|date=May 1999|archive-url=https://archive.example/1|archive-date=2 May 2010}}</ref>"
    let notes = WikitextRenderer().render(Array(source.utf8)).notes
    #expect(
      notes.map(\.text) == [
        "Doe, Jane (2001). The Book. Town: Press. p. 5.",
        "\"On It\". Things. 3 (2): 4–9. May 1999. Archived from the original on 2 May 2010.",
      ])
    #expect(notes.map(\.urls) == [["http://a.example/b"], ["https://archive.example/1"]])
  }
}
