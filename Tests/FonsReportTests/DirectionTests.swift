import FonsReport
import FonsText
import Testing

/// Scripts that run from right to left are shown so that nothing around them moves.
struct DirectionTests {
  static let texts: [(quoted: String, source: String, word: String, other: String)] = [
    (
      "הדייג הזקן תלה פנס על עץ התאנה ליד המעבורת", "הדייג הזקן תלה פנס על עץ הערבה ליד המעבורת",
      "התאנה", "הערבה"
    ),
    (
      "علّق الصياد العجوز مصباحا على شجرة التين قرب العبّارة",
      "علّق الصياد العجوز مصباحا على شجرة الصفصاف قرب العبّارة", "التين", "الصفصاف"
    ),
  ]

  private func report(_ item: (quoted: String, source: String, word: String, other: String))
    -> Report
  {
    var builder = SampleBuilder()
    builder.quote(item.quoted) { entry, builder in
      let match = Sample.match("Ferries", nil, item.source, start: 0)
      entry.verdict = .altered
      entry.faithful = false
      entry.wording = .altered
      entry.matches = [match]
      entry.reason = "One major difference: “\(item.word)” for “\(item.other)” (word)."
      let before = String(item.quoted.prefix(while: { $0 != item.word.first }).prefix(4))
      entry.differences = [
        builder.difference(
          "word", .major, entry, match, quoted: item.word, source: item.other, after: before)
      ]
    }
    return Sample.report(builder, path: "post.txt")
  }

  @Test(arguments: texts.indices)
  func `a terminal gets isolates, each closed on its line`(index: Int) {
    let item = Self.texts[index]
    for width in [40, 400] {
      let text = TerminalRenderer(width: width).render(report(item))
      for line in text.split(separator: "\n") {
        let marks = line.unicodeScalars.filter { [0x2068, 0x2069].contains($0.value) }
        let open = marks.count { $0.value == 0x2068 }
        #expect(open * 2 == marks.count, "\(line)")
      }
    }
    let text = TerminalRenderer(width: 400).render(report(item))
    #expect(text.contains("“\u{2068}\(item.word)\u{2069}” for “\u{2068}\(item.other)\u{2069}”"))
    #expect(text.contains("[-\u{2068}\(item.other)\u{2069}-]{+\u{2068}\(item.word)\u{2069}+}"))
    #expect(text.contains("\u{2068}\(item.word)\u{2069}, in the source: \u{2068}\(item.other)"))
  }

  @Test(arguments: texts.indices)
  func `a page gets elements that keep their direction`(index: Int) {
    let item = Self.texts[index]
    let html = HTMLRenderer().render(report(item))
    #expect(html.contains("“<bdi>\(item.word)</bdi>” for “<bdi>\(item.other)</bdi>”"))
    #expect(html.contains("<blockquote dir=\"auto\">"))
    #expect(html.contains("unicode-bidi: plaintext"))
    #expect(html.contains("<td><bdi>\(item.word)</bdi></td>"))
  }

  @Test func `what runs from left to right gets none`() {
    let text = TerminalRenderer().render(Sample.rich.report)
    #expect(!text.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
  }

  /// Unspaced scripts are broken between characters, two columns each.
  @Test(arguments: [
    "老渡口的船夫在大雪之后把灯挂在柳树上因此夜里赶路的商队没有迷路村里的人都记得那盏灯",
    "年老いた漁師は冬のあいだ毎晩渡し場のそばの柳の木に灯りをつるし旅人から代金を取ることはなかった",
  ])
  func `lines without spaces keep to the width`(text: String) {
    var builder = SampleBuilder()
    builder.quote(text) { entry, _ in entry.verdict = .notFound }
    let shown = TerminalRenderer(width: 30).render(Sample.report(builder, path: nil))
    let lines = shown.split(separator: "\n").filter { $0.hasPrefix("  │ ") }
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.count <= 4 + 13 })
    #expect(lines.map { $0.dropFirst(4) }.joined() == text)
  }
}
