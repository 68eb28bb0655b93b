import FonsVerdict
import Testing

/// Where in the source the words stand, and what follows them there: rows 24, 77 and 78.
@Suite struct ContextTests {
  static let frames: [Phenomenon] = [
    .init(
      78, in: "It is false that the weavers set fire to the dye house on the night of the strike.",
      "the weavers set fire to the dye house on the night of the strike", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in:
        "Critics wrongly claim that the weavers set fire to the dye house on the night of the strike.",
      "the weavers set fire to the dye house on the night of the strike", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in:
        "There is no evidence that the abbot sold the vineyard to pay for the new organ in the chapel.",
      "the abbot sold the vineyard to pay for the new organ in the chapel", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in:
        "Es stimmt nicht, dass die Weber in der Nacht des Streiks das Färbehaus angezündet haben.",
      "die Weber in der Nacht des Streiks das Färbehaus angezündet haben", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in:
        "Il est faux que les tisserands aient mis le feu à la teinturerie dans la nuit de la grève.",
      "les tisserands aient mis le feu à la teinturerie dans la nuit de la grève", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in: "Es falso que los tejedores prendieran fuego a la tintorería en la noche de la huelga.",
      "los tejedores prendieran fuego a la tintorería en la noche de la huelga", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in: "È falso che i tessitori abbiano dato fuoco alla tintoria nella notte dello sciopero.",
      "i tessitori abbiano dato fuoco alla tintoria nella notte dello sciopero", .verbatim,
      flags: ["negated-context"]),
    .init(
      78, in: "É falso que os tecelões tenham posto fogo à tinturaria na noite da greve do outono.",
      "os tecelões tenham posto fogo à tinturaria na noite da greve do outono", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in: "Het is niet waar dat de wevers in de nacht van de staking het verfhuis in brand staken.",
      "de wevers in de nacht van de staking het verfhuis in brand staken", .verbatim,
      flags: ["negated-context"]),
    .init(
      78, in: "Неверно, что ткачи подожгли красильню в ночь большой забастовки на нижней фабрике.",
      "ткачи подожгли красильню в ночь большой забастовки на нижней фабрике", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in: "To nieprawda, że tkacze podpalili farbiarnię w noc wielkiego strajku w dolnej fabryce.",
      "tkacze podpalili farbiarnię w noc wielkiego strajku w dolnej fabryce", .verbatim,
      flags: ["negated-context"]),
    .init(
      78,
      in:
        "According to the bailiff, some villagers claim that the well was poisoned by the tanners.",
      "the well was poisoned by the tanners", .verbatim, flags: ["reported-context"]),
    .init(
      78,
      in: "Einige Nachbarn behaupten, dass der Brunnen im Herbst von den Gerbern vergiftet wurde.",
      "der Brunnen im Herbst von den Gerbern vergiftet wurde", .verbatim,
      flags: ["reported-context"]),
    // The quotation begins right after what denies it.
    .init(
      78, in: "No drawing of the first weir was ever found in the archive of the lower town.",
      "drawing of the first weir was ever found in the archive of the lower town", .verbatim,
      flags: ["negated-context"]),
    .init(
      78, in: "No sabían los pastores de la sierra quién había cerrado la puerta del molino viejo.",
      "sabían los pastores de la sierra quién había cerrado la puerta del molino viejo", .verbatim,
      flags: ["negated-context"]),
  ]

