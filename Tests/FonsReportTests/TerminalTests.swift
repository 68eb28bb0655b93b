import FonsReport
import Testing

struct TerminalTests {
  private let sample = Sample.rich

  @Test(arguments: [20, 40, 72, 100])
  func `lines keep to the width, addresses aside`(width: Int) {
    let text = TerminalRenderer(width: width).render(sample.report, document: sample.document)
    for line in text.split(separator: "\n") where !line.contains("://") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `changes are marked in words, with and without the document`() {
    let renderer = TerminalRenderer(width: 400)
    for document in [sample.document, nil] {
      let text = renderer.render(sample.report, document: document)
      #expect(text.contains("built by Hanna [-Lindqvist-]{+Lindkvist+} for the harbour"))
      #expect(text.contains("keeper for [-the ferry landing-]{+it+}."))
      #expect(text.contains("Harmless: dash (1)"))
    }
  }

  @Test func `every quotation says its verdict, line and reason`() {
    let text = TerminalRenderer(width: 400).render(sample.report)
    for (index, entry) in sample.report.quotations.enumerated() {
      let word = entry.verdict.rawValue.replacing("-", with: " ")
      #expect(text.contains("\n[\(index + 1)] "))
      let isAltered = entry.verdict == .altered
      let weight = entry.faithful == true ? " in small ways" : " in ways that matter"
      #expect(text.contains(" \(word)\(isAltered ? weight : ""), line \(entry.line)"))
      #expect(text.contains("Why: \(entry.reason)\n"))
    }
    #expect(text.contains("Note 12: Ferreira"))
    #expect(text.contains("It says now (2026-02-11): The ferry to Ormsund leaves once a day"))
    #expect(text.contains("from … 55 unchanged words … of"))
  }

  @Test func `without colour there is no escape, without Unicode only ASCII`() {
    let plain = TerminalRenderer().render(sample.report)
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    let ascii = TerminalRenderer(unicode: false).render(sample.report)
    #expect(ascii.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func `colour adds nothing but colour`() {
    let plain = TerminalRenderer(width: 70).render(sample.report)
    let colored = TerminalRenderer(width: 70, color: true).render(sample.report)
    #expect(colored.contains("\u{1B}[9;31m[-Lindqvist-]\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func `a document without quotations says so`() {
    let text = TerminalRenderer().render(Sample.empty.report)
    #expect(text.hasPrefix("No quotations found in standard input.\n"))
    #expect(text.contains("Searched: lanterna: 206 works"))
  }

  @Test(arguments: [true, false])
  func `nothing in a document steers the terminal`(unicode: Bool) throws {
    let attack = "\u{1B}]0;owned\u{07}\u{1B}[2J\u{9B}31m\u{202E}gnp\u{2066}\r\u{8}\u{E0041}x"
    let report = try Sample.hostile(attack)
    let text = TerminalRenderer(width: 60, unicode: unicode).render(report)
    for scalar in text.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format, "U+\(scalar.value)")
    }
    #expect(text.contains("<U+202E>"))
  }
}
