import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// What each profile keeps, and what the second tier finds.
@Suite struct ProfileTests {
  private func writer(_ folder: TemporaryFolder, _ profile: Profile?) throws -> LibraryWriter {
    try LibraryWriter(folder.path, options: BuildOptions(profile: profile))
  }

  private func made(_ folder: TemporaryFolder, _ profile: Profile?) throws -> Library {
    let writer = try writer(folder, profile)
    try writer.add(name: "s", from: "/s") { target in
      for number in 0..<12 { try target.add(Texts.work("Work \(number)", words: 2000)) }
    }
    return try Library(folder.path)
  }

  /// Words of a work of which every fourth is another one, so that no gram of four is left.
  private func damaged(_ work: Work, from start: Int, _ count: Int) -> [Word] {
    let text = Words.scan(work.text)[start..<start + count].enumerated().map { index, word in
      index % 4 == 3
        ? "stranger\(index)" : String(decoding: work.text[word.range.range], as: UTF8.self)
    }
    return Words.scan(Array(text.joined(separator: " ").utf8))
  }

  @Test(arguments: [Profile.standard, .max])
  func pairsFindWhatGramsCannot(_ profile: Profile) throws {
    let folder = try TemporaryFolder()
    let library = try made(folder, profile)
    var found = 0
    for number in 0..<12 {
      let words = damaged(Texts.work("Work \(number)", words: 2000), from: 500, 40)
      let candidates = library.candidates(for: Query(words: words, isThorough: true), limit: 24)
      #expect(candidates.map(\.bits) == candidates.map(\.bits).sorted(by: >))
      if candidates.contains(where: { library.details(of: $0.work)?.title == "Work \(number)" }) {
        found += 1
      }
    }
    #expect(found == 12)
  }

  @Test func aThoroughSearchKeepsToTheWorkThatIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let library = try made(folder, .standard)
    let words = damaged(Texts.work("Work 3", words: 2000), from: 100, 40)
    let asked = try #require(library.works(named: "Work 5").first)
    let candidates = library.candidates(
      for: Query(words: words, within: asked, isThorough: true), limit: 24)
    #expect(candidates.allSatisfy { $0.work == asked })
  }

  @Test func sizesGrowWithTheProfile() throws {
    var sizes: [Int] = []
    for profile in Profile.allCases {
      let folder = try TemporaryFolder()
      let library = try made(folder, profile)
      #expect(library.manifest.profile == profile)
      #expect(library.manifest.segments.allSatisfy { $0.profile == profile })
      #expect(library.verify().isEmpty)
      sizes.append(library.sizes.index)
    }
    #expect(sizes[0] < sizes[1] && sizes[1] < sizes[2])
  }

  @Test func aLibraryKeepsItsProfileUntilAnotherIsAskedFor() throws {
    let folder = try TemporaryFolder()
    _ = try made(folder, .lean)
    do {
      let again = try writer(folder, nil)
      #expect(again.manifest.profile == .lean)
      try Texts.add(["more"], as: "more", to: again)
      #expect(again.manifest.segments.map(\.profile) == [.lean, .lean])
    }
    let changed = try writer(folder, .max)
    try changed.compact()
    #expect(changed.manifest.segments.map(\.profile) == [.max])
    #expect(Texts.found(["more"], in: try Library(folder.path)) == ["more"])
  }

  @Test func anOlderFormatIsRefused() throws {
    let folder = try TemporaryFolder()
    _ = try made(folder, .lean)
    let path = folder.path + "/" + Manifest.fileName
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("\"format\" : \(Manifest.format)", with: "\"format\" : 1")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(
      throws: LibraryError.olderFormat(path: folder.path, found: 1, known: Manifest.format)
    ) { try Library(folder.path) }
  }

  /// A gram that stands half a million times leaves what a segment keeps, and its true number.
  @Test func aRepeatedGramIsCountedAndNotKept() throws {
    var postings: [Posting] = []
    for position in 0..<50_000 {
      postings.append(0x1234_5678 << 32 | UInt64(position))
      if position % 100 == 0 { postings.append(0x1277_0000 << 32 | UInt64(position)) }
    }
    let folder = try TemporaryFolder()
    let spill = SpillFile(in: folder.path, mostInMemory: 1 << 10, LocalFiles())
    var pile = PostingsPile(spill, mostInMemory: 1 << 10)
    for _ in 0..<10 { try pile.add(PostingsPile.Chunk(postings)) }
    let kept = try pile.part(0x12)
    #expect(kept.count == 2 * 10 * SegmentFormat.keptPostings)
    #expect(try pile.part(0x13).isEmpty && pile.excess(0x13).isEmpty)
    let packed = PackedPostings(part: 0x12, kept, pile.excess(0x12), bucketBits: 8)
    #expect(
      packed.tags == [UInt8](repeating: 0x34, count: 256) + [UInt8](repeating: 0x77, count: 256))
    #expect(packed.counts.map(\.key) == [0x1234, 0x1277])
    #expect(packed.counts.map(\.count) == [500_000, 5_000])
  }

  @Test(arguments: [1, 7, 8, 13, 24, 29, 32])
  func positionsComeBack(width: Int) throws {
    var packer = PositionPacker(width: width)
    let mask = UInt32(truncatingIfNeeded: (1 as UInt64) << UInt64(width) - 1)
    let positions = (0..<1001).map { UInt32(truncatingIfNeeded: mix(UInt64($0), 77)) & mask }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: 1001, by: 77) {
      bytes += packer.pack(Array(positions[start..<min(1001, start + 77)]))
    }
    bytes += packer.end()
    let read = bytes.withUnsafeBytes { bytes in
      positions.indices.map { index in
        let word = bytes.loadUnaligned(fromByteOffset: (index * width) >> 3, as: UInt64.self)
        return UInt32(truncatingIfNeeded: word >> UInt64((index * width) & 7)) & mask
      }
    }
    #expect(read.elementsEqual(positions))
  }
}
