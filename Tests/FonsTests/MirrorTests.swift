import FonsDocument
import FonsReport
import FonsSource
import Testing

/// The same words in many works.
@Suite struct MirrorTests {
  private static let words =
    "The ferry runs every second hour from the slip below the church until the first frost, and not on Sundays."

  @Test(arguments: [2, 12, 13, 60])
  func oneMatchStandsForAll(_ count: Int) throws {
    let bench = try Bench([
      (0..<count).map { number in
        let year = 2001 + (number * 7) % 20
        return Work(
          "Timetable", "Copy \(number). \(Self.words) End of copy \(number).",
          time: "\(year)-01-01T00:00:00Z", host: "copy\(number).example")
      }
    ])
    let found = try bench.check("> \(Self.words)\n", .markdown)
    #expect(found.map(\.verdict) == [.verbatim])
    #expect(found.first?.matches.count == 1)
    #expect(found.first?.matches.first?.occurrences == count)
    let cited = try bench.check(
      "> \(Self.words)\n\n\(Work.address("Timetable", "copy\(count - 1).example"))\n", .markdown)
    #expect(cited.first?.attribution == .asCited)
    #expect(
      cited.first?.matches.first?.work.url == Work.address("Timetable", "copy\(count - 1).example"))
  }
}
