import FonsReport
import FonsText
import Foundation
import Testing

struct HTMLTests {
  private static let sample = Sample.rich

  /// The page from bytes, from markup and from the report alone.
  private static let pages: [String] = [
    HTMLRenderer().render(sample.report, document: sample.document),
    HTMLRenderer().render(sample.report, document: sample.document, documentIsPlain: false),
    HTMLRenderer().render(sample.report),
  ]

  private func all(_ pattern: String, in text: String) throws -> [String] {
    try text.matches(of: Regex(pattern, as: (Substring, Substring).self)).map {
      String($0.output.1)
    }
  }

  @Test(arguments: pages)
  func `one mark and one card for each quotation`(page: String) throws {
    let cards = try all("<article class=\"card [^>]*id=\"(q[0-9]+)\"", in: page)
    let marks = try all("<a class=\"quotation [^>]*id=\"(d[0-9]+)\"", in: page)
    #expect(cards == (1...Self.sample.report.quotations.count).map { "q\($0)" })
    #expect(marks == (1...Self.sample.report.quotations.count).map { "d\($0)" })
  }

  @Test(arguments: pages)
  func `every anchor has its place, and ids are unique`(page: String) throws {
    let ids = try all(" id=\"([^\"]+)\"", in: page)
    #expect(Set(ids).count == ids.count)
    for target in try all("href=\"#([^\"]+)\"", in: page) {
      #expect(ids.contains(target), "#\(target)")
    }
  }

  @Test(arguments: pages)
  func `nothing is loaded and nothing runs but the page's own script`(page: String) throws {
    for loader in ["<link", "<img", "<iframe", "src=", "@import", "url(", "<base", "<form"] {
      #expect(!page.contains(loader), "\(loader)")
    }
    #expect(try all("[ \"'](on[a-z]+)=", in: page).isEmpty)
    #expect(try all("[ \"'](style)=\"", in: page).isEmpty)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(HTMLRenderer.contentSecurityPolicy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
  }

  @Test(arguments: pages)
  func `differences are marked in place, with their kinds`(page: String) {
    #expect(
      page.contains(
        """
        Hanna <span class="diff minor"><del><span class="vh">in the source: </span>Lindqvist</del> \
        <ins><span class="vh">in the document: </span>Lindkvist</ins>\
        <span class="kind">name slip</span></span> for
        """))
    #expect(page.contains("Hanna <span class=\"spot minor\">Lindkvist</span> for"))
  }

  @Test(arguments: pages)
  func `what is known is shown`(page: String) {
    for words in [
      "the document names no source", "[12]</dt>", "https://shoreline.example/4/ferreira",
      "#:~:text=A%20tide%20organ%20is,for%20about%20forty%20minutes.",
      "Part 1, found in", "Part 2, found in", "and still does", "SHA-256", "damaged segment",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `the document stands there whole`() throws {
    let paper = try #require(
      Self.pages[0].components(separatedBy: "dir=\"auto\">").dropFirst().first)
    let left = try #require(paper.components(separatedBy: "</div>").first)
      .replacing(/<span class="tag">.*?<span class="word">[a-z ]+<\/span><\/span>/, with: "")
      .replacing(/<[^>]+>/, with: "")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    #expect(left == String(decoding: Self.sample.document, as: UTF8.self))
  }

  @Test func `a document without quotations has no cards`() {
    let page = HTMLRenderer().render(Sample.empty.report, document: Sample.empty.document)
    #expect(!page.contains("<article"))
    #expect(page.contains("No quotations found; searched"))
    #expect(page.contains("Nothing here is anybody else&#39;s."))
  }

  @Test func `script in any field stays text`() throws {
    let attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\u{202E}\u{0}"
    let report = try Sample.hostile(attack)
    for document in [nil, Array(String(repeating: attack, count: 60).utf8)] {
      let page = HTMLRenderer().render(report, document: document)
      #expect(page.components(separatedBy: "<script>").count == 2)
      #expect(!page.contains("<img"))
      #expect(!page.contains("\u{202E}") && !page.contains("\u{0}"))
      #expect(page.contains("&lt;script&gt;alert(1)"))
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//host/", "https://a b/", "https://a/\"onx=",
    "file:///etc/passwd", " https://a/", "https://a/\u{202E}",
  ])
  func `only web addresses are linked`(address: String) throws {
    let page = HTMLRenderer().render(try Sample.hostile(address))
    for target in try all("href=\"([^\"]*)\"", in: page) {
      #expect(target.hasPrefix("#"), "\(target)")
    }
  }

  @Test func `ranges that lead nowhere do no harm`() {
    var report = Self.sample.report
    for index in report.quotations.indices {
      report.quotations[index].range.end += 10_000
      report.quotations[index].differences.reverse()
    }
    let page = HTMLRenderer().render(report, document: Self.sample.document)
    #expect(page.components(separatedBy: "<a class=\"quotation").count == 9)
  }

  @Test func `a report with any numbers is shown`() throws {
    let numbers = [-1, 0, 3, 180, 700, 100_000, .max, .min]
    var state: UInt64 = 1
    for _ in 0..<40 {
      let json = Self.sample.report.json.replacingIntegers {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return numbers[Int(state >> 61)]
      }
      let report = try JSONRenderer.decode(Array(json.text().utf8))
      for document in [Self.sample.document, nil] {
        #expect(!HTMLRenderer().render(report, document: document).isEmpty)
        #expect(!TerminalRenderer().render(report, document: document).isEmpty)
      }
      #expect(!MarkdownRenderer().render(report).isEmpty)
    }
  }
}