  static let stops: [Phenomenon] = [
    .init(
      24,
      in:
        "The lower road is open to carts of every size, but only on the days when the mill is still.",
      "The lower road is open to carts of every size", .verbatim, flags: ["stops-before"]),
    .init(
      24, in: "All the tanners paid the tax on bark except those who held a letter from the abbot.",
      "All the tanners paid the tax on bark", .verbatim, flags: ["stops-before"]),
    .init(
      24,
      in:
        "Die untere Straße ist für alle Karren offen, aber nur an den Tagen, an denen die Mühle steht.",
      "Die untere Straße ist für alle Karren offen", .verbatim, flags: ["stops-before"]),
    .init(
      24,
      in:
        "La route du bas est ouverte à toutes les charrettes, sauf les jours où le moulin tourne.",
      "La route du bas est ouverte à toutes les charrettes", .verbatim, flags: ["stops-before"]),
    .init(
      24,
      in: "El camino de abajo está abierto a todos los carros, pero solo los días sin molienda.",
      "El camino de abajo está abierto a todos los carros", .verbatim, flags: ["stops-before"]),
    .init(
      24,
      in: "The tanners were in those days not allowed to draw water above the bridge at any hour.",
      "The tanners were in those days", .verbatim, flags: ["stops-before"]),
  ]

  static let disputes: [Phenomenon] = [
    .init(
      78,
      in:
        "The abbot bought the vineyard for a cask of salt.[disputed – discuss] He planted figs there.",
      "The abbot bought the vineyard for a cask of salt.", .verbatim, flags: ["disputed"]),
    .init(
      78,
      in:
        "The tannery once employed four hundred people.[citation needed] It was closed after the flood.",
      "The tannery once employed four hundred people", .verbatim, flags: ["citation-needed"]),
    .init(
      78,
      in:
        "Die Gerberei beschäftigte einst vierhundert Leute aus dem Tal.[nicht belegt] Sie schloss nach der Flut.",
      "Die Gerberei beschäftigte einst vierhundert Leute aus dem Tal.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78,
      in:
        "The abbot[dubious] bought the whole vineyard for a cask of salt and planted figs along the wall.",
      "The abbot bought the whole vineyard for a cask of salt and planted figs along the wall.",
      .verbatim, flags: ["disputed"]),
  ]

  /// The same in other languages, as their wikis print it.
  static let markers: [Phenomenon] = [
    .init(
      78,
      in: "A fábrica de curtumes empregou quatrocentas pessoas do vale.[carece de fontes] Fechou.",
      "A fábrica de curtumes empregou quatrocentas pessoas do vale.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78,
      in: "La curtiduría dio trabajo a cuatrocientas personas del valle.[cita requerida] Cerró.",
      "La curtiduría dio trabajo a cuatrocientas personas del valle.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78, in: "Die Gerberei gehörte einst dem Bruder des Abtes von Orle.[Beleg?] Sie brannte ab.",
      "Die Gerberei gehörte einst dem Bruder des Abtes von Orle.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78, in: "La tannerie appartenait au frère de l'abbé d'Orle.[réf. nécessaire] Elle a brûlé.",
      "La tannerie appartenait au frère de l'abbé d'Orle.", .verbatim, flags: ["citation-needed"]),
    .init(
      78,
      in: "La conceria[senza fonte] apparteneva al fratello dell'abate di Orle e bruciò nel gelo.",
      "La conceria apparteneva al fratello dell'abate di Orle e bruciò nel gelo.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78,
      in:
        "Дубильня принадлежала брату настоятеля и сгорела зимой.[источник не указан 212 дней] Всё.",
      "Дубильня принадлежала брату настоятеля и сгорела зимой.", .verbatim,
      flags: ["citation-needed"]),
    .init(
      78, in: "El abad compró la viña por un tonel de sal gruesa.[dudoso – discutir] Plantó higos.",
      "El abad compró la viña por un tonel de sal gruesa.", .verbatim, flags: ["disputed"]),
    .init(
      78, in: "De leerlooierij behoorde aan de broer van de abt van Orle.[bron?] Zij brandde af.",
      "De leerlooierij behoorde aan de broer van de abt van Orle.", .verbatim,
      flags: ["citation-needed"]),
  ]

