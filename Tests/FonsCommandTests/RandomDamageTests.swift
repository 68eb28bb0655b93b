import FonsReport
import FonsTesting
import Foundation
import Testing

@testable import FonsLibrary

/// Flipped bytes anywhere in a library: never a crash, never a wrong answer that says nothing.
@Suite struct RandomDamageTests {
  @Test(arguments: ["1.segment", "library.json"])
  func flippedBytes(file: String) throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let fons = try Fons(library: library)
    let arguments = ["check", "--format", "json", Package.example("post.txt")]
    let intact = try fons.run(arguments)
    #expect(intact.status == 0)
    let original = try folder.read("library/" + file)
    var random = Seeded(2026)
    for round in 0..<Rounds.count(30, soak: 500) {
      var bytes = original
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      try folder.write("library/" + file, bytes)
      let run = try fons.run(arguments, within: 20)
      #expect(!run.isSignal, "round \(round): \(run.errors.prefix(2000))")
      #expect([0, 1, 3].contains(run.status), "round \(round)")
      guard !run.isSignal else { continue }
      let isSame = run.output == intact.output && run.status == 0
      let isSaid = run.status == 3 && run.errors.contains(library)
      #expect(isSame || isSaid, "round \(round): \(run.errors)")
    }
  }

  /// Somebody else's library may be wrong on purpose, with checksums that are right.
  @Test(arguments: SegmentFormat.Section.allCases.map(\.rawValue))
  func flippedBytesUnderRightChecksums(section: Int) throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let fons = try Fons(library: library)
    let original = try folder.read("library/1.segment")
    let place = original.withUnsafeBytes { $0.loadUnaligned(as: SegmentHeader.self) }.sections[
      section]
    guard place.count > 0 else { return }
    var random = Seeded(UInt64(section))
    for round in 0..<4 {
      var bytes = original
      for _ in 0..<(1 << (round * 4)) {
        let at = Int(place.offset) + Int.random(in: 0..<Int(place.count), using: &random)
        bytes[at] = round % 2 == 0 ? UInt8.random(in: 0...255, using: &random) : 0xFF
      }
      Self.sign(&bytes)
      try folder.write("library/1.segment", bytes)
      #expect(try fons.run("library", "verify").status == 0, "the checksums are right")
      let run = try fons.run(
        ["check", "--format", "json", Package.example("post.txt"), Package.example("article.md")],
        within: 20)
      #expect(!run.isSignal, "section \(section), round \(round): \(run.errors.prefix(3000))")
      #expect([0, 1, 3].contains(run.status))
    }
  }

  @Test(arguments: [24, 32, 40, 48, 56, 64, 72, 600, 608])
  func headersThatLieUnderRightChecksums(offset: Int) throws {
    let folder = try TemporaryFolder()
    let library = try ExampleLibrary.copy(to: folder)
    let fons = try Fons(library: library)
    let original = try folder.read("library/1.segment")
    for value in [0, 1, 33, 64, 1 << 20, 1 << 40, 1 << 62, UInt64.max] {
      var bytes = original
      bytes.withUnsafeMutableBytes {
        $0.storeBytes(of: value, toByteOffset: offset, as: UInt64.self)
      }
      Self.sign(&bytes)
      try folder.write("library/1.segment", bytes)
      let run = try fons.run(
        ["check", "--format", "json", Package.example("post.txt")], within: 20)
      #expect(!run.isSignal, "field at \(offset), \(value): \(run.errors.prefix(3000))")
    }
  }

  /// Makes all checksums of a segment right.
  private static func sign(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { bytes in
      var header = bytes.loadUnaligned(as: SegmentHeader.self)
      let list = Int(header.checksums.offset)
      for page in 0..<Int(header.checksums.count) / 4 {
        let start = (page + 1) * SegmentFormat.pageSize
        let end = min(start + SegmentFormat.pageSize, list)
        let sum = SegmentFormat.pageChecksum(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        bytes.storeBytes(of: sum, toByteOffset: list + page * 4, as: UInt32.self)
      }
      header.checksumOfChecksums = SegmentFormat.checksum(
        UnsafeRawBufferPointer(rebasing: bytes[list..<list + Int(header.checksums.count)]))
      header.checksum = header.computedChecksum()
      withUnsafeBytes(of: header) { bytes.copyMemory(from: $0) }
    }
  }
}
