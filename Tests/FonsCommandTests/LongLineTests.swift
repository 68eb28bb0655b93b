import FonsReport
import Foundation
import Testing

/// A single line of 100 MB ends in time, as a document; one of 20 MB as a source, of which a debug
/// build indexes a megabyte a second.
@Suite(.serialized) struct LongLineTests {
  /// Writes the line without holding it in memory.
  private static func line(
    of megabytes: Int, beginning words: String, in folder: TemporaryFolder
  ) throws -> String {
    let path = try folder.write("line.txt", words + " ")
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seekToEnd()
    let chunk = Data(Prose.text(1 << 20).replacing("\n", with: " ").utf8)
    for _ in 0..<megabytes { try file.write(contentsOf: chunk) }
    return path
  }

  @Test func asADocument() throws {
    let fons = try ExampleLibrary.fons()
    let path = try Self.line(
      of: 100,
      beginning: "“It will tolerate salt, drought and gales, but it cannot tolerate shade”",
      in: fons.home)
    let run = try fons.run(["check", "--format", "json", "--no-commentary", path], within: 60)
    #expect(run.status == 0)
    #expect(try run.report.quotations.map(\.verdict) == [.verbatim])
  }

  @Test func asASource() throws {
    let fons = try Fons()
    let words = "Nobody had expected the grey goose to answer the bishop in such a courteous way."
    let path = try Self.line(of: 20, beginning: words, in: fons.home)
    let run = try fons.run(["library", "add", path], within: 120)
    #expect(run.status == 0)
    #expect(try fons.run(["find", words], within: 20).status == 0)
  }
}
