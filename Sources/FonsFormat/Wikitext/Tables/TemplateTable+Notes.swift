extension TemplateTable {
  /// Notes, citations, and their lists.
  static let noteTemplates: Names = [
    ("efn|notetag2|efn-la|enote", .note(group: "lower-alpha")),
    ("efn-ua|efnua", .note(group: "upper-alpha")),
    ("efn-lr", .note(group: "lower-roman")),
    ("efn-ur", .note(group: "upper-roman")),
    ("efn-lg", .note(group: "lower-greek")),
    ("notetag", .note(group: "note")),
    ("refn", .note(group: "")),
    ("r|rma|ref name|reused ref", .noteReuse),
    ("sfn|sfnp|sfnm|harvard citation footnote|snf|shortened footnote|sfn whitelist", .shortNote),
    (
      "harvnb|harv nb|harvard citation no brackets|harvcol nb|harvcolnb|harvsp",
      .shortCitation(open: "", close: "", yearInBrackets: false)
    ),
    ("harv|harvard citation|harvcol", .shortCitation(open: "(", close: ")", yearInBrackets: false)),
    (
      "harvtxt|harvard citation text|harvcoltxt|harvp|harvs",
      .shortCitation(open: "", close: "", yearInBrackets: true)
    ),
    ("rp|page|page ref|reference page", .notePage),
    (
      "reflist|references|refs|ref-list|reference list|reflist2|fontes|références|listaref|refbox",
      .noteList(group: "")
    ),
    ("notelist|efn-list|notes list", .noteList(group: "lower-alpha")),
    ("notelist-ua", .noteList(group: "upper-alpha")),
    ("notelist-lr", .noteList(group: "lower-roman")),
    ("notefoot|notelist-talk", .noteList(group: "note")),
    ("refbegin|refend|ref begin|ref end|ref|note|note label|ref label|mnb|mref|cref|cnote", .drop),
    (
      """
      citation|citation2|cite|literatur|internetquelle|lien web|ouvrage|article|cita libro|\
      cita web|cita news|cita pubblicazione|cita testo|cita conferenza|cita libro2|cite|cita|\
      citar web|citar libro|cita publicación|cita noticia|cita video|citeer web|citeer boek|\
      cytuj|cytuj stronę|cytuj książkę|книга|статья|публикация|cite book|chapitre|harvnb cite|\
      vcite book|vcite journal|vcite web
      """,
      .citation(.plain)
    ),
    ("cite av media notes|cite dvd notes|cite music release notes", .citation(.plain)),
    ("cite journal|cite magazine|cite news|cite newspaper", .citation(.periodical)),
  ]

  /// Measures, numbers and dates.
  static let numbers: Names = [
    ("convert|cvt|conv|convinfobox|convert/2|conversion", .convert),
    ("circa|c.|ca|approx|c.", .date(.circa)),
    ("floruit|fl.", .date(.floruit)),
    ("reign|r.", .date(.reign)),
    (
      """
      birth date|bd|dob|birth date and age|bda|birth-date and age|birth-date|birth year and age|\
      birth date and given age|geburtsdatum
      """,
      .date(.simple)
    ),
    (
      """
      death date|dod|death-date|start date|film date|start date and age|end date|\
      end date and age|launch date|release date|date de naissance|date-|\
      unité date|data|started|ended|start-date|end-date|birth year|death year
      """,
      .date(.simple)
    ),
    ("death date and age|dda|date de décès|death-date and age|death year and age", .date(.withAge)),
    ("birth based on age as of date|birth based on age at death", .drop),
    ("dts|date table sorting|datesort|date|dtsh|ymd|mdy|date2", .date(.simple)),
    ("age|age in years|age nts|age in days|years ago|age in years and days", .drop),
    ("as of|asof|update|since", .asOf),
    ("start and end dates", .joined(" – ")),
    ("oldstyledate|old style date", .joined(" [O.S. ")),
    ("frac|fraction|sfrac|fract|⁄|nfrac", .fraction),
    ("val|valeur", .value),
    ("e|esp|10^|×10^", .exponent),
    ("ordinal|nth|ordinal to word", .ordinal),
    (
      """
      formatnum|nts|number table sorting|ntsh|formatnumber|number|num|formatnum:|fmtn|nombre|\
      sort|sortname2
      """,
      .formatNumber
    ),
    ("us$|usd|us dollar", .currency("US$")),
    ("£|gbp|pound|pound sterling", .currency("£")),
    ("€|eur|euro", .currency("€")),
    ("inr|indian rupee|rs|₹", .currency("₹")),
    ("yen|jpy|jpy|¥", .currency("¥")),
    ("au$|aud|a$", .currency("A$")),
    ("ca$|cad|c$", .currency("C$")),
    ("nz$|nzd", .currency("NZ$")),
    ("php|₱", .currency("₱")),
    ("cny|cn¥|rmb", .currency("CN¥")),
    ("krw|₩", .currency("₩")),
    ("hk$|hkd", .currency("HK$")),
    ("ntd|nt$", .currency("NT$")),
    ("rub", .currency("₽")),
    (
      """
      increase|up|gain|profit|steady|decrease|down|loss|nochange|decreasepositive|\
      increasenegative
      """,
      .drop
    ),
    ("inflation|inflation-year|inflation-fn|to usd|forex", .drop),
    ("unité|unit|nb|nbr", .joined(" ")),
    ("siècle|s-|s", .wrapped("", "e siècle")),
    ("percentage|percent", .argument(1)),
    ("height", .drop),
    ("coord|coordinates|coor|coord missing|coor dms|coor dm|coor d", .drop),
    ("pop density|population density km2", .drop),
  ]

  /// Words in other languages.
  static let languages: Names = [
    ("lang|langue|lang2|text-lang|foreign language", .foreign),
    ("langx|lang-x", .namedLanguage("*")),
    ("nihongo|nihongo krt|nihongo2|nihongo3|nihongo foot|japanese", .nihongo),
    ("zh|zh-all|zh-cp|zh-tp|zh-stp|zh-c|zh-full|zh-cpw|zh-tsp|lang-zh|chinese2", .zhongwen),
    ("ko-hhrm|korean2|hangul", .argument(1)),
    ("literal translation|lit|lit.", .wrapped("lit. '", "'")),
    ("gloss", .wrapped("'", "'")),
    ("pronounced|pronunciation|pron", .argument(1)),
    ("ipa audio link|audio-ipa|audio|listen|speaker link|pron-en|audio file", .drop),
    (
      "en icon|de icon|fr icon|in lang|languageicon|language icon|link language|ref-de|ref-en",
      .drop
    ),
  ]
}
