/// Invented documents in French, Spanish, Italian and Portuguese.
extension NamedSource {
  static let french = parse(
    #"""
    ### text verbe avant, après, au milieu
    Le meunier Jean Carrel a déclaré : « Le barrage fuyait déjà à l'automne. »

    « Personne ne nous a rien demandé avant la fermeture », affirme Anne Lorin.

    « Nous comptions quarante ruches au printemps, raconte Ida Brune, et onze à l'automne. »
    => Le barrage fuyait déjà | author Jean Carrel
    => Personne ne nous a rien | author Anne Lorin
    => Nous comptions quarante | author Ida Brune

    ### text selon, d'après, comme l'écrit
    Selon Anne Lorin, le pont était « une promesse de bois et de trois clous ».

    Comme l'écrit Paul Morel dans Les Eaux lentes, « la rivière ne tient pas de livre et n'oublie rien ».

    Pour Ida Brune, « un essaim est une rumeur avec beaucoup d'ailes ».
    => une promesse de bois | author Anne Lorin
    => la rivière ne tient pas | title Les Eaux lentes | author Paul Morel
    => un essaim est une rumeur | author Ida Brune

    ### text documents
    On lit dans le registre paroissial de 1804 : « Un grand vent a pris la moitié du toit. »

    L'article 4 du règlement des moulins dispose que « nulle vanne ne sera levée avant la cloche ».

    Le Courrier des Rives rapporte que « neuf cents ruches ont péri en une seule nuit ».

    Le rapport annuel de 1911 précise : « Aucune réparation ne fut nécessaire qu'un enfant n'eût pu faire. »
    => Un grand vent a pris | title registre paroissial de 1804 | title registre paroissial
    => nulle vanne ne sera | title règlement des moulins
    => neuf cents ruches | title Courrier des Rives | author Courrier des Rives
    => Aucune réparation ne | title rapport annuel de 1911 | title rapport annuel

    ### html épigraphe
    <p>« L'eau était à la troisième marche, et le greffier écrivait toujours. »</p>
    <p style="text-align:right">Paul Morel, <em>Les Eaux lentes</em></p>
    <p>Le lendemain de la crue, personne n'en parla.</p>
    <p>« Qui vend le vent doit aussi le livrer. »</p>
    <p>— LORIN.</p>
    => L'eau était à la | title Les Eaux lentes | author Paul Morel
    => Qui vend le vent | author LORIN

    ### text parenthèse et ibid.
    « La glace portait un chariot plein jusqu'à l'île » (Carrel, Hivers du barrage, p. 44). En mai « la neige restait à l'ombre du moulin » (ibid., p. 51).
    => La glace portait un | title Hivers du barrage
    => la neige restait à | title Hivers du barrage
    """#)

  static let spanish = parse(
    #"""
    ### text verbo antes y después
    El molinero Juan Carral dijo: «La presa ya perdía agua en otoño».

    «Nadie nos preguntó nada antes del cierre», afirmó Ana Lorca.

    «Contamos cuarenta colmenas en primavera», recuerda Ida Bruna, «y once en otoño quedaban».

    Según el ingeniero Pablo Moral, el puente era «una promesa de madera y tres clavos».
    => La presa ya perdía | author Juan Carral
    => Nadie nos preguntó nada | author Ana Lorca
    => Contamos cuarenta colmenas | author Ida Bruna
    => y once en otoño | author Ida Bruna
    => una promesa de madera | author Pablo Moral

    ### text documentos
    En el libro parroquial de 1804 se lee: «Un gran viento se llevó medio tejado».

    El artículo 4 del Reglamento de Molinos establece que «ninguna compuerta se alzará antes de la campana».

    El Correo de la Ribera informó de que «novecientas colmenas se perdieron en una sola noche».

    Como escribe Ana Lorca en su libro Aguas lentas, «el río no lleva cuentas ni perdona deudas».
    => Un gran viento se llevó | title libro parroquial de 1804 | title libro parroquial
    => ninguna compuerta se | title Reglamento de Molinos
    => novecientas colmenas | title Correo de la Ribera | author Correo de la Ribera
    => el río no lleva cuentas | title Aguas lentas | author Ana Lorca

    ### html firma en el párrafo siguiente
    <p>«Quien vende el viento también debe entregarlo a tiempo».</p>
    <p>—Ana Lorca</p>
    <p>Al día siguiente nadie habló de la crecida.</p>
    => Quien vende el viento | author Ana Lorca
    """#)

  static let italian = parse(
    #"""
    ### text verbo prima e dopo
    Il mugnaio Gino Carrara ha detto: «La diga perdeva acqua già in autunno».

    «Nessuno ci ha chiesto niente prima della chiusura», ha spiegato Anna Lorini.

    Secondo l'ingegnere Paolo Moro il ponte era «una promessa di legno e tre chiodi».

    Come scrive Ida Bruni nel suo libro Acque lente, «il fiume non tiene conti e non perdona debiti».
    => La diga perdeva acqua | author Gino Carrara
    => Nessuno ci ha chiesto | author Anna Lorini
    => una promessa di legno | author Paolo Moro
    => il fiume non tiene conti | title Acque lente | author Ida Bruni

    ### text documenti
    Nel registro parrocchiale del 1804 si legge: «Un gran vento ha preso mezzo tetto».

    L'articolo 4 del regolamento dei mulini stabilisce che «nessuna paratoia si alzi prima della campana».

    Il Corriere della Riva riferisce che «novecento arnie andarono perdute in una sola notte».
    => Un gran vento ha preso | title registro parrocchiale del 1804 | title registro parrocchiale
    => nessuna paratoia si alzi | title regolamento dei mulini
    => novecento arnie andarono | title Corriere della Riva | author Corriere della Riva

    ### html firma a destra
    <p>«Chi vende il vento deve anche consegnarlo in tempo».</p>
    <p align="right">Anna Lorini, <i>Lettere dalla diga</i></p>
    <p>Il giorno dopo nessuno parlò della piena.</p>
    => Chi vende il vento | title Lettere dalla diga | author Anna Lorini
    """#)

  static let portuguese = parse(
    #"""
    ### text verbo antes, depois, no meio
    O moleiro João Carral disse: "A represa já perdia água no outono."

    “Ninguém nos perguntou nada antes do fecho”, afirmou Ana Lourinho.

    “Contámos quarenta colmeias na primavera”, recorda a apicultora Ida Brunes, “e onze restavam no outono.”

    "A ponte é mais velha do que o rio", escreveu Paulo Morais em Águas Lentas.

    “Não há mau tempo, há apenas maus telhados”, garante o engenheiro Rui Telheiro.
    => A represa já perdia | author João Carral
    => Ninguém nos perguntou | author Ana Lourinho
    => Contámos quarenta | author Ida Brunes
    => e onze restavam no | author Ida Brunes
    => A ponte é mais velha | title Águas Lentas | author Paulo Morais
    => Não há mau tempo | author Rui Telheiro

    ### text segundo, de acordo com, nas palavras de, para
    Segundo Ana Lourinho, a ponte era "uma promessa de madeira e três pregos".

    De acordo com o vereador Tiago Rios, a noite foi “tão calma que se ouviam os peixes”.

    Nas palavras de Ida Brunes, “um enxame é um boato com muitas asas”.

    Como disse o padre Simão Vale: "O rio não faz contas nem perdoa dívidas."

    Para o autor, João Carral, "o moleiro ouve mais do que diz e diz menos do que sabe".
    => uma promessa de madeira | author Ana Lourinho
    => tão calma que se | author Tiago Rios
    => um enxame é um boato | author Ida Brunes
    => O rio não faz contas | author Simão Vale
    => o moleiro ouve mais | author João Carral

    ### text documentos
    No livro paroquial de 1804 lê-se: «Um grande vento levou metade do telhado.»

    O artigo 4.º do Regulamento dos Moinhos determina que “nenhuma comporta se levante antes do sino”.

    O Correio da Ribeira noticiou que “novecentas colmeias se perderam numa só noite”.

    O relatório anual de 1911 refere que “não houve reparações que um rapaz não pudesse fazer”.

    Uma nota da Câmara Municipal esclarece: “A ponte é segura para uma vaca de cada vez.”
    => Um grande vento levou | title livro paroquial de 1804 | title livro paroquial
    => nenhuma comporta se | title Regulamento dos Moinhos
    => novecentas colmeias | title Correio da Ribeira | author Correio da Ribeira
    => não houve reparações | title relatório anual de 1911 | title relatório anual
    => A ponte é segura para | author Câmara Municipal | title nota da Câmara Municipal

    ### html assinatura e segunda citação
    <p>“Quem vende o vento também tem de o entregar.”</p>
    <p>— Ana Lourinho, <i>Cartas da represa</i></p>
    <p>No dia seguinte ninguém falou da cheia.</p>
    <p>Telheiro considera a barragem “um muro com boas maneiras e maus pés”. E acrescenta: “Ninguém lhe agradeceu até hoje.”</p>
    => Quem vende o vento | title Cartas da represa | author Ana Lourinho
    => um muro com boas maneiras | author Telheiro
    => Ninguém lhe agradeceu | author Telheiro

    ### text parênteses e ibidem
    “O gelo aguentava um carro cheio até à ilha” (Carral, Invernos da Represa, p. 44). Em maio havia “ainda neve à sombra do moinho” (ibid., p. 51).

    A igreja era “a única casa que ficou seca” (cf. Lourinho, 1988, p. 12).
    => O gelo aguentava um | title Invernos da Represa
    => ainda neve à sombra | title Invernos da Represa
    => a única casa que | author Lourinho
    """#)
}
