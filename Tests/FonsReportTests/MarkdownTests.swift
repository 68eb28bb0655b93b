import FonsReport
import Testing

struct MarkdownTests {
  @Test func `a row for each quotation`() {
    let text = MarkdownRenderer().render(Sample.rich.report)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == Sample.rich.report.quotations.count + 1)
    #expect(text.contains("[Tide organ](<https://encyclopedia.example/wiki/Tide_organ>)"))
    #expect(text.contains("**examples/post.txt**: 8 quotations: 1 verbatim"))
  }

  @Test func `nothing in a document becomes Markdown or HTML`() throws {
    let attack =
      "a|b\n# c [x](https://evil.example) `d` **e** <script> @team ![i](j) https://k.example"
    let text = MarkdownRenderer(excerptLength: 500).render(try Sample.hostile(attack))
    for row in text.split(separator: "\n") where row.hasPrefix("| ") {
      #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 7, "\(row)")
    }
    for mark in ["<script>", "[x](", "**e**", "@team", "![", "https://evil"] {
      #expect(!text.contains(mark), "\(mark)")
    }
  }

  @Test func `no quotations`() {
    #expect(
      MarkdownRenderer().render(Sample.empty.report)
        == "No quotations found in standard input.\n")
  }
}
