/// What the commands and environments of LaTeX mean for the text.
enum LaTeXCommands {
  enum Environment {
    /// Quotes what it holds; `cites` where its options hold citations (csquotes).
    case quotation(arguments: Int)
    /// Code, formulas, drawings: not read.
    case skipped
    case other
  }

  static func environment(_ name: String) -> Environment {
    switch name {
    case "quote", "quotation", "quoting", "verse", "displayquote", "displaycquote":
      .quotation(arguments: 0)
    case "foreigndisplayquote", "hyphendisplayquote": .quotation(arguments: 1)
    case "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "equation",
      "equation*", "align", "align*", "gather", "gather*", "eqnarray", "eqnarray*", "math",
      "displaymath", "tikzpicture", "picture", "filecontents", "filecontents*", "thebibliography":
      .skipped
    default: .other
    }
  }

  /// Commands of csquotes: how many arguments stand before the quoted one, and whether the last of
  /// these is the key of the work.
  static func quotation(_ name: String) -> (before: Int, isCited: Bool)? {
    switch name {
    case "enquote", "textquote", "blockquote", "quoted": (0, false)
    case "foreignquote", "foreigntextquote", "foreignblockquote", "hyphenquote", "hyphentextquote",
      "hyphenblockquote":
      (1, false)
    case "textcquote", "blockcquote": (1, true)
    case "foreigntextcquote", "foreignblockcquote": (2, true)
    default: nil
    }
  }

  /// Commands that cite: whether they put the author's name into the sentence.
  static func citation(_ name: String) -> (isCited: Bool, namesAuthor: Bool)? {
    let lower = name.lowercased()
    switch lower {
    case "textcite", "citet", "citealt", "citeauthor", "citeasnoun", "textcites":
      return (true, true)
    case "cite", "cites", "parencite", "parencites", "autocite", "autocites", "footcite",
      "footcites",
      "footcitetext", "supercite", "smartcite", "fullcite", "footfullcite", "citep", "citealp",
      "citeyear", "citeyearpar", "citetitle", "citenum", "citeurl", "shortcite", "citeyearnp":
      return (true, false)
    default: return nil
    }
  }

  static func heading(_ name: String) -> Int? {
    switch name {
    case "part", "chapter": 1
    case "section": 2
    case "subsection": 3
    case "subsubsection", "paragraph", "subparagraph": 4
    default: nil
    }
  }

  /// Commands whose argument is no text.
  static let silent: Set<String> = [
    "label", "ref", "pageref", "eqref", "autoref", "cref", "Cref", "nameref", "index", "usepackage",
    "documentclass", "bibliography", "bibliographystyle", "addbibresource", "nocite", "input",
    "include", "includegraphics", "vspace", "hspace", "pagestyle", "thispagestyle", "setlength",
    "setcounter", "addtocounter", "newcommand", "renewcommand", "providecommand", "hypersetup",
    "graphicspath", "newpage", "cline", "color", "phantomsection", "addcontentsline", "markboth",
    "date", "author", "thanks", "selectlanguage", "fontsize", "geometry", "lstset", "hyphenation",
  ]

  /// Commands that stand for characters.
  static let symbols: [String: String] = [
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«",
    "frqq": "»", "flq": "‹", "frq": "›", "guillemotleft": "«", "guillemotright": "»", "og": "«",
    "fg": "»", "guillemetleft": "«", "guillemetright": "»", "ss": "ß", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
    "j": "ȷ", "dh": "ð", "th": "þ", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "pounds": "£",
    "euro": "€", "texteuro": "€", "copyright": "©", "textregistered": "®", "textdegree": "°",
    "textbackslash": "\\", "textasciitilde": "~", "LaTeX": "LaTeX", "TeX": "TeX", "quad": " ",
    "qquad": " ", "textbar": "|", "textless": "<", "textgreater": ">", "slash": "/", "par": "\n\n",
  ]

  /// The combining character of an accent command.
  static func accent(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "'": "\u{301}"
    case "`": "\u{300}"
    case "^": "\u{302}"
    case "\"": "\u{308}"
    case "~": "\u{303}"
    case "=": "\u{304}"
    case ".": "\u{307}"
    case "c": "\u{327}"
    case "k": "\u{328}"
    case "v": "\u{30C}"
    case "u": "\u{306}"
    case "H": "\u{30B}"
    case "r": "\u{30A}"
    case "d": "\u{323}"
    case "b": "\u{331}"
    default: nil
    }
  }
}
