import FonsReport
import FonsText
import Foundation
import Testing

/// Ranges are UTF-8 bytes of the document and of the work's plain text, and lead to what they say.
@Suite struct RangeTests {
  @Test(arguments: ["post.txt", "post-inserted.txt", "article.md", "answer.md", "mail.eml"])
  func rangesOfTheDocumentHoldWhatWasQuoted(document: String) throws {
    let bytes = try Package.exampleBytes(document)
    let report = try ExampleLibrary.fons().run(
      "check", "--format", "json", Package.example(document)
    ).report
    for entry in report.quotations {
      let slice = try #require(Self.slice(bytes, entry.range), "\(entry.id)")
      #expect(Self.letters(slice) == Self.letters(entry.text), "\(entry.id)")
      #expect(entry.line == 1 + bytes[..<entry.range.start].count { $0 == 10 }, "\(entry.id)")
      for difference in entry.differences where !difference.quoted.text.isEmpty {
        let quoted = try #require(Self.slice(bytes, difference.quoted.range))
        #expect(Self.letters(quoted) == Self.letters(difference.quoted.text), "\(entry.id)")
      }
      for part in entry.parts {
        #expect(part.range.start >= entry.range.start && part.range.end <= entry.range.end)
      }
      if let range = entry.citation.range {
        let cited = try #require(Self.slice(bytes, range), "\(entry.id)")
        #expect(!cited.isEmpty, "\(entry.id)")
        // A bare address is what it says; that of a link or of a list stands elsewhere.
        if document.hasSuffix(".txt") { #expect(cited == entry.citation.value, "\(entry.id)") }
      }
    }
  }

  @Test func rangesOfTheWorkHoldThePassage() throws {
    // The work of a plain-text file is the file itself.
    let folder = try TemporaryFolder()
    let source = """
      Ångström’s — preface.

      The ferry left at seven and came back at nine, with three geese, a priest and no mail \
      whatever, which surprised nobody who had read the notice.

      The end.

      """
    let path = try folder.write("ferry.txt", source)
    let fons = try Fons(library: folder.path("library"))
    #expect(try fons.run("library", "add", path).status == 0)
    let report = try fons.run(
      "check", "--format", "json", "-",
      input:
        "“The ferry left at eight and came back at nine, with three geese, a priest and no mail”"
    ).report
    let entry = try #require(report.quotations.first)
    let match = try #require(entry.matches.first)
    let bytes = Array(source.utf8)
    #expect(Self.slice(bytes, match.range) == match.text)
    #expect(Self.slice(bytes, ByteRange(0, match.range.start))?.hasSuffix(match.before) == true)
    #expect(
      Self.slice(bytes, ByteRange(match.range.end, bytes.count))?.hasPrefix(match.after) == true)
    let difference = try #require(entry.differences.first { $0.weight != .harmless })
    #expect(difference.kind == "number")
    #expect(difference.quoted.text == "eight" && difference.source.text == "seven")
    #expect(Self.slice(bytes, difference.source.range) == "seven")
  }

  @Test func sourceRangesLieInTheMatchAndAgreeWithIt() throws {
    for document in ["post.txt", "post-inserted.txt", "article.md"] {
      let report = try ExampleLibrary.fons().run(
        "check", "--format", "json", Package.example(document)
      ).report
      for entry in report.quotations {
        guard let match = entry.matches.first else { continue }
        let passage = Array(match.text.utf8)
        #expect(passage.count == match.range.count, "\(entry.id)")
        for difference in entry.differences where !difference.source.text.isEmpty {
          let range = difference.source.range
          guard range.start >= match.range.start, range.end <= match.range.end else { continue }
          let place = ByteRange(range.start - match.range.start, range.end - match.range.start)
          #expect(Self.slice(passage, place) == difference.source.text, "\(document) \(entry.id)")
        }
      }
    }
  }

  private static func slice(_ bytes: [UInt8], _ range: ByteRange) -> String? {
    guard range.start >= 0, range.start <= range.end, range.end <= bytes.count else { return nil }
    return String(validating: bytes[range.range], as: UTF8.self)
  }

  /// Letters and digits: line breaks, `>` and marks of the format apart.
  private static func letters(_ text: String) -> String {
    String(
      text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }
}
