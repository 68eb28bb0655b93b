import FonsVerdict
import Testing

/// Numbers, dates and names: rows 39 to 45, 51 and 65.
@Suite struct NumberTests {
  static let numbers: [Phenomenon] = [
    .init(
      39, "The spring gives {14→41} litres in a minute, and the trough below it has never run dry.",
      .altered, ["number"]),
    .init(
      39,
      "The needle pointed to {3.25→32.5} in the shade of the wall and did not move all afternoon.",
      .altered, ["number"]),
    .init(
      39,
      "The valley lies at {-12→12} metres, and the salt pans there are worked by hand in summer.",
      .altered, ["sign"]),
    .init(
      39,
      "The tax on hides rose by 8{ %→} in the year of the second fair and was never lowered again.",
      .altered, ["unit"]),
    .init(
      39,
      "The tunnel cost four {million→billion} florins and was flooded in the month of its opening.",
      .altered, ["number"]),
    .init(
      39,
      "Der Tunnel kostete vier {Millionen→Milliarden} Gulden und wurde im Monat der Eröffnung überflutet.",
      .altered, ["number"]),
    .init(
      39,
      "Le tunnel a coûté quatre {millions→milliards} de florins et fut inondé dans le mois de son ouverture.",
      .altered, ["number"]),
    .init(
      39,
      "El túnel costó cuatro {millones→mil} florines y se inundó en el mes de su apertura por el río.",
      .altered, ["number"]),
    .init(
      39,
      "The rope was ninety {feet→metres} long and had been tarred by the same family for a century.",
      .altered, ["unit"]),
    .init(
      39, "Each sack held 50 {kg→lb} of barley and was sealed with the mark of the lower granary.",
      .altered, ["unit"]),
    .init(
      39, "Das Seil war neunzig {Fuß→Meter} lang und wurde von einer Familie im Dorf geteert.",
      .altered, ["unit"]),
    .init(
      39,
      "Tunnelin hinta oli {412→421} kultarahaa ja sen suu romahti ensimmäisenä talvena myrskyssä.",
      .altered, ["number"]),
    .init(
      39, "The school had {twelve→twenty} pupils in the first winter and a stove that burned peat.",
      .altered, ["number"]),
    .init(
      39, "Die Schule hatte {zwölf→zwanzig} Schüler im ersten Winter und einen Ofen für den Torf.",
      .altered, ["number"]),
    .init(
      39,
      "L'école avait {douze→vingt} élèves dans le premier hiver et un poêle que l'on chauffait avec de la tourbe.",
      .altered, ["number"]),
    .init(
      39,
      "La escuela tenía {doce→veinte} alumnos en el primer invierno y una estufa que se llenaba con turba.",
      .altered, ["number"]),
    .init(
      39,
      "La scuola aveva {dodici→venti} alunni nel primo inverno e una stufa che si riempiva con la torba.",
      .altered, ["number"]),
    .init(
      39,
      "A escola tinha {doze→vinte} alunos no primeiro inverno e um fogão que se enchia com a turfa.",
      .altered, ["number"]),
    .init(
      39,
      "De school had {twaalf→twintig} leerlingen in de eerste winter en een kachel die met turf werd gestookt.",
      .altered, ["number"]),
    .init(
      39, "В школе было {двенадцать→двадцать} учеников в первую зиму, и печь в ней топили торфом.",
      .altered, ["number"]),
    .init(
      39,
      "W szkole było {dwanaście→dwadzieścia} uczniów w pierwszą zimę, a piec był opalany torfem.",
      .altered, ["number"]),
  ]

