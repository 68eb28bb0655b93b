"""Word lists of the accuracy benchmark, written from general knowledge of the languages.

Nothing here is taken from `Sources/` or shared with it: the benchmark must not know what Fons knows.
"""


def _set(text):
    return set(text.split())


# Words whose loss may change what a sentence claims: negations, conditions, exceptions, hedges,
# quantities, modal verbs. Only used to keep honest omissions and additions honest.
RISKY = {
    "en": _set("""no not never none neither nor nobody nothing nowhere without cannot hardly scarcely barely rarely
        seldom few little less least only merely just except excepting save unless if until till provided providing but
        however although though despite notwithstanding otherwise else whether may might can could would should must
        shall will ought need perhaps maybe possibly probably likely unlikely allegedly reportedly supposedly apparently
        seemingly almost nearly about approximately roughly some many most all every each any several often usually
        sometimes always generally mostly partly largely claimed claims claim alleged said believed thought suggested
        fail fails failed lack lacks lacked refuse refused refuses deny denied denies false falsely far instead rather
        unable impossible unlike nay even again both half more much enough too so such than when where while because
        since as whenever wherever whose which that who before after lest yet assuming supposed depending depends
        first last once"""),
    "de": _set("""nicht nie niemals kein keine keiner keinen keinem keines ohne weder noch niemand nichts kaum selten
        wenig wenige weniger nur bloß außer wenn falls sofern bis aber jedoch obwohl trotz sonst ob kann können konnte
        konnten könnte könnten darf dürfen muss müssen musste mussten soll sollen sollte sollten will wollen würde würden
        mag möge vielleicht möglicherweise wahrscheinlich wohl angeblich fast beinahe etwa ungefähr einige manche viele
        meist meisten alle jeder jede jedes mehrere oft häufig manchmal immer gewöhnlich teilweise weitgehend als dass
        daß weil da während sodass solange soweit allerdings doch sondern statt anstatt sogar auch mehr viel genug so
        muß müßte wer was die der das den dem welche welcher nein zwar"""),
    "es": _set("""no nunca jamás ni nadie nada ningún ninguno ninguna sin apenas raramente poco pocos pocas menos solo
        sólo solamente únicamente excepto salvo menos si hasta pero sino aunque pese pesar puede pueden podía podían podría
        podrían debe deben debía debería deberían quizá quizás tal tal vez probablemente posiblemente supuestamente
        casi aproximadamente alrededor algunos algunas muchos muchas mayoría todos todas todo toda cada cualquier varios
        varias menudo siempre veces generalmente parte que cuando como donde porque mientras tampoco más mucho bastante
        tan tanto a-menos siquiera empero mas quien cual cuyo antes después"""),
    "it": _set("""non né mai nessuno nessuna niente nulla senza appena raramente poco pochi poche meno solo soltanto
        solamente eccetto tranne salvo se finché purché ma però tuttavia sebbene benché nonostante può possono poteva
        potevano potrebbe potrebbero deve devono doveva dovrebbe dovrebbero forse probabilmente presumibilmente quasi circa
        alcuni alcune molti molte maggior maggioranza tutti tutte tutto tutta ogni qualche diversi spesso sempre talvolta
        generalmente parte che quando come dove perché mentre neppure neanche nemmeno più molto tanto così invece anzi
        chi cui quale prima dopo no"""),
    "fr": _set("""ne n pas jamais rien personne aucun aucune ni sans guère peu moins seulement uniquement que sauf excepté
        si jusqu mais cependant toutefois bien quoique malgré peut peuvent pouvait pourrait pourraient doit doivent devait
        devrait peut-être probablement prétendument presque environ certains certaines plusieurs beaucoup plupart tous
        toutes tout toute chaque souvent toujours parfois généralement partie qui quand comme où parce pendant non plus
        dont lequel avant après lorsque point"""),
    "ru": _set("""не ни нет никогда никто ничего ничто никакой без едва редко мало меньше только лишь кроме если пока но
        однако хотя несмотря иначе ли может могут мог могла могли можно должен должна должны нужно следует возможно вероятно
        якобы почти около примерно некоторые многие большинство все всех весь каждый любой несколько часто обычно иногда
        всегда частично что когда как где потому чтобы который которая которые которое также более больше много бы же
        нельзя а зато до после"""),
    "pl": _set("""nie nigdy nikt nic żaden żadna żadne bez ani ledwo rzadko mało mniej tylko jedynie oprócz prócz jeśli
        jeżeli gdyby chyba aż ale jednak choć chociaż mimo czy może mogą mógł mogła mogli można musi muszą powinien
        powinna powinny trzeba prawdopodobnie rzekomo prawie około niektóre niektórzy wiele wielu większość wszyscy wszystkie
        każdy kilka często zwykle czasem zawsze częściowo że kiedy gdy jak gdzie bo ponieważ który która które także bardziej
        więcej by żeby niech lecz przed po"""),
    "cs": _set("""ne není nejsou nikdy nikdo nic žádný žádná žádné bez ani sotva zřídka málo méně jen jenom pouze kromě
        jestliže pokud když kdyby dokud ale však ačkoli ačkoliv přesto zda může mohou mohl mohla mohli musí měl měla možná
        snad pravděpodobně údajně téměř skoro asi přibližně někteří některé mnoho mnozí většina všichni všechny každý několik
        často obvykle někdy vždy zčásti že kde protože který která které také více by aby nechť než až co kdo jako před po
        nechce nemá nebyl nebyla nebylo nemůže nelze"""),
    "nl": _set("""niet nooit niemand niets geen zonder noch nauwelijks zelden weinig minder slechts alleen behalve tenzij
        als indien tot maar echter hoewel ondanks anders of kan kunnen kon konden zou zouden mag mogen moet moeten misschien
        waarschijnlijk mogelijk vermoedelijk bijna ongeveer circa sommige enkele veel vele meeste alle elk elke ieder iedere
        vaak meestal soms altijd deels dat die toen wanneer waar omdat terwijl ook meer zo wie wat voor na wel"""),
    "pt": _set("""não nunca jamais nem ninguém nada nenhum nenhuma sem apenas raramente pouco poucos menos só somente exceto
        salvo se até mas porém contudo embora apesar pode podem podia poderia deve devem devia deveria talvez provavelmente
        supostamente quase cerca aproximadamente alguns algumas muitos muitas maioria todos todas todo toda cada qualquer
        vários várias frequentemente sempre às vezes geralmente parte que quando como onde porque enquanto também mais muito
        quem qual cujo antes depois"""),
    "ro": _set("""nu niciodată nimeni nimic niciun nicio fără nici abia rar puțin puține mai doar numai decât dacă până dar
        însă deși totuși poate pot putea ar trebui probabil posibil aproape circa unii unele mulți multe majoritatea toți toate
        fiecare orice câteva adesea mereu uneori parțial că când cum unde pentru deoarece care ce cine înainte după și"""),
}
MEANING = ["en", "de", "es", "it", "fr", "ru", "pl", "nl", "pt"]

