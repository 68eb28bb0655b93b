import FonsVerdict
import Testing

/// Encoding and transmission: rows 1, 4, 17, 18 and 52 to 66.
@Suite struct EncodingTests {
  static let characters: [Phenomenon] = [
    .init(
      1,
      "The sign on the gate said {“keep the dogs in”→\"keep the dogs in\"}, and nobody in the lane obeyed it.",
      .verbatim, harmless: ["quote-mark"]),
    .init(
      4,
      "On disait de lui qu'il était {« le dernier des passeurs »→«\u{202F}le dernier des passeurs\u{202F}»} de toute la vallée.",
      .verbatim),
    .init(
      17,
      "The cart {stood→st\u{AD}ood} for a month in the lane and the hens {nested→nest\u{200D}ed} under the broken axle.",
      .verbatim, harmless: ["invisible"]),
    .init(
      17,
      "The cart stood for a month in the \u{202A}lane\u{202C} and the hens nested under the broken axle.",
      .verbatim),
    .init(
      18,
      "The cart st{oo→\u{43E}\u{43E}}d for a month in the lane and the hens nested under the broken axle.",
      .verbatim, harmless: ["homoglyph"], flags: ["homoglyph"]),
    .init(
      18,
      "The hens ne{s→\u{455}}ted under the broken axle until the wheelwright came with a new one.",
      .verbatim, harmless: ["homoglyph"], flags: ["homoglyph"]),
    .init(
      52, "The Congre{ſſ→ss} of the Bu{ſ→s}y Hands met in the barn and cho{ſ→s}e a new ma{ſ→s}ter.",
      .verbatim, harmless: ["ligature"]),
    .init(
      52,
      "The baker's o{ﬃ→ffi}ce was on the {ﬁ→fi}rst {ﬂ→fl}oor and smelled of yeast in every season.",
      .verbatim, harmless: ["ligature"]),
    .init(
      53,
      "Die Mu\u{308}hle gehörte der Scha\u{308}ferin und stand seit dem letzten Winter still am Bach.",
      .verbatim),
    .init(
      53,
      "Die M{u\u{308}→ü}hle gehörte der Sch{ä→a\u{308}}ferin und stand seit dem letzten Winter still am Bach.",
      .verbatim),
    .init(
      53,
      "The stall in the square sold {ＡＢＣ→ABC} books and slates to children from the upper farms.",
      .verbatim),
    .init(
      54,
      "The {fête→fete} was held under the lime trees, and the {curé→cure} opened the dance himself.",
      .altered, ["diacritic", "diacritic"]),
    .init(
      54,
      "La fiesta se celebró bajo los árboles, y el {párroco→parroco} abrió el baile con la {señora→senora} mayor.",
      .altered, ["diacritic", "diacritic"]),
    .init(
      55,
      "The brick{→-\n}layers were paid by the hundred and the {foreman→fore-\nman} by the day, as the contract said.",
      .verbatim, harmless: ["line-hyphen"]),
    .init(
      55,
      "The {well-known→well-\nknown} baker of the lower lane gave bread to the carters in the hard winter.",
      .verbatim),
    .init(
      55,
      "The {well-known→wellknown} baker of the lower lane gave bread to the carters in the hard winter.",
      .verbatim),
    .init(
      55,
      "The storm — the worst in memory — took the roof{ — →--}and left the walls of the old barn.",
      .verbatim, harmless: ["dash"]),
    .init(
      58,
      "The {bum→burn}ing lamps were set along the wall, and the smiths worked until the coal was gone.",
      .verbatim, harmless: ["ocr"]),
    .init(
      58,
      "The dock lay empty. The {clock→dock} in the tower was mended by a smith from the coast and has kept time since.",
      .altered, ["word"]),
    .init(
      58,
      "{Tlie→The} bellows were patched with leather, and the smiths worked until the coal was gone.",
      .verbatim, harmless: ["ocr"]),
    .init(
      58,
      "The {modern→modem} wing of the hospice was built of brick and heated from the old laundry.",
      .altered, ["ocr"]),
    .init(
      59,
      "The miller{’→â€™}s daughter said that the {→}wheel would not turn before the ice had gone.",
      .verbatim, harmless: ["mojibake"]),
    .init(
      59,
      "The miller{’→â€™}s daughter wrote {“→â€œ}the wheel turns{”→â€\u{9D}} on the wall of the old granary.",
      .verbatim, harmless: ["mojibake"]),
    .init(
      59,
      "La fille du meunier {é→Ã©}crivit son nom sur le mur du grenier avant la f{ê→Ãª}te du village.",
      .verbatim, harmless: ["mojibake"]),
    .init(
      59,
      "Die M{Ã¼→ü}hle geh{Ã¶→ö}rte der Sch{Ã¤→ä}ferin und stand seit dem letzten Winter still am Bach.",
      .verbatim, harmless: ["mojibake"]),
    .init(
      60,
      "The {theatre→theater} was {organised→organized} by the widow and paid for in {honour→honor} of her sons.",
      .altered, ["spelling", "spelling", "spelling"]),
    .init(
      60,
      "Er wusste, {daß→dass} der {Fluß→Fluss} im Winter steigt, und zog die Boote auf die Wiese hinauf.",
      .altered, ["spelling", "spelling"]),
    .init(
      60, "Чёрный конь стоял у ворот, и {всё→все} утро он ждал хозяина, который так и не пришёл.",
      .altered, ["spelling"]),
    .init(
      61,
      "The dispatch was signed by {Melnikov→Melnikoff} and carried over the pass by a boy on skis.",
      .altered, ["transliteration"]),
    .init(
      61,
      "The portrait of {Yuri→Juri} {Khodak→Hodak} hung in the reading room above the stove for years.",
      .altered, ["transliteration", "transliteration"]),
    .init(
      61,
      "The letters of {Chernin→Tschernin} were kept in a tin box behind the altar of the chapel.",
      .altered, ["transliteration"]),
    .init(
      61,
      "The village of {Zel'ya→Zelya} lies in a bend of the river and is reached by a rope ferry.",
      .altered, ["transliteration"]),
    .init(
      61,
      "The dispatch was signed by {Melnikov→Morozov} and carried over the pass by a boy on skis.",
      .altered, ["name"]),
    .init(
      62,
      "The hens were counted{[7]→} each evening{[citation needed]→} and locked in by the eldest child.{[a]→}",
      .verbatim, harmless: ["note-marker"]),
    .init(
      62,
      "The hens were counted{→⁷} each evening{→*} and locked in by the eldest child of the house.{→†}",
      .verbatim, harmless: ["note-marker"]),
    .init(
      66, "🐝 The bees 👩🏽‍🌾 swarmed on the day of the fair 🙂 and settled in the pulpit of the chapel.",
      .verbatim),
    .init(
      66,
      "The bees swarmed 👩🏽‍🌾 on the day of the {old→new} fair 🙂 and settled in the pulpit of the chapel.",
      .altered, ["word"]),
  ]

