import FonsLibrary
import FonsSource
import FonsTesting
import FonsText
import Testing

/// Words that stand in very many works.
@Suite struct BoilerplateTests {
  private static let licence =
    "permission is granted to copy this leaflet freely so long as the name of the parish and the year "
    + "stand at its foot and nothing is charged beyond the price of paper ink and the carrier"

  private static func own(_ number: Int) -> String {
    LibraryTests.text(words: 60, seed: UInt64(number) &* 7919 &+ 3)
  }

  private func library(_ folder: TemporaryFolder, works: Int) throws -> Library {
    let writer = try LibraryWriter(folder.path, options: BuildOptions(segmentBytes: 200_000))
    try writer.add(name: "leaflets", from: "/leaflets") { source in
      for number in 0..<works {
        let text = "\(Self.own(number)). \(Self.licence). \(Self.own(number + 100_000))"
        try source.add(Work(title: "Leaflet \(number)", text: Array(text.utf8)))
      }
    }
    return try Library(folder.path)
  }

  @Test func aPhraseInEveryWorkGivesNoMoreThanWasAskedFor() throws {
    let folder = try TemporaryFolder()
    let library = try library(folder, works: 1500)
    let words = Words.scan(Array(Self.licence.utf8))
    for limit in [1, 12, 256] {
      let found = library.candidates(for: Query(words: words), limit: limit)
      #expect(found.count == limit)
      #expect(found.allSatisfy { $0.covered > words.count / 2 })
    }
  }

  @Test(arguments: [0, 700, 1499])
  func wordsOfItsOwnLeadToTheWorkThroughIt(_ number: Int) throws {
    let folder = try TemporaryFolder()
    let library = try library(folder, works: 1500)
    let last = Self.own(number).split(separator: " ").suffix(12).joined(separator: " ")
    let words = Words.scan(Array("\(last). \(Self.licence)".utf8))
    let best = try #require(library.candidates(for: Query(words: words), limit: 12).first)
    #expect(library.details(of: best.work)?.title == "Leaflet \(number)")
  }
}
