extension TemplateTable {
  /// Quotations, lists, hatnotes and boxes.
  static let blocks: Names = [
    (
      """
      quote|blockquote|bquote|quotation|cquote|cquote2|centered quote|quote box|quotebox|rquote|\
      lquote|pull quote|pullquote|block quote|long quote|quoteright|bq|epigraph|quote frame|\
      imagequote|quote without source|talk quote|citazione|zitat|zitat-2|citation bloc|cita|\
      citaat|cytat|cita2|citacion|quadro de citação|citar|cq|sitat|citation étrangère|цитата|\
      начало цитаты|quote2|rquote2
      """,
      .quotation
    ),
    ("poemquote|poem quote|verse translation|poem|vers|poesie", .verse),
    (
      """
      plainlist|flatlist|plain list|flat list|hlist wrapper|columns-list|div col content|\
      colbegin content|collapsible|nowrap lines|startplainlist|multicol|small div|block|\
      blist content
      """,
      .argument(1)
    ),
    (
      """
      unbulleted list|ubl|ublist|ubt|unbulleted-list|collapsible list|bulleted list|blist|\
      ordered list|olist|list collapsed|bulletedlist
      """,
      .list("*")
    ),
    ("hlist|hlist-comma|flatlist inline|dot list|horizontal list", .joined(" · ")),
    ("cslist|comma separated entries|comma list", .joined(", ")),
    ("enum|sentence list", .joined(", ")),
    ("glossary|glossary end|term|defn", .argument(1)),
    (
      """
      main|main article|main articles|mainarticle|hauptartikel|article détaillé|\
      article principal|articles détaillés|vedi anche|vedi|ap|artigo principal|\
      artículo principal|hoofdartikel|osobny artykuł|основная статья|main list
      """,
      .hatnote("Main article: ", "Main articles: ")
    ),
    (
      "see also|see|further2|details3|siehe auch|voir aussi|véase también|véase|zie ook|see also2",
      .hatnote("See also: ", "See also: ")
    ),
    (
      """
      further|further information|details|more|more information|details2|\
      further information needed
      """,
      .hatnote("Further information: ", "Further information: ")
    ),
    ("category see also|cat main|cat see also", .drop),
    (
      "hatnote|rellink|dablink|hatnote inline|italic hatnote|about-text|selfref|note text",
      .argument(1)
    ),
    ("birth, death date", .drop),
    ("bio", .bio),
    ("uss", .ship("USS")),
    ("hms", .ship("HMS")),
    ("hmas", .ship("HMAS")),
    ("hmcs", .ship("HMCS")),
    ("ss", .ship("SS")),
    ("mv", .ship("MV")),
    ("rms", .ship("RMS")),
    ("usns", .ship("USNS")),
    ("ins", .ship("INS")),
    ("sms", .ship("SMS")),
    ("ship", .ship("")),
    ("jds", .ship("JDS")),
    ("uscgc", .ship("USCGC")),
    ("marriage|married", .joined(" ")),
    ("sortname", .joined(" ")),
    ("hs|hidden sort key|sort key|sk", .drop),
    ("taxobox|speciesbox|infobox|thông tin", .infobox),
    ("starbox begin|starbox character", .infobox),
    ("transl-block|verse", .argument(1)),
    ("album ratings|track listing|tracklist|album chart|singles", .drop),
    ("quote1", .quotation),
    ("birth-place|birthplace|death-place", .argument(1)),
    (
      """
      tree list|tree list/end|treeview|collapsible end|plainlist end|endplainlist|flatlist end|\
      endflatlist|hidden begin|hidden end|col-begin|col-end|div col|div col end|colbegin|colend|\
      columns|multicol-end|clearleft|clearright|clr|stack begin|stack end|end|s-start|s-end|\
      fb start|nobold end|plainlist begin
      """,
      .drop
    ),
  ]

