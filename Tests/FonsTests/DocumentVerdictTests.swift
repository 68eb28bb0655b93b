import FonsDocument
import FonsReport
import FonsSource
import Testing

/// Rows on extraction in which a verdict is involved: 6, 16, 17, 22, 36, 74, 77.
@Suite struct DocumentVerdictTests {
  static let more =
    "\nThe parish keeps two fairs, one for wool and one for salt. The inn has nine rooms.\n"

  /// Quotation marks within a quotation change with those around it.
  @Test(arguments: [
    (
      "The porter told me that “the gate is never locked” and went back to his soup without another word.",
      "“The porter told me that ‘the gate is never locked’ and went back to his soup without another word.”"
    ),
    (
      "Die Wirtin rief „das Feuer ist aus“ in die Stube und stellte den Topf auf den kalten Herd zurück.",
      "„Die Wirtin rief ‚das Feuer ist aus‘ in die Stube und stellte den Topf auf den kalten Herd zurück.“"
    ),
  ])
  func nestedMarks(_ item: (source: String, quoted: String)) throws {
    let bench = try Bench(Work("The Lodge", item.source + Self.more))
    let entries = try bench.check("So it says: \(item.quoted)\n")
    #expect(entries.map(\.verdict) == [.verbatim])
    #expect(entries.first?.differences.allSatisfy { $0.weight == .harmless } == true)
  }

  @Test(arguments: ["<wbr>", "&shy;", "&#8203;", "&zwj;"])
  func invisibleCharactersOfAPage(_ mark: String) throws {
    let bench = try Bench(
      Work(
        "The Lodge",
        "The porter kept his lanterns in a cupboard behind the organ and oiled them on Fridays."
          + Self.more))
    let page =
      "<p>Look:</p><blockquote cite=\"\(Work.address("The Lodge"))\">The porter kept his lan\(mark)terns in a cup\(mark)board behind the organ and oiled them on Fridays.</blockquote>"
    let entries = try bench.check(page, .html)
    #expect(entries.map(\.verdict) == [.verbatim])
    #expect(entries.first?.attribution == .asCited)
  }

  @Test(arguments: [
    (
      "The first door was painted green after the war by two sisters.",
      "The last door was never painted and rotted within three winters."
    ),
    (
      "Am Montag wurde der Brunnen von den Brüdern gereinigt und wieder gefüllt.",
      "Am Freitag fiel der Eimer in den Brunnen und wurde nie mehr gefunden."
    ),
  ])
  func reversedParts(_ item: (first: String, second: String)) throws {
    let bench = try Bench(Work("The Lodge", item.first + " " + item.second + Self.more))
    let right = try bench.check("> \(item.first) […] \(item.second)\n", .markdown)
    #expect(right.first?.wording != .stitched)
    let wrong = try bench.check("> \(item.second) […] \(item.first)\n", .markdown)
    #expect(wrong.map(\.verdict) == [.stitched])
    #expect(wrong.first?.faithful == false)
  }

  /// Row 36: two answers of an interview, joined as one.
  @Test(arguments: [" ", " … "])
  func twoSpeakersAreStitched(_ joint: String) throws {
    let first =
      "We carried the organ pipes down the hill wrapped in blankets, and not one of them was bent."
    let second =
      "I thought the tuning could have waited until the swallows had left the loft for the south."
    let bench = try Bench(
      Work(
        "Interview",
        "ORREN: \(first)\n\nWhat did you think of it yourself?\n\nTILDA: \(second)" + Self.more))
    let entries = try bench.check("> \(first)\(joint)\(second)\n", .markdown)
    #expect(entries.map(\.verdict) == [.stitched])
    #expect(entries.first?.flags.contains("speaker-change") == true)
  }

  /// Row 16: an article that pulls a sentence of its own out.
  @Test(arguments: [
    "Nobody in the valley had ever seen a clock that ran backwards until the tinker came.",
    "Der Kessel wurde nie wieder so blank, wie er am Tag der Taufe gewesen war.",
  ])
  func aPullQuoteMatchesItsArticle(_ words: String) throws {
    let bench = try Bench(
      Work("The Lodge", "Something else stands here altogether, and at some length." + Self.more))
    let page =
      "<article><p>It began in May. \(words) Then it rained for a week.</p><aside><blockquote>\(words)</blockquote></aside></article>"
    let entries = try bench.check(page, .html)
    #expect(entries.first?.flags.contains("pull-quote") == true)
    #expect(entries.first?.verdict == .unverifiable)
  }

  @Test(arguments: [
    "The sluice was raised by a wheel of oak that took four men to turn",
    "Bread was baked on Saturdays only and shared out from the church steps",
  ])
  func emptyLibrariesSayNothing(_ words: String) throws {
    let entries = try Bench([[]]).check("It says “\(words)”.")
    #expect(entries.map(\.verdict) == [.unverifiable])
    #expect(entries.first?.faithful == nil)
  }
}
