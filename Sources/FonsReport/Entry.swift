public import FonsText

extension Report {
  /// What Fons says of one quotation.
  public struct Entry: Sendable, Codable, Equatable {
    /// `q1`, `q2`… in document order, or the `id` that came with a streamed text.
    public var id: String
    public var range: ByteRange
    /// From 1.
    public var line: Int
    public var text: String
    /// The marks as they stand: `“ ”`, `>`, `blockquote`.
    public var marks: String
    public var verdict: Headline
    public var faithful: Bool?
    /// One sentence for people.
    public var reason: String
    /// Whether the policy lets it pass.
    public var passes: Bool
    /// Why it does not pass, in half sentences; empty where it does.
    public var obstacles: [String]
    /// Name of the rule that decided the verdict.
    public var rule: String
    /// That rule; nil where the report was not asked to explain.
    public var explanation: RuleInfo?
    public var wording: Wording?
    public var attribution: Attribution?
    public var currency: Currency?
    /// Time of the newest revision of the matched work that was read, ISO 8601.
    public var asOf: String?
    /// Share of the quoted words aligned, 0 to 1.
    public var coverage: Double?
    /// `indirect`, `ambiguous`, `homoglyph`, `short`, `foreign`, `negated-context`,
    /// `reported-context`, `stops-before`, `disputed`, `citation-needed`, `speaker-change`,
    /// `in-table`, `emphasis-unchecked`, `pull-quote`…
    public var flags: [String]
    /// Bits of information in the aligned words.
    public var score: Double?
    /// Passages at least this good to be expected by chance in all that was searched.
    public var chance: Double?
    public var citation: CitationInfo
    /// Best first.
    public var matches: [Match]
    public var parts: [Part]
    public var differences: [Difference]
    public var lifetimes: [Lifetime]
    /// nil where no history of the matched work is held.
    public var history: HistoryInfo?
    /// Notes that the source gives for the matched passage.
    public var notes: [NoteInfo]
    /// What is known of the page that the passage stands on, in sentences: its protection, how often
    /// the passage was removed and restored.
    public var facts: [String]
    public var evidence: [Evidence]

    public init(id: String, range: ByteRange, line: Int, text: String, marks: String) {
      self.id = id
      self.range = range
      self.line = line
      self.text = text
      self.marks = marks
      verdict = .unverifiable
      reason = ""
      passes = false
      obstacles = []
      rule = "verdict.unverifiable"
      flags = []
      citation = CitationInfo(kind: "none", value: nil, range: nil, binding: nil)
      matches = []
      parts = []
      differences = []
      lifetimes = []
      notes = []
      facts = []
      evidence = []
    }
  }

  /// The one verdict, the worst first.
  public enum Headline: String, Sendable, Codable, CaseIterable {
    case notFound = "not-found"
    case stitched, altered, misattributed, superseded, abridged, verbatim, unverifiable
  }

  /// Are these the source's words?
  public enum Wording: String, Sendable, Codable, CaseIterable {
    case verbatim, abridged, altered, stitched, none
  }

  /// Is it from where the document says?
  public enum Attribution: String, Sendable, Codable, CaseIterable {
    case asCited = "as-cited"
    case elsewhere, uncited, unreachable
  }

  /// Does the source still say it?
  public enum Currency: String, Sendable, Codable, CaseIterable {
    case current, superseded
  }

  public struct CitationInfo: Sendable, Codable, Equatable {
    /// `url`, `title`, `author`, `note` or `none`.
    public var kind: String
    public var value: String?
    public var range: ByteRange?
    /// How it was tied to the quotation; `ambiguous` where the words could not decide.
    public var binding: String?

    public init(kind: String, value: String?, range: ByteRange?, binding: String?) {
      self.kind = kind
      self.value = value
      self.range = range
      self.binding = binding
    }
  }

