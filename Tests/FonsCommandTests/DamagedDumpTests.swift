import FonsReport
import Foundation
import Testing

/// A dump that ends too early or is damaged: what was read before is kept and said.
@Suite struct DamagedDumpTests {
  /// Stands on an early page of the dump.
  private static let early = "It connects the road over the ridge with the farms below the cliffs"

  private struct Added {
    var run: Fons.Run
    var works: Int
    var path: String
    var fons: Fons
  }

  /// Adds a dump of 700 kilobytes after `harm` was done to its bytes.
  private static func add(
    _ compressor: Compressor, _ harm: (inout [UInt8]) -> Void
  ) throws -> Added? {
    var text = String(decoding: try Package.exampleBytes("encyclopedia.xml"), as: UTF8.self)
    let more = Prose.export(pages: 100, bytesEach: 6000)
    text.replace("</mediawiki>", with: more.drop { $0 != "\n" })
    guard var bytes = try compressor.compress(Array(text.utf8)) else { return nil }
    harm(&bytes)
    let folder = try TemporaryFolder()
    let path = try folder.write("dump.xml\(compressor.suffix)", bytes)
    var fons = try Fons()
    fons.environment["FONS_LIBRARY"] = fons.home.path("library")
    let run = try fons.run("library", "add", path)
    let report = try fons.run("find", "--format", "json", early).report
    #expect(report.quotations.first?.verdict == .verbatim, "what was read before is kept")
    return Added(
      run: run, works: report.searched.libraries.first?.works ?? 0, path: path, fons: fons)
  }

  @Test(arguments: Compressor.allCases)
  func whole(compressor: Compressor) throws {
    guard let added = try Self.add(compressor, { _ in }) else { return }
    #expect(added.run.status == 0)
    #expect(added.works == 146)
  }

  @Test(arguments: Compressor.allCases)
  func truncated(compressor: Compressor) throws {
    guard let added = try Self.add(compressor, { $0.removeLast($0.count / 4) }) else { return }
    try Self.expectSaid(added)
    #expect(added.run.errors.contains("too early"))
  }

  @Test(arguments: Compressor.allCases)
  func corrupt(compressor: Compressor) throws {
    let added = try Self.add(compressor) { bytes in
      let start = bytes.count * 3 / 4
      for place in start..<start + 64 {
        bytes[place] = compressor == .plain ? UInt8(ascii: "<") : ~bytes[place]
      }
    }
    guard let added else { return }
    try Self.expectSaid(added)
    #expect(added.run.errors.contains("damaged"), "\(added.run.errors)")
  }

  private static func expectSaid(_ added: Added) throws {
    #expect(added.run.status == 3)
    #expect(!added.run.isSignal)
    #expect((46..<146).contains(added.works), "\(added.works)")
    // The message names file and offset, and says that the rest is there.
    #expect(added.run.errors.contains(added.path))
    #expect(added.run.errors.contains(/(What came before was|\d+ pages before were) read/))
    let offset = try #require(added.run.errors.firstMatch(of: /byte (\d+)/), "\(added.run.errors)")
    #expect((Int(offset.output.1) ?? 0) > 10_000)
    #expect(added.run.errors.contains("Added dump.xml"))
    #expect(try added.fons.run("library", "info").text.contains("warning"), "and is remembered")
    #expect(try added.fons.run("library", "verify").status == 0)
  }

  @Test func multistreamIsReadToItsEnd() throws {
    let bytes = try Package.exampleBytes("encyclopedia.xml")
    for compressor in [Compressor.bzip2, .gzip, .xz] {
      guard let one = try compressor.compress(Array(bytes[..<50_000])),
        let two = try compressor.compress(Array(bytes[50_000...]))
      else { continue }
      let fons = try Fons()
      let path = try fons.home.write("dump.xml" + compressor.suffix, one + two)
      let run = try fons.run("library", "add", path)
      #expect(run.status == 0)
      #expect(run.errors.contains("46 works"), "\(compressor): \(run.errors)")
    }
  }

  @Test func nothingButAHeaderChangesNothing() throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let bytes = try Package.exampleBytes("encyclopedia.xml")
    let path = try folder.write("encyclopedia.xml", Array(bytes[..<1500]))
    let fons = try Fons(library: library)
    let run = try fons.run("library", "add", path)
    #expect(run.status == 3)
    #expect(run.errors.contains("the library is as it was"))
    #expect(try fons.run("find", Self.early).status == 0)
  }
}