  static let forms: [Phenomenon] = [
    .init(
      40,
      "The toll was {3½→3.5} pence for each wheel, and the keeper of the gate was known to round it up.",
      .altered, ["number-form"]),
    .init(
      40,
      "The flock counted {1,200→1 200} sheep on the day of the shearing and fewer after the feast.",
      .altered, ["number-form"]),
    .init(
      40,
      "The flock counted {1,200→1.200} sheep on the day of the shearing and fewer after the feast.",
      .altered, ["number-form"]),
    .init(
      40,
      "Die Herde zählte {1200→1.200} Schafe am Tag der Schur und nach dem Fest noch etwas weniger.",
      .altered, ["number-form"]),
    .init(
      40,
      "The bell weighed {three thousand two hundred→3,200} pounds and was drawn up the hill by oxen.",
      .altered, ["number-form"]),
    .init(
      40, "About {forty per cent→40%} of the looms were idle in the summer when the dye ran out.",
      .altered, ["number-form"]),
    .init(
      40,
      "Etwa {fünfunddreißig Prozent→35 %} der Webstühle standen still, als im Sommer die Farbe ausging.",
      .altered, ["number-form"]),
    .init(
      40,
      "Environ {trente-cinq pour cent→35 %} des métiers étaient à l'arrêt quand la teinture a manqué.",
      .altered, ["number-form"]),
    .init(
      40,
      "Cerca del {treinta y cinco por ciento→35 %} de los telares estaban parados cuando faltó el tinte.",
      .altered, ["number-form"]),
    .init(
      40,
      "Circa il {trentacinque per cento→35 %} dei telai era fermo quando in estate mancò la tinta.",
      .altered, ["number-form"]),
    .init(
      40,
      "Cerca de {trinta e cinco por cento→35 %} dos teares estavam parados quando a tinta faltou.",
      .altered, ["number-form"]),
    .init(
      40,
      "Ongeveer {vijfendertig procent→35 %} van de weefgetouwen stond stil toen de verf op was.",
      .altered, ["number-form"]),
    .init(
      40,
      "Около {тридцати пяти процентов→35 %} станков стояли, когда летом в городе кончилась краска.",
      .altered, ["number-form"]),
    .init(
      40,
      "Około {trzydziestu pięciu procent→35 %} krosien stało, gdy latem w mieście skończyła się farba.",
      .altered, ["number-form"]),
    .init(
      40,
      "The tower has {twenty-one→21} bells, and the largest is rung only when the river freezes.",
      .altered, ["number-form"]),
    .init(
      40,
      "The quarry lies {5 km→five kilometres} from the chapel by the old road along the aqueduct.",
      .altered, ["number-form"]),
    .init(
      41,
      "The reservoir holds 10{⁶→6} barrels of brine when the upper pumps are run through the night.",
      .altered, ["number"]),
    .init(
      41,
      "The charge was 3 × 10{⁻⁴→4} of the whole and could be felt only by the finest of the scales.",
      .altered, ["number"]),
    .init(
      41,
      "The well gave CO{₂→2} and a little sulphur, which the monks sold in flasks at the autumn fair.",
      .verbatim, harmless: ["symbol"]),
    .init(
      42,
      "The chapel was blessed on {3 June→June 3}, and the whole parish walked there behind the band.",
      .altered, ["date-form"]),
    .init(
      42,
      "Die Kapelle wurde am {14. März→14.3.} geweiht, und die Gemeinde ging hinter der Musik dorthin.",
      .altered, ["date-form"]),
    .init(
      42,
      "The lease began on {14 March 1911→14.3.1911} and ran for ninety-nine years from that day.",
      .altered, ["date-form"]),
    .init(
      42,
      "The chapel was blessed on {3→4} June, and the whole parish walked there behind the band.",
      .altered, ["date"]),
    .init(
      42,
      "Die Kapelle wurde am 14. {März→Mai} geweiht, und die Gemeinde ging hinter der Musik dorthin.",
      .altered, ["date"]),
    .init(
      42,
      "La chapelle fut bénie le 14 {mars→mai} et la paroisse y alla à pied derrière la fanfare.",
      .altered, ["date"]),
    .init(
      42,
      "The market is held on {Tuesday→Thursday} and draws the carts of eleven parishes to the green.",
      .altered, ["date"]),
    .init(
      42,
      "The bridge was opened on 9 March {1911→1912} by the mayor and the oldest of the ferrymen.",
      .altered, ["date"]),
    .init(
      43, "The pupils were aged {9–11→9-11} and came from the farms on the far side of the moor.",
      .verbatim, harmless: ["dash"]),
    .init(
      43, "The pupils were aged {9–11→911} and came from the farms on the far side of the moor.",
      .altered, ["number"]),
  ]

  static let names: [Phenomenon] = [
    .init(
      44, "The maps were engraved by {J.→John} Harrowell in a cellar behind the customs house.",
      .altered, ["name-form"]),
    .init(
      44, "The maps were engraved by {Tobias→T.} Harrowell in a cellar behind the customs house.",
      .altered, ["name-form"]),
    .init(
      44,
      "Die Karten wurden von {Gesine→Gerda} Harwell in einem Keller hinter dem Zollhaus gestochen.",
      .altered, ["name"]),
    .init(
      44,
      "The maps were engraved by Tobias {Harrowell→Fennimore} in a cellar behind the customs house.",
      .altered, ["name"]),
    .init(
      44,
      "The maps were engraved by Tobias {Harrowell→Harowell} in a cellar behind the customs house.",
      .altered, ["name-slip"]),
    .init(
      45, "In the second year {he→Tobias Harrowell} sold the plates to a printer from the capital.",
      .altered, ["name"]),
    .init(
      45,
      "After the flood {she→Edda} returned to the valley and opened a school for the weavers' children.",
      .altered, ["name"]),
    .init(
      45,
      "Nach der Flut kehrte {sie→Edda} in das Tal zurück und eröffnete eine Schule für die Kinder.",
      .altered, ["name"]),
    .init(
      51,
      "The clerk wrote that the {WHO→who} had sent three crates of medicine to the upper valley.",
      .altered, ["word"]),
    .init(
      51,
      "The goods were sold by the {Polish→polish} traders who came up the river before the thaw.",
      .altered, ["word"]),
    .init(
      51, "The storm came in {May→may} and took the roof of the salt store into the lower meadow.",
      .altered, ["word"]),
    .init(
      65,
      "The papers were copied on a {Brandow→Brandon} machine that stood in the hall of the school.",
      .altered, ["name-slip"]),
    .init(
      65,
      "Every room had a {Kelvaro→Kelvin} stove and a lamp with a green shade from the same maker.",
      .altered, ["name"]),
  ]

  @Test(arguments: numbers + forms + names)
  func number(_ item: Phenomenon) throws { try item.check() }
}