  static let knownFaults: [Phenomenon] = [
    // The fold table keeps half-width kana with a separate voicing mark apart from full-width ones.
    .init(53, "市場には{ﾊﾟﾝ→パン}と魚があり、雪の降る日でも朝早くから多くの人が集まっていたという。", .verbatim)
  ]

  @Test(arguments: knownFaults)
  func knownFault(_ item: Phenomenon) { item.checkKnownFault() }

  @Test(arguments: characters)
  func character(_ item: Phenomenon) throws { try item.check() }

  static let furniture: [Phenomenon] = [
    .init(
      56,
      in:
        "The last of the ropewalks was closed when the new harbour opened and the tarring\n\n\n214\n\nsheds were sold for firewood to the brickworks on the far side of the estuary.",
      "The last of the ropewalks was closed when the new harbour opened and the tarring sheds were sold for firewood to the brickworks on the far side of the estuary.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "The last of the ropewalks was closed when the new harbour opened and the tarring\n\n214    THE ROPEMAKERS\n\nsheds were sold for firewood to the brickworks on the far side of the estuary.",
      "The last of the ropewalks was closed when the new harbour opened and the tarring sheds were sold for firewood to the brickworks on the far side of the estuary.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "Die letzte Seilerbahn wurde geschlossen, als der neue Hafen öffnete, und die Teer-\n\n— 87 —\n\nschuppen wurden als Brennholz an die Ziegelei verkauft.",
      "Die letzte Seilerbahn wurde geschlossen, als der neue Hafen öffnete, und die Teerschuppen wurden als Brennholz an die Ziegelei verkauft.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "The ferry was let to the widow for\n\nCHAPTER NINE 301\n\nthe term of her life and then to\nthe nephew of the last toll keeper.",
      "The ferry was let to the widow for the term of her life and then to the nephew of the last toll keeper.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "The ferry was let to the widow for the term of\n\u{C}THE RIVER TOLLS\n302\nher life and then to the nephew of the last toll keeper.",
      "The ferry was let to the widow for the term of her life and then to the nephew of the last toll keeper.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "The ferry was let to the widow for the term of her life.\n\n354\n\nTHE RIVER TOLLS\n\nThe nephew of the last keeper had it after her.",
      "The ferry was let to the widow for the term of her life. The nephew of the last keeper had it after her.",
      .verbatim, harmless: ["furniture"]),
    .init(
      56,
      in:
        "Die letzte Seilerbahn wurde im Herbst geschlossen.\n\n\u{C}DIE SEILER   88\n\nDie Schuppen wurden als Brennholz an die Ziegelei verkauft.",
      "Die letzte Seilerbahn wurde im Herbst geschlossen. Die Schuppen wurden als Brennholz an die Ziegelei verkauft.",
      .verbatim, harmless: ["furniture"]),
    // A short paragraph with a number is text.
    .init(
      56,
      in:
        "The ferry was let to the widow for the term of her life.\n\nThe rent was 354\n\nThe nephew of the last keeper had it after her.",
      "The ferry was let to the widow for the term of her life. The nephew of the last keeper had it after her.",
      .altered, ["omission"]),
    // A number in the running text is no page number.
    .init(
      56,
      in:
        "The ferry was let to the widow for the sum of\n214\ncrowns and then to the nephew of the last toll keeper.",
      "The ferry was let to the widow for the sum of crowns and then to the nephew of the last toll keeper.",
      .altered, ["omission"]),
    .init(
      57,
      in:
        "The witness states that the gate was shut\n5 at dusk by the porter and that the key\n6 was hung behind the door of the lodge\n7 as it had been on every other night.",
      "The witness states that the gate was shut at dusk by the porter and that the key was hung behind the door of the lodge as it had been on every other night.",
      .verbatim, harmless: ["furniture"]),
    .init(
      57,
      in:
        "12 The porter was asked if he had seen the\n13 lantern in the upper window and replied that\n14 the shutters had been closed since harvest\n15 and that he kept no key to that room.",
      "The porter was asked if he had seen the lantern in the upper window and replied that the shutters had been closed since harvest and that he kept no key to that room.",
      .verbatim, harmless: ["furniture"]),
    // Lines that begin with numbers which do not count up are text.
    .init(
      57,
      in:
        "The porter owned\n12 hens and a goat that slept in the lodge, and the cook had asked him for\n3 eggs on every morning of the week.",
      "The porter owned hens and a goat that slept in the lodge, and the cook had asked him for eggs on every morning of the week.",
      .altered, ["omission", "omission"]),
  ]

  @Test(arguments: furniture)
  func pageFurniture(_ item: Phenomenon) throws { try item.check() }
}
