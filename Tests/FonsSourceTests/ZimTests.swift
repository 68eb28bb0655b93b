import FonsFormat
import FonsSource
import Testing

#if ZIM
  @Suite struct ZimTests {
    private static let file = ZimFixtures.file([
      .init(
        path: "Canal", title: "Canal",
        content: """
          <html><body><p>A canal is a ditch<sup class="reference"><a href="#cite_note-1">[1]</a></sup>
          with water.</p><ol class="references"><li id="cite_note-1">Survey of ditches.</li></ol>
          """),
      .init(path: "Dyke", title: "Dyke", content: "<p>A dyke holds it back."),
      .init(path: "Moat", title: "Moat", content: "", target: 0),
    ])

    @Test func articlesAreWorks() throws {
      let folder = try TemporaryFolder()
      let found = try Delivery(folder.write("wiki", Self.file))
      #expect(found.unreadable.isEmpty)
      #expect(found.titles == ["Canal", "Dyke"])
      #expect(found.redirects == ["Moat → Canal"])
      let work = try #require(found.works.first)
      #expect(
        String(decoding: work.text, as: UTF8.self).hasPrefix("A canal is a ditch[1] with water."))
      #expect(work.notes.map(\.text) == ["Survey of ditches."])
      // The fixture's checksum is none.
      #expect(found.warnings.map { $0.message.contains("checksum") } == [true])
    }

    @Test func splitFilesAreOne() throws {
      let folder = try TemporaryFolder()
      try folder.write("w.zimaa", Array(Self.file.prefix(150)))
      try folder.write("w.zimab", Array(Self.file.dropFirst(150)))
      let found = try Delivery(folder.path)
      #expect(found.titles == ["Canal", "Dyke"])
      #expect(found.unreadable.isEmpty)
    }

    /// Each of the header's eight-byte places, and the first entry's and the cluster's, beyond the end.
    @Test(arguments: [32, 40, 48, 56, 72, 91, 127])
    func pointersLeadOutOfTheFile(_ place: Int) throws {
      let folder = try TemporaryFolder()
      var bytes = Self.file
      for index in 0..<8 { bytes[place + index] = index < 7 ? 0xEE : 0x0E }
      try folder.write("a", bytes)
      try folder.write("b.txt", "Next.")
      let found = try Delivery(folder.path)
      #expect(found.titles.last == "b")
      #expect(found.unreadable.count + found.warnings.count > 0)
    }

    /// Found by fuzzing: libzim adds one to the highest number there can be.
    @Test(arguments: [["w.zim"], ["w.zimaa", "w.zimab"]])
    func theLastContentThereCanBe(_ names: [String]) throws {
      let folder = try TemporaryFolder()
      var bytes = Self.file
      let entry = Int(bytes[91]) | Int(bytes[92]) << 8
      for index in 0..<4 { bytes[entry + 12 + index] = 0xFF }
      let cut = names.count == 1 ? bytes.count : entry + 14
      try folder.write(names[0], Array(bytes[..<cut]))
      if names.count > 1 { try folder.write(names[1], Array(bytes[cut...])) }
      try folder.write("z.txt", "Next.")
      let found = try Delivery(folder.path)
      #expect(found.titles == ["z"])
      #expect(found.unreadable.map(\.kind) == [.corrupt])
    }

    /// Found by fuzzing: libzim waits for ever for the rest of compressed data that end with the file,
    /// whether it reads them as an article's or, while it opens the file, of its own accord.
    @Test(
      arguments: [[4, 0xFD, 0x37, 0x7A], [5, 0x28, 0xB5, 0x2F, 0xFD], [4], [0x15]] as [[UInt8]],
      ["A", "M"])
    func aClusterThatEndsWithTheFile(_ cluster: [UInt8], _ namespace: Unicode.Scalar) throws {
      let folder = try TemporaryFolder()
      var bytes = Self.file
      let entry = Int(bytes[91]) | Int(bytes[92]) << 8
      bytes[entry + 3] = UInt8(ascii: namespace)
      for index in 0..<8 { bytes[127 + index] = UInt8(bytes.count >> (8 * index) & 0xFF) }
      try folder.write("w.zim", bytes + cluster)
      try folder.write("z.txt", "Next.")
      let found = try Delivery(folder.path)
      #expect(found.titles == ["z"])
      #expect(found.unreadable.count + found.warnings.count == 1)
    }

    /// Found by fuzzing: libzim reads beyond an entry that ends with the file, in its header or its names.
    @Test(arguments: [1, 8, 15, 16, 20])
    func anEntryThatEndsWithTheFile(_ count: Int) throws {
      let folder = try TemporaryFolder()
      var bytes = Self.file
      for index in 0..<8 { bytes[91 + index] = UInt8(bytes.count >> (8 * index) & 0xFF) }
      let entry: [UInt8] = [0, 0, 0, UInt8(ascii: "A")] + [UInt8](repeating: 0, count: 12)
      try folder.write("w.zim", bytes + (entry + Array("Mill".utf8)).prefix(count))
      try folder.write("z.txt", "Next.")
      let found = try Delivery(folder.path)
      #expect(found.titles == ["z"])
      #expect(found.unreadable.map(\.kind) == [.corrupt])
    }
  }
#endif
