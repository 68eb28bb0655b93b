import FonsFormat
import FonsLibrary
import FonsSource
import FonsTesting
import FonsText
import Foundation
import Testing

@Suite struct LibraryTests {
  /// A text of words that look like a language's, from a seed.
  static func text(words count: Int, seed: UInt64) -> String {
    var state = seed
    var words: [String] = []
    let syllables = ["ka", "lo", "mer", "tin", "su", "ral", "ven", "do", "pi", "shan"]
    for index in 0..<count {
      state = mix(state &+ UInt64(index), 0x9E37_79B9_7F4A_7C15)
      let length = 1 + Int(state % 3)
      words.append((0..<length).map { syllables[Int((state >> UInt64(8 * $0 + 8)) % 10)] }.joined())
    }
    return words.joined(separator: " ")
  }

  private func library(
    _ folder: TemporaryFolder, _ works: [Work], segmentBytes: Int = 128 << 20,
    redirects: [(String, String)] = []
  ) throws -> Library {
    let writer = try LibraryWriter(
      folder.path, options: BuildOptions(segmentBytes: segmentBytes))
    try writer.add(name: "s", from: "/s") { source in
      for work in works { try source.add(work) }
      for (from, to) in redirects { try source.addRedirect(from: from, to: to) }
    }
    return try Library(folder.path)
  }

  private func works(_ count: Int, words: Int = 400) -> [Work] {
    (0..<count).map {
      Work(title: "Work \($0)", text: Array(Self.text(words: words, seed: UInt64($0)).utf8))
    }
  }

  @Test(arguments: [0, 1, 7, 8, 4095, 4096, 8191, 8192, 8193, 100_000])
  func textComesBackByteForByte(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let text = Array(Self.text(words: count / 4 + 1, seed: 5).utf8.prefix(count))
    let library = try library(folder, [Work(title: "A", text: text), Work(title: "B", text: text)])
    for name in ["A", "B"] {
      let work = try #require(library.works(named: name).first)
      #expect(library.text(of: work, ByteRange(0, count)) == text)
      #expect(library.textCount(of: work) == count)
      let middle = ByteRange(count / 3, count / 2)
      #expect(library.text(of: work, middle) == Array(text[middle.range]))
    }
  }

