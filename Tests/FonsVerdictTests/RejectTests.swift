import FonsVerdict
import Testing

/// Honest quotations that were once rejected, and changes that look like them.
@Suite struct RejectTests {
  static let numbers: [Phenomenon] = [
    .init(
      40,
      "Der Balken ist {3,125→3125} Meter lang und wurde von zwei Knechten in die Schmiede getragen.",
      .altered, ["number"]),
    .init(
      40,
      "La poutre est longue de {2,375→2375} mètres et deux valets la portèrent à la forge du village.",
      .altered, ["number"]),
    .init(
      40,
      "Der Balken ist {3,125→3.125} Meter lang und wurde von zwei Knechten in die Schmiede getragen.",
      .altered, ["number-form"]),
    .init(
      40,
      "De kudde telde {2.000→2\u{202F}000} schapen op de dag van het scheren en daarna wat minder.",
      .altered, ["number-form"]),
    .init(
      40,
      "Il gregge contava {12.500→12 500} pecore nel giorno della tosatura e poi qualcuna di meno.",
      .altered, ["number-form"]),
    .init(
      40, "Το κοπάδι είχε {1.442→1442} πρόβατα την ημέρα της κουράς και λιγότερα μετά τη γιορτή.",
      .altered, ["number-form"]),
    .init(
      40,
      "Sürü kırkım gününde {2.000→2\u{202F}000} koyundan oluşuyordu ve bayramdan sonra daha az idi.",
      .altered, ["number-form"]),
    .init(
      40,
      "În acel an {12%→12 la sută} din războaie au stat pe loc, pentru că vopseaua s-a terminat.",
      .altered, ["number-form"]),
    .init(
      40, "Quell'anno il {35%→35 per cento} dei telai era fermo, perché in estate mancò la tinta.",
      .altered, ["number-form"]),
    .init(
      40, "En la escuela había {cuatro→4} alumnos el primer invierno, y la estufa ardía con turba.",
      .altered, ["number-form"]),
  ]

  static let spellings: [Phenomenon] = [
    .init(
      60,
      "The {plough→plow} stood in the barn until the {artefacts→artifacts} were sold to the college.",
      .altered, ["spelling", "spelling"]),
    .init(
      60,
      "The {skilful→skillful} smith cast the bell in a {mould→mold} of clay from the river bank.",
      .altered, ["spelling", "spelling"]),
    .init(
      60, "Podul a fost închis {până→pînă} în ziua în care râul a înghețat de la un mal la altul.",
      .altered, ["spelling"]),
    .init(
      60, "Nimeni nu știa {când→cînd} se va deschide poarta de sus în noaptea sărbătorii din sat.",
      .altered, ["spelling"]),
    .init(
      44,
      "The letters of {Harrowell→Harroowell} were kept in a tin box behind the altar of the chapel.",
      .altered, ["name-slip"]),
    .init(
      44,
      "The maps of {Villaris→Viillaris} were engraved in a cellar behind the old customs house.",
      .altered, ["name-slip"]),
  ]

  static let units: [Phenomenon] = [
    .init(
      39, "The brine was heated to 60 °{C→F} in the upper pans and ran down to the vats by night.",
      .altered, ["unit"]),
    .init(
      39,
      "Die Sole wurde in den oberen Pfannen auf 60 °{C→F} erhitzt und lief nachts in die Bottiche.",
      .altered, ["unit"]),
    .init(
      39, "От часовни до каменоломни пять {миль→километров} по старой дороге вдоль акведука.",
      .altered, ["unit"]),
    .init(
      39, "Wieża ma trzydzieści {stóp→metrów} wysokości i stoi na skale nad starym kamieniołomem.",
      .altered, ["unit"]),
    // Without a number, a time is a word like another.
    .init(
      48, "In the {year→month} of the second fair the tax on hides was raised and never lowered.",
      .altered, ["word"]),
    .init(
      48,
      "Im {Jahr→Monat} der zweiten Messe stieg die Steuer auf Häute und sank danach nie wieder.",
      .altered, ["word"]),
    .init(
      39, "Die Fähre lag drei {Wochen→Monate} im Eis, und das Salz kam über die obere Brücke.",
      .altered, ["unit"]),
  ]

  static let swallowed: [Phenomenon] = [
    .init(
      20,
      "The new wall is said to be {anything but→…} strong enough for carts by those who built it.",
      .altered, ["swallowed-condition"]),
    .init(
      20,
      "The keeper opens the gate{ at any hour, all but→ …} the last of the year, and takes a coin for it.",
      .altered, ["swallowed-condition"]),
    .init(
      20,
      "Der Wärter öffnet das Tor zu jeder Stunde{, es sei denn, dass Eis auf dem Fluss liegt,→ …} und nimmt dafür eine Münze.",
      .altered, ["swallowed-condition"]),
    .init(
      19,
      "Der Wärter öffnet das Tor zu jeder Stunde{; es gibt daneben eine kleine Pforte;→ …} und nimmt dafür eine Münze.",
      .abridged),
    .init(
      19,
      "Na starém mostě stála bouda, {kterou postavil jeho děd z prken, jež přinesla voda a byla to chyba,→…} a v ní bydlel hlídač.",
      .abridged),
    .init(
      19,
      "The brewer{, who had come down from the hills with two mules,→ â€¦} paid for the wheel in hops.",
      .abridged),
    .init(
      19,
      "The clerk counted the sacks{ in the upper loft and in the yard→ [â€¦]} and wrote the sum on the door.",
      .abridged),
  ]

  static let words: [Phenomenon] = [
    .init(
      48,
      "The ships were to {port→import} their timber by the northern quay, as the register says.",
      .altered, ["word"]),
    .init(
      48, "The clerk was told to {form→inform} the council of weavers before the end of the fair.",
      .altered, ["word"]),
    // One letter makes another well-known word.
    .init(
      48,
      "The boys were told to {fear→tear} the cloak of the miller when he came down from the hill.",
      .altered, ["word"]),
    .init(
      48, "The old {house→mouse} by the mill was seen by nobody in the year of the second flood.",
      .altered, ["word"]),
  ]

  @Test(arguments: numbers + spellings + units + swallowed + words)
  func told(_ item: Phenomenon) throws { try item.check() }
}
