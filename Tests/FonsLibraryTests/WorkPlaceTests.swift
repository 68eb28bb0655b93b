import FonsSource
import FonsTesting
import FonsText
import Testing

@testable import FonsLibrary

/// The work of a place, where works are as unlike each other in length as they can be.
@Suite struct WorkPlaceTests {
  @Test func everyPlaceLeadsToItsWork() throws {
    let folder = try TemporaryFolder()
    let writer = try LibraryWriter(folder.path)
    let lengths = [1, 4000, 2, 2, 2, 900, 1, 1, 1, 1, 6000, 3, 50, 50, 50, 1]
    try writer.add(name: "unlike", from: "/unlike") { source in
      for (number, words) in lengths.enumerated() {
        let text = LibraryTests.text(words: words, seed: UInt64(number + 1))
        try source.add(Work(title: "Number \(number)", text: Array(text.utf8)))
      }
    }
    let segment = try #require(Library(folder.path).segments.first)
    var places = 0
    for work in 0..<segment.works {
      let row = try segment.row(work)
      for place in [
        Int(row.textStart), (Int(row.textStart) + Int(row.textEnd)) / 2, Int(row.textEnd) - 1,
      ]
      where place >= Int(row.textStart) && place < Int(row.textEnd) {
        #expect(try segment.work(at: place) == work)
        places += 1
      }
    }
    #expect(places >= lengths.count)
    #expect(try segment.work(at: segment.textBytes) == nil)
    #expect(try segment.work(at: segment.textBytes + 1_000_000) == nil)
  }
}
