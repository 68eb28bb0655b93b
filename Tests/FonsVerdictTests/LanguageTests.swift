import FonsVerdict
import Testing

/// Negation, modality and quantity in nine languages: rows 46 and 47.
@Suite struct LanguageTests {
  static let negation: [Phenomenon] = [
    .init(
      46,
      "The guards were {never→} told which of the gates would be opened on the night of the feast.",
      .altered, ["negation"]),
    .init(
      46,
      "The river {didn't reach→reached} the granary in the spring of the long rain, the register says.",
      .altered, ["negation", "inflection"]),
    .init(
      46,
      "The wagons came over the pass {without→with} a guide and were counted at the lower toll.",
      .altered, ["negation"]),
    .init(
      46, "There is {no→a} record of the sale in any of the ledgers that the monks had kept.",
      .altered, ["negation"]),
    .init(
      46, "The tax was {→not }paid in the year when the upper fields were left to the sheep.",
      .altered, ["negation"]),
    .init(
      46,
      "The plan was {possible→impossible} to carry out with the few tools that the village owned.",
      .altered, ["negation"]),
    .init(
      46,
      "The guards {can→can't} open the upper gate while the carts of the miller are on the bridge.",
      .altered, ["negation"]),
    .init(
      46,
      "Die Wächter wussten {nie→}, welches der Tore in der Nacht des Festes geöffnet werden sollte.",
      .altered, ["negation"]),
    .init(
      46, "Der Müller sah die Karren am oberen Tor, doch die Wächter glaubten es ihm{ nicht→}.",
      .altered, ["negation"]),
    .init(
      46, "Ob der Pegel am Wehr von Hand gelesen wird oder{ nicht→}, steht in keinem der Bücher.",
      .altered, ["negation"]),
    .init(
      46,
      "Es gibt {keinen→einen} Eintrag über den Verkauf in den Büchern, die das Kloster geführt hat.",
      .altered, ["negation"]),
    .init(
      46, "Der Vertrag war {gültig→ungültig}, als die Felder an den Müller verkauft wurden.",
      .altered, ["negation"]),
    .init(
      46,
      "Die Wagen kamen {ohne→mit} Führer über den Pass und wurden an der unteren Zollstelle gezählt.",
      .altered, ["negation"]),
    .init(
      46,
      "Les gardes {ne savaient pas→savaient} quelle porte on ouvrirait dans la nuit de la fête.",
      .altered, ["negation"]),
    .init(
      46, "La rivière {n'a jamais→a} atteint le grenier au printemps de la grande pluie.", .altered,
      ["negation"]),
    .init(
      46, "Les chariots passèrent le col {sans→avec} guide et furent comptés au péage du bas.",
      .altered, ["negation"]),
    .init(
      46, "Los guardias {no→} sabían qué puerta se abriría en la noche de la fiesta del pueblo.",
      .altered, ["negation"]),
    .init(
      46, "El río {nunca→} llegó al granero en la primavera de la gran lluvia, según el registro.",
      .altered, ["negation"]),
    .init(
      46, "Le guardie {non→} sapevano quale porta sarebbe stata aperta nella notte della festa.",
      .altered, ["negation"]),
    .init(
      46,
      "Il fiume {→mai }raggiunse il granaio nella primavera della grande pioggia, dice il registro.",
      .altered, ["negation"]),
    .init(
      46, "Os guardas {não→} sabiam qual porta seria aberta na noite da festa da aldeia.", .altered,
      ["negation"]),
    .init(
      46, "O rio {nunca→} chegou ao celeiro na primavera da grande chuva, segundo o registo.",
      .altered, ["negation"]),
    .init(
      46, "De wachters wisten {niet→} welke poort in de nacht van het feest zou worden geopend.",
      .altered, ["negation"]),
    .init(
      46, "Er is {geen→een} bericht over de verkoop in de boeken die het klooster heeft bewaard.",
      .altered, ["negation"]),
    .init(
      46, "Стража {не→} знала, какие ворота откроют в ночь праздника на нижней площади.", .altered,
      ["negation"]),
    .init(
      46, "Река {никогда не→} доходила до амбара в весну большого дождя, как говорит запись.",
      .altered, ["negation"]),
    .init(
      46, "Strażnicy {nie→} wiedzieli, która brama będzie otwarta w noc święta na rynku.", .altered,
      ["negation"]),
    .init(
      46, "Rzeka {nigdy nie→} sięgała spichlerza na wiosnę wielkiego deszczu, jak mówi zapis.",
      .altered, ["negation"]),
  ]

