import FonsDocument
import FonsFormat
import FonsReport
import FonsSource
import FonsText
import Testing

/// The rules of DESIGN §1 on how answers combine, that no row of the phenomena has.
@Suite struct RuleTests {
  static let oak =
    "The oak on the boundary was measured each decade by the three parishes that shared its shade."
  static let well =
    "Water from the second well was sold by the cup to pilgrims who had walked over the moor."
  static let more =
    "\nThe parish keeps two fairs, one for wool and one for salt. The inn has nine rooms.\n"

  /// The cited work decides wording, even where another matches better.
  @Test(arguments: [(oak, "shared", "split"), (well, "walked", "wandered")])
  func theCitedWorkDecides(_ item: (words: String, old: String, new: String)) throws {
    let changed = item.words.replacing(item.old, with: item.new)
    let bench = try Bench(
      Work("Cited", changed + Self.more), Work("Better", item.words + Self.more))
    let entries = try bench.check("> \(item.words)\n\n\(Work.address("Cited"))\n", .markdown)
    #expect(entries.first?.verdict == .altered)
    #expect(entries.first?.attribution == .asCited)
    #expect(entries.first?.matches.map(\.work.title) == ["Cited", "Better"])
    #expect(entries.first?.differences.map(\.kind) == ["word"])
  }

  /// One section apart is abridged, two are stitched.
  @Test(arguments: [(1, Report.Wording.abridged), (2, .stitched)])
  func sectionsApart(_ item: (sections: Int, wording: Report.Wording)) throws {
    var text = Self.oak
    var sections: [Work.Section] = []
    for index in 0..<item.sections {
      sections.append(.init(start: text.utf8.count + 1, level: 2, title: "Part \(index)"))
      text += "\nPart \(index)\nSome of it is told here in a line.\n"
    }
    text += Self.well
    let work = Work(
      title: "Parts", url: Work.address("Parts"), text: Array(text.utf8), sections: sections)
    let entries = try Bench([[work]]).check(
      "> \(Self.oak) […] \(Self.well)\n\n\(Work.address("Parts"))\n", .markdown)
    #expect(entries.first?.wording == item.wording)
    #expect(entries.first?.parts.count == 2)
  }

  /// Notes resolve by where the passage stands, not by the number alone.
  @Test(arguments: [oak, well])
  func notesByPlace(_ words: String) throws {
    let text = Self.oak.dropLast() + ".[1]" + Self.more + Self.well.dropLast() + ".[1]" + Self.more
    let first = Self.oak.utf8.count
    let second = first + 4 + Self.more.utf8.count + Self.well.utf8.count
    let work = Work(
      title: "Twice", url: Work.address("Twice"), text: Array(text.utf8),
      notes: [
        Note(marker: "1", range: ByteRange(first, first + 4), text: "Of the oak."),
        Note(marker: "1", range: ByteRange(second, second + 4), text: "Of the well."),
      ])
    let entries = try Bench([[work]]).check("> \(words)\n\n\(Work.address("Twice"))\n", .markdown)
    #expect(
      entries.first?.notes.map(\.text) == [words == Self.oak ? "Of the oak." : "Of the well."])
  }

  /// Numbers in round brackets are words of the source.
  @Test(arguments: [
    "The oak was felled (1937) and its rings were counted by the schoolmaster and his older pupils.",
    "The well had (3) three lids and (4) four keys, none of which was ever found again by the sexton.",
  ])
  func numbersInRoundBracketsAreNoMarkers(_ words: String) throws {
    let bench = try Bench(Work("Cited", words + Self.more))
    let same = try bench.check("> \(words)\n\n\(Work.address("Cited"))\n", .markdown)
    #expect(same.first?.verdict == .verbatim)
    let changed = words.replacing("(1937)", with: "(1973)").replacing("(4)", with: "(5)")
    let other = try bench.check("> \(changed)\n\n\(Work.address("Cited"))\n", .markdown)
    #expect(other.first?.verdict == .altered)
    #expect(other.first?.faithful == false)
  }

  /// A saying that a document gives to the wrong book: where it stands is told.
  @Test(arguments: [
    "A borrowed ladder is always one rung too short for the apples that are worth having.",
    "He who salts another man's soup should be prepared to eat it at the long table.",
  ])
  func aMisattributedSaying(_ words: String) throws {
    let bench = try Bench(
      Work("Proverbs of the Fen", words + Self.more, time: "1999-01-01T00:00:00Z"),
      Work("Modern Sayings", words + Self.more, time: "2012-01-01T00:00:00Z"),
      Work("The Great Book", Self.oak + Self.more))
    let entries = try bench.check("> \(words)\n\n\(Work.address("The Great Book"))\n", .markdown)
    #expect(entries.first?.verdict == .misattributed)
    #expect(entries.first?.matches.first?.work.title == "Proverbs of the Fen")
    #expect(entries.first?.matches.first?.occurrences == 2)
  }

  /// Two quotations and one address that nobody holds: the words cannot decide.
  @Test(arguments: [(oak, well), (well, oak)])
  func anAddressThatCannotBeRead(_ item: (first: String, second: String)) throws {
    let bench = try Bench(Work("Other", Self.more))
    let entries = try bench.check(
      "> \(item.first)\n\nhttps://gone.example/x\n\n> \(item.second)\n", .markdown)
    #expect(entries.map(\.verdict) == [.unverifiable, .unverifiable])
    #expect(entries.map(\.citation.binding) == ["ambiguous", "ambiguous"])
  }

  /// One undated state tells nothing of what the source says now.
  @Test(arguments: [(nil, nil), ("2020-02-02T00:00:00Z", Report.Currency.current)])
  func currency(_ item: (time: String?, currency: Report.Currency?)) throws {
    let bench = try Bench(Work("Dated", Self.oak + Self.more, time: item.time))
    let entries = try bench.check("> \(Self.oak)\n\n\(Work.address("Dated"))\n", .markdown)
    #expect(entries.first?.currency == item.currency)
    #expect(entries.first?.asOf == item.time)
  }
}
