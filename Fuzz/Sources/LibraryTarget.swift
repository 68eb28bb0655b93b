import FonsSource
import FonsText
import Foundation

@testable import FonsLibrary

/// Libraries that somebody else made: every checksum is right, and the rest is not.
enum LibraryTarget {
  private static let passage =
    "The old mill at the river stood empty for nine winters before the council sold it to a weaver."

  /// A small library, made once.
  private static let library: (path: String, segment: String, bytes: [UInt8]) = {
    let path = TemporaryFile.folder + "/library"
    do {
      let writer = try LibraryWriter(path)
      try writer.add(name: "one", from: "/one") { target in
        for index in 0..<20 {
          var work = Work(
            title: "Mill \(index)", aliases: ["The mill number \(index)"],
            text: Array("\(passage) Its \(index). owner kept bees and wrote letters.\n\n".utf8))
          work.url = "https://example.org/wiki/Mill_\(index)"
          try target.add(work)
        }
        try target.addRedirect(from: "Old mill", to: "Mill 1")
      }
      let file = try Manifest.read(in: path).segments[0].file
      let segment = path + "/" + file
      return (path, segment, Array(FileManager.default.contents(atPath: segment) ?? Data()))
    } catch {
      fatalError("The library to damage could not be made: \(error)")
    }
  }()

  /// Each four bytes of `patches` are an offset and a byte to put there; then all checksums are
  /// made right again, as a hostile writer would.
  static func segment(_ patches: [UInt8]) {
    var bytes = library.bytes
    var at = 0
    while at + 3 < patches.count {
      let offset = Int(patches[at]) | Int(patches[at + 1]) << 8 | Int(patches[at + 2]) << 16
      // Half of all patches go to the header, where there is most to lie about.
      let place = offset & 1 == 0 ? (offset >> 1) % 512 : (offset >> 1) % bytes.count
      bytes[place] = patches[at + 3]
      at += 4
    }
    mend(&bytes)
    _ = FileManager.default.createFile(atPath: library.segment, contents: Data(bytes))
    use(library.path)
  }

  static func manifest(_ bytes: [UInt8]) {
    let path = library.path
    _ = FileManager.default.createFile(atPath: path + "/library.json", contents: Data(bytes))
    use(path)
  }

  private static func mend(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { raw in
      var header = raw.loadUnaligned(as: SegmentHeader.self)
      let page = SegmentFormat.pageSize
      let sums = header.checksums
      let (end, overflow) = sums.offset.addingReportingOverflow(sums.count)
      if !overflow, end <= UInt64(raw.count), sums.offset >= UInt64(page) {
        let pages = min(Int(sums.count) / 4, Int(sums.offset) / page - 1)
        for index in 0..<max(0, pages) {
          let start = page * (index + 1)
          guard start + page <= raw.count else { break }
          let sum = SegmentFormat.pageChecksum(
            UnsafeRawBufferPointer(rebasing: raw[start..<(start + page)]))
          raw.storeBytes(of: sum, toByteOffset: Int(sums.offset) + 4 * index, as: UInt32.self)
        }
        header.checksumOfChecksums = SegmentFormat.checksum(
          UnsafeRawBufferPointer(rebasing: raw[Int(sums.offset)..<Int(end)]))
      }
      header.checksum = header.computedChecksum()
      raw.storeBytes(of: header, as: SegmentHeader.self)
    }
  }

  /// Asks a library everything that commands ask.
  private static func use(_ path: String) {
    guard let library = try? Library(path) else { return }
    let words = Words.scan(Array(passage.utf8))
    for candidate in library.candidates(for: Query(words: words), limit: 16) {
      _ = library.details(of: candidate.work)
      _ = library.text(of: candidate.work, ByteRange(0, 200))
      _ = library.candidates(for: Query(words: words, within: candidate.work), limit: 4)
    }
    _ = library.exactPlaces(of: Array(words.prefix(8)), limit: 16)
    _ = library.information(of: words)
    for name in ["Mill 3", "Old mill", "https://example.org/wiki/Mill_4"] {
      for work in library.works(named: name) {
        _ = library.textCount(of: work)
        _ = library.details(of: work)
      }
    }
    _ = library.verify()
  }
}
