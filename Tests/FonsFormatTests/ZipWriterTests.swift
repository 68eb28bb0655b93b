import FonsText
import Testing

@testable import FonsFormat

@Suite("ZIP files that are written")
struct ZipWriterTests {
  @Test("What is written is read again, in order, and is the same each time")
  func roundTrip() throws {
    let members: [(name: String, content: [UInt8])] = [
      ("archive/one.gz", (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }), ("empty", []),
      ("pages/two.jsonl", Array("{}\n".utf8)),
    ]
    let bytes = try ZipWriter.bytes(of: members)
    #expect(bytes == (try ZipWriter.bytes(of: members)))
    // Stored as they are, at the end of the file nothing but the directory.
    #expect(bytes.firstRange(of: members[0].content) != nil)
    #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 0x05, 0x06]))
    let archive = try ArchiveReader(bytes: bytes)
    for member in members {
      let found = try #require(try archive.next())
      #expect(found.path == member.name)
      #expect(try archive.content(limit: 1 << 20) == member.content)
    }
    #expect(try archive.next() == nil)
  }

  @Test("A ZIP file of nothing is one")
  func empty() throws {
    #expect(try ZipWriter.bytes(of: []).starts(with: [0x50, 0x4B, 0x05, 0x06]))
  }
}