  static let modality: [Phenomenon] = [
    .init(
      47,
      "The council {may→will} sell the pasture in the autumn, and the shepherds have been told.",
      .altered, ["modality"]),
    .init(
      47,
      "The bailiff {allegedly→} moved the boundary stones in the night before the survey began.",
      .altered, ["modality"]),
    .init(
      47, "{Most→All} of the looms were sold to the new factory at the foot of the falls.",
      .altered, ["modality"]),
    .init(
      47,
      "The wells {sometimes→always} ran dry in August, and water was carried up from the river.",
      .altered, ["modality"]),
    .init(
      47, "{Einige→Alle} der Webstühle wurden an die neue Fabrik am Fuß der Fälle verkauft.",
      .altered, ["modality"]),
    .init(
      47, "Der Rat {kann→muss} die Weide im Herbst verkaufen, und die Hirten wissen es schon.",
      .altered, ["modality"]),
    .init(
      47, "Der Vogt hat {angeblich→} die Grenzsteine in der Nacht vor der Vermessung versetzt.",
      .altered, ["modality"]),
    .init(
      47, "Le conseil {peut→doit} vendre le pré à l'automne, et les bergers le savent déjà.",
      .altered, ["modality"]),
    .init(
      47, "{Quelques→Tous les} métiers furent vendus à la nouvelle fabrique au pied de la chute.",
      .altered, ["modality"]),
    .init(
      47, "Le bailli a {peut-être→} déplacé les bornes dans la nuit avant le début du relevé.",
      .altered, ["modality"]),
    .init(
      47, "El consejo {puede→debe} vender el prado en el otoño, y los pastores ya lo saben.",
      .altered, ["modality"]),
    .init(
      47, "{Algunos→Todos los} telares se vendieron a la nueva fábrica al pie de la cascada.",
      .altered, ["modality"]),
    .init(
      47, "Il consiglio {può→deve} vendere il prato in autunno, e i pastori lo sanno già da tempo.",
      .altered, ["modality"]),
    .init(
      47, "{Alcuni→Tutti i} telai furono venduti alla nuova fabbrica ai piedi della cascata.",
      .altered, ["modality"]),
    .init(
      47, "O conselho {pode→deve} vender o prado no outono, e os pastores já sabem disso.",
      .altered, ["modality"]),
    .init(
      47, "{Alguns→Todos os} teares foram vendidos à nova fábrica ao pé da queda de água.",
      .altered, ["modality"]),
    .init(
      47, "De raad {kan→moet} de weide in de herfst verkopen, en de herders weten het al.",
      .altered, ["modality"]),
    .init(
      47, "{Sommige→Alle} weefgetouwen werden aan de nieuwe fabriek bij de waterval verkocht.",
      .altered, ["modality"]),
    .init(
      47, "Совет {может→должен} продать луг осенью, и пастухи об этом уже знают от старосты.",
      .altered, ["modality"]),
    .init(
      47, "{Некоторые→Все} станки были проданы новой фабрике у подножия большого водопада.",
      .altered, ["modality"]),
    .init(
      47, "Rada {może→musi} sprzedać łąkę na jesieni, i pasterze już o tym wiedzą od wójta.",
      .altered, ["modality"]),
    .init(
      47, "{Niektóre→Wszystkie} krosna były sprzedane do nowej fabryki u stóp wodospadu.", .altered,
      ["modality"]),
  ]

  @Test(arguments: negation + modality)
  func language(_ item: Phenomenon) throws { try item.check() }
}
