import Fons
import FonsDocument
import FonsFormat
import FonsReport
import FonsSource
import FonsText
import Testing

/// Where the words are from, as a document says it: rows 67, 69 to 76 and 79, and DESIGN §1.
@Suite struct ProvenanceTests {
  static let mill =
    "The mill was moved stone by stone to the eastern bank after the spring flood took the old bridge."
  static let kiln =
    "Lime was burned in the kiln above the village until the last of the beech woods had been felled."
  static let more =
    "\nThe parish keeps two fairs, one for wool and one for salt. The inn has nine rooms.\n"

  private func works() throws -> Bench {
    try Bench(
      Work("Old Mill", Self.more + Self.mill + Self.more), Work("Lime Kiln", Self.kiln + Self.more))
  }

  @Test(arguments: [(mill, "Old Mill", "Lime Kiln"), (kiln, "Lime Kiln", "Old Mill")])
  func rightWordsFromTheWrongPage(_ item: (words: String, work: String, cited: String)) throws {
    let right = try works().check("> \(item.words)\n\n\(Work.address(item.work))\n", .markdown)
    #expect(right.map(\.verdict) == [.verbatim])
    #expect(right.first?.attribution == .asCited)
    let wrong = try works().check("> \(item.words)\n\n\(Work.address(item.cited))\n", .markdown)
    #expect(wrong.map(\.verdict) == [.misattributed])
    #expect(wrong.first?.attribution == .elsewhere)
    #expect(wrong.first?.faithful == true)
    #expect(wrong.first?.matches.first?.work.title == item.work)
  }

  @Test(arguments: [mill, kiln])
  func aMirrorIsAnOccurrenceOfTheSameWords(_ words: String) throws {
    let bench = try Bench([
      [Work("Chronicle", words + Self.more, time: "2015-01-01T00:00:00Z")],
      [
        Work("Chronicle", words + Self.more, time: "2011-01-01T00:00:00Z", host: "mirror.example"),
        Work("Digest", words, time: "2019-01-01T00:00:00Z", host: "digest.example"),
      ],
    ])
    let cited = try bench.check(
      "> \(words)\n\n\(Work.address("Digest", "digest.example"))\n", .markdown)
    #expect(cited.first?.verdict == .verbatim)
    #expect(cited.first?.attribution == .asCited)
    #expect(cited.first?.matches.first?.work.title == "Digest")
    #expect(cited.first?.matches.first?.occurrences == 3)
    let uncited = try bench.check("> \(words)\n", .markdown)
    #expect(uncited.first?.attribution == .uncited)
    #expect(uncited.first?.matches.first?.revision.time == "2011-01-01T00:00:00Z")
  }

  @Test(arguments: [
    (
      "Ilse Marrow",
      "A bridge is a promise that two shores have made to each other in the dark of winter."
    ),
    (
      "Piet Harn",
      "Whoever oils the hinge has no need to shout at the door when the snow is lying deep."
    ),
  ])
  func aSecondarySourceThatQuotes(_ item: (author: String, words: String)) throws {
    let bench = try Bench(
      Work(
        "Sayings of the Valley",
        "Her uncle used to say: “\(item.words)” Nobody contradicted him." + Self.more))
    let entries = try bench.check(
      "> \(item.words)\n\n\(Work.address("Sayings of the Valley"))\n", .markdown)
    #expect(entries.first?.verdict == .verbatim)
    #expect(entries.first?.attribution == .asCited)
    #expect(entries.first?.flags.contains("indirect") == true)
  }

  @Test(arguments: [mill, kiln])
  func aCitedPageThatNobodyHolds(_ words: String) throws {
    let bench = try Bench(
      Work("Old Mill", Self.mill + Self.more), Work("Lime Kiln", Self.kiln + Self.more))
    let dead = "https://gone.example/articles/1932"
    let found = try bench.check("> \(words)\n\n\(dead)\n", .markdown)
    #expect(found.first?.verdict == .verbatim)
    #expect(found.first?.attribution == .unreachable)
    #expect(found.first?.reason.contains(dead) == true)
    let absent = try bench.check(
      "> The glaziers of the upper town painted their doors blue whenever a pane had been paid for twice.\n\n\(dead)\n",
      .markdown)
    #expect(absent.first?.verdict == .unverifiable)
    #expect(absent.first?.faithful == nil)
    #expect(absent.first?.wording == nil)
  }

