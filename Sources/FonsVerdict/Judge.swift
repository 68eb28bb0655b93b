internal import FonsAlignment
public import FonsDocument
internal import FonsLibrary
public import FonsText

/// Gives the three answers for a quotation.
public struct Judge: Sendable {
  let space: SearchSpace

  public init(_ space: SearchSpace) { self.space = space }

  /// What the document around a quotation adds to it.
  public struct Context: Sendable {
    /// The document itself, where a library holds it.
    public var excluded: Set<SearchSpace.Place>
    /// Citations that touch two quotations.
    public var shared: Set<ByteRange>
    /// Quotations whose words the document says elsewhere as its own.
    public var repeated: Set<ByteRange>
    /// The document's own date, ISO 8601 or the beginning of it: what a cited work said then is what it
    /// is compared with first.
    public var date: String?
    /// Why cited works could not be read, in sentences, by the citation's value.
    public var unread: [String: String] = [:]
    /// Whether there is no document: somebody asks where some words are from.
    public var isBare = false

    public init(
      excluded: Set<SearchSpace.Place> = [], shared: Set<ByteRange> = [],
      repeated: Set<ByteRange> = [], date: String? = nil
    ) {
      self.date = date
      self.excluded = excluded
      self.shared = shared
      self.repeated = repeated
    }
  }

  public func finding(for quotation: Quotation, _ context: Context = Context()) -> Finding {
    let damages = space.damages
    let finding = attempt(quotation, context)
    // What was found damaged on the way is left out of the answer altogether.
    return space.damages == damages ? finding : attempt(quotation, context)
  }

  private func attempt(_ quotation: Quotation, _ context: Context) -> Finding {
    let quoted = QuotedText(quotation)
    guard !quoted.words.isEmpty else {
      var finding = Finding(quotation, .unverifiable, by: .noWords)
      finding.reason = "It holds no words that could be compared."
      return finding
    }
    let weights = space.information(of: quoted.words)
    let finder = PassageFinder(
      space: space, quoted: quoted, weights: weights, excluded: context.excluded)
    let trial = Trial(
      space: space, quoted: quoted, weights: weights, finder: finder,
      resolved: CitationResolver(space: space).resolve(quotation.citations), context: context)
    return trial.finding()
  }
}
