import FonsReport
import Foundation
import Testing

struct JSONTests {
  @Test func `a report reads back as it was`() throws {
    for report in [Sample.rich.report, Sample.empty.report] {
      let pretty = JSONRenderer().render(report)
      #expect(try JSONRenderer.decode(Array(pretty.utf8)) == report)
      let line = JSONRenderer().line(report, id: .string("outer"))
      #expect(try JSONRenderer.decode(Array(line.utf8)) == report)
    }
  }

  @Test func `what is unknown is null and present`() throws {
    let entry = try #require(Sample.rich.report.quotations.first { $0.verdict == .unverifiable })
    for name in ["faithful", "wording", "currency", "asOf", "coverage", "score", "chance"] {
      #expect(entry.json[name] == .null, "\(name)")
    }
    #expect(Sample.empty.report.json["document"]?["path"] == .null)
  }

  @Test func `JSONEncoder writes the same properties`() throws {
    let encoded = try JSONEncoder().encode(Sample.rich.report)
    let written = JSONRenderer().render(Sample.rich.report)
    #expect(try JSON(parsing: Array(encoded)) == JSON(parsing: Array(written.utf8)))
  }

  @Test func `properties stand in the order of the contract`() {
    let text = JSONRenderer().render(Sample.rich.report)
    #expect(text.hasPrefix("{\n  \"schema\": \"fons.report/1\",\n  \"generator\""))
    let line = JSONRenderer().line(Sample.rich.report.quotations[0])
    let places = ["id", "range", "verdict", "wording", "citation", "matches", "evidence"]
      .compactMap { line.range(of: "\"\($0)\":")?.lowerBound }
    #expect(places.count == 7)
    #expect(places == places.sorted())
  }

  @Test func `slashes stay, a line stays a line`() {
    let line = JSON.string("a/b\n\u{2028}\u{1B}[31m\u{9B}\"\\ é").text()
    #expect(line == #""a/b\n\u2028\u001b[31m\u009b\"\\ é""#)
    #expect(!JSONRenderer().line(Sample.rich.report).contains("\n"))
  }

  @Test func `the id of a stream is given back as it came`() {
    let entry = Sample.rich.report.quotations[0]
    #expect(JSONRenderer().line(entry, id: .integer(12)).hasPrefix(#"{"id":12,"range""#))
    #expect(JSONRenderer().line(entry).hasPrefix(#"{"id":"q1","range""#))
    #expect(
      JSONRenderer().line(Sample.empty.report, id: .string("x")).hasPrefix(
        #"{"id":"x","schema":"fons.report/1""#))
  }

  @Test func `numbers read back as they were, and infinity is unknown`() throws {
    for number in [0.1, 1e-14, 1e300, -2.5, 1.0 / 3] {
      let text = JSON.number(number).text()
      #expect(Double(text) == number)
    }
    #expect(JSON.number(3).text() == "3")
    #expect(JSON.number(.infinity).text() == "null")
    #expect(JSON.array([]).text(pretty: true) == "[]")
  }
}
