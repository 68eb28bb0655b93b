public import FonsText

/// The one door through which passages are found: grams in, candidates out.
///
/// Local segments stand behind it; a cluster can take their place.
public protocol Retrieval: Sendable {
  /// What there is to search.
  var extent: Extent { get }

  /// Places that share grams with the query, the most promising first; and behind them, without
  /// anchors, those that `Query.copies` asks for.
  func candidates(for query: Query, limit: Int) -> [Candidate]

  /// Text of a work between two of its offsets; nil where it cannot be read.
  func text(of work: WorkID, _ range: ByteRange) -> [UInt8]?

  /// What is known of a work beside its text; nil where it cannot be read.
  func details(of work: WorkID) -> WorkDetails?

  /// Bytes of a work's text.
  func textCount(of work: WorkID) -> Int

  /// Works that have the title, address or alias, through redirects; best first.
  func works(named name: String) -> [WorkID]

  /// The history of a work; nil where it has none. A candidate may be of the old words of a work
  /// (`currentWork`), and then only this tells what stands there.
  func history(of work: WorkID) -> History?

  /// The work that some old words are of; the same work where it is one.
  func currentWork(of work: WorkID) -> WorkID

  /// Whether a word stands anywhere; may be wrong for one absent word in two hundred.
  func knows(_ hash: UInt64) -> Bool

  /// Whether a word stands at two places or more, as far as that is known.
  func repeats(_ hash: UInt64) -> Bool

  /// Places at which the words stand in a row, found by reading everything: for texts that are too
  /// short for the index. At most `limit` of them; nil where there is too much to read.
  func exactPlaces(of words: [Word], limit: Int) -> [ExactPlace]?

  /// What was found damaged and left out, in sentences.
  var warnings: [String] { get }

  /// Bits of surprise in each word, in what there is to search.
  func information(of words: [Word]) -> [Double]
}

/// How much there is to search.
public struct Extent: Sendable, Equatable {
  public var works = 0
  public var revisions = 0
  /// Bytes of plain text.
  public var bytes = 0
  public var words = 0
  /// Time of the newest revision held, ISO 8601.
  public var asOf: String?

  public init() {}
}

/// A work, for as long as the library is open.
public struct WorkID: Sendable, Hashable, Comparable {
  public var segment: Int
  public var work: Int

  public init(segment: Int, work: Int) {
    self.segment = segment
    self.work = work
  }

  public static func < (left: WorkID, right: WorkID) -> Bool {
    (left.segment, left.work) < (right.segment, right.work)
  }
}

/// The words to look for.
public struct Query: Sendable {
  public var words: [Word]
  /// Only this work, where one is given.
  public var within: WorkID?
  /// Whether pairs of content words are looked up, too, in libraries that have them: for what words
  /// in a row did not find.
  public var isThorough: Bool
  /// Works that are left out.
  public var excluded: Set<WorkID>
  /// Places beyond the limit are counted where they cover as many words; by default none does.
  public var copies: Int

  /// Places beyond the limit that are given at most.
  public static let mostCopies = 244

  public init(
    words: [Word], within: WorkID? = nil, isThorough: Bool = false, excluded: Set<WorkID> = [],
    copies: Int = .max
  ) {
    self.words = words
    self.within = within
    self.isThorough = isThorough
    self.excluded = excluded
    self.copies = copies
  }
}

/// A place at which the words of a text stand in a row.
public struct ExactPlace: Sendable {
  public var work: WorkID
  /// Of the work's text.
  public var range: ByteRange
}

/// A place in a work that shares seeds with a query.
public struct Candidate: Sendable {
  /// A gram that query and work share.
  public struct Anchor: Sendable, Equatable {
    /// Index of its first word in the query.
    public var word: Int
    /// Offset in the work's text, to within eight bytes.
    public var offset: Int
  }

  public var work: WorkID
  /// By offset.
  public var anchors: [Anchor]
  /// Distinct words of the query that the anchors cover.
  public var covered: Int
  /// Bits of surprise in what the anchors share with the query, where the search was thorough.
  public var bits = 0.0
  /// From the first anchor to the last.
  public var range: ByteRange {
    ByteRange(anchors.first?.offset ?? 0, anchors.last?.offset ?? 0)
  }
}

extension Retrieval {
  public func history(of work: WorkID) -> History? { nil }
  public func currentWork(of work: WorkID) -> WorkID { work }
}