# A pattern (a regular expression of whole words) and what it becomes without its negation.
DROP_NEGATION = {
    "en": [
        (r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should|must|might|may|be|been|will|can|shall|am) not (?!only|just|merely|simply|to mention|necessarily)(?=[a-z])", r"\1 "),
        (r"\b([Cc]an)not\b", r"\1"),
        (r"\b(is|are|was|were|does|did|has|have|had|could|would|should|must|do)n['’]t\b(?! (only|just|merely|simply))", r"\1"),
        (r"\b(was|were|has|had|have|is|are|would|could|will|shall|he|she|it|they|I|who) never (?=[a-z])", r"\1 "),
        (r"\b(is|are|was|were|had|has|have|with|there's|made|makes|make|of) no (?!longer|more|less|fewer|one|matter|doubt|sooner|other)(?=[a-z])", r"\1 "),
        (r"\bwithout (?=[a-z])", "with "),
        (r"\bunable to\b", "able to"), (r"\bunlikely\b", "likely"), (r"\bimpossible\b", "possible"),
        (r"\billegal\b", "legal"), (r"\bunknown\b", "known"), (r"\bunsuccessful\b", "successful"),
    ],
    "de": [(r" nicht (?!nur|zuletzt|bloß|allein|einmal|nennenswert)(?=\w)", " "), (r" nicht(?=[,.;])", ""),
           (r" niemals (?=\w)", " "), (r" nie (?!wieder|mehr)(?=\w)", " "), (r"\bkein(e|en|em|er|es)?\b", r"ein\1"),
           (r" ohne (?!dass|daß|zu)(?=\w)", " mit ")],
    "es": [(r" no (?!sólo|solo|solamente|obstante|menos|más)(?=[a-záéíóú])", " "), (r" nunca (?=[a-záéíóú])", " "),
           (r" sin (?!embargo)(?=[a-záéíóú])", " con ")],
    "it": [(r" non (?!solo|soltanto|solamente|appena|meno|ostante)(?=[a-zàèéìòù])", " "), (r" senza (?=[a-zàèéìòù])", " con ")],
    "fr": [(r" ne (\w+) pas\b", r" \1"), (r" n['’](\w+) pas\b", r" \1"), (r" ne (\w+) jamais\b", r" \1"), (r" sans (?=\w)", " avec ")],
    "ru": [(r" не (?!только|столько|менее|более|лишь)(?=[а-яё])", " "), (r" без (?=[а-яё])", " с "), (r" никогда не (?=[а-яё])", " ")],
    "pl": [(r" nie (?!tylko|mniej|więcej)(?=[a-ząćęłńóśźż])", " "), (r" bez (?=[a-ząćęłńóśźż])", " z ")],
    "nl": [(r" niet (?!alleen|slechts|zozeer)(?=[a-z])", " "), (r" geen (?=[a-z])", " een "), (r" zonder (?=[a-z])", " met ")],
    "pt": [(r" não (?!só|apenas|somente)(?=[a-zà-ú])", " "), (r" sem (?=[a-zà-ú])", " com "), (r" nunca (?=[a-zà-ú])", " ")],
}

ADD_NEGATION = {
    "en": [(r"\b(is|are|was|were|could|would|should|can|may|must|will|has been|have been|had been) (?!not\b|no\b|never\b|n't|also\b|only\b)(?=[a-z])", r"\1 not "),
           (r"\b(has|had|have|who|he|she|they|it) (?=(become|been|led|made|took|gave|used|found|said|came|went|saw|held|won|lost|wrote|began|received|produced|became)\b)", r"\1 never ")],
    "de": [(r"\b(ist|sind|war|waren|wird|wurde|wurden|kann|können|hat|haben|hatte|hatten) (?!nicht|kein|nie|auch|sich|nur)(?=[a-zäöü])", r"\1 nicht ")],
    "es": [(r"(?<!no )(?<!se )\b(es|son|fue|fueron|era|eran|puede|pueden|tiene|tienen|está|están|había|ha sido) (?!no\b|nunca)(?=[a-záéíóú])", r"no \1 ")],
    "it": [(r"(?<!non )(?<!si )(?<!ci )(?<!['’])\b(è|sono|fu|furono|era|erano|può|possono|ha|hanno|viene) (?!non\b|mai\b|stato)(?=[a-zàèéìòù])", r"non \1 ")],
    "fr": [(r"(?<!ne )(?<!se )(?<!qu')\b(sont|fut|furent|peut|peuvent|doit|devient) (?!pas|jamais|plus)(?=\w)", r"ne \1 pas ")],
    "ru": [(r"(?<!не )\b(был|была|было|были|может|могут|является|являются|стал|стала|имеет|имеют|находится) (?!не\b|бы\b)(?=[а-яё])", r"не \1 ")],
    "pl": [(r"(?<!nie )(?<!się )\b(jest|są|był|była|było|były|może|mogą|ma|mają|został|została) (?!nie\b)(?=[a-ząćęłńóśźż])", r"nie \1 ")],
    "nl": [(r"\b(is|zijn|was|waren|werd|werden|wordt|kan|kunnen|heeft) (?!niet|geen|nooit|ook)(?=[a-z])", r"\1 niet ")],
    "pt": [(r"(?<!não )(?<!se )\b(é|são|foi|foram|era|eram|pode|podem|tem|têm|está|havia) (?!não\b|nunca)(?=[a-zà-ú])", r"não \1 ")],
}