  /// Functions of the parser and words of the wiki itself.
  static let functions: Names = [
    ("#if", .condition),
    ("#ifexist|#ifexpr|#iferror", .condition),
    ("#ifeq", .equality),
    ("#switch", .choice),
    ("#tag", .tag),
    ("lc", .lowercase),
    ("uc", .uppercase),
    ("lcfirst", .lowercaseFirst),
    ("ucfirst", .uppercaseFirst),
    ("pagename|fullpagename|basepagename|subpagename|rootpagename|pagenamebase", .pageName),
    (
      """
      displaytitle|defaultsort|defaultsortkey|default sort|title|lowercase title|italic title|\
      lowercase|sortierung|clé de tri|ordenar
      """,
      .drop
    ),
    (
      """
      #expr|#time|#invoke|#language|#babel|#section|#lst|#titleparts|#property|#statements|\
      #related|#coordinates|#seo|ns|localurl|fullurl|canonicalurl|urlencode|anchorencode|int|\
      msg|plural|gender|grammar|padleft|filepath
      """,
      .drop
    ),
    ("#dateformat|formatdate|#formatdate", .argument(1)),
    (
      """
      currentyear|currentmonth|currentmonthname|currentday|currentdate|currenttime|\
      currenttimestamp|localyear|numberofarticles|numberofpages|numberofusers|revisionid|\
      revisionyear|sitename|server|namespace|fullpagenamee|pagenamee|namespacenumber
      """,
      .drop
    ),
  ]

  /// What prints nothing that could be quoted.
  static let other: Names = [
    (
      "authority control|portal|portal bar|commons|commons category|commonscat|commonscat-inline|wikiquote|wikisource|wiktionary|wikibooks|wikispecies|wikinews|wikiversity|sister project links|sisterlinks|sister project|subject bar|spoken wikipedia|featured article|good article|link fa|link ga|persondata|imdb name|imdb title|dmoz|find a grave|gutenberg author|librivox author|internet archive author|succession box|s-bef|s-ttl|s-aft|s-ref|s-hou|refimprove|unreferenced|multiple issues|cleanup|more citations needed|citation style|pov|disputed|expert|update section|advert|tone2|orphan|stub|confused2|short description|pp-protected|pp-move-indef|pp-semi-indef|pp-semi|pp|pp-vandalism|pp-pc1|toc|toc limit|toclimit|tocleft|tocright|compact toc|alphanumeric toc|-|use dmy dates|use mdy dates|engvarb|flagicon|flag icon|flagicon image|flagdeco|fbicon|color box|legend0|css image crop|multiple image|double image|triple image|image frame|gallery|location map|location map+|location map many|maplink|attached kml|graph:chart|bar box|pie chart|climate chart|weather box|historical populations|us census population|family tree|chart|ahnentafel|reflinks|bots|nobots|void|noinclude|good topic|rquote end|s-par|s-off|s-new|sfn error|sfnref|harvid|#parsererror|trim|ifsubst|safesubst|empty|null|citation bot|cbignore|tdeprecated|webarchive2|clear left|clear right|main page|disambiguation|disambig|dab|hndis|geodis|surname|given name|set index|human name disambiguation|no footnotes|nofootnotes|more footnotes|about|redirect|for|other uses|distinguish|otheruses|for2|redirect2|redirect-distinguish|about2|other people|other places|not to be confused with|two other uses|three other uses",
      .drop
    )
  ]

  /// Other languages' names, where English has no template of that name.
  static let foreignWikis: Names = [
    ("nowrap begin|nowrap end|formatnum2", .drop),
    ("date|datum", .date(.simple)),
    ("jma|er|ème|exp|ind|i er", .argument(1)),
    ("refnec|référence nécessaire|citation nécessaire|refsou|belege fehlen", .argument(1)),
    ("japonais|polytonique|grec ancien|grec|hébreu|arabe|latin|en|fr|de|it|es|ru|la", .argument(1)),
    ("senza fonte|chiarire|cn2", .mark("senza fonte")),
    ("cita requerida|cita req|carece de fuentes|sin fuentes", .mark("cita requerida")),
    ("carece de fontes", .mark("carece de fontes")),
    ("bron?", .mark("bron?")),
    ("источник", .mark("источник не указан")),
    ("chiarimento", .mark("non chiaro")),
    ("dopo|prima", .drop),
    ("nota", .note(group: "")),
    (
      """
      divisione amministrativa|film|artista musicale|album|sportivo|squadra|libro|azienda|\
      carica pubblica|stato|comune|edificio|personaggio|software|automobile|fictiontv|\
      videogioco|monarca|militare|battaglia|tassobox
      """,
      .infobox
    ),
  ]
}
