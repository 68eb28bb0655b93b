import FonsVerdict
import Testing

/// Changes that look like harmless ones, and honest quotations that look like changed ones.
@Suite struct AdversaryTests {
  static let dishonest: [Phenomenon] = [
    .init(
      39,
      "The dose was {1.200→1200} grams in a pail of water, and the calves drank it without harm.",
      .altered, ["number"]),
    .init(
      39, "The bar was {3.5→35} hands long and was carried by two boys to the smithy on the hill.",
      .altered, ["number"]),
    .init(
      39, "The shaft is 40{ km→} long and was dug by hand in the reign of the second bishop.",
      .altered, ["unit"]),
    .init(
      39,
      "The rent was {£5→$5} a year and was paid in person on the steps of the old chapter house.",
      .altered, ["unit"]),
    .init(
      40,
      "The rent was {a hundred→200} crowns a year and was paid on the steps of the old chapter house.",
      .altered, ["number"]),
    .init(
      44, "The maps were engraved by {J.→Tobias} Harrowell in a cellar behind the customs house.",
      .altered, ["name"]),
    .init(
      61, "The dispatch was signed by {Petrov→Pavlov} and carried over the pass by a boy on skis.",
      .altered, ["name"]),
    .init(
      46,
      "The lamps {aren't→are} lit before the second bell, and the watch goes round in felt shoes.",
      .altered, ["negation"]),
    .init(
      46,
      "{No→The} cart crossed the ford that winter, and the salt was brought over the upper bridge.",
      .altered, ["negation"]),
    .init(
      46,
      "The salt was brought over the upper bridge and was {rarely→frequently} weighed at the gate.",
      .altered, ["modality"]),
    .init(
      47, "The inspector {suggested→proved} that the beam had been sawn through before the storm.",
      .altered, ["modality"]),
    .init(
      48,
      "The fox {feared the dog more than the→more than the dog feared the} hunter in that part of the forest.",
      .altered, ["order"]),
    .init(
      56,
      "In that year the ferry carried\n\n{no fewer than 214 →}\n\npassengers over the river on a single day of the fair.",
      .altered, ["negation"]),
    .init(
      57,
      "The clerk counted\n{12 of the oxen→}\nand left the remaining animals for his brother to look at.",
      .altered, ["omission"]),
    .init(
      35,
      "“The dike will hold,{” he said, “if nobody cuts the willows→},” and the council went home to supper.",
      .altered, ["omission"]),
    .init(
      30,
      "The median delay was {four→two} days [95% CI, 2 to 7] in every port that kept a full register.",
      .altered, ["number"]),
    .init(
      30,
      "The median delay was four days [{95→99}% CI, 2 to 7] in every port that kept a full register.",
      .altered, ["number"]),
    .init(
      43,
      "The winters of {1847→1874}–91 were the coldest that the keeper of the weir had ever recorded.",
      .altered, ["number"]),
    .init(
      50,
      "The keeper of the weir had {recorded→invented} the coldest winters in a book bound in sealskin.",
      .altered, ["word"]),
  ]

  static let honest: [Phenomenon] = [
    .init(
      40,
      "The tax on hides rose by 8 {%→per cent} in the year of the second fair and was never lowered again.",
      .altered, ["number-form"]),
    .init(
      40,
      "The rent was {a hundred→100} crowns a year and was paid on the steps of the old chapter house.",
      .altered, ["number-form"]),
    .init(
      40,
      "The press printed {3.5 million→3,500,000} hymn sheets before its rollers were sold to a laundry.",
      .altered, ["number-form"]),
    .init(
      40,
      "The custom lasted into the {twenty-first→21st} century in the two villages above the tree line.",
      .altered, ["number-form"]),
    .init(
      27,
      "He {→[Orrin] }told the court that the wheel {→[of the upper mill] }had been broken since the thaw.",
      .verbatim, harmless: ["insertion"]),
    .init(
      31,
      in:
        "In the end, the court believed the miller, and the brewer paid for the wheel in hops and honey.",
      "[T]he court believed the miller […] the brewer paid for the wheel in hops and honey.",
      .abridged),
    .init(
      62,
      "They sold bread {&→&amp;} salt at the lower gate{→ [3]}, and the guards {→&nbsp;}ate what was left of both.",
      .verbatim),
    .init(
      62,
      "The guards said {“no one passes”→&quot;no one passes&quot;} and went back to their dice under the arch.",
      .verbatim),
    .init(
      35,
      "“The dike will hold{,” he said, “→, }if nobody cuts the willows,” and the council went home to supper.",
      .altered, ["reporting-clause"]),
    .init(
      60,
      "The {travelling→traveling} players {centred→centered} the {programme→program} on a comedy about two millers.",
      .altered, ["spelling", "spelling", "spelling"]),
    .init(
      49,
      "The lamps {are→were} lit before the second bell, and the watch goes round in felt shoes.",
      .altered, ["inflection"]),
    .init(
      46,
      "The lamps {aren't→are not} lit before the second bell, and the watch goes round in felt shoes.",
      .altered, ["contraction"]),
    .init(
      19,
      "The brewer{, who had come down from the hills with two mules,→ …} paid for the wheel in hops and honey.",
      .abridged),
    .init(
      37,
      "Why did the brewer pay for the wheel in hops and honey when he had silver in the house{?→}",
      .verbatim),
    .init(
      34,
      "The brewer’s BOOKS were kept in a {small hand→SMALL HAND} and bound in the skin of a seal from the fjord.",
      .verbatim),
    .init(
      62,
      "The winter of (1937) was the third (3) in a row in which the weir was {frozen→frozen[12]} to the bed.",
      .verbatim),
    .init(
      4,
      "Die Müllerin sagte: {„Das Rad steht“→»Das Rad steht«}, und ging in die Stube zurück zu ihrem Brot.",
      .verbatim, harmless: ["quote-mark"]),
    .init(
      17,
      "The weir\u{A0}keeper’s book was bound in sealskin\u{2009}and kept in a drawer lined with wax\u{2060}ed cloth.",
      .verbatim),
  ]

  @Test(arguments: dishonest + honest)
  func told(_ item: Phenomenon) throws { try item.check() }
}