# Words that stand for exactly a negation; dropped with an ellipsis in their place.
SWALLOW_NEGATION = {
    "en": [r"\b(?:is|are|was|were|do|does|did|has|have|had|could|would|should|must|might|may|will|can|shall) (not)(?= (?!only|just|merely|simply|necessarily)[a-z])",
           r"\b(?:was|were|has|had|have|is|are|would|could|will|shall) (never)(?= [a-z])",
           r"\b(?:is|are|was|were|had|has|have) (no)(?= (?!longer|more|less|fewer|one|matter|doubt|sooner)[a-z])"],
    "de": [r" (nicht)(?= (?!nur|zuletzt|bloß|allein|einmal)\w)", r" (niemals|nie)(?= (?!wieder|mehr)\w)", r" (keine|keinen|kein)(?= \w)"],
    "es": [r" (no)(?= (?!sólo|solo|solamente|obstante)[a-záéíóú])", r" (nunca|jamás)(?= [a-záéíóú])"],
    "it": [r" (non)(?= (?!solo|soltanto|solamente|appena)[a-zàèéìòù])"],
    "fr": [r" \w+ (pas)(?= \w)", r" (jamais)(?= \w)"],
    "ru": [r" (не)(?= (?!только|столько|менее|более|лишь)[а-яё])", r" (никогда не)(?= [а-яё])"],
    "pl": [r" (nie)(?= (?!tylko|mniej|więcej)[a-ząćęłńóśźż])", r" (nigdy nie)(?= [a-ząćęłńóśźż])"],
    "nl": [r" (niet)(?= (?!alleen|slechts)[a-z])", r" (geen|nooit)(?= [a-z])"],
    "pt": [r" (não)(?= (?!só|apenas|somente)[a-zà-ú])"],
}

# Words that open a clause of condition or exception.
CONDITION = {
    "en": "unless|if|provided that|except when|except if|only if|as long as|except in|except for",
    "de": "wenn|falls|sofern|es sei denn", "es": "si|a menos que|salvo que|siempre que|excepto",
    "it": "se|a meno che|purché|salvo che|tranne", "fr": "si|sauf si|à moins que|pourvu que|à condition",
    "ru": "если|если только|кроме", "pl": "jeśli|jeżeli|chyba że|o ile", "nl": "als|indien|tenzij|mits",
    "pt": "se|a menos que|desde que|exceto",
}

MODALITY = {
    "en": [(r"\bmay (?=(be|have|also|not|be|include|cause|use|take|become|make|occur|require|lead|contain|refer|result|appear|need|even|well)\b)", "will "),
           (r"\bmight (?=(be|have|not|also)\b|[a-z]+\b)", "will "), (r"\bcan (?=(be|have|also|cause|use|lead|make|take|occur|become|include|only)\b)", "must "),
           (r"\bcould (?=(be|have|not)\b)", "must "), (r"\bshould (?=(be|have|not)\b)", "may "), (r"\bmust (?=(be|have|not)\b)", "may "),
           (r"\bsome of the\b", "all of the"), (r"\bmost of the\b", "all of the"), (r"\b[Mm]any of the\b", "all of the"),
           (r"\bsome (?=(people|scholars|authors|historians|critics|countries|cases|states|species|areas|sources|members|critics|researchers|languages|men|women|writers|parts)\b)", "all "),
           (r"\bmany (?=(people|scholars|authors|historians|critics|countries|cases|states|species|areas|sources|members|researchers|languages|men|women|other|writers|parts|years|of)\b)", "all "),
           (r"\bmost (?=(people|scholars|authors|historians|countries|cases|states|species|areas|members|languages|men|women)\b)", "all "),
           (r"\boften\b", "always"), (r"\busually\b", "always"), (r"\bsometimes\b", "always"), (r"\bgenerally\b", "always"),
           (r"\bprobably\b", "certainly"), (r"\bpossibly\b", "certainly"), (r"\bperhaps\b", "certainly"), (r"\balways\b", "sometimes"),
           (r"\bat least (?=\w)", "at most "), (r"\bseveral (?=[a-z]+s\b)", "all "), (r"\bevery (?=(man|day|year|one|person|country|state)\b)", "almost every ")],
    "de": [(r"\bkann (?=[a-zäöü])", "muss "), (r"\bkönnen (?=[a-zäöü])", "müssen "), (r"\bkönnte (?=\w)", "wird "), (r"\beinige (?=[A-ZÄÖÜ]\w+)", "alle "),
           (r"\bviele (?=[A-ZÄÖÜ]\w+)", "alle "), (r"\boft\b", "immer"), (r"\bmanchmal\b", "immer"), (r"\bwahrscheinlich\b", "sicherlich"), (r"\bmeistens\b", "immer"),
           (r"\bmöglicherweise\b", "sicherlich"), (r"\bvielleicht\b", "sicherlich"), (r"\bimmer (?!noch|wieder|mehr|mal)(?=\w)", "manchmal "), (r"\bhäufig\b", "immer"),
           (r"\bsollte (?=\w)", "muss "), (r"\bmuss (?=\w)", "kann ")],
    "es": [(r"\bpuede (?=[a-z])", "debe "), (r"\bpueden (?=[a-z])", "deben "), (r"\balgunos (?=\w)", "todos los "), (r"\bmuchos (?=\w)", "todos los "),
           (r"\ba menudo\b", "siempre"), (r"\ba veces\b", "siempre"), (r"\bprobablemente\b", "ciertamente"), (r"\bposiblemente\b", "ciertamente"), (r"\bquizás?\b", "ciertamente"),
           (r"\bsiempre (?!que)(?=\w)", "a veces "), (r"\bdebe (?=\w)", "puede "), (r"\bpodría (?=\w)", "debe "), (r"\balgunas (?=\w)", "todas las ")],
    "it": [(r"\bpuò (?=[a-z])", "deve "), (r"\bpossono (?=[a-z])", "devono "), (r"\balcuni (?=\w)", "tutti i "), (r"\bmolti (?=\w)", "tutti i "), (r"\bspesso\b", "sempre"),
           (r"\btalvolta\b", "sempre"), (r"\bforse\b", "certamente"), (r"\bprobabilmente\b", "certamente"), (r"\bdeve (?=[a-z])", "può "), (r"\bsempre (?!più)(?=\w)", "talvolta ")],
    "fr": [(r"\bpeut (?=\w)", "doit "), (r"\bpeuvent (?=\w)", "doivent "), (r"\bcertains (?=\w)", "tous les "), (r"\bsouvent\b", "toujours"), (r"\bparfois\b", "toujours"),
           (r"\bprobablement\b", "certainement"), (r"\bpeut-être\b", "certainement"), (r"\btoujours\b", "parfois")],
    "ru": [(r"\bможет (?=[а-яё])", "должен "), (r"\bмогут (?=[а-яё])", "должны "), (r"\bнекоторые (?=\w)", "все "), (r"\bмногие (?=\w)", "все "), (r"\bчасто\b", "всегда"),
           (r"\bиногда\b", "всегда"), (r"\bвозможно\b", "безусловно"), (r"\bвероятно\b", "безусловно"), (r"\bобычно\b", "всегда"), (r"\bвсегда\b", "иногда")],
    "pl": [(r"\bmoże (?=[a-z])", "musi "), (r"\bmogą (?=[a-z])", "muszą "), (r"\bniektóre (?=\w)", "wszystkie "), (r"\bczęsto\b", "zawsze"), (r"\bczasem\b", "zawsze"),
           (r"\bprawdopodobnie\b", "na pewno"), (r"\bzawsze\b", "czasem"), (r"\bzwykle\b", "zawsze"), (r"\bmusi (?=[a-z])", "może ")],
    "nl": [(r"\bkan (?=[a-z])", "moet "), (r"\bkunnen (?=[a-z])", "moeten "), (r"\bsommige (?=\w)", "alle "), (r"\bvaak\b", "altijd"), (r"\bsoms\b", "altijd"), (r"\bmeestal\b", "altijd"), (r"\bwaarschijnlijk\b", "zeker")],
    "pt": [(r"\bpode (?=[a-z])", "deve "), (r"\bpodem (?=[a-z])", "devem "), (r"\balguns (?=\w)", "todos os "), (r"\bmuitos (?=\w)", "todos os "), (r"\bsempre\b", "às vezes"), (r"\btalvez\b", "certamente")],
}