  /// A passage that corresponds to the quotation.
  public struct Match: Sendable, Codable, Equatable {
    public var library: String
    public var work: WorkInfo
    public var revision: RevisionInfo
    /// Of the work's plain text.
    public var range: ByteRange
    public var text: String
    /// The words before and after the passage.
    public var before: String
    public var after: String
    /// Headings over the passage, outermost first, joined by ` › `; nil above the first heading.
    public var section: String?
    /// Places where these words stand, this one included.
    public var occurrences: Int

    public init(
      library: String, work: WorkInfo, revision: RevisionInfo, range: ByteRange, text: String,
      before: String, after: String, section: String?, occurrences: Int
    ) {
      self.library = library
      self.work = work
      self.revision = revision
      self.range = range
      self.text = text
      self.before = before
      self.after = after
      self.section = section
      self.occurrences = occurrences
    }
  }

  public struct WorkInfo: Sendable, Codable, Equatable {
    public var title: String
    public var url: String?
    /// What the library was built from.
    public var source: String

    public init(title: String, url: String?, source: String) {
      self.title = title
      self.url = url
      self.source = source
    }
  }

  public struct RevisionInfo: Sendable, Codable, Equatable {
    public var id: Int?
    /// ISO 8601.
    public var time: String?
    public var contributor: String?

    public init(id: Int?, time: String?, contributor: String? = nil) {
      self.id = id
      self.time = time
      self.contributor = contributor
    }
  }

  /// What stands between two marked omissions, with its own place.
  public struct Part: Sendable, Codable, Equatable {
    /// Of the document.
    public var range: ByteRange
    public var match: Match?
    public var attribution: Attribution?

    public init(range: ByteRange, match: Match?, attribution: Attribution?) {
      self.range = range
      self.match = match
      self.attribution = attribution
    }
  }

  /// A run of revisions that hold the matched passage, byte for byte.
  public struct Lifetime: Sendable, Codable, Equatable {
    /// The revision that brought it in.
    public var from: RevisionInfo
    /// The first revision without the passage, which took it out; nil while it stands.
    public var to: RevisionInfo?
    /// The last revision with it.
    public var last: RevisionInfo?
    /// Revisions of the run whose text can be read.
    public var revisions: Int?

    public init(
      from: RevisionInfo, to: RevisionInfo?, last: RevisionInfo? = nil, revisions: Int? = nil
    ) {
      self.from = from
      self.to = to
      self.last = last
      self.revisions = revisions
    }
  }

  /// How the passage fared over all revisions of its work. Facts, no judgement.
  public struct HistoryInfo: Sendable, Codable, Equatable {
    /// Revisions that hold it, of all that can be read, and those that cannot.
    public var holding: Int
    public var revisions: Int
    public var hidden: Int
    /// How often it was taken out, and put back.
    public var removed: Int
    public var restored: Int
    /// Known contributors who did either.
    public var contributors: Int

    public init(
      holding: Int, revisions: Int, hidden: Int, removed: Int, restored: Int, contributors: Int
    ) {
      self.holding = holding
      self.revisions = revisions
      self.hidden = hidden
      self.removed = removed
      self.restored = restored
      self.contributors = contributors
    }
  }

  public struct NoteInfo: Sendable, Codable, Equatable {
    public var marker: String
    public var text: String
    public var urls: [String]

    public init(marker: String, text: String, urls: [String]) {
      self.marker = marker
      self.text = text
      self.urls = urls
    }
  }

  public struct Evidence: Sendable, Codable, Equatable {
    public var url: String?
    public var time: String?
    /// Of the answer as it came, which is the block of the record.
    public var sha256: String
    /// File of web archive.
    public var file: String?
    /// `urn:uuid:…` of the record in it.
    public var record: String?

    public init(url: String?, time: String?, sha256: String, file: String?, record: String? = nil) {
      self.record = record
      self.url = url
      self.time = time
      self.sha256 = sha256
      self.file = file
    }
  }
}
