import FonsSource
import Testing

@Suite struct ContainerTests {
  static let streams: [(name: String, bytes: [UInt8])] = [
    ("gzip", CompressedFixtures.gzip), ("bzip2", CompressedFixtures.bzip2),
    ("xz", CompressedFixtures.xz),
  ]

  @Test(arguments: [0, 1, 2])
  func severalStreamsAreOne(_ index: Int) throws {
    let folder = try TemporaryFolder()
    // The name says nothing.
    let found = try Delivery(folder.write("dump.xml", Self.streams[index].bytes))
    #expect(found.titles == ["Tree 1", "Tree 2", "Tree 3"])
    #expect(found.unreadable.isEmpty)
    #expect(found.progress.last == Self.streams[index].bytes.count)
  }

  @Test(arguments: [0, 1, 2])
  func truncatedStreamsKeepWhatCameBefore(_ index: Int) throws {
    let folder = try TemporaryFolder()
    let (name, bytes) = Self.streams[index]
    let path = try folder.write("cut", Array(bytes.dropLast(130)))
    let found = try Delivery(path)
    #expect(found.titles == ["Tree 1", "Tree 2"])
    let error = try #require(found.unreadable.first)
    #expect(error.kind == .truncated)
    #expect(error.path == path)
    #expect(error.offset > 0 && error.offset <= bytes.count)
    #expect(error.message.contains(name))
  }

  @Test(arguments: [0, 1, 2])
  func damagedStreamsKeepWhatCameBefore(_ index: Int) throws {
    let folder = try TemporaryFolder()
    var bytes = Self.streams[index].bytes
    for at in (bytes.count - 120)..<(bytes.count - 60) { bytes[at] ^= 0xA5 }
    let found = try Delivery(folder.write("damaged", bytes))
    #expect(found.titles.starts(with: ["Tree 1"]))
    #expect(!found.titles.contains("Tree 3"))
    #expect(found.unreadable.first?.kind == .corrupt)
  }

  @Test func damagedArchivesAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])
    try folder.write("b.txt", "Words.")
    let found = try Delivery(folder.path)
    #expect(found.titles == ["b"])
    #expect(found.unreadable.map(\.kind) == [.corrupt])
    #expect(found.unreadable.first?.message.contains("damaged archive") == true)
  }

  @Test func chunksAddUp() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<1_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) | 0x20 }
    let source = try ByteSource(path: folder.write("plain", bytes))
    var all: [UInt8] = []
    while let chunk = try source.read() {
      #expect(chunk.count <= 1 << 20)
      all += chunk
    }
    #expect(all == bytes)
    #expect(source.fileOffset == bytes.count)
  }

  @Test func missingFile() {
    #expect(throws: SourceError.self) { try Source(path: "/nowhere/at/all") }
  }
}
