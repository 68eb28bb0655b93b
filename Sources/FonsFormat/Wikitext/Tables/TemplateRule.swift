/// What a template prints.
///
/// To teach Fons a template, add its name in lower case to one of the tables beside this file.
enum TemplateRule: Sendable {
  /// Nothing.
  case drop
  /// Its own name: `{{XXe siècle}}`.
  case itself
  /// These words.
  case text(String)
  /// One positional argument, or the named one where that is not given.
  case argument(Int, named: String = "text")
  /// The last positional argument.
  case last
  /// All positional arguments with this between.
  case joined(String)
  /// The argument between two strings: `⟨` and `⟩`.
  case wrapped(String, String)
  /// A mark in brackets, such as `[citation needed]`.
  case mark(String)

  // Notes.
  /// `{{efn|text|name=|group=}}` in this group.
  case note(group: String)
  /// `{{r|name|name}}`.
  case noteReuse
  /// `{{sfn|Smith|2001|p=4}}`.
  case shortNote
  /// `{{harvnb|Smith|2001|p=4}}`; the strings stand around author and year.
  case shortCitation(open: String, close: String, yearInBrackets: Bool)
  /// `{{rp|12}}`.
  case notePage
  /// `{{reflist|refs=}}`, with the group of its notes.
  case noteList(group: String)
  case citation(TemplateCitation.Kind)

  // Numbers and dates.
  case convert
  /// `{{birth date and age|1950|1|2}}` and its kin.
  case date(TemplateDate)
  case asOf
  case fraction
  case value
  case exponent
  case ordinal
  case currency(String)
  case formatNumber

  // Languages.
  /// `{{lang|fr|mot}}`.
  case foreign
  /// `{{lang-fr|mot}}`: the language's name and the word.
  case namedLanguage(String)
  case nihongo
  case zhongwen
  /// `{{IPAc-en|ˈ|k|æ|t}}`: the symbols between slashes.
  case pronunciation

  // Blocks.
  case quotation
  case verse
  case list(String)
  case definitionList
  /// "Main article: X" with the words before one and before several pages.
  case hatnote(String, String)
  case infobox
  /// An Italian biography's first sentence.
  case bio
  case ship(String)
  case interlanguageLink
  case url
  case anchor

  // Functions of the parser.
  case condition
  case equality
  case choice
  case tag
  case lowercase, uppercase, lowercaseFirst, uppercaseFirst
  case pageName
}