  @Test(arguments: [
    "The otters of the third canal were counted by torchlight until the committee ran out of torches.",
    "Glass floats green in the moonlight, wrote the ferrywoman, and copper sings before it breaks.",
  ])
  func inventedWordsWithAnInventedAddress(_ words: String) throws {
    let held = try works().check("> \(words)\n\n\(Work.address("Old Mill"))\n", .markdown)
    #expect(held.first?.verdict == .notFound)
    #expect(held.first?.faithful == false)
    #expect(held.first?.attribution == nil)
    #expect(held.first?.currency == nil)
    #expect(held.first?.reason.contains("searched") == true)
    let invented = try works().check("> \(words)\n\nhttps://invented.example/a/b\n", .markdown)
    #expect(invented.first?.verdict == .unverifiable)
    #expect(invented.first?.attribution == .unreachable)
  }

  /// A paraphrase has the nearest passage beside it.
  @Test(arguments: [
    (
      "After a spring flood destroyed their bridge, villagers carried the entire mill across to the eastern bank of the river",
      "Old Mill"
    ),
    (
      "They went on burning lime in the kiln above the village for as long as there were beech trees left to cut",
      "Lime Kiln"
    ),
  ])
  func aParaphraseIsNotFound(_ item: (words: String, work: String)) throws {
    let entries = try works().check("It says: “\(item.words)”.")
    #expect(entries.first?.verdict == .notFound)
    #expect(entries.first?.matches.first?.work.title == item.work)
  }

  @Test(arguments: ["the old bridge", "of the village"])
  func aShortQuotationWithoutItsWork(_ words: String) throws {
    let entry = try works().checker.find(Array(words.utf8))
    #expect(entry.verdict == .unverifiable)
    #expect(entry.flags.contains("short"))
    #expect(entry.attribution == nil || entry.attribution == .uncited)
  }

  @Test(arguments: ["stone by stone to the eastern bank", "until the last of the beech woods"])
  func aShortQuotationWithItsWork(_ words: String) throws {
    let title = Self.mill.contains(words) ? "Old Mill" : "Lime Kiln"
    let entries = try works().check("As the page says, “\(words)” (\(Work.address(title))).")
    #expect(entries.first?.verdict == .verbatim)
    #expect(entries.first?.attribution == .asCited)
  }

  @Test(arguments: [mill, kiln])
  func severalPlacesInOneWork(_ words: String) throws {
    let bench = try Bench(
      Work("Twice Told", words + Self.more + "The chapter ends with a song.\n" + words + Self.more))
    let entries = try bench.check("> \(words)\n\n\(Work.address("Twice Told"))\n", .markdown)
    #expect(entries.first?.verdict == .verbatim)
    #expect(entries.first?.flags.contains("ambiguous") == true)
    #expect(entries.first?.matches.count == 2)
  }

  /// The document itself is no source of its own words.
  @Test(arguments: [mill, kiln])
  func theDocumentNeverMatchesItself(_ words: String) throws {
    let document = "A chronicler writes: “\(words)” That is all."
    let bench = try Bench([
      [
        Work(title: "note.txt", aliases: ["/tmp/note.txt"], text: Array(document.utf8)),
        Work("Old Mill", Self.mill + Self.more),
      ]
    ])
    let entries = try bench.check(document, name: "/tmp/note.txt")
    if words == Self.mill {
      #expect(entries.first?.matches.map(\.work.title) == ["Old Mill"])
    } else {
      #expect(entries.first?.verdict == .notFound)
    }
  }

