import FonsVerdict
import Testing

/// Omission and insertion: rows 19 to 38.
@Suite struct OmissionTests {
  static let marked: [Phenomenon] = [
    .init(
      19,
      "The mill stood {idle for most of the wet season→...} and was burned down by sparks from a passing engine.",
      .abridged),
    .init(
      19,
      "Every autumn the herdsmen {of the three upper valleys→(...)} met at the ford and counted the animals in pairs.",
      .abridged),
    .init(
      19,
      "Every autumn the herdsmen {of the three upper valleys→(…)} met at the ford and counted the animals in pairs.",
      .abridged),
    .init(
      19,
      "Every autumn the herdsmen {of the three upper valleys→[...]} met at the ford and counted the animals in pairs.",
      .abridged),
    .init(
      19,
      "Every autumn the herdsmen {of the three upper valleys→— —} met at the ford and counted the animals in pairs.",
      .abridged),
    .init(
      19,
      "Die Mühle am oberen Bach {gehörte der Witwe des Schmieds und→[gekürzt]} wurde im Frühjahr von einem Blitz getroffen und brannte aus.",
      .abridged),
    .init(
      19,
      "Der Müller kam am Abend {mit seinem alten Esel→[…]} in das Dorf und verkaufte das Mehl auf dem Platz vor der Kirche.",
      .abridged),
    .init(19, "村の水車は{長い冬のあいだ→(中略)}川の氷に閉ざされて動かず、人々は粉を隣の谷から運んだ。", .abridged),
    .init(
      19,
      "The road climbs {past the quarry→…} to the saddle {above the lake→…} and falls steeply into the next valley.",
      .abridged),
    .init(
      19,
      "The glass was blown in the lower shed[…] and the moulds were cut from pear wood by a carver from the coast.",
      .verbatim),
  ]

  static let swallowed: [Phenomenon] = [
    .init(
      20,
      "The orchard {never→…} gave fruit in the years after the frost, though the bees came back.",
      .altered, ["swallowed-negation"]),
    .init(
      20,
      "Visitors may cross the dam {if they carry a pass→[…]} and walk on to the northern shore.",
      .altered, ["swallowed-condition"]),
    .init(
      20,
      "Visitors may cross the dam {only when the sluices are shut→…} and walk on to the northern shore.",
      .altered, ["swallowed-condition"]),
    .init(
      20,
      "Die Brücke ist {nicht ganz→…} sicher und wird von den Karren aus dem Tal nur bei Tag benutzt.",
      .altered, ["swallowed-negation"]),
    .init(
      20,
      "Le pont est ouvert {sauf pendant les crues→[…]} et les charrettes du village y passent la nuit.",
      .altered, ["swallowed-condition"]),
    .init(
      20,
      "La presa es segura {salvo en los años de lluvia→[…]} y los carros del pueblo la cruzan de noche.",
      .altered, ["swallowed-condition"]),
    .init(
      20, "The new kiln is {possibly→…} the hottest that was ever built on this side of the river.",
      .altered, ["swallowed-qualifier"]),
    .init(
      20, "The drug is {allegedly→[…]} safe for herds that graze on the marsh in the early spring.",
      .altered, ["swallowed-qualifier"]),
    // Whole sentences may go: what they deny is their own.
    .init(
      20,
      "The orchard was planted in a single week. {It was not watered. →[…] }The first fruit came after four summers of waiting.",
      .abridged),
    .init(
      20,
      "The fair is held in June. {Nobody sells wool there. →… }Cattle and salt are brought from both sides of the pass.",
      .abridged),
  ]

  static let edges: [Phenomenon] = [
    .init(
      24,
      in:
        "By the end of the season the barns were full, and the last carts were sent back to the plain.",
      "… the barns were full, and the last carts were sent back …", .verbatim),
    .init(
      24,
      in:
        "Nach der Ernte waren die Scheunen voll, und die letzten Karren fuhren in die Ebene zurück.",
      "… waren die Scheunen voll, und die letzten Karren fuhren …", .verbatim),
    .init(
      24,
      in:
        "The ford can be crossed on foot in every month unless the snow on the pass has melted early.",
      "The ford can be crossed on foot in every month …", .verbatim, flags: ["stops-before"]),
    .init(
      24,
      in:
        "It is not true that the ford was closed to the drovers by the bailiff of the upper village.",
      "… the ford was closed to the drovers by the bailiff of the upper village.", .verbatim,
      flags: ["negated-context"]),
    .init(
      23, "The singer paused … looked at the rafters, and began the second verse in another key.",
      .verbatim),
    .init(
      23,
      "“We waited . . . and waited,” wrote the clerk, “until the candle had burned down to the stick.”",
      .verbatim),
    .init(
      25,
      "The weaver{, who had learned the trade from her uncle,→} sold the loom and moved to the coast before winter.",
      .altered, ["omission"]),
    .init(
      25,
      "Der Imker {aus dem Nachbardorf→} brachte die Körbe am Abend auf den Hof und stellte sie unter die Linde.",
      .altered, ["omission"]),
    .init(
      26,
      "The lamplighter climbed the long ladder every evening and trimmed the wick before the wat{chman→} came.",
      .altered, ["word"]),
    .init(
      26,
      in:
        "The surveyors carried the brass instrument over the ridge and measured the valley from the chapel steps.",
      "The surveyors carried the brass instrument over the ridge and measured the val", .altered,
      ["truncation"]),
    .init(
      26,
      in:
        "The children gathered the fallen chestnuts under the wall and sold them to the travelling confectioner.",
      "The children gathered the fallen chestnuts under the wall and sold them to the trav",
      .altered, ["truncation"]),
  ]

