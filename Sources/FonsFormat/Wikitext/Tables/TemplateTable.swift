/// Which template prints what: the tables beside this file, put together once.
enum TemplateTable {
  /// The rule for the template `name`, given in lower case with spaces for underscores.
  static func rule(for name: [UInt8]) -> TemplateRule? {
    if let rule = rules.find(name) { return rule }
    for (prefix, rule) in prefixes where name.starts(with: prefix) { return rule }
    for (suffix, rule) in suffixes where name.reversed().starts(with: suffix.reversed()) {
      return rule
    }
    if name.starts(with: "lang-".utf8) {
      let code = String(decoding: name.dropFirst(5), as: UTF8.self)
      return .namedLanguage(TemplateLanguages.name(of: code) ?? "")
    }
    return nil
  }

  private static let rules = WikitextTable(
    lists: inline + marks + noteTemplates + numbers + languages + blocks + functions + other
      + foreignWikis)

  private static let prefixes = bytes([
    ("infobox", .infobox),
    ("taxobox", .infobox),
    ("automatic taxobox", .infobox),
    ("speciesbox", .infobox),
    ("chembox", .infobox),
    ("drugbox", .infobox),
    ("geobox", .infobox),
    ("cite ", .citation(.plain)),
    ("ipac-", .pronunciation),
    ("ipa-", .argument(1)),
    ("navbox", .drop),
    ("use ", .drop),
    ("wikidata", .drop),
    ("campaignbox", .drop),
  ])

  private static let suffixes = bytes([
    ("-stub", .drop), ("e siècle", .itself), ("er siècle", .itself),
    (" sidebar", .drop),
    (" footer", .drop),
    (" icon", .drop),
  ])

  private static func bytes(_ names: Names) -> [([UInt8], TemplateRule)] {
    names.map { (Array($0.0.utf8), $0.1) }
  }

  typealias Names = [(String, TemplateRule)]

  /// Words inside a line.
  private static let inline: Names = [
    (
      """
      nowrap|nobr|nobreak|nowr|nobold|noitalic|normal|small|smaller|big|larger|large|em|strong|\
      strong|bold|italic|b|i|u|strike|s|abbr|abbrv|tooltip|abbreviation|tooltip|mono|monospace|\
      mvar|var|math|serif|sans-serif|smallcaps|sc|smcaps|sm|caps|allcaps|allcap|midsize|nobold|\
      visible anchor|vanchor|not a typo|typo|proper name|as written|notatypo|chem2|code|kbd|samp|\
      tt|tq|tqq|nowiki|unicode|polytonic|hebrew|he|rtl|script|music|keypress|button|no wrap|\
      no break|nbr|avoid wrap|nospell|noredirect|pre|mono|larger|huge|sfrac2|center|centre|\
      sup|super|sub|su2|underline|overline|ul|highlight|mark|hlist item|big|gr|grc|wp|uc first|\
      longitem|native name list|flag|flagcountry|flagu|flagcat|flagdeco|noflag|fb|fbw|fb-rt|cr|\
      cricon|rut|ru-rt|bk|country|flaglist|flag link|flagg|flag+link|illm|nom|won|awd|text|\
      isbnt|subst only|typography|block indent|indent|stack|align|float|right|left|no spam|\
      oldstyledate|start text|self reference|srlink|template link|tl|tlx|para|legend|legend2|\
      colored link|colour|section link|slink|linktext|wikt-lang|quote text|big text|tone
      """, .argument(1)
    ),
    (
      "font color|color|font|resize|font size|colored text|background color|bg|"
        + "rtl-lang|lang-rtl|script/arabic|style|tmath2|text color|stl|nativename|native name|"
        + "pronunciation text|audio|audio2|listen inline|color text|transl|transliteration|translit|"
        + "aut|piqad|zh-tw", .last
    ),
    (
      "nbsp|space|spaces|thinsp|thin space|hair space|hairsp|0|pad|en space|em space|zwsp2",
      .text("&nbsp;")
    ),
    ("snd|spaced ndash|spaced en dash|spnd|sndash|–|dash", .text("&nbsp;– ")),
    ("spaced mdash|spaced em dash|snds|snd2", .text("&nbsp;— ")),
    ("ndash|en dash|endash", .text("–")),
    ("mdash|em dash|emdash", .text("—")),
    ("!", .text("|")),
    ("=", .text("=")),
    ("!!", .text("||")),
    ("!-", .text("|-")),
    ("(!", .text("{|")),
    ("!)", .text("|}")),
    ("((", .text("&#123;&#123;")),
    ("))", .text("&#125;&#125;")),
    ("(", .text("&#123;")),
    (")", .text("&#125;")),
    ("'|apos|`", .text("&#39;")),
    ("\"", .text("&quot;")),
    ("' \"", .text("' \"")),
    ("''", .text("&#39;&#39;")),
    ("'s", .text("'s")),
    ("·|dot|middot|•|bull|bullet", .text("&nbsp;· ")),
    ("\\|pipe|bar", .text("&#124;")),
    ("*", .text("&nbsp;• ")),
    ("^|wbr|zwsp|zwj|zwnj|shy|-", .text("")),
    ("clear|break|br|crlf", .text("<br>")),
    ("ell|...|ellipsis", .text("…")),
    ("pi", .text("π")),
    ("sic|typo sic", .text("[sic]")),
    ("tick|yes|ya|aye|check mark", .text("✓")),
    ("times|x", .text("×")),
    ("degree", .text("°")),
    ("prime", .text("′")),
    ("angbr|angle bracket|angbr ipa|angle brackets", .wrapped("⟨", "⟩")),
    ("bracket|brackets|bkt|bracketed", .wrapped("&#91;", "&#93;")),
    ("brace", .wrapped("&#123;", "&#125;")),
    ("tld|tlc|tlp", .wrapped("&#123;&#123;", "&#125;&#125;")),
    ("quotes|qt|\"'", .wrapped("“", "”")),
    ("linktext|chem|gaps|key press|keys|joined", .joined("")),
    ("respell|pronunciation respelling", .joined("-")),
    ("ipa|ipa link|ipalink|ipablink|ipa-all", .argument(1)),
    ("illm|ill|interlanguage link|link-interwiki|interlanguage link multi|lwd", .interlanguageLink),
    ("url|official url|url2|website", .url),
    ("official website|official", .text("Official website")),
    ("anchor|anchors|shortcut|visible anchor2|rdanchor", .drop),
    ("isbn|isbn link", .wrapped("ISBN ", "")),
    ("issn", .wrapped("ISSN ", "")),
    ("oclc", .wrapped("OCLC ", "")),
    ("doi", .wrapped("doi:", "")),
    ("pmid", .wrapped("PMID ", "")),
    ("jstor", .wrapped("JSTOR ", "")),
    ("arxiv", .joined("")),
    ("bibcode", .wrapped("Bibcode:", "")),
    ("lccn", .wrapped("LCCN ", "")),
    ("asin", .wrapped("ASIN ", "")),
    ("imo|imo number", .wrapped("IMO number: ", "")),
  ]