  /// A bare address between two quotations: the words decide.
  @Test(arguments: [(mill, kiln, "Old Mill"), (kiln, mill, "Lime Kiln")])
  func anAddressBetweenTwoQuotations(_ item: (first: String, second: String, cited: String)) throws
  {
    let entries = try works().check(
      "> \(item.first)\n\n\(Work.address(item.cited))\n\n> \(item.second)\n", .markdown)
    #expect(entries.map(\.verdict) == [.verbatim, .verbatim])
    #expect(entries.map(\.attribution) == [.asCited, .uncited])
  }

  /// Row 72: nothing that was searched is in the quotation's language.
  @Test(arguments: [
    "Die Mühle wurde nach der Flut Stein für Stein auf das östliche Ufer versetzt und dort wieder aufgebaut.",
    "Le moulin fut transporté pierre par pierre sur la rive orientale après la crue qui emporta le pont.",
  ])
  func aTranslationIsUnverifiable(_ words: String) throws {
    let entries = try works().check("> \(words)\n", .markdown)
    #expect(entries.first?.verdict == .unverifiable)
    #expect(entries.first?.flags.contains("foreign") == true)
  }

  /// Row 68: an older state of the cited work has the words, the newest that is held has others.
  @Test(arguments: [(mill, "spring"), (kiln, "beech")])
  func anOlderStateHasTheWords(_ item: (words: String, changed: String)) throws {
    let newer = item.words.replacing(item.changed, with: "granite")
    let bench = try Bench([
      [Work("Old Page", item.words + Self.more, time: "2011-04-01T00:00:00Z")],
      [Work("Old Page", newer + Self.more, time: "2019-06-02T00:00:00Z")],
    ])
    for citation in ["", "\n\n\(Work.address("Old Page"))"] {
      let entries = try bench.check("> \(item.words)\(citation)\n", .markdown)
      let entry = try #require(entries.first)
      #expect(entry.verdict == .superseded)
      #expect(entry.wording == .verbatim)
      #expect(entry.faithful == true)
      #expect(entry.currency == .superseded)
      #expect(!entry.passes)
      #expect(entry.asOf == "2019-06-02T00:00:00Z")
      #expect(entry.matches.map(\.revision.time).prefix(2) == ["2011-04-01T00:00:00Z", entry.asOf])
      #expect(entry.reason.contains("2019-06-02"))
    }
    // The newest state's words are current, whatever an older one says.
    let current = try bench.check("> \(newer)\n\n\(Work.address("Old Page"))\n", .markdown)
    #expect(current.first?.verdict == .verbatim)
    #expect(current.first?.currency == .current)
  }

  /// Row 68: both states have the words.
  @Test(arguments: [mill, kiln])
  func bothStatesHaveTheWords(_ words: String) throws {
    let bench = try Bench([
      [Work("Old Page", words + Self.more, time: "2011-04-01T00:00:00Z")],
      [Work("Old Page", Self.more + words, time: "2019-06-02T00:00:00Z")],
    ])
    let entries = try bench.check("> \(words)\n\n\(Work.address("Old Page"))\n", .markdown)
    #expect(entries.first?.verdict == .verbatim)
    #expect(entries.first?.currency == .current)
    #expect(entries.first?.asOf == "2019-06-02T00:00:00Z")
  }

  /// Row 80: the source's own notes at the passage.
  @Test(arguments: [mill, kiln])
  func notesOfTheSource(_ words: String) throws {
    let text = Self.more + words.dropLast() + ".[12] The stone was red." + Self.more
    let place = text.utf8.count - ".[12] The stone was red.".utf8.count - Self.more.utf8.count + 1
    let work = Work(
      title: "Annotated", url: Work.address("Annotated"), text: Array(text.utf8),
      notes: [
        Note(
          marker: "12", range: .init(place, place + 4), text: "Parish register, f. 9.",
          urls: ["https://register.example/9"])
      ])
    let entries = try Bench([[work]]).check(
      "> \(words)\n\n\(Work.address("Annotated"))\n", .markdown)
    #expect(entries.first?.verdict == .verbatim)
    #expect(entries.first?.notes.map(\.marker) == ["12"])
    #expect(entries.first?.notes.first?.urls == ["https://register.example/9"])
  }
}
