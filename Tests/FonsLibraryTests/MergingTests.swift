import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsLibrary

/// Segments are made one, and what was removed is given back; the answers stay.
@Suite struct MergingTests {
  private let names = (0..<30).map { "work \($0)" }

  private func segments(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains("segment") }.sorted()
  }

  @Test func manyAddsBecomeFewSegments() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    for name in names { try Texts.add([name], as: "of \(name)", to: writer) }
    let library = try Library(folder.path)
    #expect(library.manifest.segments.count < 9)
    #expect(try segments(folder) == library.manifest.segments.map(\.file).sorted())
    #expect(Texts.found(names, in: library) == Set(names))
    #expect(library.extent.works == names.count)
    #expect(library.verify().isEmpty)
    #expect(library.works(named: "of work 7 redirected") == library.works(named: "work 7"))
  }

  @Test func whatIsRemovedIsNotFoundAndIsGivenBack() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    for name in names.prefix(8) { try Texts.add([name], as: "of \(name)", to: writer) }
    #expect(writer.manifest.segments.count == 1)
    let whole = try Library(folder.path).extent
    for name in names.prefix(3) { try writer.remove(source: "of \(name)") }
    #expect(writer.manifest.segments.count == 1, "less than half was removed")
    let left = try Library(folder.path)
    #expect(Texts.found(names, in: left) == Set(names[3..<8]))
    #expect(left.works(named: names[0]).isEmpty)
    #expect(left.extent.works == 5 && left.extent.bytes < whole.bytes * 6 / 8)
    let gone = Words.scan(Texts.work(names[0]).text[0..<60])
    #expect(left.exactPlaces(of: gone, limit: 9)?.isEmpty == true)
    let before = writer.manifest.segments[0].bytes
    #expect(try writer.compact() > 0)
    #expect(writer.manifest.segments[0].bytes < before)
    let compacted = try Library(folder.path)
    #expect(Texts.found(names, in: compacted) == Set(names[3..<8]))
    #expect(compacted.extent.works == 5 && compacted.verify().isEmpty)
    #expect(try writer.compact() == 0, "there is nothing left to give back")
  }

  @Test func aSourceThatIsAddedAgainTakesThePlaceOfTheOldOne() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    for name in names.prefix(8) { try Texts.add([name], as: "of \(name)", to: writer) }
    try Texts.add([names[20]], as: "of \(names[0])", to: writer)
    let library = try Library(folder.path)
    #expect(Texts.found(names, in: library) == Set(names[1..<8] + [names[20]]))
    #expect(library.manifest.sources.count == 8)
    for name in names.prefix(8) { try writer.remove(source: "of \(name)") }
    #expect(try segments(folder).isEmpty && writer.manifest.segments.isEmpty)
  }

  @Test func aDamagedSegmentIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    for name in names.prefix(7) { try Texts.add([name], as: "of \(name)", to: writer) }
    let file = URL(fileURLWithPath: folder.path + "/1.segment")
    var bytes = try Data(contentsOf: file)
    bytes[SegmentFormat.pageSize + 10] ^= 0xFF
    try bytes.write(to: file)
    try Texts.add([names[7]], as: "of \(names[7])", to: writer)
    #expect(Texts.found(names, in: try Library(folder.path)) == Set(names[1..<8]))
    #expect(FileManager.default.fileExists(atPath: file.path))
    #expect(throws: LibraryError.self) { try writer.compact() }
    #expect(Texts.found(names, in: try Library(folder.path)) == Set(names[1..<8]))
  }

  /// Little memory and many threads give the same segments as much memory and one.
  @Test func memoryAndThreadsDoNotMatter() throws {
    let works = (0..<40).map { Texts.work("long \($0)", words: 8000) }
    var files: [[UInt8]] = []
    for (jobs, memory) in [(1, 1 << 30), (3, 1 << 30), (2, 0)] {
      let folder = try TemporaryFolder()
      var options = BuildOptions(workers: Workers(count: jobs), memory: memory)
      options.postingsInMemoryLimit = memory == 0 ? 100_000 : nil
      let writer = try LibraryWriter(folder.path, options: options)
      try writer.add(name: "s", from: "/s") { for work in works { try $0.add(work) } }
      files.append([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/1.segment"))))
    }
    #expect(files[0] == files[1])
    let (first, last) = (try Self.sections(files[0]), try Self.sections(files[2]))
    // The dictionary is learnt from less where there is less memory.
    for section in [SegmentFormat.Section.directory, .tags, .positions, .counts, .names, .works] {
      #expect(first[section.rawValue] == last[section.rawValue], "\(section)")
    }
  }

  private static func sections(_ file: [UInt8]) throws -> [[UInt8]] {
    let header = file.withUnsafeBytes { $0.loadUnaligned(as: SegmentHeader.self) }
    return SegmentFormat.Section.allCases.map { section in
      let place = header.sections[section.rawValue]
      return Array(file[Int(place.offset)..<Int(place.offset + place.count)])
    }
  }
}