  @Test(arguments: [1 << 20, 64])
  func wordsThatStandTwiceAreTold(segmentBytes: Int) throws {
    let folder = try TemporaryFolder()
    let texts = ["the heron waited by the weir", "a heron and an otter", "the last otters left"]
    let library = try library(
      folder, texts.map { Work(title: $0, text: Array($0.utf8)) }, segmentBytes: segmentBytes)
    func hash(_ word: String) -> UInt64 { Words.scan(Array(word.utf8))[0].hash }
    for word in ["heron", "the"] { #expect(library.repeats(hash(word))) }
    for word in ["weir", "otter", "otters", "badger"] { #expect(!library.repeats(hash(word))) }
  }

  @Test func everySixWordsAreFoundWhereTheyStand() throws {
    let folder = try TemporaryFolder()
    let works = works(20)
    let library = try library(folder, works, segmentBytes: 8000)
    #expect(library.manifest.segments.count > 1)
    for (number, work) in works.enumerated() {
      let words = Words.scan(work.text)
      for start in stride(from: 0, to: words.count - 6, by: 13) {
        let query = Query(words: Array(words[start..<start + 6]))
        // Tags of eight bits let other places in; the right one is always among them.
        let right = library.candidates(for: query, limit: 64).contains { candidate in
          library.details(of: candidate.work)?.title == "Work \(number)"
            && candidate.anchors.contains {
              abs($0.offset - Int(words[start + $0.word].start)) < 32
            }
        }
        #expect(right, "work \(number), word \(start)")
      }
    }
  }

  @Test func detailsComeBack() throws {
    let folder = try TemporaryFolder()
    let work = Work(
      title: "Café", url: "https://x.example/wiki/Café", aliases: ["Coffee house"],
      revision: Revision(id: 7, time: "2020-01-02T03:04:05Z", contributor: nil), language: "fr",
      text: Array("Some text of the work.".utf8),
      sections: [.init(start: 0, level: 2, title: "One"), .init(start: 5, level: 3, title: "Two")],
      notes: [
        Note(marker: "d", range: ByteRange(4, 7), text: "A note", urls: ["https://n.example"])
      ])
    let library = try library(folder, [work], redirects: [("Kaffee", "Coffee house")])
    for name in ["Café", "cafe", "Coffee house", "https://x.example/wiki/Caf%C3%A9", "Kaffee"] {
      let found = try #require(library.works(named: name).first, "\(name)")
      let details = try #require(library.details(of: found))
      #expect(details.title == work.title && details.url == work.url)
      #expect(details.revision == work.revision && details.language == "fr")
      #expect(details.sections == work.sections && details.notes == work.notes)
      #expect(details.sectionPath(at: 6) == ["One", "Two"])
    }
    #expect(library.works(named: "Tea").isEmpty)
    #expect(library.extent.asOf == "2020-01-02T03:04:05Z")
  }

  @Test func aSourceIsReplacedAndRemoved() throws {
    let folder = try TemporaryFolder()
    _ = try library(folder, works(2))
    let second = try library(
      folder, [Work(title: "Other", text: Array("One two three four.".utf8))])
    #expect(second.works(named: "Work 0").isEmpty && !second.works(named: "Other").isEmpty)
    let writer = try LibraryWriter(folder.path)
    try writer.remove(source: "s")
    #expect(try Library(folder.path).extent.works == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.filter { $0.hasSuffix(".segment") }.isEmpty)
    #expect(throws: LibraryError.self) { try writer.remove(source: "s") }
  }

  @Test func aFailedAddLeavesTheOldLibrary() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let before = try library(folder, works(3)).manifest
    let writer = try LibraryWriter(folder.path, options: BuildOptions(segmentBytes: 500))
    #expect(throws: Stop.self) {
      try writer.add(name: "t", from: "/t") { source in
        for work in self.works(5) { try source.add(work) }
        throw Stop()
      }
    }
    #expect(try Library(folder.path).manifest == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.filter { $0.hasSuffix(".segment") }.count == 1)
  }

  @Test func twoWritersExcludeEachOther() throws {
    let folder = try TemporaryFolder()
    let first = try LibraryWriter(folder.path)
    #expect(throws: LibraryError.locked(path: folder.path)) { try LibraryWriter(folder.path) }
    withExtendedLifetime(first) {}
  }

  /// Every page of a segment: what is changed is named, and nothing crashes.
  @Test func damageIsFoundWhereverItIs() throws {
    let folder = try TemporaryFolder()
    _ = try library(folder, works(6))
    let file = folder.path + "/1.segment"
    let intact = try Data(contentsOf: URL(fileURLWithPath: file))
    var generator = Seeded(state: 42)
    for _ in 0..<60 {
      var damaged = intact
      let place = Int.random(in: 0..<intact.count, using: &generator)
      damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
      try damaged.write(to: URL(fileURLWithPath: file))
      let library = try? Library(folder.path)
      #expect(library.map { !$0.verify().isEmpty } ?? true, "byte \(place)")
    }
    try intact.write(to: URL(fileURLWithPath: file))
    #expect(try Library(folder.path).verify().isEmpty)
  }

  @Test func wordsThatStandNowhereAreNotKnown() throws {
    let folder = try TemporaryFolder()
    let library = try library(folder, works(3))
    let known = Words.scan(works(3)[0].text)
    #expect(known.allSatisfy { library.knows($0.hash) })
    let strange = Words.scan(Array((0..<200).map { "zq\($0)x" }.joined(separator: " ").utf8))
    #expect(strange.count { library.knows($0.hash) } < 20)
  }
}

/// Numbers that are the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mix(state, state ^ 0xA076_1D64_78BD_642F)
  }
}
