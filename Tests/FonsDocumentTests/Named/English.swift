/// Invented documents in English and what a reader would say each quotation is from.
extension NamedSource {
  static let english = parse(
    #"""
    ### text verb before, after, inside
    The keeper Jane Roe told the committee: "The weir was raised by two feet that winter."

    "Nobody asked us before the sluice was closed," said Tom Harrow, who runs the upper mill.

    "We counted forty hives in spring," Ada Quill recalled, "and eleven were left by autumn."
    => The weir was raised by two | author Jane Roe
    => Nobody asked us before | author Tom Harrow
    => We counted forty hives | author Ada Quill
    => and eleven were left by | author Ada Quill

    ### text according to, as put it, in the words of
    According to Professor Ellen Marsh, "the bridge was never meant to carry carts at all".

    As the engineer Paul Dent put it, "a mill without water is a barn with ideas".

    In the words of Bishop Orme, "the river keeps no ledger and forgives no debt".
    => the bridge was never meant | author Ellen Marsh
    => a mill without water | author Paul Dent
    => the river keeps no ledger | author Bishop Orme

    ### markdown writes in a title with a year
    Edith Crane writes in *The Lower Weirs* (1792) that "no miller would lend his neighbour an hour of water".

    In *A History of Fog* Martin Vole claims: "The valley was dark for nineteen days together."
    => no miller would lend | title The Lower Weirs
    => The valley was dark for | title A History of Fog

    ### text parenthesis after the quotation
    It was a hard winter. "The ice bore a loaded wagon as far as the island" (Harrow, Winters of the North, p. 44). Others say less.

    One guide calls it "the last wooden bridge that still pays its way" (Dent 1988: 12).
    => The ice bore a loaded wagon | title Winters of the North
    => the last wooden bridge that | author Dent

    ### markdown footnote marker
    The report says "the gauge had not been read since the flood".[^1]

    [^1]: Ellen Marsh, *Gauges and Men*, p. 7.
    => the gauge had not been read | note 1 | note Ellen Marsh

    ### text bare address on the next line
    "The bees were back on the lime trees by the ninth of May."
    https://bees.example/diary/1931

    More follows here about other things.
    => The bees were back on | url https://bees.example/diary/1931

    ### html link around the verb and around the name
    <p>Tom Harrow <a href="https://mill.example/talk">said</a> that “the wheel turned backwards for a whole minute”.</p>
    <p><a href="https://quill.example/ada">Ada Quill</a> replied: “A hive is not a machine and was never one.”</p>
    => the wheel turned backwards | url https://mill.example/talk
    => A hive is not a machine | url https://quill.example/ada

    ### text attribution on the next line with a dash
    "He who builds on the bank must learn to swim in his cellar."
    -- Ellen Marsh

    "Rain is the only tax that nobody has ever dodged."
    — Tom Harrow, Letters from the Weir
    => He who builds on the bank | author Ellen Marsh
    => Rain is the only tax | title Letters from the Weir | author Tom Harrow

    ### text attribution on the next line without a dash
    "The wind has no friends in the valley, only customers."
    Paul Dent

    "A good bridge is the shortest story about a river."
    Ada Quill, The Ferryman's Daughter
    => The wind has no friends | author Paul Dent
    => A good bridge is the shortest | title The Ferryman's Daughter | author Ada Quill

    ### text attribution in the next paragraph
    "Of all the trades the miller's is the one that hears most and says least."

    — ORME, Sermons for Dry Years

    "When the fog comes up the stairs, go down and count the children."

    —VOLE.
    => Of all the trades | title Sermons for Dry Years | author ORME
    => When the fog comes up | author VOLE

    ### html epigraph, source in the next paragraph
    <h2>Chapter IV</h2>
    <p>"The water was at the third step, and the clerk was still writing."</p>
    <p>—CRANE.</p>
    <p>The morning after the flood nobody spoke of it at all.</p>
    => The water was at the third | author CRANE

    ### html epigraph in small capitals
    <p class="epi">“Whoever sells the wind must also deliver it.”</p>
    <p class="src"><span class="smcap">Ellen Marsh</span>, <i>The Sail Loft</i>.</p>
    <p>We had been sailing for a week when the calm began.</p>
    => Whoever sells the wind | title The Sail Loft | author Ellen Marsh

    ### html attribution aligned to the right
    <p>“There is no bad weather, there are only bad roofs.”</p>
    <p style="text-align: right">Tom Harrow</p>
    <p>The roof of the school was laid in the year of the comet.</p>
    <p>“Bees do not vote, and yet they move house together.”</p>
    <p align="right"><i>Ada Quill</i></p>
    => There is no bad weather | author Tom Harrow
    => Bees do not vote | author Ada Quill

    ### html block quotation and its source in the next paragraph
    <p>So much for the theory.</p>
    <blockquote><p>The mill pond was let out on Sunday, and the fish lay in the grass like spoons.</p></blockquote>
    <p>—Bishop Orme, <i>Visitations</i></p>
    <p>The fish are not mentioned again.</p>
    => The mill pond was let out | title Visitations | author Bishop Orme

    ### html a run of extracts, each with its source
    <h3>EXTRACTS</h3>
    <p>“And the bridge was made of the planks of the ship that had broken it.”</p>
    <p>—<i>The Book of Fords</i>.</p>
    <p>“They crossed at noon, the miller first and the bishop last.”</p>
    <p>—HARROW’S <i>ANNALS</i>.</p>
    <p>“No toll was taken of bees.”</p>
    <p>—<i>Charter of Lower Weir</i>.</p>
    => And the bridge was made | title The Book of Fords
    => They crossed at noon | title ANNALS | author HARROW’S
    => No toll was taken of bees | title Charter of Lower Weir

    ### markdown block quotation with the source below
    > The lock was opened by a child who had been told not to touch it.

    — Edith Crane, *Small Disasters*

    Then came the flood.

    > Of the nine arches three were built by men who could not count.
    >
    > Paul Dent
    => The lock was opened by | title Small Disasters | author Edith Crane
    => Of the nine arches three | author Paul Dent

    ### text author and year in front
    Marsh (1999) argues that "the gauge at the lower lock was read by guesswork". Vole (2003, p. 12) calls this "an insult to a whole generation of lock keepers".
    => the gauge at the lower lock | author Marsh
    => an insult to a whole | author Vole

    ### text a document as the source
    The parish book for 1804 records "a great wind that took the vane and half the roof".

    The Bridge Almanac for 1790 notes that "the ford was dry from Easter to the hay".

    The minutes of 4 May state: "The secretary was asked to buy a second umbrella."

    The annual report of the Weir Trust says "no repairs were needed that a boy could not do".

    Section 12 of the Sluice Act provides that "no gate shall be opened before the bell".
    => a great wind that took | title The parish book for 1804 | title parish book
    => the ford was dry from | title The Bridge Almanac | title The Bridge Almanac for 1790
    => The secretary was asked | title The minutes of 4 May | title minutes
    => no repairs were needed | title annual report of the Weir Trust | title annual report | author Weir Trust
    => no gate shall be opened | title Sluice Act

    ### text institutions that speak
    The Court of Appeal held that "a mill owner has no property in the rain".

    The Weather Office warned on Monday that "gusts may lift anything that is not a house".

    "The bridge is safe for one cow at a time," the Department of Roads said in a statement.

    The Upland Courier reported: "Nine hundred hives were lost in a single night."
    => a mill owner has no property | author Court of Appeal | title Court of Appeal
    => gusts may lift anything | author Weather Office | title Weather Office
    => The bridge is safe for | author Department of Roads | title Department of Roads
    => Nine hundred hives were | title Upland Courier | author Upland Courier

    ### markdown a name, a colon, a block
    Ellen Marsh:

    > The rain gauge is an honest instrument in the hands of an honest man, and a bucket otherwise.

    And this is from Tom Harrow's *Wheel and Stone*:

    > A stone that has been dressed twice grinds like a sermon.
    => The rain gauge is an honest | author Ellen Marsh
    => A stone that has been dressed | title Wheel and Stone

    ### text a running head
    From the Upland Gazette of 4 May 1811:

        The new bridge was opened on Tuesday by the oldest miller
        of the county, who crossed it twice and approved.

    Nothing else was written on it.
    => The new bridge was opened | title Upland Gazette

    ### html cite attribute and element, footer
    <blockquote cite="https://orme.example/sermon-4"><p>A dry year makes a patient miller.</p></blockquote>
    <blockquote><p>The fog sat down on the bridge like a tenant.</p><footer>— Martin Vole, <cite>A History of Fog</cite></footer></blockquote>
    <p><q>The bees left at four o'clock sharp.</q> <cite>The Bee Master's Diary</cite></p>
    => A dry year makes a patient | url https://orme.example/sermon-4
    => The fog sat down on | title A History of Fog
    => The bees left at four | title The Bee Master's Diary

    ### text numbered references
    The first survey found "a crack in which a man could keep his hat" [1]. The second disagreed: "there was no hat and no crack worth naming" [2].

    References
    [1] Dent, P. (1961). The arches of Lower Weir. Quay Press.
    [2] Crane, E. (1963). Cracks. Journal of Small Bridges 4.
    => a crack in which a man | note 1 | note Ellen Marsh
    => there was no hat | note 2

    ### text ibid
    "The toll was a penny and a joke" (Harrow, Tolls and Tales, p. 8). By the next page "the joke alone was thought enough" (ibid., p. 9).
    => The toll was a penny | title Tolls and Tales
    => the joke alone was thought | title Tolls and Tales

    ### text a second quotation inherits the speaker
    "The gate was rusted shut," Tom Harrow said. "We had to break it with the cart."

    Ellen Marsh said the pond was "dead as a slate". She added: "Nothing has lived in it since the tannery."
    => The gate was rusted shut | author Tom Harrow
    => We had to break it | author Tom Harrow
    => dead as a slate | author Ellen Marsh
    => Nothing has lived in it | author Ellen Marsh

    ### text no citations, no quotations
    The so-called "smart mill" has a lamp. He read "The Ferry at Noon" and "Bees in Winter" on the train. Signs marked "No Entry" stood by the weir.

    Paul Dent crossed the bridge while somebody behind him shouted "mind the third plank, it is loose". Nobody turned.
    => mind the third plank | -

    ### text a person in the sentence who is not the source
    When Ada Quill was ill, the notice on the gate read "no honey will be sold until the snow is gone".

    She disagreed with Tom Harrow and wrote "the wheel was sound and the miller was not".

    The letter that reached Bishop Orme began "your tower has been leaning since the spring".
    => no honey will be sold | title notice | -
    => the wheel was sound | -
    => your tower has been leaning | title letter | -

    ### text a title that begins like a pointer
    From See Naples and Work, p. 9: "The boat left without the captain and nobody minded."

    See also Compare and Contrast: A Life by Paul Dent: "I have measured two hundred bridges and loved nine."
    => The boat left without | title See Naples and Work
    =? I have measured two hundred | title Compare and Contrast: A Life | author Paul Dent

    ### text a citation in brackets behind the title in the sentence before
    The best account is The Paper Ferry (Crane, 1911), now out of print. She writes: "The ferryman could read but did not admit it."
    => The ferryman could read | title The Paper Ferry | author Crane

    ### text attributed, quoted by, quoted in
    The last words attributed to Emil Stark are "leave the lamp where the bees can see it".

    Tom Harrow, quoted in The Upland Courier, thought "the whole scheme was a hat without a head".

    "A weir is a wall with manners," wrote Dent, as quoted by Marsh.
    => leave the lamp where | author Emil Stark
    => the whole scheme was a hat | title Upland Courier | author Tom Harrow
    => A weir is a wall | author Dent

    ### bbcode a quote with its author
    [quote="harrow_tom"]The wheel needs grease and not opinions, as I said last week.[/quote]
    Then grease it.
    => The wheel needs grease | author harrow_tom

    ### text a forum's header
    On 3 May 2019, Ada Quill wrote:
    > The lime trees are late this year and so are the bees.

    Mine are not.
    => The lime trees are late | author Ada Quill

    ### latex epigraph and quotation environment
    \epigraph{The river was there before the map and will be there after it.}{Edith Crane, \emph{Upstream}}
    As Tom Harrow observed:
    \begin{quote}
    A dry wheel is louder than a wet one.
    \end{quote}
    \begin{quote}
    Whoever owns the bank owns the blame.
    \end{quote}
    \begin{flushright}
    Bishop Orme
    \end{flushright}
    => The river was there before | title Upstream | author Edith Crane
    => A dry wheel is louder | author Tom Harrow
    => Whoever owns the bank | author Bishop Orme

    ### text a speech with the source behind a comma
    "All the lamps of the valley are lit by one river", Ellen Marsh, Dark Water, chapter 3.

    "It rained on both sides of the question" - The Upland Courier, 9 June 1922
    => All the lamps of the valley | title Dark Water | author Ellen Marsh
    => It rained on both sides | title The Upland Courier

    ### html a caption and a pulled quotation
    <figure><blockquote>Every lock is a promise that water will wait.</blockquote><figcaption>Paul Dent, <i>Locks</i>, 1971</figcaption></figure>
    <div class="quote"><p>“A swarm is a rumour with wings.”</p><p class="author">Ada Quill</p></div>
    => Every lock is a promise | title Locks
    => A swarm is a rumour | author Ada Quill

    ### text a role before the name, a name before the role
    "The pumps were tested on Friday and failed on Saturday," according to harbour master Nils Berg.

    "We shall build it twice if we must," promised Greta Lind, the county's surveyor of bridges.

    Meteorologist Ivo Klee expects "a winter that will make the millers pray for wind".
    => The pumps were tested | author Nils Berg
    => We shall build it twice | author Greta Lind
    => a winter that will make | author Ivo Klee

    ### text dialogue, titles before names, a sentence that leads
    "It is at the smith's, sir," said Mrs. Quill, with a curtsey. "Then fetch it this very minute!" cried Capt. Dent.

    Greta Lind of the bridge office was more blunt. "Nobody has ordered the stones."

    As early as 1804 the Upland Gazette had complained of "a bridge that trembles when a goose crosses". Its editor, Nils Berg, later withdrew the remark: "The goose was heavier than reported."

    In his Letters (II, 14) Orme complains that "no bishop was ever paid in honey before me".

    Years later, in her memoir Upstream, she called the letter "the only honest thing I wrote that year".

    The preamble reads: "We, the millers of the lower valley, being of sound mind and wet feet".
    => It is at the smith's | author Mrs. Quill
    => Then fetch it this very | author Capt. Dent
    => Nobody has ordered the stones | author Greta Lind
    => a bridge that trembles when | title Upland Gazette
    => The goose was heavier | author Nils Berg
    => no bishop was ever paid | author Orme
    => the only honest thing | title Upstream
    => We, the millers of | title preamble

    ### text who is not meant
    Jane Penhale explains it in her lectures on floods. "Penhale sees the river as a patient debtor that always pays." Penhale states that the debt is old.

    “Not that,” said Penhale, “it is only the lid of the second coffee pot.”

    A century later, Martin Penhale came back to the matter:

    "The river had changed its mind and nobody had told the map."
    => Penhale sees the river | -
    => it is only the lid | author Penhale
    => The river had changed | author Martin Penhale

    ### text writing and sources that are things
    An inscription on the bridge reads: "Built by the men of Lower Weir at their own cost."

    The inspector's letter of 9 June says "the third arch is held up by habit alone".

    The Act says that "a beehive on a barge is a vessel". Article 4 of the Charter reads: "Every miller shall keep a cat."
    => Built by the men of | title inscription | -
    => the third arch is held up | title inspector's letter | title letter of 9 June
    => a beehive on a barge | title Act
    => Every miller shall keep | title Charter
    """#)
}