  /// Small Roman numerals mark a note right after a word, and are a writer's words elsewhere.
  static let numerals: [Phenomenon] = [
    .init(
      62, "The tithe was paid in eels{[vi]→} until the weir at Orle was broken in the long frost.",
      .verbatim, harmless: ["note-marker"]),
    .init(
      62, "The eels were counted by two wardens of the abbey.{→[xii]} They slept in the mill.",
      .verbatim, harmless: ["note-marker"]),
    .init(
      27,
      "Quando la diga si ruppe {→[vi] }trovarono riparo i barcaioli e le loro famiglie affamate.",
      .verbatim, harmless: ["insertion"]),
    .init(
      27, "En el molino {→[vi] }estaban guardadas las redes de los pescadores de la otra orilla.",
      .verbatim, harmless: ["insertion"]),
  ]

  /// Rows of a table, and claims on emphasis that nobody can check.
  static let places: [Phenomenon] = [
    .init(
      64,
      in: "Ferry\tYear of the first crossing\nThe Green Heron of Orle\tin the long frost of 1871",
      "The Green Heron of Orle in the long frost of 1871", .verbatim, flags: ["in-table"]),
    .init(
      64,
      in:
        "Farbe der Fähre\tgrün mit weißem Rand\nErbauer der Fähre\tdie Söhne des Böttchers Hannes",
      "Erbauer der Fähre die Söhne des Böttchers Hannes", .verbatim, flags: ["in-table"]),
    .init(
      33,
      "The wardens {→[emphasis in original] }slept in the mill for as long as the eels were running.",
      .verbatim, flags: ["emphasis-unchecked"]),
    .init(
      33,
      "Die Wächter schliefen in der Mühle{→ [Hervorhebung im Original]}, solange die Aale zogen.",
      .verbatim, flags: ["emphasis-unchecked"]),
  ]

  static let speech: [Phenomenon] = [
    .init(
      77,
      in:
        "The old carter answered: “We greased the axles with goose fat and never lost a wheel on the pass.”",
      "We greased the axles with goose fat and never lost a wheel on the pass.", .verbatim,
      flags: ["indirect"]),
    .init(
      77,
      in:
        "Der alte Fuhrmann sagte: „Wir haben die Achsen mit Gänsefett geschmiert und nie ein Rad verloren.“",
      "Wir haben die Achsen mit Gänsefett geschmiert und nie ein Rad verloren.", .verbatim,
      flags: ["indirect"]),
    .init(
      77,
      in:
        "Le charretier répondit : « Nous avons graissé les essieux à la graisse d'oie et rien ne s'est cassé. »",
      "Nous avons graissé les essieux à la graisse d'oie et rien ne s'est cassé.", .verbatim,
      flags: ["indirect"]),
  ]

  @Test(arguments: frames + stops + disputes + markers + numerals + places + speech)
  func context(_ item: Phenomenon) throws { try item.check() }

  /// What must not raise a flag of context.
  static let plain: [(source: String, quoted: String)] = [
    (
      "It is true that the weavers set fire to the dye house. The mayor paid for the new roof of the inn.",
      "The mayor paid for the new roof of the inn."
    ),
    (
      "That is false. The mayor paid for the new roof of the inn and for the bench under the lime tree.",
      "The mayor paid for the new roof of the inn and for the bench under the lime tree."
    ),
    (
      "The lower road is open to carts of every size. But the mill stands still on feast days.",
      "The lower road is open to carts of every size."
    ),
    (
      "The lower road is open to carts of every size and was paved by the monks.[4] It is narrow.",
      "The lower road is open to carts of every size and was paved by the monks."
    ),
    (
      "“The axle broke,” he said. The old carter greased the wheels with goose fat and drove on. “It held.”",
      "The old carter greased the wheels with goose fat and drove on."
    ),
  ]

  @Test(arguments: plain)
  func plainWordsHaveNoFlag(_ item: (source: String, quoted: String)) throws {
    let text = Phenomenon.before + item.source + Phenomenon.after
    let finding = try Bench(text).find(item.quoted, cited: "The Work")
    #expect(finding.wording == .verbatim)
    #expect(finding.flags.isEmpty)
  }
}