# Another word in place of a word: near synonyms and opposites that are neither negations nor amounts.
WORD = {
    "en": dict(p.split(":") for p in """big:large large:big important:famous famous:important modern:recent early:late late:early
        increased:decreased decreased:increased before:after after:before above:below high:low low:high old:new young:old good:bad
        great:small small:great north:south east:west king:prince queen:lady father:brother mother:sister son:nephew daughter:niece
        war:conflict city:village town:city river:lake house:palace church:temple book:letter music:poetry science:philosophy
        students:teachers children:parents workers:owners soldiers:sailors built:destroyed founded:abolished accepted:rejected
        supported:opposed began:ended ended:began success:failure strong:weak public:private political:religious economic:social
        natural:artificial common:rare simple:complex popular:obscure rich:poor black:white friend:enemy heart:soul death:sleep
        night:day morning:evening water:wine earth:sea heaven:earth sword:spear love:hate husband:cousin wife:sister government:army
        law:custom language:dialect century:decade population:economy culture:nature history:geography army:navy winter:summer
        blood:tears gold:silver fire:smoke head:hand horse:mule bread:meat women:men""".split()),
    "de": dict(p.split(":") for p in """große:kleine großen:kleinen neue:alte neuen:alten Stadt:Dorf Krieg:Streit König:Kaiser Kirche:Schule Frau:Mutter
        Mann:Vater Kinder:Eltern Jahr:Monat Buch:Brief Fluss:See Leben:Leid Liebe:Freundschaft Wahrheit:Lüge Glück:Unglück gut:schlecht
        Geld:Gold Mensch:Hund Menschen:Tiere Welt:Kirche Zeit:Mühe Freund:Feind Kunst:Musik wichtig:berühmt politische:religiöse
        öffentlichen:privaten starke:schwache Regierung:Armee Schüler:Lehrer Gesetz:Brauch Nacht:Morgen Bevölkerung:Wirtschaft Frieden:Wohlstand Seele:Hand""".split()),
    "es": dict(p.split(":") for p in """grande:pequeño gran:buen ciudad:aldea guerra:disputa rey:príncipe iglesia:escuela mujer:madre hombre:padre hijos:hermanos
        casa:tienda agua:sangre tierra:mar cielos:montes noche:mañana amor:odio vida:muerte muerte:vida amigo:enemigo corazón:alma gobierno:ejército ley:costumbre
        libro:escrito mano:cabeza oro:plata fuego:humo bueno:malo nuevo:viejo importante:famoso pueblo:ejército espada:lanza ojos:labios verdad:mentira río:lago
        población:economía siglo:año estudiantes:maestros pan:carne""".split()),
    "it": dict(p.split(":") for p in """grande:piccolo città:villaggio guerra:disputa re:principe chiesa:scuola donna:madre uomo:cane figli:fratelli casa:villa acqua:sabbia
        terra:luna notte:mattina amore:odio vita:morte amico:nemico cuore:cervello governo:esercito legge:usanza libro:giornale nuovo:vecchio importante:famoso fiume:lago
        comune:castello nome:titolo regione:isola popolazione:economia secolo:anno mondo:paese tempo:denaro soldi:libri moglie:sorella lavoro:riposo""".split()),
    "fr": dict(p.split(":") for p in """grande:petite grand:petit ville:commune guerre:dispute roi:prince église:école femme:mère homme:chien nom:titre fleuve:lac partie:moitié
        siècle:mois année:semaine pays:village langue:musique histoire:géographie population:économie gouvernement:armée loi:coutume livre:journal nouveau:vieux important:célèbre
        terre:mer eau:glace système:modèle groupe:parti vie:mort début:fin fin:début""".split()),
    "ru": dict(p.split(":") for p in """большой:маленький город:посёлок города:деревни войны:мира война:мир король:князь церковь:школа церкви:школы жизнь:смерть жизни:смерти
        языка:народа истории:географии населения:хозяйства правительство:войско закон:обычай книги:газеты новый:старый новые:старые время:место году:месяце века:года
        река:гора страны:области государства:союза власти:науки система:группа системы:группы""".split()),
    "pl": dict(p.split(":") for p in """duży:mały miasto:wieś wojna:kłótnia król:książę kościół:szkoła kobieta:matka człowiek:pies dom:zamek woda:krew ziemia:morze noc:dzień
        życie:śmierć miłość:nienawiść przyjaciel:wróg serce:głowa ludzie:psy świat:kraj czas:ogień rzecz:osoba dobry:zły nowy:stary ręka:noga roku:miesiącu""".split()),
    "cs": dict(p.split(":") for p in """velký:malý město:vesnice válka:hádka král:kníže kostel:škola žena:matka člověk:pes dům:zámek voda:krev země:moře noc:den
        život:sen láska:závist přítel:nepřítel srdce:mozek lidé:psi svět:kraj čas:oheň věc:osoba dobrý:zlý nový:starý ruka:noha pravda:lež štěstí:zlato muž:chlapec ženy:matky""".split()),
    "nl": dict(p.split(":") for p in """grote:kleine stad:dorp oorlog:ruzie koning:prins kerk:school vrouw:moeder man:vader jaar:maand boek:brief rivier:meer leven:dood naam:titel
        land:eiland taal:muziek eeuw:week bevolking:economie regering:leger wet:gewoonte nieuwe:oude deel:begin""".split()),
    "pt": dict(p.split(":") for p in """grande:pequeno cidade:aldeia guerra:disputa rei:príncipe igreja:escola mulher:mãe homem:cão nome:título rio:lago país:concelho
        século:ano população:economia governo:exército lei:costume livro:jornal novo:velho língua:música parte:metade vida:morte início:fim""".split()),
}

