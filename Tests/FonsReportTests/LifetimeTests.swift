import FonsReport
import FonsText
import Foundation
import Testing

/// Lifetimes of a passage as a reader gets them: words, a line of time, JSON.
struct LifetimeTests {
  /// A report on one quotation that came and went so often.
  private func report(
    runs: Int, isCurrent: Bool = false, asOf: String? = "2006-01-01T00:00:00Z",
    change: (inout Report.Entry) -> Void = { _ in }
  ) -> Report {
    var builder = SampleBuilder()
    builder.quote("The weir at Orle was built in 1820.") { entry, _ in
      entry.verdict = isCurrent ? .verbatim : .superseded
      entry.wording = .verbatim
      entry.currency = isCurrent ? .current : .superseded
      entry.asOf = asOf
      entry.lifetimes = (0..<runs).map { run in
        let isOpen = isCurrent && run == runs - 1
        return Report.Lifetime(
          from: Report.RevisionInfo(
            id: 10 * run, time: Self.day(2 * run), contributor: run == 0 ? nil : "Ines"),
          to: isOpen
            ? nil
            : Report.RevisionInfo(
              id: 10 * run + 5, time: Self.day(2 * run + 1), contributor: "<b>Tomas</b>"),
          last: Report.RevisionInfo(id: 10 * run + 4, time: Self.day(2 * run)), revisions: 3)
      }
      entry.history = Report.HistoryInfo(
        holding: 3 * runs, revisions: 9 * runs, hidden: 2, removed: isCurrent ? runs - 1 : runs,
        restored: runs - 1, contributors: 2)
      entry.facts = ["A notice over the passage in this revision says that it lacks references."]
      change(&entry)
    }
    return Report(
      generator: "fons test",
      document: Report.DocumentInfo(
        path: "post.txt", sha256: String(repeating: "a", count: 64),
        bytes: builder.document.utf8.count),
      searched: Report.Searched(libraries: []), quotations: builder.entries, commentary: [])
  }

  /// Days of 2004 and 2005.
  private static func day(_ number: Int) -> String {
    let month = number / 28
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(2004 + month / 12)-\(two(month % 12 + 1))-\(two(number % 28 + 1))T00:00:00Z"
  }

  @Test func inWords() {
    let text = TerminalRenderer(width: 400).render(report(runs: 2))
    for sentence in [
      "from 2004-01-01 (revision 0) until 2004-01-02 (revision 5, by <b>Tomas</b>)",
      "from 2004-01-03 (revision 10, by Ines) until 2004-01-04 (revision 15, by <b>Tomas</b>)",
      "in 6 of 18 revisions (2 more are hidden); taken out 2 times, put back once, "
        + "by 2 known contributors",
      "The page: A notice over the passage in this revision says that it lacks references.",
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
    let current = TerminalRenderer(width: 400).render(report(runs: 1, isCurrent: true))
    #expect(current.contains("from 2004-01-01 (revision 0) to the newest revision"))
    #expect(!current.contains("taken out"))
  }

  /// Those in the middle are counted.
  @Test func manyLifetimes() {
    let text = TerminalRenderer(width: 400).render(report(runs: 300))
    #expect(text.contains("… 294 times more …"))
    #expect(text.contains("taken out 300 times, put back 299 times"))
    let page = HTMLRenderer().render(report(runs: 300))
    #expect(page.contains("<li>… 288 times more …</li>"))
    #expect(page.components(separatedBy: "<rect x=").count - 1 <= 300)
    #expect(page.utf8.count < 200_000)
  }

  private func bars(_ page: String) throws -> [(x: Double, width: Double)] {
    try page.matches(
      of: Regex(
        "<rect x=\"([0-9.]+)\" y=\"4\" width=\"([0-9.]+)\"",
        as: (Substring, Substring, Substring).self)
    ).map { (try #require(Double($0.output.1)), try #require(Double($0.output.2))) }
  }

  @Test func theLineOfTime() throws {
    let page = HTMLRenderer().render(report(runs: 2, isCurrent: true, asOf: "2004-01-05T00:00:00Z"))
    // Days 1 to 2 and 3 to 5 of 1 to 5.
    let bars = try bars(page)
    #expect(bars.map(\.x) == [0, 500])
    #expect(bars.map(\.width) == [250, 500])
    #expect(page.contains("aria-hidden=\"true\""))
    // The same as text.
    for words in [
      "from <b>2004-01-01</b> <span class=\"fine\">revision 0</span> until <b>2004-01-02</b>",
      "<li class=\"open\">from <b>2004-01-03</b>", "and still does", "in 6 of 18 revisions",
      "<li>A notice over the passage in this revision says that it lacks references.</li>",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("<b>Tomas</b>"))
    #expect(page.contains("by &lt;b&gt;Tomas&lt;/b&gt;"))
  }

  /// Unknown, odd and reversed times draw nothing that lies outside the line.
  @Test(arguments: [nil, "in spring", "2004-01-01T00:00:00Z", "1999-01-01T00:00:00Z"])
  func oddTimes(time: String?) throws {
    let odd = report(runs: 3, asOf: time) { entry in
      entry.lifetimes[1].from.time = time
      entry.lifetimes[2].to?.time = time
      entry.lifetimes[0].from.id = nil
    }
    let page = HTMLRenderer().render(odd)
    for bar in try bars(page) {
      #expect(bar.x >= 0 && bar.width > 0 && bar.x + bar.width <= 1003.001)
    }
    let none = report(runs: 1, asOf: nil) { entry in
      entry.lifetimes[0].from.time = nil
      entry.lifetimes[0].to = nil
    }
    #expect(!HTMLRenderer().render(none).contains("<svg class=\"timeline\""))
    #expect(HTMLRenderer().render(none).contains("from <b>an unknown day</b>"))
    #expect(TerminalRenderer(width: 400).render(none).contains("to the newest revision"))
  }

  @Test func asJSON() throws {
    let report = report(runs: 2, isCurrent: true)
    let json = JSONRenderer().render(report)
    let decoded = try JSONRenderer.decode(Array(json.utf8))
    #expect(decoded == report)
    let written = try JSON(parsing: Array(json.utf8))
    #expect(try SchemaValidator.shipped().failures(written) == [])
    guard case .array(let entries) = written["quotations"], let entry = entries.first,
      case .array(let lifetimes) = entry["lifetimes"]
    else {
      Issue.record("no lifetimes in \(json)")
      return
    }
    #expect(lifetimes.map { $0["to"] == .null } == [false, true])
    #expect(entry["history"]?["restored"] == .integer(1))
    #expect(entry["facts"] == .array(report.quotations[0].facts.map(JSON.string)))
  }
}
