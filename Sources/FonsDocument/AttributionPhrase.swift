import FonsFormat
import FonsText

/// Who is said to speak, in the words around a quotation: "as X wrote in *Y*", "according to X".
struct AttributionPhrase {
  var author: String?
  var title: String?
  /// What the words come from, where no title names it: "the parish book", "her letter of May".
  var description: String?
  /// Whether a pronoun speaks: who that is, an earlier sentence says.
  var isPronoun = false
  /// Whether `author` is what somebody is and not a name: "the mayor".
  var isRole = false
  /// Whether a verb or a phrase such as "in the words of" says that somebody speaks.
  var hasVerb = false
  /// Whether the description is "the same book", or "it" speaks: what was cited last.
  var isSame = false
  /// Whether the verb gives something a name: "calls it", "described as".
  var namesTerm = false
  /// Of the structured text.
  var range: ByteRange

  let context: DocumentContext
  let words: [PhraseWord]

  /// - Parameter isBefore: whether the range stands before the quotation.
  init?(_ context: DocumentContext, _ range: ByteRange, isBefore: Bool) {
    self.context = context
    self.range = range
    words = PhraseWord.scan(context.text, range)
    guard !words.isEmpty else { return nil }
    if let phrase = HanPhrase(context.text, range, isBefore: isBefore) {
      author = phrase.author
      title = phrase.title
      isRole = phrase.isRole
      isPronoun = phrase.isPronoun
      hasVerb = true
      return
    }
    if isBefore {
      readBefore()
    } else {
      readAfter()
    }
    guard author != nil || title != nil || description != nil || isPronoun || isSame else {
      return nil
    }
  }
}
