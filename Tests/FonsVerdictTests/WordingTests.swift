import FonsAlignment
import FonsVerdict
import Testing

/// What is done to a quotation, and what must be said of it. `source` is a passage, `quoted` what
/// became of it; the rows follow shared/PHENOMENA.md.
@Suite struct WordingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let row: Int
    let source: String
    let quoted: String
    let wording: Finding.Wording
    /// Kinds of the minor and major differences.
    let kinds: [String]

    init(
      _ row: Int, _ source: String, _ quoted: String, _ wording: Finding.Wording,
      _ kinds: [String] = []
    ) {
      self.row = row
      self.source = source
      self.quoted = quoted
      self.wording = wording
      self.kinds = kinds
    }

    var testDescription: String { "\(row): \(quoted.prefix(60))" }
  }

  /// Text around the passages, so that they stand somewhere.
  static let before = """
    The island of Marrow lies two days west of the coast. Its people keep bees and mend nets.

    """
  static let after = """

    Ferries cross twice a week in summer. The old quay was rebuilt in stone after the great flood.
    """

  static let harbour =
    "The harbour was closed by ice for eleven weeks, and no ship reached the town before the middle of March."
  static let lamp =
    "The keeper may light the lamp at dusk if the wind allows, but he must never leave it burning after sunrise."

  static let honest: [Case] = [
    Case(
      1,
      "She said “the tide keeps its own clock” and went down to the boats with her two brothers.",
      "She said \"the tide keeps its own clock\" and went down to the boats with her two brothers.",
      .verbatim),
    Case(
      4, "On l'appelait « la vieille horloge » dans toutes les rues du petit port de pêche.",
      "On l'appelait «\u{A0}la vieille horloge\u{A0}» dans toutes les rues du petit port de pêche.",
      .verbatim),
    Case(
      17, harbour,
      "The har\u{AD}bour was closed by ice for eleven weeks, and no ship\u{200B} reached the town before the middle of March.",
      .verbatim),
    Case(
      18, harbour,
      "The h\u{430}rbour was closed by ice for eleven weeks, and no ship reached the town before the middle of March.",
      .verbatim),
    Case(
      19, harbour,
      "The harbour was closed by ice […] and no ship reached the town before the middle of March.",
      .abridged),
    Case(
      19, harbour,
      "The harbour was closed by ice . . . and no ship reached the town before the middle of March.",
      .abridged),
    Case(
      23,
      "The bell rang … and then it stopped, as if the ringer had seen something on the road below.",
      "The bell rang … and then it stopped, as if the ringer had seen something on the road below.",
      .verbatim),
    Case(
      24, harbour, "… closed by ice for eleven weeks, and no ship reached the town …", .verbatim),
    Case(
      27, "It was closed by ice for eleven weeks, and no ship reached the town before March.",
      "It [the harbour] was closed by ice for eleven weeks, and no ship reached the town before March.",
      .verbatim),
    Case(
      28,
      "The fishermen were closed out for eleven weeks, and no ship reached the town before March.",
      "[They] were closed out for eleven weeks, and no ship reached the town before March.",
      .altered, ["replacement"]),
    Case(
      30,
      "The median delay was four days [95% CI, 2 to 7] in every port that kept a full register.",
      "The median delay was four days [95% CI, 2 to 7] in every port that kept a full register.",
      .verbatim),
    Case(
      31, "By then the harbour was closed by ice for eleven weeks, and no ship reached the town.",
      "[T]he harbour was closed by ice for eleven weeks, and no ship reached the town.", .verbatim),
    Case(
      31, "By then the harbour was closed by ice for eleven weeks, and no ship reached the town.",
      "The harbour was closed by ice for eleven weeks, and no ship reached the town.", .verbatim),
    Case(
      32, "The harbor masters was paid in salt and candles until the new charter of the town.",
      "The harbor masters was [sic] paid in salt and candles until the new charter of the town.",
      .verbatim),
    Case(
      34, harbour,
      "The harbour was CLOSED by ice for eleven weeks, and NO ship reached the town before the middle of March.",
      .verbatim),
    Case(
      35,
      "“The light failed,” said the keeper, “because nobody had trimmed the wick since Sunday.”",
      "The light failed, because nobody had trimmed the wick since Sunday.", .altered,
      ["reporting-clause"]),
    Case(
      37, harbour,
      "The harbour was closed by ice for eleven weeks, and no ship reached the town before the middle of March!",
      .verbatim),
    Case(
      40,
      "Some thirty-five per cent of the nets were lost in the storm of that winter, the register says.",
      "Some 35 % of the nets were lost in the storm of that winter, the register says.", .altered,
      ["number-form"]),
    Case(
      40,
      "The tower cost 1,200 crowns and the stair was paid for by the widow of the first keeper.",
      "The tower cost 1200 crowns and the stair was paid for by the widow of the first keeper.",
      .altered, ["number-form"]),
    Case(
      41, "Salt and H₂O were all that the analysis of the brine at the upper well had ever shown.",
      "Salt and H2O were all that the analysis of the brine at the upper well had ever shown.",
      .verbatim),
    Case(
      42, "The bridge was opened on 14 March 1911 by the mayor and the oldest of the ferrymen.",
      "The bridge was opened on March 14 1911 by the mayor and the oldest of the ferrymen.",
      .altered, ["date-form"]),
    Case(
      43, "Between 60–75 boats were counted in the bay on every evening of the herring season.",
      "Between 60-75 boats were counted in the bay on every evening of the herring season.",
      .verbatim),
    Case(
      49, "The keeper walks the wall each night and counts the lamps that burn along the quay.",
      "The keeper walked the wall each night and counts the lamps that burn along the quay.",
      .altered, ["inflection"]),
    Case(
      52, "The ﬁrst ﬂood ſwept the lower ſtreet away and left the chapel standing on its rock.",
      "The first flood swept the lower street away and left the chapel standing on its rock.",
      .verbatim),
    Case(
      53,
      "The cafe\u{301} by the weir opened at five and the carters drank their coffee standing up.",
      "The caf\u{E9} by the weir opened at five and the carters drank their coffee standing up.",
      .verbatim),
    Case(
      54,
      "Her résumé listed nine harbours and the names of every captain she had ever sailed under.",
      "Her resume listed nine harbours and the names of every captain she had ever sailed under.",
      .altered, ["diacritic"]),
    Case(
      55,
      "The light-\nhouse was built of granite and stood for three hundred years without a crack.",
      "The lighthouse was built of granite and stood for three hundred years without a crack.",
      .verbatim),
    Case(
      60,
      "The colour of the harbour wall was grey when the rowers left and gold when they came home.",
      "The color of the harbor wall was gray when the rowers left and gold when they came home.",
      .altered, ["spelling", "spelling", "spelling"]),
    Case(
      60,
      "Die Straße am Hafen war schmal, und die Karren konnten dort nicht wenden, ohne zu warten.",
      "Die Strasse am Hafen war schmal, und die Karren konnten dort nicht wenden, ohne zu warten.",
      .altered, ["spelling"]),
    Case(
      62,
      "The reef[7] was charted in one summer[citation needed] by a crew that could not swim.[d]",
      "The reef was charted in one summer by a crew that could not swim.", .verbatim),
    Case(
      62, "The reef was charted in one summer by a crew that could not swim a stroke between them.",
      "The reef[3] was charted in one summer by a crew that could not swim a stroke between them.[4]",
      .verbatim),
  ]

  static let changed: [Case] = [
    Case(
      20,
      "The bridge is safe, unless the river stands above the second mark, and carts may use it by night.",
      "The bridge is safe […] and carts may use it by night.", .altered, ["swallowed-condition"]),
    Case(
      20,
      "The council did in the end not approve the plan for the western quay after four meetings.",
      "The council did […] approve the plan for the western quay after four meetings.", .altered,
      ["swallowed-negation"]),
    Case(
      25, harbour,
      "The harbour was closed by ice, and no ship reached the town before the middle of March.",
      .altered, ["omission"]),
    Case(
      29, "The divers did find the missing bell in the mud below the third pier of the old bridge.",
      "The divers did [not] find the missing bell in the mud below the third pier of the old bridge.",
      .altered, ["negation"]),
    Case(
      39, harbour,
      "The harbour was closed by ice for seven weeks, and no ship reached the town before the middle of March.",
      .altered, ["number"]),
    Case(
      39, "The night was cold, at -5 degrees, when the pilots rowed out to the stranded lightship.",
      "The night was cold, at 5 degrees, when the pilots rowed out to the stranded lightship.",
      .altered, ["sign"]),
    Case(
      39, "The wall is 40 metres long and was raised twice in the lifetime of the second engineer.",
      "The wall is 40 feet long and was raised twice in the lifetime of the second engineer.",
      .altered, ["unit"]),
    Case(
      39, "The dredging cost two million crowns before a single barge had passed the new channel.",
      "The dredging cost two billion crowns before a single barge had passed the new channel.",
      .altered, ["number"]),
    Case(
      41, "There were 10⁹ grains in the hopper by the miller's own rough and cheerful reckoning.",
      "There were 109 grains in the hopper by the miller's own rough and cheerful reckoning.",
      .altered, ["number"]),
    Case(
      42, "The bridge was opened on 14 March 1911 by the mayor and the oldest of the ferrymen.",
      "The bridge was opened on 14 May 1911 by the mayor and the oldest of the ferrymen.", .altered,
      ["date"]),
    Case(
      43, "Between 60–75 boats were counted in the bay on every evening of the herring season.",
      "Between 6075 boats were counted in the bay on every evening of the herring season.",
      .altered, ["number"]),
    Case(
      44, "The chart was drawn by Edda Morwen in the last year of the survey and never corrected.",
      "The chart was drawn by Edda Tressel in the last year of the survey and never corrected.",
      .altered, ["name"]),
    Case(
      46, "The pilots were not paid for the nights on which they waited at the mouth of the river.",
      "The pilots were paid for the nights on which they waited at the mouth of the river.",
      .altered, ["negation"]),
    Case(
      46, "Der Leuchtturm war nicht besetzt, als das Schiff in der Nacht auf die Klippe lief.",
      "Der Leuchtturm war besetzt, als das Schiff in der Nacht auf die Klippe lief.", .altered,
      ["negation"]),
    Case(
      46,
      "It is likely that the second bell was cast from the metal of the first one after the fire.",
      "It is unlikely that the second bell was cast from the metal of the first one after the fire.",
      .altered, ["negation"]),
    Case(
      47, lamp,
      "The keeper must light the lamp at dusk if the wind allows, but he must never leave it burning after sunrise.",
      .altered, ["modality"]),
    Case(
      47, "Some of the bridges on the upper river were rebuilt in stone during the long dry years.",
      "All of the bridges on the upper river were rebuilt in stone during the long dry years.",
      .altered, ["modality"]),
    Case(
      48, "In the last race of that summer Northgate beat Southgate by the length of a single oar.",
      "In the last race of that summer Southgate beat Northgate by the length of a single oar.",
      .altered, ["order"]),
    Case(
      50, harbour,
      "The harbour was blocked by ice for eleven weeks, and no ship reached the town before the middle of March.",
      .altered, ["word"]),
    Case(
      51,
      "The letter told us that the US had sold the island and all its buoys to the highest bidder.",
      "The letter told us that the us had sold the island and all its buoys to the highest bidder.",
      .altered, ["word"]),
  ]

  @Test(arguments: honest + changed)
  func wording(_ item: Case) throws {
    let bench = try Bench(Self.before + item.source + Self.after)
    let finding = bench.find(item.quoted, cited: "The Work")
    #expect(finding.wording == item.wording)
    #expect(finding.kinds == item.kinds)
    let isMajor = item.kinds.contains { DifferenceKind(rawValue: $0)?.weight == .major }
    #expect(finding.faithful == !isMajor)
  }
}
