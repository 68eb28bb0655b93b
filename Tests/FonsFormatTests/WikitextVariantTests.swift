import FonsFormat
import FonsText
import Testing

/// Languages that are written in several ways.
@Suite struct WikitextVariantTests {
  private func text(_ wikitext: String, _ language: String) -> String {
    let page = WikitextRenderer(language: language).render(Array(wikitext.utf8), title: "A page")
    return String(decoding: page.text, as: UTF8.self)
  }

  @Test(arguments: [
    ("x -{zh-hans:one;zh-hant:two}- y", "x one y"), ("-{zh-tw:two;zh-cn:one;}-", "one"),
    ("-{zh;zh-hans|kept}-", "kept"), ("-{plain}-", "plain"), ("-{R|a:b}-", "a:b"),
    ("a-{H|zh-cn:one;zh-tw:two}-b", "ab"), ("-{A|zh-cn:one; zh-tw:two}-", "one"),
    ("-{zh-cn:o -{zh-hans:in}- ne;zh-tw:two}-", "o in ne"), ("-{never closed", "-{never closed"),
    ("-{zh-cn:a &amp; b;zh-tw:c}-", "a & b"), ("-{H|old=>zh-cn:new;}-x", "x"),
  ])
  func oneIsShown(_ wikitext: String, _ expected: String) {
    #expect(text(wikitext, "zh") == expected)
  }

  @Test func othersHaveNone() {
    #expect(text("-{zh-hans:one}-", "en") == "-{zh-hans:one}-")
    #expect(text("-{sr-el:two;sr-ec:one}-", "sr") == "one")
  }

  @Test func manyAreLinear() {
    let start = ContinuousClock.now
    for piece in ["-{", "}-", "-{a;", "-{a:b}-", "-{-{a}-"] {
      _ = text(String(repeating: piece, count: 100_000), "zh")
    }
    #expect(start.duration(to: .now) < .seconds(60))
  }
}
