import CZstd
import FonsSource
import Testing

/// Web archives that carry a dictionary for their records.
@Suite struct ZstdDictionaryTests {
  private static let words = WebRecords.page(
    "Bitterns hide in the reeds of the lower marsh and call at dusk from April on.")

  private static func frame(_ bytes: [UInt8], dictionary: [UInt8] = []) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    return [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      count = ZSTD_compress_usingDict(
        context, buffer.baseAddress, buffer.count, bytes, bytes.count, dictionary,
        dictionary.count, 3)
    }
  }

  private static func file(_ dictionary: [UInt8], of content: [UInt8]) -> [UInt8] {
    let count = (0..<4).map { UInt8(truncatingIfNeeded: dictionary.count >> (8 * $0)) }
    let records = (1...2).map { index in
      WebRecords.warc("response", "http://f.example/\(index)", WebRecords.answer(words))
    }
    return [0x5D, 0x2A, 0x4D, 0x18] + count + dictionary
      + records.flatMap { frame($0, dictionary: content) }
  }

  private func read(_ bytes: [UInt8]) throws -> Delivery {
    let folder = try TemporaryFolder()
    return try Delivery(folder.write("a.warc.zst", bytes))
  }

  @Test func recordsAreRead() throws {
    for dictionary in [Self.words, Self.frame(Self.words)] {
      let found = try read(Self.file(dictionary, of: Self.words))
      #expect(found.works.map(\.url) == ["http://f.example/1", "http://f.example/2"])
      #expect(
        found.works.allSatisfy { String(decoding: $0.text, as: UTF8.self).contains("Bitterns") })
      #expect(found.unreadable.isEmpty)
    }
  }

  @Test func damageIsReported() throws {
    let good = Self.file(Self.words, of: Self.words)
    #expect(try read(Array(good.dropLast(9))).unreadable.count == 1)
    #expect(try read(Array(good.prefix(20))).unreadable.count == 1)
    var huge = good
    huge[7] = 0x7F
    #expect(try read(huge).unreadable.map(\.kind) == [.corrupt])
  }
}