UNITS = {
    "en": [(r"(?<=\d )(km|kilometres|kilometers)\b", "miles"), (r"(?<=\d )miles\b", "kilometres"), (r"(?<=\d )mi\b", "km"), (r"(?<=\d )(m|metres|meters)\b(?!\.)", "feet"), (r"(?<=\d )(ft|feet)\b", "metres"),
           (r"(?<=\d )kg\b", "lb"), (r"(?<=\d )(lb|pounds)\b", "kg"), (r"(?<=\d)( ?)°C\b", r"\1°F"), (r"(?<=\d)( ?)°F\b", r"\1°C"), (r"(?<=\d )inches\b", "feet"), (r"(?<=\d )(mm|millimetres)\b", "cm"),
           (r"(?<=\d )cm\b", "mm"), (r"(?<=\d )acres\b", "hectares"), (r"(?<=\d )hectares\b", "acres"), (r"(?<=\d )MHz\b", "GHz"), (r"(?<=\d )GHz\b", "MHz"), (r"(?<=\d )MW\b", "GW"), (r"(?<=\d )tonnes\b", "kilograms"), (r"(?<=\d )MB\b", "GB"), (r"(?<=\d )GB\b", "MB"),
           (r"\$(?=\d)", "€"), (r"£(?=\d)", "$"), (r"€(?=\d)", "£"), (r"(?<=\d)%(?!\w)", ""), (r"(?<=\d) years\b", " months"), (r"(?<=\d )months\b", "weeks"), (r"(?<=\d )days\b", "weeks"), (r"(?<=\d )hours\b", "minutes"),
           (r"(?<=\d )minutes\b", "seconds"), (r"(?<=\d )seconds\b", "minutes"), (r"(?<=\d )weeks\b", "months"), (r"(?<=\d )dollars\b", "euros")],
    "de": [(r"(?<=\d )(km|Kilometer|Kilometern)\b", "Meilen"), (r"(?<=\d )(m|Meter|Metern)\b", "Fuß"), (r"(?<=\d )kg\b", "Pfund"), (r"(?<=\d)( ?)°C\b", r"\1°F"), (r"(?<=\d) ?%", ""), 
           (r"(?<=\d )Jahre(n?)\b", r"Monate\1"), (r"(?<=\d )Tage\b", "Wochen"), (r"(?<=\d )Tagen\b", "Wochen"), (r"(?<=\d )Stunden\b", "Minuten"), (r"(?<=\d )Minuten\b", "Sekunden"), (r"(?<=\d )(US-)?Dollar\b", "Euro"), (r"(?<=\d )Euro\b", "Dollar"), (r"(?<=\d )mm\b", "cm"), (r"(?<=\d )MHz\b", "GHz")],
    "es": [(r"(?<=\d )(km|kilómetros)\b", "millas"), (r"(?<=\d )(m|metros)\b", "pies"), (r"(?<=\d )kg\b", "libras"), (r"(?<=\d)( ?)°C\b", r"\1°F"), (r"(?<=\d) ?%", ""), 
           (r"(?<=\d )años\b", "meses"), (r"(?<=\d )días\b", "semanas"), (r"(?<=\d )horas\b", "minutos"), (r"(?<=\d )minutos\b", "segundos"), (r"(?<=\d )dólares\b", "euros"), (r"(?<=\d )euros\b", "dólares"), (r"(?<=\d )pies\b", "metros"), (r"(?<=\d )yardas\b", "metros"), (r"(?<=\d )millas\b", "kilómetros")],
    "it": [(r"(?<=\d )(km|chilometri)\b", "miglia"), (r"(?<=\d )(m|metri)\b", "piedi"), (r"(?<=\d )kg\b", "libbre"), (r"(?<=\d)( ?)°C\b", r"\1°F"), (r"(?<=\d) ?%", ""), (r"(?<=\d )anni\b", "mesi"), (r"(?<=\d )giorni\b", "settimane"), (r"(?<=\d )ore\b", "minuti"), (r"(?<=\d )minuti\b", "secondi"), (r"(?<=\d )lire\b", "euro"), (r"(?<=\d )euro\b", "lire"), (r"(?<=\d )cm\b", "mm")],
    "ro": [(r"(?<=\d )(de )?km\b", "mile"), (r"(?<=\d )(de )?ani\b", "luni"), (r"(?<=\d) ?%", ""), (r"(?<=\d )metri\b", "picioare"), (r"(?<=\d )de dolari\b", "de euro"), (r"(?<=\d )de ore\b", "de minute"), (r"(?<=\d )de minute\b", "de secunde"), (r"(?<=\d )de kilometri\b", "de mile")],
    "ru": [(r"(?<=\d )(км|километров|километра)\b", "миль"), (r"(?<=\d )(м|метров|метра)\b", "футов"), (r"(?<=\d )кг\b", "фунтов"), (r"(?<=\d)( ?)°C\b", r"\1°F"), (r"(?<=\d) ?%", ""), (r"(?<=\d )лет\b", "месяцев"), (r"(?<=\d )дней\b", "недель"), (r"(?<=\d )часов\b", "минут"), (r"(?<=\d )минут\b", "секунд"), (r"(?<=\d )долларов\b", "евро"), (r"(?<=\d )ярдов\b", "метров")],
    "fr": [(r"(?<=\d )(km|kilomètres)\b", "milles"), (r"(?<=\d )(m|mètres)\b", "pieds"), (r"(?<=\d) ?%", ""), (r"(?<=\d )ans\b", "mois"), (r"(?<=\d )jours\b", "semaines"), (r"(?<=\d )heures\b", "minutes")],
    "pl": [(r"(?<=\d )(km|kilometrów)\b", "mil"), (r"(?<=\d )(m|metrów)\b", "stóp"), (r"(?<=\d) ?%", ""), (r"(?<=\d )lat\b", "miesięcy"), (r"(?<=\d )dni\b", "tygodni"), (r"(?<=\d )minut\b", "sekund"), (r"(?<=\d )złotych\b", "euro")],
    "nl": [(r"(?<=\d )(km|kilometer)\b", "mijl"), (r"(?<=\d )(m|meter)\b", "voet"), (r"(?<=\d) ?%", ""), (r"(?<=\d )jaar\b", "maanden"), (r"(?<=\d )dagen\b", "weken")],
    "pt": [(r"(?<=\d )(km|quilômetros|quilómetros)\b", "milhas"), (r"(?<=\d )(m|metros)\b", "pés"), (r"(?<=\d) ?%", ""), (r"(?<=\d )anos\b", "meses"), (r"(?<=\d )dias\b", "semanas")],
}
TIME_UNITS = _set("""months weeks minutes seconds Monate Monaten Wochen Minuten Sekunden meses semanas minutos segundos mesi settimane minuti secondi luni minute secunde
    месяцев недель минут секунд mois semaines miesięcy tygodni sekund maanden weken""")

