import FonsText
import Foundation
import Testing

@testable import FonsReport

struct SARIFTests {
  private static let rich = CheckedText(
    report: signed(Sample.rich.report, Sample.rich.document), bytes: Sample.rich.document,
    isPlain: true)

  /// The report with the true hash of its document.
  static func signed(_ report: Report, _ bytes: [UInt8]) -> Report {
    var report = report
    report.document.sha256 = SHA256.hex(bytes)
    return report
  }

  private static func run(_ document: CheckedText) throws -> JSON {
    let log = try JSON(parsing: Array(SARIFRenderer().render([document]).utf8))
    #expect(log["version"] == .string("2.1.0"))
    return try #require(log["runs"]?.elements.first)
  }

  @Test func `every result has its rule`() throws {
    let run = try Self.run(Self.rich)
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.elements)
    let results = try #require(run["results"]?.elements)
    #expect(!results.isEmpty)
    for result in results {
      guard case .integer(let index)? = result["ruleIndex"] else {
        Issue.record("no index")
        continue
      }
      #expect(rules[index]["id"] == result["ruleId"])
    }
    let ids = results.compactMap { $0["ruleId"]?.stringValue }
    #expect(ids.contains("difference.name-slip"))
    #expect(ids.contains("verdict.not-found"))
    // Harmless differences are no findings.
    #expect(!ids.contains("difference.dash"))
  }

  @Test func `a region says the same in lines, code points and bytes`() throws {
    let text = String(decoding: Sample.rich.document, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for result in try #require(Self.run(Self.rich)["results"]?.elements) {
      let region = try #require(
        result["locations"]?.elements.first?["physicalLocation"]?["region"])
      let at = try #require(region["byteOffset"]?.integer)
      let count = try #require(region["byteLength"]?.integer)
      let words = String(decoding: Sample.rich.document[at..<at + count], as: UTF8.self)
      let scalars = Array(text.unicodeScalars)
      let start = try #require(region["charOffset"]?.integer)
      let length = try #require(region["charLength"]?.integer)
      #expect(String(String.UnicodeScalarView(scalars[start..<start + length])) == words)
      let line = lines[try #require(region["startLine"]?.integer) - 1]
      let column = try #require(region["startColumn"]?.integer)
      let first = words.prefix { $0 != "\n" }
      #expect(String(line.unicodeScalars.dropFirst(column - 1)).hasPrefix(first))
      if count > 0 { #expect(region["snippet"]?["text"] == .string(words)) }
    }
  }

  @Test func `the fix is the source's word, in its place`() throws {
    let results = try #require(Self.run(Self.rich)["results"]?.elements)
    let slip = try #require(results.first { $0["ruleId"] == .string("difference.name-slip") })
    let change = try #require(slip["fixes"]?.elements.first?["artifactChanges"]?.elements.first)
    let replacement = try #require(change["replacements"]?.elements.first)
    #expect(replacement["insertedContent"]?["text"] == .string("Lindqvist"))
    #expect(replacement["deletedRegion"]?["snippet"]?["text"] == .string("Lindkvist"))
    let related = try #require(slip["relatedLocations"]?.elements.first)
    #expect(
      related["physicalLocation"]?["artifactLocation"]?["uri"]
        == .string("https://encyclopedia.example/wiki/Tide_organ"))
  }

  @Test func `fingerprints differ from each other and not between places`() throws {
    func prints(_ document: CheckedText) throws -> [String] {
      try #require(Self.run(document)["results"]?.elements).map {
        $0["partialFingerprints"]?["fonsFinding/v1"]?.stringValue ?? ""
      }
    }
    let before = try prints(Self.rich)
    #expect(Set(before).count == before.count)
    // The same report, without the document: other places, the same findings.
    let moved = CheckedText(report: Sample.rich.report, bytes: nil, isPlain: true)
    #expect(try prints(moved) == before)
  }

  @Test func `bytes that are not the file's have no places and no fixes`() throws {
    let other = CheckedText(
      report: Sample.rich.report, bytes: Sample.rich.document, isPlain: true)
    for result in try #require(Self.run(other)["results"]?.elements) {
      let location = result["locations"]?.elements.first?["physicalLocation"]
      #expect(location?["artifactLocation"]?["uri"] == .string("examples/post.txt"))
      #expect(location?["region"] == nil)
      #expect(result["fixes"] == nil)
    }
  }

  @Test(arguments: [
    ("a b%.txt", "a%20b%25.txt"), ("/x/ü.md", "file:///x/%C3%BC.md"),
    ("https://a.example/ü", "https://a.example/%C3%BC"), ("../c:d", "../c%3Ad"),
  ])
  func `paths become references`(path: String, uri: String) {
    var report = Sample.empty.report
    report.document.path = path
    #expect(CheckedText(report: report, bytes: nil, isPlain: true).reference == uri)
  }
}

extension JSON {
  var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var integer: Int? { if case .integer(let value) = self { value } else { nil } }
}
