import FonsSource
import FonsTesting
import Foundation
import Testing

@testable import FonsLibrary

/// Libraries whose checksums may be right and whose numbers are not.
@Suite struct LyingLibraryTests {
  /// A segment of a page with a history, and its path.
  private func segment(_ folder: TemporaryFolder) throws -> String {
    let page = PageRevision.Page(title: "Weir")
    try LibraryWriter(folder.path).add(name: "s", from: "/s") { source in
      for number in 0..<40 {
        let text = Array(LibraryTests.text(words: 400, seed: UInt64(number)).utf8)
        try source.add(
          PageRevision(
            page: page, revision: Revision(id: number),
            digest: .init(high: 0, low: UInt64(number)), content: .new(markup: text, plain: text)))
      }
    }
    return folder.path + "/" + (try Manifest.read(in: folder.path).segments[0].file)
  }

  /// What is read while it is opened, and fails.
  @Test func aSegmentWhoseDictionaryIsDamagedIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try segment(folder)
    var file = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    file.withUnsafeMutableBytes { file in
      var header = file.loadUnaligned(as: SegmentHeader.self)
      // So little text has none: another section is called one, and its first byte is another.
      let works = header.sections[SegmentFormat.Section.works.rawValue]
      header.sections[SegmentFormat.Section.dictionary.rawValue] = works
      file[Int(works.offset)] ^= 1
      header.checksum = header.computedChecksum()
      file.storeBytes(of: header, as: SegmentHeader.self)
    }
    try Data(file).write(to: URL(fileURLWithPath: path))
    #expect {
      try Segment(path)
    } throws: {
      "\($0)".contains("not those written")
    }
    #expect(try Library(folder.path).warnings.count == 1)
  }

  /// Offsets in a `HistoryRow`: its work, where it starts, how long it is, the room of its old words.
  @Test(arguments: [0, 8, 16, 24])
  func aHistoryThatLeadsOutOfTheFileIsNamed(offset: Int) throws {
    let folder = try TemporaryFolder()
    let path = try segment(folder)
    #expect(try Library(folder.path).extent.revisions == 40)
    try rewrite(
      path, .histories, offset: offset, [UInt8](repeating: 0xFF, count: offset == 0 ? 4 : 8))
    let library = try Library(folder.path)
    #expect(library.extent == Extent())
    #expect(library.warnings.contains { $0.contains("history") })
  }

  /// The bytes of a table, whose last column says which text each revision has.
  @Test(arguments: [Int.min, Int.max, -1 << 40, 1 << 40])
  func aTextThatNoRevisionCanHave(code: Int) {
    var writer = ByteWriter()
    writer.put(1)
    for _ in 0..<3 { for value in [1, 0] { writer.put(value) } }
    writer.put(0)
    writer.put(0)
    writer.put(0)
    #expect(RevisionTable(writer.bytes + [1])?.rows.map(\.state) == [0])
    var lie = writer
    lie.putSigned(code)
    #expect(RevisionTable(lie.bytes) == nil)
  }

  @Test(arguments: [Int.min, Int.max, 1 << 50])
  func aTimeBeyondTheCalendar(seconds: Int) {
    var writer = ByteWriter()
    writer.put(1)
    for _ in 0..<2 { for value in [1, 0] { writer.put(value) } }
    writer.put(0)
    let begun = writer
    func table(_ seconds: Int) -> RevisionTable? {
      var writer = begun
      writer.putSigned(seconds)
      for value in [0, 0, 1] { writer.put(value) }
      return RevisionTable(writer.bytes)
    }
    #expect(table(0)?.rows.map(\.time) == ["1970-01-01T00:00:00Z"])
    #expect(table(seconds) == nil)
  }

  /// A megabyte that stands in one text as often as is said: a few bytes that ask for all memory.
  @Test func aTextThatRepeatsAStrandWithoutEnd() {
    func weave(times: Int) -> Weave? {
      var writer = ByteWriter()
      for value in [0, 1, 0, 0, times, 0] { writer.put(value) }
      for _ in 1..<times { writer.put(1) }
      return writer.bytes.withUnsafeBytes {
        Weave(
          pool: [UInt8](repeating: 0x61, count: 1 << 20), ends: [1 << 20], $0, states: 1)
      }
    }
    #expect(weave(times: 3)?.text(of: 0).count == 3 << 20)
    #expect(weave(times: 300) == nil)
  }

  /// A text that is kept for every state, each a few bytes on disk and thousands of strands in memory; and
  /// one that has to be made of forty others each time.
  @Test func statesThatCostMoreThanTheyTake() throws {
    let pool = [UInt8](repeating: 0x61, count: 50_000)
    let ends = (1...Int32(pool.count)).map { $0 }
    var writer = ByteWriter()
    for value in [0, 1, 0, 0, pool.count] { writer.put(value) }
    for _ in pool { writer.put(0) }
    for _ in 1..<47 { for value in [1, 0] { writer.put(value) } }
    let states = 1_600
    for state in 47..<states { for value in [state - 46, 0] { writer.put(value) } }
    let weave = writer.bytes.withUnsafeBytes {
      Weave(pool: pool, ends: ends, $0, states: states)
    }
    let made = try #require(weave)
    #expect(made.text(of: states - 1) == pool)
    #expect(made.size < 300 << 20)
    #expect(
      Weave(
        pool: pool, ends: ends, UnsafeRawBufferPointer(start: nil, count: 0), states: 1) == nil)
  }

  /// Changes the bytes of a section, and makes the checksums right again.
  private func rewrite(
    _ path: String, _ section: SegmentFormat.Section, offset: Int, _ bytes: [UInt8]
  ) throws {
    var file = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let place =
      Int(
        file.withUnsafeBytes { $0.loadUnaligned(as: SegmentHeader.self) }
          .sections[section.rawValue].offset) + offset
    file.replaceSubrange(place..<place + bytes.count, with: bytes)
    file.withUnsafeMutableBytes { file in
      var header = file.loadUnaligned(as: SegmentHeader.self)
      let page = place / SegmentFormat.pageSize * SegmentFormat.pageSize
      let sum = SegmentFormat.pageChecksum(
        UnsafeRawBufferPointer(rebasing: file[page..<page + SegmentFormat.pageSize]))
      let sums = Int(header.checksums.offset)
      file.storeBytes(
        of: sum, toByteOffset: sums + 4 * (page / SegmentFormat.pageSize - 1), as: UInt32.self)
      header.checksumOfChecksums = SegmentFormat.checksum(
        UnsafeRawBufferPointer(rebasing: file[sums..<sums + Int(header.checksums.count)]))
      header.checksum = header.computedChecksum()
      file.storeBytes(of: header, as: SegmentHeader.self)
    }
    try Data(file).write(to: URL(fileURLWithPath: path))
  }
}