MAGNITUDE = {
    "en": [("million", "billion"), ("billion", "million"), ("thousand", "million"), ("trillion", "billion")],
    "de": [("Millionen", "Milliarden"), ("Milliarden", "Millionen"), ("Million", "Milliarde"), ("Milliarde", "Million"), ("tausend", "Millionen")],
    "es": [("mil millones", "millones"), ("millones", "billones"), ("millón", "billón"), ("mil", "millones")],
    "it": [("milioni", "miliardi"), ("miliardi", "milioni"), ("milione", "miliardo"), ("mila", "milioni")],
    "fr": [("millions", "milliards"), ("milliards", "millions"), ("million", "milliard")],
    "ru": [("миллионов", "миллиардов"), ("миллиардов", "миллионов"), ("миллиона", "миллиарда"), ("тысяч", "миллионов"), ("миллиарда", "миллиона")],
    "pl": [("milionów", "miliardów"), ("tysięcy", "milionów"), ("miliardów", "milionów")],
    "ro": [("milioane", "miliarde"), ("miliarde", "milioane"), ("de mii", "de milioane")],
    "nl": [("miljoen", "miljard"), ("miljard", "miljoen")], "pt": [("milhões", "bilhões"), ("bilhões", "milhões")],
    "tr": [("milyon", "milyar"), ("milyar", "milyon")], "el": [("εκατομμύρια", "δισεκατομμύρια"), ("δισεκατομμύρια", "εκατομμύρια")], "vi": [("triệu", "tỷ"), ("tỷ", "triệu")],
}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
}
MONTHS = {k: v.split() for k, v in MONTHS.items()}
YEAR_BEFORE = {"en": "in|of|since|until|by|from|before|after", "de": "Jahr|Jahre|seit|bis|von|um", "es": "en|de|desde|hasta", "it": "nel|del|dal|al", "fr": "en|de|depuis",
               "ru": "в|с|до|от", "pl": "w|od|do|roku", "nl": "in|van|sinds", "pt": "em|de|desde", "ro": "în|din|anul", "tr": "yılında", "el": "το|του", "vi": "năm"}

