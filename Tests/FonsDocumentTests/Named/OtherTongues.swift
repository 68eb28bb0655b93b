/// Invented documents in Polish, Russian and Japanese.
extension NamedSource {
  static let otherTongues = parse(
    #"""
    ### text po polsku
    „Nikt nas nie pytał, zanim zamknięto zasuwę” – powiedział młynarz Jan Karol.

    Według Anny Lorek most był „obietnicą z drewna i trzech gwoździ”.

    Jak pisze Ida Brona w książce Wolne wody, „rzeka nie prowadzi ksiąg i nie daruje długów”.

    Kurier Nadrzeczny podał, że „dziewięćset uli zginęło w ciągu jednej nocy”.
    => Nikt nas nie pytał | author Jan Karol
    => obietnicą z drewna | author Anny Lorek
    => rzeka nie prowadzi | title Wolne wody | author Ida Brona
    => dziewięćset uli zginęło | title Kurier Nadrzeczny | author Kurier Nadrzeczny

    ### text по-русски
    «Никто нас не спросил, прежде чем закрыли затвор», — сказал мельник Иван Карпов.

    По словам Анны Лориной, мост был «обещанием из дерева и трёх гвоздей».

    Как пишет Ида Бронина в книге «Медленные воды», «река не ведёт счёта и не прощает долгов».

    В приходской книге за 1804 год записано: «Большой ветер унёс половину крыши».
    => Никто нас не спросил | author Иван Карпов
    => обещанием из дерева | author Анны Лориной
    => река не ведёт счёта | title Медленные воды | author Ида Бронина
    => Большой ветер унёс | title приходской книге за 1804 | title приходской книге

    ### text 日本語
    水車小屋の主人である山本一郎は「秋にはもう堰から水が漏れていた」と語った。

    中村花子によれば、橋は「木と三本の釘でできた約束」であった。

    『川辺日報』は「一夜にして九百の巣箱が失われた」と報じた。
    => 秋にはもう堰から | author 山本一郎
    => 木と三本の釘で | author 中村花子
    => 一夜にして九百の | title 川辺日報
    """#)

  static let mixed = parse(
    #"""
    ### email levels and their writers
    From: Tom Harrow <tom@mill.example>
    To: list@weir.example
    Subject: Re: the gate
    Content-Type: text/plain; charset=utf-8

    On Mon, 6 May 2019 at 09:12, Ellen Marsh <ellen@weir.example> wrote:

    > The gate was open all night and nobody has an explanation.
    >
    > Am 5. Mai 2019 schrieb Anna Lohr:
    >> Der Schieber war am Abend noch zu, das habe ich gesehen.

    I closed it myself.
    => The gate was open all night | author Ellen Marsh
    => Der Schieber war am | author Anna Lohr

    ### markdown link behind the quotation, reference link, autolink
    "The lamps went out at nine and came back at ten" ([Upland Courier](https://courier.example/lamps)).

    “The bridge has been measured four times this week” – [Paul Dent][1]

    "No swarm was seen in the whole of June." Source: <https://bees.example/june>

    [1]: https://dent.example/notes
    => The lamps went out at nine | url https://courier.example/lamps
    => The bridge has been measured | url https://dent.example/notes
    => No swarm was seen in | url https://bees.example/june

    ### html verse signed below
    <div class="poem"><p>O wheel that turns the water white,<br/>
    O stone that turns the barley light,<br/>
    be still, be still, for it is night.</p>
    <p class="attribution">Edith Crane</p></div>
    =? O wheel that turns the water | author Edith Crane

    ### html a table of sayings
    <ul><li>“A dry year makes a patient miller.” – Bishop Orme</li>
    <li>“A wet year makes a rich one.” (Tom Harrow)</li>
    <li>Ada Quill: “A warm year makes the bees late for everything.”</li></ul>
    => A dry year makes a patient | author Bishop Orme
    => A wet year makes a rich | author Tom Harrow
    => A warm year makes the bees | author Ada Quill

    ### html verse whose lines are paragraphs
    <p>“The wheel went round at dawn of day,</p>
    <p>And carried half the night away.”</p>
    <p>ORME’S <i>Mill Songs</i>.</p>
    <p>“Nobody closed this mark, and the paragraph ends.</p>
    <p>The next one has nothing to do with it.</p>
    <p>“No toll for bees.”</p>
    <p>—<i>Charter</i>.</p>
    => The wheel went round at | title Mill Songs
    => Nobody closed this mark | -
    => No toll for bees | title Charter

    ### markdown an epigraph in italics
    *The map was right and the river was wrong.*

    *Paul Dent, Notes of a Surveyor*

    We left at six.
    """#)
}
