/// What a difference is. The comment of each kind is its entry in the manual.
public enum DifferenceKind: String, Sendable, CaseIterable {
  // Harmless.

  /// Quotation marks or apostrophes of another form.
  case quoteMark = "quote-mark"
  /// A dash or hyphen of another form.
  case dash
  /// A space where the other has none, or the other way round.
  case space
  /// A comma, stop or the like that is not the same.
  case punctuation
  /// A typographic ligature or long s, or its letters.
  case ligature
  /// Soft hyphens, zero-width characters and other invisible ones.
  case invisible
  /// A word divided at the end of a line.
  case lineHyphen = "line-hyphen"
  /// A page number, running head or the like between the words.
  case furniture
  /// A note marker that one side has and the other has not.
  case noteMarker = "note-marker"
  /// `[sic]`, put in by the writer.
  case sic
  /// Words in square brackets that replace nothing and hold no negation.
  case insertion
  /// Upper or lower case of the first letter, or of a whole word for emphasis.
  case letterCase = "case"
  /// Letters of another script that look the same.
  case homoglyph
  /// Sub- and superscripts that change no value, and symbols written as words (`&` and `and`).
  case symbol
  /// Letters that were read in a wrong encoding (`â€™`) or left as code (`&quot;`), on either side.
  case mojibake
  /// A list of the source set as running text.
  case structure

  // Minor.

  /// A variant of spelling, or a slip that makes no other word.
  case spelling
  /// An accent or other mark on a letter.
  case diacritic
  /// Another form of the same word: number, tense, person.
  case inflection
  /// A one-letter slip in a name, when the library knows no other such name.
  case nameSlip = "name-slip"
  /// An initial for a first name, or the first name for its initial.
  case nameForm = "name-form"
  /// A name from another script, in the letters of another custom (`-ov`, `-off`).
  case transliteration
  /// A number in another form, with the same value.
  case numberForm = "number-form"
  /// A date in another form, for the same day.
  case dateForm = "date-form"
  /// A reporting clause ("he said") left out without a mark.
  case reportingClause = "reporting-clause"
  /// Words in square brackets that stand for words of the source.
  case replacement
  /// Contracted or written out: `isn't` and `is not`.
  case contraction
  /// A confusion of letters that reading machines make.
  case ocr
  /// A question or exclamation mark in place of another mark.
  case sentenceMark = "sentence-mark"

  // Major.

  /// A number of another value.
  case number
  /// Another unit.
  case unit
  /// A sign that is lost, gained or turned round.
  case sign
  /// Another date.
  case date
  /// Another name.
  case name
  /// A negation that is lost or gained.
  case negation
  /// Modality or quantity: `may` and `will`, `some` and `all`.
  case modality
  /// Another word.
  case word
  /// A word that is cut off at the end of the quotation.
  case truncation
  /// The same words in another order.
  case order
  /// Words of the source left out without a mark.
  case omission
  /// Words that the source has not.
  case addition
  /// A marked omission that takes a negation away.
  case swallowedNegation = "swallowed-negation"
  /// A marked omission that takes a condition away.
  case swallowedCondition = "swallowed-condition"
  /// A marked omission of no more than a few words that takes a qualifier away ("allegedly").
  case swallowedQualifier = "swallowed-qualifier"

  public var weight: DifferenceWeight {
    switch self {
    case .quoteMark, .dash, .space, .punctuation, .ligature, .invisible, .lineHyphen, .furniture,
      .noteMarker, .sic, .insertion, .letterCase, .homoglyph, .symbol,
      .mojibake, .structure:
      .harmless
    case .spelling, .diacritic, .inflection, .nameSlip, .nameForm, .transliteration, .numberForm,
      .dateForm, .reportingClause,
      .replacement, .contraction, .ocr, .sentenceMark:
      .minor
    case .number, .unit, .sign, .date, .name, .negation, .modality, .word, .truncation, .order,
      .omission, .addition, .swallowedNegation, .swallowedCondition, .swallowedQualifier:
      .major
    }
  }
}

/// What a difference does to the meaning.
public enum DifferenceWeight: String, Sendable, Comparable {
  case harmless, minor, major

  private var rank: Int {
    switch self {
    case .harmless: 0
    case .minor: 1
    case .major: 2
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
