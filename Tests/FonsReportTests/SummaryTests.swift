import FonsReport
import Testing

struct SummaryTests {
  @Test func `a line that can be quoted`() {
    var report = Sample.rich.report
    report.quotations = report.quotations.filter {
      [.verbatim, .altered, .misattributed].contains($0.verdict)
    }
    report.searched.fetched = []
    #expect(
      report.summaryLine
        == "3 quotations: 1 verbatim, 1 altered, 1 found elsewhere than cited; "
        + "searched 206 works in 1 library")
  }

  @Test func `numbers and what was searched`() {
    var report = Sample.empty.report
    #expect(report.summaryLine == "No quotations found; searched 206 works in 1 library")
    report.searched.libraries[0].works = 1_234_567
    report.searched.libraries.append(report.searched.libraries[0])
    report.searched.fetched = ["https://a.example/", "https://b.example/"].map {
      Report.FetchedPage(cited: $0, url: $0, time: nil)
    }
    #expect(
      report.summaryLine
        == "No quotations found; searched 2,469,134 works in 2 libraries and 2 fetched pages")
    report.searched = Report.Searched(libraries: [])
    #expect(report.summaryLine == "No quotations found; nothing was searched")
  }

  @Test func `counts name every verdict`() {
    let counts = Sample.rich.report.counts
    #expect(counts.count == Report.Headline.allCases.count)
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  @Test func `a report passes where all of its quotations do`() {
    #expect(!Sample.rich.report.passes)
    #expect(Sample.empty.report.passes)
    var report = Sample.rich.report
    #expect(report.passLine == "By the policy “default”, 3 of 8 pass")
    report.quotations = report.quotations.filter(\.passes)
    #expect(report.passes)
    report.quotations = [report.quotations[0]]
    report.policy = "legal"
    #expect(report.passLine == "By the policy “legal”, 1 of 1 passes")
    #expect(Sample.empty.report.passLine == nil)
  }
}