  /// Marks in brackets that editors leave.
  private static let marks: Names = [
    (
      """
      citation needed|cn|fact|cb|cite needed|citation-needed|need citation|facts|needs citation|\
      ref needed|reference needed|citation needed (lead)|source needed|uncited
      """,
      .mark("citation needed")
    ),
    (
      "clarify|clarification needed|what|huh|explain|clarify span|confusing inline|elucidate",
      .mark("clarification needed")
    ),
    ("when|date?|time?|when?", .mark("when?")),
    ("who|who?", .mark("who?")),
    ("whom|to whom?", .mark("to whom?")),
    ("which|which?|specify", .mark("which?")),
    ("where|where?", .mark("where?")),
    ("why|why?", .mark("why?")),
    ("how|how?", .mark("how?")),
    ("by whom|by whom?|attribution needed|according to whom", .mark("by whom?")),
    ("according to whom?", .mark("according to whom?")),
    ("whose|whose?", .mark("whose?")),
    ("dubious|doubtful", .mark("dubious – discuss")),
    ("disputed inline|disputed-inline|dispute inline", .mark("disputed – discuss")),
    ("pov-statement|pov statement|neutrality disputed inline", .mark("neutrality is disputed")),
    ("verify source|verify inline", .mark("verification needed")),
    ("verification needed|vn", .mark("verification needed")),
    (
      "failed verification|fv|not in citation given|not in source|failedverification",
      .mark("failed verification")
    ),
    ("page needed|pn|page number needed|page number|page numbers needed", .mark("page needed")),
    ("dead link|deadlink|dead", .mark("dead link")),
    ("full citation needed|full|full reference needed", .mark("full citation needed")),
    ("better source|better source needed|bsn|better source example", .mark("better source needed")),
    (
      "unreliable source?|unreliable source|unreliable source inline|rs?|unreliable medical source",
      .mark("unreliable source?")
    ),
    (
      "original research inline|or|synthesis inline|syn|improper synthesis?|original research?",
      .mark("original research?")
    ),
    ("weasel-inline|weasel inline|weasel words inline", .mark("weasel words")),
    ("peacock inline|peacock term|peacock-inline|peacock?", .mark("peacock term")),
    ("vague|vague inline", .mark("vague")),
    ("quantify|quantify inline", .mark("quantify")),
    ("disambiguation needed|dn", .mark("disambiguation needed")),
    ("update after|update inline|outdated inline|out of date inline", .mark("needs update")),
    ("relevance inline|relevance?|importance inline|importance?", .mark("relevant?")),
    (
      "self-published inline|self-published source|self published inline|sps",
      .mark("self-published source?")
    ),
    ("third-party inline|third-party source needed", .mark("third-party source needed")),
    ("citation not found", .mark("citation not found")),
    ("speculation inline|speculation?", .mark("speculation?")),
    ("contradict-inline|contradictory inline|contradict inline", .mark("contradictory")),
    ("tone inline", .mark("tone")),
    (
      "non-primary source needed|primary source inline|primary source needed",
      .mark("non-primary source needed")
    ),
    ("medical citation needed|medcn", .mark("medical citation needed")),
    ("year needed|year missing|missing date|date missing", .mark("year needed")),
    (
      "quote needed|need quotation|request quotation|needs quote", .mark("need quotation to verify")
    ),
    ("permanent dead link", .mark("permanent dead link")),
    ("circular reference|circular-ref", .mark("circular reference")),
    ("editorializing|opinion inline", .mark("editorializing")),
    ("example needed|examples|like whom?|like whom|such as?", .mark("example needed")),
    ("undue inline|undue weight inline|undue-inline", .mark("undue weight? – discuss")),
    ("jargon-inline|jargon inline|technical inline|technical statement", .mark("jargon")),
    ("expand acronym|define|definition needed", .mark("definition needed")),
  ]
}
