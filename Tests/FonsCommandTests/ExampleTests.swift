import FonsReport
import FonsText
import Foundation
import Testing

/// Every document of Examples/ against what `expected.json` says of it.
@Suite struct ExampleTests {
  struct Expected: Decodable, Sendable {
    struct Difference: Decodable, Equatable {
      var kind: String
      var weight: String
      var quoted: String
      var source: String
    }
    struct Note: Decodable {
      var marker: String
      var contains: String
    }
    var starts: String
    var verdict: String
    var faithful: Bool?
    var wording: String?
    var attribution: String?
    var work: String?
    var differences: [Difference]
    var notes: [Note]?
    var binding: String?
  }

  static let documents = [
    "post.txt", "post-url-after.txt", "post-url-both.txt", "post-url-neither.txt",
    "post-unreachable.txt", "post-inserted.txt", "article.md", "mail.eml", "answer.md",
  ]

  static func expectations() throws -> [String: [Expected]] {
    try JSONDecoder().decode(
      [String: [Expected]].self, from: Data(Package.exampleBytes("expected.json")))
  }

  @Test func everyExpectedDocumentIsTested() throws {
    #expect(try Self.expectations().keys.sorted() == Self.documents.sorted())
  }

  @Test(arguments: documents)
  func says(document: String) throws {
    let expected = try #require(try Self.expectations()[document])
    let run = try ExampleLibrary.fons().run(
      "check", "--format", "json", Package.example(document))
    let report = try run.report
    #expect(run.errors.isEmpty)
    #expect(report.quotations.count == expected.count)
    for (entry, expected) in zip(report.quotations, expected) { check(entry, expected) }
    #expect(run.status == (report.passes ? 0 : 1))
  }

  private func check(_ entry: Report.Entry, _ expected: Expected) {
    let place: Comment = "\(entry.id): \(expected.starts) — \(entry.reason)"
    let start = expected.starts.replacingOccurrences(of: "…", with: "")
    #expect(Self.plain(entry.text).hasPrefix(Self.plain(start)), place)
    #expect(entry.verdict.rawValue == expected.verdict, place)
    #expect(entry.faithful == expected.faithful, place)
    #expect(entry.wording?.rawValue == expected.wording, place)
    #expect(entry.attribution?.rawValue == expected.attribution, place)
    if let work = expected.work { #expect(entry.matches.first?.work.title == work, place) }
    if let binding = expected.binding { #expect(entry.citation.binding == binding, place) }
    let differences = entry.differences.filter { $0.weight != .harmless }.map {
      Expected.Difference(
        kind: $0.kind, weight: $0.weight.rawValue, quoted: Self.trimmed($0.quoted.text),
        source: Self.trimmed($0.source.text))
    }
    #expect(differences == expected.differences, place)
    guard let notes = expected.notes else { return }
    #expect(entry.notes.map(\.marker) == notes.map(\.marker), place)
    for (note, expected) in zip(entry.notes, notes) {
      #expect(note.text.contains(expected.contains), place)
    }
  }

  /// Words as they are read, whatever the line breaks.
  private static func plain(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  @Test func commentaryOfThePostIsTheOpeningAndTheClaim() throws {
    let run = try ExampleLibrary.fons().run(
      "check", "--format", "json", Package.example("post.txt"))
    let report = try run.report
    let bytes = try Package.exampleBytes("post.txt")
    let said = report.commentary.map { String(decoding: bytes[$0.range.range], as: UTF8.self) }
    #expect(report.quotations.count == 2)
    let all = said.joined(separator: "\n")
    #expect(all.contains("imagine citing the pelagia encyclopedia"))
    #expect(all.contains("The double tide was thought up by the ferry company"))
    let quoted = report.quotations.map(\.text).joined(separator: "\n")
    for text in [all, quoted] { #expect(!text.contains("(post is archived)")) }
    for entry in report.quotations { #expect(!all.contains(entry.text.prefix(30))) }
  }
}