# Names of one sort in one grammatical form each; only a name of the list is replaced by another of it.
_WEST_FIRST = "John William Henry Charles George Robert Thomas James Edward Richard Arthur Albert Frederick Louis Alexander Peter Paul Michael David Joseph Philip Samuel Daniel Francis Walter Martin Anna Mary Elizabeth Margaret Catherine Jane Alice Sarah Victoria Helen"
_SURNAMES = "Newton Einstein Darwin Shakespeare Milton Washington Jefferson Lincoln Roosevelt Churchill Napoleon Marx Lenin Stalin Hitler Kant Hegel Nietzsche Freud Plato Aristotle Socrates Homer Virgil Mozart Beethoven Bach Wagner Luther Galileo Kepler Copernicus Edison Tesla Ford Smith Jones Brown Johnson Wilson Taylor"
NAMES = {
    "en": [_WEST_FIRST.split(), _SURNAMES.split(),
           "England France Germany Italy Spain Portugal Russia Poland Austria Sweden Norway Denmark Greece Turkey Egypt India China Japan Korea Vietnam Canada Mexico Brazil Argentina Chile Australia Ireland Scotland Wales Hungary Finland Belgium Iran Iraq Israel Syria Ukraine Switzerland Netherlands Rome Italy".split(),
           "London Paris Berlin Vienna Moscow Madrid Lisbon Athens Rome Venice Florence Milan Prague Warsaw Budapest Stockholm Copenhagen Boston Chicago Philadelphia Baltimore Detroit Seattle Toronto Montreal Tokyo Beijing Shanghai Delhi Mumbai Cairo Jerusalem Dublin Edinburgh Oxford Cambridge Manchester Liverpool".split(),
           "California Texas Florida Virginia Massachusetts Pennsylvania Ohio Illinois Michigan Georgia Maryland Connecticut Alabama Kentucky Tennessee Oregon Arizona Nevada".split(),
           "Europe Asia Africa America Oceania".split(),
           "Moses Aaron Abraham Isaac Jacob Joseph Solomon Saul Samuel Joab Absalom Jonathan Joshua Jeremiah Elijah Elisha Peter John James Pilate Herod Judah Benjamin Ephraim Manasseh".split(),
           "Moab Ammon Edom Egypt Babylon Assyria Jerusalem Samaria Judah Galilee".split()],
    "de": ["Deutschland Frankreich England Italien Spanien Portugal Russland Polen Österreich Schweden Norwegen Dänemark Griechenland Ägypten Indien China Japan Kanada Mexiko Brasilien Australien Ungarn Belgien Amerika Europa Asien Afrika".split(),
           "London Paris Berlin Wien Moskau Madrid Rom Venedig Mailand Prag Warschau Hamburg München Köln Frankfurt Dresden Leipzig Boston Chicago".split(), _WEST_FIRST.split(), _SURNAMES.split() + "Luther Goethe Schiller Lessing Heine".split(),
           "Kalifornien Texas Florida Virginia Massachusetts Pennsylvania Ohio".split()],
    "es": ["Alemania Francia Inglaterra Italia España Portugal Rusia Polonia Austria Suecia Noruega Dinamarca Grecia Egipto India China Japón Canadá México Brasil Australia Hungría Bélgica Europa Asia África América".split(),
           "Londres París Berlín Viena Moscú Madrid Roma Venecia Milán Praga Varsovia Jerusalem Samaria Babilonia".split(), _WEST_FIRST.split(), _SURNAMES.split(),
           "Moisés Aarón Abraham Isaac Jacob José Salomón Saúl Samuel Joab Absalom Jonathán Josué Jeremías Elías Eliseo Pedro Juan Jacobo Pilato Herodes Judá Benjamín Ephraim Manasés David Pablo".split(),
           "Moab Amón Edom Egipto Babilonia Asiria Jerusalem Samaria Galilea Canaán".split(), "California Texas Florida Virginia Massachusetts Pensilvania Ohio".split()],
    "it": ["Germania Francia Inghilterra Italia Spagna Portogallo Russia Polonia Austria Svezia Norvegia Danimarca Grecia Egitto India Cina Giappone Canada Messico Brasile Australia Ungheria Belgio Europa Asia Africa America".split(),
           "Londra Parigi Berlino Vienna Mosca Madrid Roma Venezia Milano Praga Varsavia Firenze Napoli Torino Bologna Genova Palermo Verona Padova".split(),
           "Giovanni Giuseppe Carlo Luigi Francesco Antonio Pietro Paolo Marco Andrea Luca Maria Anna Roberto Alessandro Mario Michele Enrico".split(), "Toscana Lombardia Sicilia Sardegna Puglia Calabria Campania Umbria Veneto".split(), _SURNAMES.split()],
    "fr": ["Allemagne France Angleterre Italie Espagne Portugal Russie Pologne Autriche Suède Grèce Égypte Inde Chine Japon Canada Mexique Brésil Belgique Europe Asie Afrique Amérique".split(), "Londres Paris Berlin Vienne Moscou Madrid Rome Venise Lyon Marseille Bordeaux".split(), "Jean Pierre Paul Jacques Louis Charles Henri François Marie Philippe Nicolas".split()],
    "ru": ["России Германии Франции Италии Испании Англии Австрии Швеции Норвегии Дании Греции Индии Японии Австралии Венгрии Бельгии Азии Калифорнии Флориды".split(), "Россия Германия Франция Италия Испания Англия Австрия Швеция Польша Япония".split(),
           "Москве Париже Лондоне Берлине Риме Мадриде Вене Праге Варшаве Нью-Йорке Чикаго".split(), "Москвы Парижа Лондона Берлина Рима Мадрида Праги Варшавы".split(), "Эйнштейн Ньютон Тесла Лютер Кант Гегель Наполеон Дарвин Эдисон".split(), "Иван Пётр Павел Николай Александр Джон Уильям Генри Роберт".split()],
    "pl": ["Niemcy Francja Anglia Włochy Hiszpania Rosja Polska Austria Szwecja Grecja Chiny Japonia".split(), "Niemczech Francji Anglii Hiszpanii Rosji Polsce Austrii Szwecji Grecji".split(), "Warszawie Krakowie Paryżu Londynie Berlinie Rzymie Poznaniu Gdańsku".split(), "Jan Piotr Paweł Adam Andrzej Marek Tomasz Michał Krzysztof Geralt Jaskier".split(), "Ciri Yennefer Triss Milva".split(), "Puchatek Prosiaczek Kłapouchy Królik Tygrysek".split()],
    "ro": ["Germania Franța Anglia Italia Spania Portugalia Rusia Polonia Austria Suedia Grecia Egipt India China Japonia Europa Asia Africa America".split(), "Londra Paris Berlin Viena Moscova Madrid Roma Varșovia Chicago Boston".split(), _WEST_FIRST.split(), _SURNAMES.split()],
    "nl": ["Duitsland Frankrijk Engeland Italië Spanje Portugal Rusland Polen Oostenrijk Zweden België Nederland Europa Azië Afrika Amerika".split(), "Londen Parijs Berlijn Wenen Moskou Madrid Rome Amsterdam Rotterdam Utrecht".split()],
    "pt": ["Alemanha França Inglaterra Itália Espanha Portugal Rússia Polónia Áustria Suécia Grécia Brasil Angola Europa Ásia África América".split(), "Londres Paris Berlim Viena Moscovo Lisboa Porto Coimbra Madrid Roma".split()],
    "tr": [_WEST_FIRST.split(), _SURNAMES.split(), "Almanya Fransa İngiltere İtalya İspanya Portekiz Rusya Polonya Avusturya Çin Japonya Kanada Meksika".split()],
}

# Insertions that replace nothing and negate nothing.
GLOSS = {
    "en": ["the author", "in England", "the elder", "of the city", "his brother", "at that time", "the former king", "in the north", "i.e. the harbour", "the painter"],
    "de": ["der Verfasser", "in England", "der Ältere", "die Hauptstadt", "sein Bruder", "damals", "im Norden", "der Maler"],
    "es": ["el autor", "en Inglaterra", "la capital", "su hermano", "en aquel tiempo", "en el norte", "el pintor"],
    "it": ["l'autore", "in Inghilterra", "la capitale", "suo fratello", "a quel tempo", "nel nord", "il pittore"],
    "fr": ["l'auteur", "en Angleterre", "la capitale", "son frère", "à cette époque", "le peintre"],
    "ru": ["автор", "в Англии", "столица", "его брат", "в то время", "на севере"],
    "pl": ["autor", "w Anglii", "stolica", "jego brat", "w tamtym czasie", "na północy"], "cs": ["autor", "v Anglii", "jeho bratr", "v té době", "na severu"],
    "nl": ["de schrijver", "in Engeland", "de hoofdstad", "zijn broer", "in die tijd"], "pt": ["o autor", "em Inglaterra", "a capital", "o seu irmão", "naquele tempo"],
    "ro": ["autorul", "în Anglia", "capitala", "fratele său", "pe atunci"],
}

