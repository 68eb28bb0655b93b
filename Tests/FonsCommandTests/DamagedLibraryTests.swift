import FonsReport
import Foundation
import Testing

@testable import FonsLibrary

/// A library that is damaged or newer: named, left out, and the others answer.
@Suite struct DamagedLibraryTests {
  private static let other =
    "The heron stood in the shallow water until the last of the boats had gone home."
  private static let post = Package.example("post.txt")

  /// A library of two sources, of which the first is the encyclopedia as `1.segment`.
  private static func library(in folder: TemporaryFolder) throws -> String {
    let library = try ExampleLibrary.copy(to: folder)
    let book = try folder.write("book.txt", other)
    #expect(try Fons(library: library).run("library", "add", book).status == 0)
    return library
  }

  private static func harm(
    _ library: String, _ file: String = "1.segment", _ body: (inout [UInt8]) throws -> Void
  ) throws {
    let url = URL(fileURLWithPath: library + "/" + file)
    var bytes = [UInt8](try Data(contentsOf: url))
    try body(&bytes)
    try Data(bytes).write(to: url)
  }

  private static func header(_ bytes: [UInt8]) -> SegmentHeader {
    bytes.withUnsafeBytes { $0.loadUnaligned(as: SegmentHeader.self) }
  }

  @Test func aNewerManifestIsSaid() throws {
    let folder = try TemporaryFolder()
    let library = try Self.library(in: folder)
    try Self.harm(library, "library.json") { bytes in
      bytes = Array(
        #"{"format": \#(Manifest.format + 1), "shards": {"here": "is something else"}}"#.utf8)
    }
    try Self.expectNewer(library, Manifest.fileName)
  }

  @Test func aNewerSegmentIsSaid() throws {
    let folder = try TemporaryFolder()
    let library = try Self.library(in: folder)
    try Self.harm(library) { bytes in
      var header = Self.header(bytes)
      header.version = UInt64(SegmentFormat.version + 1)
      header.checksum = header.computedChecksum()
      withUnsafeBytes(of: header) { bytes.replaceSubrange(0..<$0.count, with: $0) }
    }
    try Self.expectNewer(library, "1.segment")
  }

  private static func expectNewer(_ library: String, _ file: String) throws {
    let fons = try Fons(library: library)
    for arguments in [
      ["check", post], ["find", other], ["library", "list"], ["library", "verify"],
    ] {
      let run = try fons.run(arguments)
      #expect(run.status == 3, "\(arguments)")
      #expect(
        run.errors.contains("format \(Manifest.format + 1)") && run.errors.contains("Update fons"),
        "\(run.errors)")
    }
    // Other libraries answer all the same.
    let both = try fons.run(
      "check", "--format", "json", "--library", library, "--library", ExampleLibrary.path, post)
    #expect(both.status == 3)
    #expect(try both.report.quotations.map(\.verdict) == [.verbatim, .altered])
    if file == Manifest.fileName {
      // Nor is it written to.
      let before = try Data(contentsOf: URL(fileURLWithPath: library + "/" + file))
      let run = try fons.run("library", "add", Package.example("encyclopedia.xml"))
      #expect(run.status == 3)
      #expect(try Data(contentsOf: URL(fileURLWithPath: library + "/" + file)) == before)
    }
  }

  @Test func aDamagedManifestIsSaid() throws {
    let format = Manifest.format
    for content in [
      "", "{", "[]", #"{"format": \#(format)}"#, #"{"format": "\#(format)", "sources": []}"#,
      "\0\0",
    ] {
      let folder = try TemporaryFolder()
      let library = try Self.library(in: folder)
      try Self.harm(library, "library.json") { $0 = Array(content.utf8) }
      let run = try Fons(library: library).run("check", Self.post)
      #expect(run.status == 3)
      #expect(run.errors.contains("library.json is damaged"), "\(run.errors)")
      #expect(try Fons(library: library).run("library", "verify").status == 3)
      // It is not taken for an empty one, whose segments nobody needs.
      #expect(try Fons(library: library).run("library", "add", Self.post).status == 3)
      #expect(FileManager.default.fileExists(atPath: library + "/1.segment"))
    }
  }

  @Test func damageIsSaidInStreamsToo() throws {
    let folder = try TemporaryFolder()
    let library = try Self.library(in: folder)
    try Self.harm(library) { Self.harm(&$0, "text") }
    let line =
      #"{"id": 1, "text": "It will tolerate salt, drought and gales, but it cannot tolerate"}"#
    let other = #"{"id": 2, "text": "\#(Self.other)"}"#
    let run = try Fons(library: library).run(
      ["find", "--input-format", "ndjson", "--format", "ndjson"],
      input: Array("\(line)\n\(other)\n".utf8))
    #expect(run.status == 3)
    #expect(run.errors.contains("1.segment"))
    #expect(try run.jsonLines.map { $0["id"] } == [.integer(1), .integer(2)])
    #expect(try run.jsonLines.last?["verdict"] == .string("verbatim"))
  }

  static let places = [
    "header", "cut", "gone", "empty", "text", "positions", "tags", "works", "details", "checksums",
  ]

  @Test(arguments: places)
  func aDamagedSegmentIsNamedAndLeftOut(place: String) throws {
    let folder = try TemporaryFolder()
    let library = try Self.library(in: folder)
    if place == "gone" {
      try FileManager.default.removeItem(atPath: library + "/1.segment")
    } else {
      try Self.harm(library) { Self.harm(&$0, place) }
    }
    let fons = try Fons(library: library)
    let verify = try fons.run("library", "verify")
    #expect(verify.status == 3)
    #expect(verify.errors.contains("1.segment"), "\(verify.errors)")
    #expect(!verify.errors.contains("2.segment"))
    #expect(verify.text.contains("1 damaged"))

    let document =
      "“\(Self.other)”\n\n" + String(decoding: try Package.exampleBytes("post.txt"), as: UTF8.self)
    let run = try fons.run("check", "--format", "json", input: document)
    #expect(run.status == 3)
    #expect(run.errors.contains("1.segment"))
    let report = try run.report
    #expect(report.warnings.contains { $0.contains("1.segment") })
    #expect(report.quotations.first?.verdict == .verbatim, "the other source answers")
    #expect(report.quotations.count == 3)
    // Unread, never "not found".
    #expect(
      report.quotations.dropFirst().allSatisfy { $0.verdict != .notFound },
      "\(report.quotations.map(\.reason))")

    // Adding the source again mends it, as the message says.
    #expect(run.errors.contains("Add again what stood in it to mend the library: encyclopedia.xml"))
    let again = try fons.run("library", "add", Package.example("encyclopedia.xml"))
    #expect(again.status == 0, "\(again.errors)")
    #expect(try fons.run("library", "verify").status == 0)
    #expect(try fons.run("check", Self.post).status == 0)
  }

  private static func harm(_ bytes: inout [UInt8], _ place: String) {
    let header = header(bytes)
    func flip(_ start: Int, _ count: Int) {
      for place in start..<start + count { bytes[place] ^= 0x55 }
    }
    func section(_ section: SegmentFormat.Section) {
      let place = header.sections[section.rawValue]
      flip(Int(place.offset), Int(place.count))
    }
    switch place {
    case "header": flip(40, 8)
    case "cut": bytes.removeLast(bytes.count / 3)
    case "empty": bytes = []
    case "text": section(.text)
    case "positions": section(.positions)
    case "tags": section(.tags)
    case "works": section(.works)
    case "details": section(.details)
    default: flip(Int(header.checksums.offset) + 8, 4)
    }
  }
}
