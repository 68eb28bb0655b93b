public import FonsAlignment
public import FonsDocument
public import FonsFormat
public import FonsLibrary
public import FonsSource
public import FonsText

/// What was found out about one quotation: the three answers, and all that they rest on.
public struct Finding: Sendable {
  public var quotation: Quotation
  public var verdict: Verdict
  public var wording: Wording?
  public var attribution: Attribution?
  public var currency: Currency?
  public var faithful: Bool?
  /// Time of the newest revision of the matched work that was read.
  public var asOf: String?
  /// Share of the quoted words aligned, 0 to 1.
  public var coverage: Double?
  /// Bits.
  public var score: Double?
  /// Passages at least this good to be expected by chance.
  public var chance: Double?
  public var flags: [Flag] = []
  /// The citation that the answers speak of.
  public var citation: Citation?
  /// Best first.
  public var matches: [Match] = []
  public var parts: [Part] = []
  public var differences: [Difference] = []
  /// Notes that the source gives for the passage.
  public var notes: [Note] = []
  /// When the matched work had the words, by time; empty where no history of it is held.
  public var lifetimes: [Lifetime] = []
  public var history: History?
  /// What is known of the page as it stood in the matched revision, in sentences.
  public var facts: [String] = []
  /// One sentence for people.
  public var reason = ""
  /// What decided the verdict.
  public var rule: VerdictRule
  /// Whether the passage has words that are left out at a mark.
  var hasGaps = false

  init(_ quotation: Quotation, _ verdict: Verdict, by rule: VerdictRule) {
    self.quotation = quotation
    self.verdict = verdict
    self.rule = rule
  }

  /// The headline, the worst first.
  public enum Verdict: String, Sendable {
    case notFound = "not-found"
    case stitched, altered, misattributed, superseded, abridged, verbatim, unverifiable
  }

  public enum Wording: String, Sendable {
    case verbatim, abridged, altered, stitched, none
  }

  public enum Attribution: String, Sendable {
    case asCited = "as-cited"
    case elsewhere, uncited, unreachable
  }

  public enum Currency: String, Sendable {
    case current, superseded
  }

  /// What a reader should know beside the verdict.
  public enum Flag: String, Sendable {
    /// The source quotes these words from someone else.
    case indirect
    /// The words stand in several places, and nothing says which is meant.
    case ambiguous
    /// Letters of another script that look the same.
    case homoglyph
    /// Too few or too common words to tell anything from.
    case short
    /// No work that was searched is in the quotation's language.
    case foreign
    /// The source denies what the words say: "it is false that …".
    case negatedContext = "negated-context"
    /// The source reports what the words say as someone's claim: "some say that …".
    case reportedContext = "reported-context"
    /// The source's sentence goes on with "but", "unless", "not" or the like.
    case stopsBefore = "stops-before"
    /// The source itself marks the passage as disputed.
    case disputed
    /// The source itself marks that the passage lacks a reference.
    case citationNeeded = "citation-needed"
    /// The parts are by different speakers of a conversation.
    case speakerChange = "speaker-change"
    /// The passage stands in a table or an infobox.
    case inTable = "in-table"
    /// The quotation says whose the emphasis is; texts are held without emphasis, so that nobody
    /// checked it.
    case emphasisUnchecked = "emphasis-unchecked"
    /// The document itself says the words elsewhere, as its own.
    case pullQuote = "pull-quote"
  }

  /// A passage with what is known of its work.
  public struct Match: Sendable {
    public var library: String
    public var details: WorkDetails
    public var place: SearchSpace.Place
    /// Of the work's text.
    public var range: ByteRange
    public var text: String
    public var before: String
    public var after: String
    public var section: [String]
    public var occurrences: Int
    public var score: Double
  }

  /// What stands between two marked omissions.
  public struct Part: Sendable {
    /// Of the quotation's text.
    public var range: ByteRange
    public var match: Match?
    public var attribution: Attribution?
  }

  /// A run of revisions that hold the passage.
  public struct Lifetime: Sendable, Equatable {
    /// What brought it in.
    public var from: Revision
    public var last: Revision
    /// What took it out; nil while it stands.
    public var to: Revision?
    /// Revisions whose text can be read.
    public var revisions: Int
  }

  /// How the passage fared over all revisions of its work.
  public struct History: Sendable, Equatable {
    public var holding: Int
    /// All that can be read, and those that cannot.
    public var revisions: Int
    public var hidden: Int
    public var removed: Int
    public var restored: Int
    /// Known contributors who took it out or put it back.
    public var contributors: Int
  }
}
