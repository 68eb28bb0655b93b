import FonsVerdict
import Testing

/// Order, inflection, other words and stitching: rows 21, 22, 36, 48 to 50, and DESIGN §1.
@Suite struct OrderTests {
  static let words: [Phenomenon] = [
    .init(
      48,
      "At the fair {Wendle sued Orrin→Orrin sued Wendle} over a mare that neither of them had ever ridden.",
      .altered, ["order"]),
    .init(
      48,
      "The bakers owed {the millers less than the brewers→the brewers less than the millers} when the accounts were closed.",
      .altered, ["order"]),
    .init(
      48,
      "Auf dem Markt {verklagte Wendel Orrin→verklagte Orrin Wendel} wegen einer Stute, die keiner von ihnen je geritten hatte.",
      .altered, ["order"]),
    .init(
      49,
      "The potter {sells→sold} her jars at the gate and keeps the cracked ones for the garden wall.",
      .altered, ["inflection"]),
    .init(
      49,
      "The {jar→jars} that stood by the door had been carried down from the chapel in the flood.",
      .altered, ["inflection"]),
    .init(
      49,
      "Die Töpferin {verkauft→verkaufte} ihre Krüge am Tor und behält die gesprungenen für die Mauer.",
      .altered, ["inflection"]),
    .init(
      50,
      "The potter sold her {jars→bowls} at the gate and kept the cracked ones for the garden wall.",
      .altered, ["word"]),
    .init(
      50,
      "Die Töpferin verkaufte ihre {Krüge→Teller} am Tor und behielt die gesprungenen für die Mauer.",
      .altered, ["word"]),
    .init(
      25,
      "The potter sold her jars at the gate {→of the northern customs house }and kept the cracked ones for the wall.",
      .altered, ["addition"]),
    .init(
      25,
      "Die Töpferin verkaufte die Krüge {→aus rotem Ton }am Tor und behielt die gesprungenen für die Mauer.",
      .altered, ["addition"]),
  ]

  @Test(arguments: words)
  func word(_ item: Phenomenon) throws { try item.check() }

  static let first =
    "The cooper laid the staves to dry behind the brewhouse and would sell none of them before the second frost."
  static let second =
    "A bell hung from the ridge of the drying shed, and the apprentices rang it whenever the wind turned east."
  /// About `words` words that are neither.
  static func filler(_ words: Int) -> String {
    (0..<words / 12).map { "Entry \($0 + 11) of the ledger lists hoops, nails, tar and candles." }
      .joined(separator: " ")
  }

  struct Stitch: Sendable, CustomTestStringConvertible {
    var name: String
    var works: [(String, String)]
    var quoted: String
    var wording: Finding.Wording
    var testDescription: String { name }
  }

  static let stitches: [Stitch] = [
    Stitch(
      name: "21: near", works: [("The Work", first + " " + filler(100) + " " + second)],
      quoted: first + " […] " + second, wording: .abridged),
    Stitch(
      name: "21: far", works: [("The Work", first + " " + filler(400) + " " + second)],
      quoted: first + " […] " + second, wording: .stitched),
    Stitch(
      name: "21: very far", works: [("The Work", first + " " + filler(6000) + " " + second)],
      quoted: first + " … " + second, wording: .stitched),
    Stitch(
      name: "22: reversed", works: [("The Work", first + " " + second)],
      quoted: second + " […] " + first, wording: .stitched),
    Stitch(
      name: "22: reversed, with more between",
      works: [("The Work", first + " " + filler(60) + " " + second)],
      quoted: second + " … " + first, wording: .stitched),
    Stitch(
      name: "22: reversed and unmarked", works: [("The Work", first + " " + second)],
      quoted: second + " " + first, wording: .stitched),
    Stitch(
      name: "36: two works", works: [("The Work", first), ("Another Work", second)],
      quoted: first + " […] " + second, wording: .stitched),
    Stitch(
      name: "36: two works, unmarked", works: [("The Work", first), ("Another Work", second)],
      quoted: first + " " + second, wording: .stitched),
    Stitch(
      name: "36: joined without a mark",
      works: [("The Work", first + " " + filler(300) + " " + second)],
      quoted: first + " " + second, wording: .stitched),
    Stitch(
      name: "22: three parts, the last two exchanged",
      works: [
        (
          "The Work",
          first + " " + second
            + " No candle was lit in the tasting room on the eve of a feast day. " + filler(100)
        )
      ],
      quoted: first + " … No candle was lit in the tasting room on the eve of a feast day … "
        + second, wording: .stitched),
  ]

  @Test(arguments: stitches)
  func stitched(_ item: Stitch) throws {
    let finding = try Bench(item.works.map { ($0.0, $0.1) }).find(item.quoted, cited: "The Work")
    #expect(finding.wording == item.wording)
    #expect(finding.faithful == (item.wording == .abridged))
    if item.wording == .stitched {
      #expect(finding.parts.count >= 2)
      #expect(finding.parts.allSatisfy { $0.match != nil })
    }
  }

  @Test(arguments: [
    "This long run of words was never written by the cooper or by anyone in his parish",
    "Every second barrel was said to hold nothing but rainwater and a handful of old nails",
  ])
  func wordsFoundNowhereAreAnAddition(_ invented: String) throws {
    let finding = try Bench(Self.first + " " + Self.second).find(
      Self.first + " " + invented + ". " + Self.second, cited: "The Work")
    #expect(finding.wording == .altered)
    #expect(finding.kinds == ["addition"])
    #expect(finding.faithful == false)
  }

  @Test(arguments: [
    (
      "The cooper laid the staves to dry, but his brothers ran a tavern in town and drank what he had earned by selling hoops",
      Finding.Verdict.notFound
    ),
    (
      "Staves must dry behind a brewhouse for years, and coopers who sell them before any frost will regret that haste bitterly",
      .notFound
    ),
  ])
  func underHalfIsNotFound(_ quoted: String, _ verdict: Finding.Verdict) throws {
    let finding = try Bench(Self.first + " " + Self.second).find(quoted, cited: "The Work")
    #expect(finding.verdict == verdict)
    #expect(finding.wording == Finding.Wording.none)
    #expect(finding.attribution == nil)
    #expect(finding.currency == nil)
    #expect(finding.faithful == false)
  }
}
