/// Invented documents in German, Dutch and Swedish.
extension NamedSource {
  static let german = parse(
    #"""
    ### text Verb davor, danach, mitten im Satz
    Müller Ernst Kolbe sagte: „Das Wehr war schon im Herbst nicht mehr dicht.“

    „Niemand hat uns gefragt, bevor der Schieber zuging“, erklärte Anna Lohr.

    „Im Frühjahr waren es vierzig Völker“, erinnert sich Ida Brandt, „im Herbst waren es noch elf.“
    => Das Wehr war schon | author Ernst Kolbe
    => Niemand hat uns gefragt | author Anna Lohr
    => Im Frühjahr waren es | author Ida Brandt
    => im Herbst waren es noch | author Ida Brandt

    ### text laut, zufolge, nach den Worten, wie schreibt
    Laut Anna Lohr ist die Brücke „ein Versprechen aus Holz und drei Nägeln“.

    Dem Deichgrafen Harm Voss zufolge war die Nacht „so still, dass man die Fische hörte“.

    Wie Ida Brandt in ihrem Buch „Die leisen Völker“ schreibt, ist der Schwarm „ein Gerücht mit sehr vielen Flügeln“.
    => ein Versprechen aus Holz | author Anna Lohr
    => so still, dass man | author Harm Voss
    => ein Gerücht mit sehr vielen | title Die leisen Völker | author Ida Brandt

    ### text Klammer, Fußnote, ebenda
    Das Eis trug „einen beladenen Wagen bis zur Insel und zurück“ (Kolbe, Winter am Wehr, S. 44). Im Mai lag „noch Schnee im Schatten der Mühle“ (ebd., S. 51).

    Die Kirche war „das einzige Haus, das trocken blieb“ (vgl. Lohr 1988, S. 12).
    => einen beladenen Wagen | title Winter am Wehr
    => noch Schnee im Schatten | title Winter am Wehr
    => das einzige Haus | author Lohr

    ### text Quelle in der nächsten Zeile
    „Wer am Ufer baut, muss im Keller schwimmen lernen.“
    Anna Lohr

    „Der Regen ist die einzige Steuer, der keiner entgeht.“

    — Ernst Kolbe, Briefe vom Wehr
    => Wer am Ufer baut | author Anna Lohr
    => Der Regen ist die einzige | title Briefe vom Wehr | author Ernst Kolbe

    ### text Schriftstücke
    Im Kirchenbuch von 1804 heißt es: „Ein großer Wind hat das halbe Dach genommen.“

    In § 4 der Mühlenordnung steht, „dass kein Schütz vor der Glocke gezogen werde“.

    Das Oberlandesgericht urteilte, der Müller habe „kein Eigentum an dem Regen des Nachbarn“.

    Die Uferzeitung meldete: „Neunhundert Stöcke gingen in einer Nacht verloren.“

    Der Wetterdienst warnte vor „Böen, die alles heben, was kein Haus ist“.
    => Ein großer Wind hat | title Kirchenbuch von 1804 | title Kirchenbuch
    => dass kein Schütz vor | title Mühlenordnung
    => kein Eigentum an dem | author Oberlandesgericht | title Oberlandesgericht
    => Neunhundert Stöcke gingen | title Uferzeitung | author Uferzeitung
    => Böen, die alles heben | author Wetterdienst | title Wetterdienst

    ### html Motto, rechtsbündig
    <p>»Das Wasser stand auf der dritten Stufe, und der Schreiber schrieb.«</p>
    <p class="right">Harm Voss</p>
    <p>Am Morgen nach der Flut sprach niemand davon.</p>
    => Das Wasser stand auf | author Harm Voss

    ### text keine Zitate
    Die sogenannte „kluge Mühle“ hat eine Lampe. Er las „Die Fähre am Mittag“ im Zug.
    """#)

  static let dutch = parse(
    #"""
    ### text werkwoord ervoor en erna
    Molenaar Kees Bakel zei: "De sluis was in de herfst al niet meer dicht."

    "Niemand heeft ons iets gevraagd voor de deur dichtging", aldus Anna Terhorst.

    "We telden veertig kasten in het voorjaar," vertelt imker Ida Vrolijk, "en in de herfst waren het er elf."

    ‘De brug is ouder dan de rivier,’ schreef Joost Winkel in De Vergeten Wegen.
    => De sluis was in | author Kees Bakel
    => Niemand heeft ons iets | author Anna Terhorst
    => We telden veertig kasten | author Ida Vrolijk
    => en in de herfst | author Ida Vrolijk
    => De brug is ouder | title De Vergeten Wegen | author Joost Winkel

    ### text volgens, zoals, in de woorden van
    Volgens burgemeester Els Poort was de nacht "zo stil dat je de vissen hoorde ademen".

    Zoals dominee Harm Kuit het verwoordde: "De rivier houdt geen boek en vergeeft geen schuld."

    In de woorden van Ida Vrolijk: "Een zwerm is een gerucht met heel veel vleugels."
    => zo stil dat je de vissen | author Els Poort
    => De rivier houdt geen | author Harm Kuit
    => Een zwerm is een gerucht | author Ida Vrolijk

    ### text stukken en kranten
    In het kerkboek van 1804 staat: "Een grote wind heeft het halve dak genomen."

    De Oeverbode meldde dat "negenhonderd kasten in een enkele nacht verloren gingen".

    Artikel 4 van het molenreglement bepaalt dat "geen schuif voor de klok wordt getrokken".

    Het KNMI waarschuwt voor "windstoten die alles optillen wat geen huis is".

    In het jaarverslag van 1911 lezen we: "Er waren geen herstellingen nodig die een jongen niet kon doen."
    => Een grote wind heeft | title kerkboek van 1804 | title kerkboek
    => negenhonderd kasten in | title Oeverbode | author De Oeverbode
    => geen schuif voor de klok | title molenreglement
    => windstoten die alles | author KNMI | title KNMI
    => Er waren geen herstellingen | title jaarverslag van 1911 | title jaarverslag

    ### html bron in de volgende alinea
    <p>“Wie op de dijk bouwt, moet in zijn kelder leren zwemmen.”</p>
    <p>— Anna Terhorst, <i>Brieven van de dijk</i></p>
    <p>De volgende ochtend zei niemand er iets over.</p>
    <p>Terhorst noemt de dijk „een muur met goede manieren en slechte voeten”. Ze voegde eraan toe: „Niemand heeft hem ooit bedankt.”</p>
    => Wie op de dijk bouwt | title Brieven van de dijk | author Anna Terhorst
    => een muur met goede manieren | author Terhorst
    => Niemand heeft hem ooit | author Terhorst

    ### text een tweede citaat, haakjes, ibidem
    "Het ijs droeg een volle wagen tot aan het eiland" (Bakel, Winters aan de sluis, p. 44). In mei lag er "nog sneeuw in de schaduw van de molen" (ibidem, p. 51).
    => Het ijs droeg een volle | title Winters aan de sluis
    => nog sneeuw in de schaduw | title Winters aan de sluis
    """#)

  static let swedish = parse(
    #"""
    ### text svenska
    ”Ingen frågade oss innan luckan stängdes”, säger mjölnaren Nils Ekvall.

    Enligt Greta Lind var natten ”så tyst att man hörde fiskarna andas”.

    I kyrkoboken från 1804 står det: ”En stor vind har tagit halva taket.”

    Strandposten skrev att ”niohundra kupor gick förlorade på en enda natt”.
    => Ingen frågade oss innan | author Nils Ekvall
    => så tyst att man | author Greta Lind
    => En stor vind har | title kyrkoboken från 1804 | title kyrkoboken
    => niohundra kupor gick | title Strandposten | author Strandposten
    """#)
}