  static let brackets: [Phenomenon] = [
    .init(
      27,
      "She {→[the miller's widow] }paid for the new wheel and for the iron rails along the upper race.",
      .verbatim, harmless: ["insertion"]),
    .init(
      27,
      "Er {→[der Müller] }bezahlte das neue Rad und die Schienen am oberen Graben aus der eigenen Tasche.",
      .verbatim, harmless: ["insertion"]),
    .init(
      28,
      "That spring {the ropemakers→[they]} left the lower town and built new sheds behind the customs house.",
      .altered, ["replacement"]),
    .init(
      28,
      "In jenem Frühjahr verließen {die Seiler→[sie]} die untere Stadt und bauten neue Schuppen hinter dem Zollhaus.",
      .altered, ["replacement"]),
    .init(
      29,
      "The inspectors were {→[never] }told of the crack in the boiler, and the line was opened in May.",
      .altered, ["negation"]),
    .init(
      29,
      "Die Prüfer wurden {→[nicht] }über den Riss im Kessel unterrichtet, und die Strecke wurde im Mai eröffnet.",
      .altered, ["negation"]),
    .init(
      29,
      "The inspectors were {told→[not told]} of the crack in the boiler, and the line was opened in May.",
      .altered, ["negation"]),
    .init(
      30,
      "The enzyme holds a [2Fe-2S] cluster near its surface and loses it when the broth is warmed.",
      .verbatim),
    .init(
      30,
      "The yield fell by a third [95% CI 20–41] in the fields that were sown after the first thaw.",
      .verbatim),
    .init(
      30,
      "The yield fell by a third [95% CI {20→30}–41] in the fields that were sown after the first thaw.",
      .altered, ["number"]),
    .init(
      30,
      "The charter names the bridge [pons lapideus] and the toll that was due on every third cart.",
      .verbatim),
    .init(
      31,
      in:
        "In those years the keeper of the ford was paid in barley and in the right to cut rushes.",
      "[T]he keeper of the ford was paid in barley and in the right to cut rushes.", .verbatim),
    .init(
      31,
      in: "The keeper of the ford was paid in barley and in the right to cut rushes by the weir.",
      "[t]he keeper of the ford was paid in barley and in the right to cut rushes by the weir.",
      .verbatim),
    .init(
      31,
      "A clerk overlook{ed→[s]} the entry and the tax on salt is paid twice by the same village.",
      .altered, ["inflection"]),
    .init(
      32, "The carters was {→[sic] }late at the gate and the market began without any of the wool.",
      .verbatim, harmless: ["sic"]),
    .init(
      32, "The carters was {→(sic) }late at the gate and the market began without any of the wool.",
      .verbatim, harmless: ["sic"]),
    .init(
      32,
      "Die Wägen {→[sic!] }kamen zu spät an das Tor, und der Markt begann ohne die Wolle aus dem Tal.",
      .verbatim, harmless: ["sic"]),
    .init(
      33,
      "The dam was built by hand in a single summer and has held ever since{→ [emphasis added]}.",
      .verbatim),
    .init(
      33,
      "The dam was built by hand in a single summer and has held ever since{→ (emphasis mine)}.",
      .verbatim),
    .init(
      34,
      "The dam was built BY HAND in a single {summer→SUMMER} and has held against every flood since.",
      .verbatim, harmless: ["case"]),
    .init(
      34,
      "The dam was {built→**built**} by hand in a {single→*single*} summer and has held against every flood since.",
      .verbatim),
    .init(
      35,
      "“The snow came early,{” said the guide, “→ }and we had left the second tent at the hut.”",
      .altered, ["reporting-clause"]),
    .init(
      35,
      "„Der Schnee kam früh“{, sagte der Führer, →}„und wir hatten das zweite Zelt in der Hütte gelassen.“",
      .altered, ["reporting-clause"]),
    .init(
      35,
      "« La neige est tombée tôt{ », dit le guide, « →, }et nous avions laissé la tente au refuge du col. »",
      .altered, ["reporting-clause"]),
    .init(
      37,
      "The snow came early that year, and nobody had thought of cutting wood for the schoolhouse{.→,}",
      .verbatim),
    .init(
      37,
      "Der Schnee kam in jenem Jahr früh, und niemand hatte an Holz für die Schule gedacht{.→;}",
      .verbatim),
    .init(
      38,
      "The house had:\n- a stone floor,\n- two windows to the north,\n- a stove that was never lit before the feast.",
      .verbatim),
    .init(
      38,
      "The house had{:\n- →: }a stone floor{\n- →, }two windows to the north{\n- → and }a stove that was never lit before the feast.",
      .verbatim, harmless: ["structure"]),
  ]

  @Test(arguments: marked + swallowed + edges + brackets)
  func omission(_ item: Phenomenon) throws { try item.check() }
}
