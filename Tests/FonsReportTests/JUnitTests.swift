import FonsText
import Foundation
import Testing

@testable import FonsReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct JUnitTests {
  private static func suites(_ reports: [Report]) throws -> XMLElement {
    let text = JUnitRenderer().render(
      reports.map { CheckedText(report: $0, bytes: nil, isPlain: true) })
    return try #require(try XMLDocument(xmlString: text).rootElement())
  }

  @Test func `a suite for each document, a test for each quotation`() throws {
    let root = try Self.suites([Sample.rich.report, Sample.empty.report])
    let suites = root.elements(forName: "testsuite")
    #expect(suites.count == 2)
    let tests = suites[0].elements(forName: "testcase")
    #expect(tests.count == Sample.rich.report.quotations.count)
    let failing = tests.filter { !$0.elements(forName: "failure").isEmpty }.count
    #expect(failing == Sample.rich.report.quotations.count { !$0.passes })
    #expect(root.attribute(forName: "failures")?.stringValue == "\(failing)")
    #expect(suites[0].elements(forName: "system-err").count == 1)
    #expect(suites[1].elements(forName: "testcase").isEmpty)
  }

  @Test func `nothing in a document becomes XML`() throws {
    let attack = "]]></failure><x a=\"'&\u{0}\u{1B}[2J\u{FFFE}\n\u{202E}"
    let root = try Self.suites([try Sample.hostile(attack)])
    let suite = try #require(root.elements(forName: "testsuite").first)
    let names = Set(["properties", "testcase", "system-out", "system-err"])
    #expect((suite.children ?? []).compactMap(\.name).allSatisfy { names.contains($0) })
    #expect(suite.attribute(forName: "name")?.stringValue?.contains("<x a=\"'&") == true)
  }
}