# Words put in without a mark; they negate, limit and count nothing.
ADDITION = {
    "en": ["in the old town", "with great pleasure", "according to his friends", "to the surprise of his neighbours", "under the eyes of the whole court", "quietly and slowly", "of considerable beauty", "for reasons of money", "as a matter of national pride", "together with his loyal servants", "on a cold winter morning"],
    "de": ["in der alten Stadt", "mit großer Freude", "nach Ansicht seiner Freunde", "zur Überraschung der Nachbarn", "an einem kalten Wintermorgen", "aus Gründen des Geldes", "zusammen mit treuen Dienern", "still und langsam"],
    "es": ["en la vieja ciudad", "con gran alegría", "según sus amigos", "para sorpresa de los vecinos", "en una fría mañana de invierno", "por razones de dinero", "junto con fieles criados"],
    "it": ["nella vecchia città", "con grande gioia", "secondo gli amici", "con sorpresa dei vicini", "in una fredda mattina d'inverno", "per ragioni di denaro", "insieme ai fedeli servitori"],
    "fr": ["dans la vieille ville", "avec une grande joie", "selon ses amis", "à la surprise des voisins", "par un froid matin d'hiver", "pour des raisons d'argent"],
    "ru": ["в старом городе", "с большой радостью", "по мнению друзей", "к удивлению соседей", "холодным зимним утром", "вместе с верными слугами"],
    "pl": ["w starym mieście", "z wielką radością", "zdaniem przyjaciół", "ku zdziwieniu sąsiadów", "w zimny poranek", "razem z wiernymi sługami"],
    "cs": ["ve starém městě", "s velkou radostí", "podle názoru přátel", "k údivu sousedů", "za chladného rána", "spolu s věrnými sluhy"],
    "nl": ["in de oude stad", "met grote vreugde", "volgens zijn vrienden", "tot verrassing van de buren", "op een koude ochtend"],
    "pt": ["na cidade velha", "com grande alegria", "segundo os amigos", "para surpresa dos vizinhos", "numa fria manhã"],
    "ro": ["în orașul vechi", "cu mare bucurie", "după părerea prietenilor", "spre surprinderea vecinilor", "într-o dimineață rece"],
}

ARTICLES = {"en": "the|a|an", "de": "der|die|das|den|dem|des|ein|eine|einen|einem|einer", "es": "el|la|los|las|un|una", "it": "il|la|lo|i|gli|le|un|una", "fr": "le|la|les|un|une|des", "nl": "de|het|een", "pt": "o|a|os|as|um|uma"}
LINKING = {"en": "and or nor", "de": "und oder noch", "es": "y o e u ni", "it": "e o ed", "fr": "et ou ni", "ru": "и или", "pl": "i lub albo oraz", "nl": "en of", "pt": "e ou", "cs": "a i nebo", "ro": "și sau"}

# British and American spelling.
SPELLING_EN = dict(p.split(":") for p in """colour:color colours:colors coloured:colored favour:favor favourite:favorite honour:honor honours:honors labour:labor neighbour:neighbor
    neighbours:neighbors neighbouring:neighboring behaviour:behavior harbour:harbor flavour:flavor rumour:rumor humour:humor vigour:vigor armour:armor endeavour:endeavor savour:savor
    centre:center centres:centers theatre:theater theatres:theaters metre:meter metres:meters litre:liter fibre:fiber kilometres:kilometers defence:defense offence:offense
    grey:gray travelled:traveled travelling:traveling traveller:traveler cancelled:canceled modelling:modeling labelled:labeled jewellery:jewelry programme:program programmes:programs
    catalogue:catalog dialogue:dialog analogue:analog plough:plow mould:mold aluminium:aluminum sulphur:sulfur encyclopaedia:encyclopedia archaeology:archeology archaeological:archeological
    judgement:judgment ageing:aging towards:toward skilful:skillful fulfil:fulfill manoeuvre:maneuver leukaemia:leukemia haemoglobin:hemoglobin oestrogen:estrogen sceptical:skeptical
    artefacts:artifacts artefact:artifact organisation:organization organisations:organizations organised:organized recognised:recognized recognise:recognize realised:realized realise:realize
    characterised:characterized industrialised:industrialized centralised:centralized colonised:colonized colonisation:colonization civilisation:civilization civilisations:civilizations
    modernisation:modernization specialised:specialized criticised:criticized utilised:utilized standardised:standardized generalised:generalized nationalised:nationalized categorised:categorized
    authorised:authorized mobilised:mobilized emphasised:emphasized popularised:popularized privatisation:privatization globalisation:globalization urbanisation:urbanization hospitalised:hospitalized
    analysed:analyzed analyse:analyze paralysed:paralyzed catalysed:catalyzed symbolised:symbolized stabilised:stabilized minimise:minimize maximise:maximize summarised:summarized
    apologised:apologized baptised:baptized crystallised:crystallized finalised:finalized legalised:legalized neutralised:neutralized optimised:optimized publicised:publicized""".split())

NUMERALS = {
    "en": dict(enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())),
    "de": dict(enumerate("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split())),
    "es": dict(enumerate("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split())),
    "it": dict(enumerate("zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti".split())),
    "fr": dict(enumerate("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split())),
    "ru": dict(enumerate("ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать".split())),
    "pl": dict(enumerate("zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia".split())),
    "nl": dict(enumerate("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig".split())),
    "pt": dict(enumerate("zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte".split())),
}
TENS_EN = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
# "sei" is also "be", "elf" an elf, "una/un/um/uno/eins" articles: those are not turned into figures.
NUMERAL_WORDS_ONLY = {"it": {6}, "de": {11, 8}, "fr": {9, 11, 6}, "es": {11, 7}, "pt": {}, "nl": {8, 11}, "ru": {7}}
PERCENT = {"en": "per cent", "de": "Prozent", "es": "por ciento", "it": "per cento", "ru": "процентов", "ro": "la sută", "pl": "procent", "nl": "procent", "pt": "por cento", "fr": "pour cent"}
GROUPING = {"en": ",", "de": ".", "es": ".", "it": ".", "nl": ".", "pt": ".", "ro": ".", "tr": ".", "el": ".", "vi": "."}
