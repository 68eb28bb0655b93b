internal import FonsAlignment
public import FonsLibrary
internal import FonsText

/// All that is searched: the libraries, in the order in which the user gave them.
public struct SearchSpace: Sendable {
  public struct Member: Sendable {
    public var name: String
    public var retrieval: any Retrieval

    public init(name: String, retrieval: any Retrieval) {
      self.name = name
      self.retrieval = retrieval
    }
  }

  public var members: [Member]

  public init(_ members: [Member]) { self.members = members }

  /// A work of one of the libraries.
  public struct Place: Sendable, Hashable, Comparable {
    public var member: Int
    public var work: WorkID
    /// An older state of the work, by its number in the history; nil for the newest.
    public var revision: Int?

    public init(member: Int, work: WorkID, revision: Int? = nil) {
      self.member = member
      self.work = work
      self.revision = revision
    }

    public static func < (left: Place, right: Place) -> Bool {
      (left.member, left.work, -(left.revision ?? .max))
        < (right.member, right.work, -(right.revision ?? .max))
    }
  }

  /// Running words of everything.
  public var words: Int { members.reduce(0) { $0 + $1.retrieval.extent.words } }
  public var works: Int { members.reduce(0) { $0 + $1.retrieval.extent.works } }

  /// How much was found damaged and left out so far.
  var damages: Int { members.reduce(0) { $0 + $1.retrieval.warnings.count } }

  /// Bits of surprise in each word, by the library in which it is the commonest.
  func information(of words: [Word]) -> [Double] {
    if members.count == 1 { return members[0].retrieval.information(of: words).map(Self.finite) }
    var least = [Double](repeating: .infinity, count: words.count)
    for member in members {
      for (index, bits) in member.retrieval.information(of: words).enumerated() {
        least[index] = min(least[index], bits)
      }
    }
    return least.map(Self.finite)
  }

  private static func finite(_ bits: Double) -> Double {
    bits.isFinite ? bits : Double(Frequencies.unknown) / 2
  }

  /// What is known of words by where they stand: it tells a slip from another word.
  var lexicon: Lexicon {
    Lexicon(words: words, knows: knows, repeats: repeats)
  }

  func knows(_ hash: UInt64) -> Bool { members.contains { $0.retrieval.knows(hash) } }

  private func repeats(_ hash: UInt64) -> Bool {
    members.contains { $0.retrieval.repeats(hash) }
      || members.count { $0.retrieval.knows(hash) } > 1
  }

  /// Candidates for some words, best first: `limit` of them with anchors, and behind them those that
  /// cover all of the words but one.
  func candidates(
    for words: [Word], limit: Int, excluding: Set<Place>
  ) -> [(place: Place, candidate: Candidate)] {
    var result: [(place: Place, candidate: Candidate)] = []
    for index in members.indices {
      let excluded = excluding.lazy.filter { $0.member == index }.map(\.work)
      let query = Query(
        words: words, excluded: excluding.isEmpty ? [] : Set(excluded), copies: words.count - 1)
      for candidate in members[index].retrieval.candidates(for: query, limit: limit) {
        result.append((Place(member: index, work: candidate.work), candidate))
      }
    }
    // Each member's own are in order.
    if members.count > 1 { result.sort { $0.candidate.covered > $1.candidate.covered } }
    return result
  }

  /// Candidates of a second look, those that share the rarest words first.
  func candidatesOfSecondLook(
    for words: [Word], limit: Int
  ) -> [(place: Place, candidate: Candidate)] {
    let query = Query(words: words, isThorough: true)
    return members.indices.flatMap { index in
      members[index].retrieval.candidates(for: query, limit: limit).map {
        (Place(member: index, work: $0.work), $0)
      }
    }.sorted { $0.candidate.bits > $1.candidate.bits }
  }

  /// Works that have the title, address or alias.
  public func works(named name: String) -> [Place] {
    members.indices.flatMap { index in
      members[index].retrieval.works(named: name).map { Place(member: index, work: $0) }
    }
  }

  /// Whether a work's text is exactly these bytes.
  public func holds(_ bytes: [UInt8], at place: Place) -> Bool {
    textCount(of: place) == bytes.count
      && text(of: place, ByteRange(0, bytes.count)) == bytes
  }

  /// The history of a work, or of the work whose old words were found.
  func history(at place: Place) -> History? {
    members[place.member].retrieval.history(of: place.work)
  }

  /// Whether the revisions of a work are held.
  public func hasHistory(at place: Place) -> Bool { history(at: place) != nil }

  /// The work itself, where a candidate is of its old words; nil where it is not.
  func current(of place: Place) -> Place? {
    let work = members[place.member].retrieval.currentWork(of: place.work)
    return work == place.work ? nil : Place(member: place.member, work: work)
  }

  func details(of place: Place) -> WorkDetails? {
    if let revision = place.revision {
      guard let newest = members[place.member].retrieval.details(of: place.work) else { return nil }
      return history(at: place)?.details(of: revision, source: newest.source)
    }
    return members[place.member].retrieval.details(of: place.work)
  }

  func textCount(of place: Place) -> Int {
    if let revision = place.revision {
      return history(at: place)?.text(of: revision)?.count ?? 0
    }
    return members[place.member].retrieval.textCount(of: place.work)
  }

  func text(of place: Place, _ range: ByteRange) -> [UInt8]? {
    if let revision = place.revision {
      guard let text = history(at: place)?.text(of: revision) else { return nil }
      let start = min(text.count, max(0, range.start))
      return Array(text[start..<max(start, min(text.count, range.end))])
    }
    return members[place.member].retrieval.text(of: place.work, range)
  }
}
