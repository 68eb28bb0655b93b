import FonsAlignment
import FonsDocument
import FonsFormat
import FonsLibrary
import FonsSource
import FonsTesting
import FonsText
import FonsVerdict
import Testing

/// Quotations of a work whose revisions are held: which state they are compared with, and what is said
/// of the others.
@Suite struct HistoryVerdictTests {
  private static let title = "Weir of Orle"
  private static let tail =
    " It raises the river by two metres, so that barges of the peat works can pass at every season."
  private static func built(_ year: Int, by brothers: String = "the brothers Lund") -> String {
    "The weir at Orle was built in \(year) by \(brothers), who owned the mill and the ferry."
  }

  /// A judge over one history, and one work without.
  private final class Court {
    let folder: TemporaryFolder
    let judge: Judge

    init(_ states: [String?]) throws {
      folder = try TemporaryFolder()
      let page = PageRevision.Page(
        title: HistoryVerdictTests.title, url: "https://w.example/wiki/Weir_of_Orle", language: "en"
      )
      try LibraryWriter(folder.path).add(name: "wiki", from: "wiki") { source in
        for (index, state) in states.enumerated() {
          let markup = state.map { Array($0.utf8) } ?? []
          var hash = Hasher()
          hash.combine(state)
          try source.add(
            PageRevision(
              page: page,
              revision: Revision(
                id: 1 + index, time: "200\(index)-05-01T00:00:00Z",
                contributor: "Editor \(index % 2)"),
              digest: .init(high: 0, low: UInt64(bitPattern: Int64(hash.finalize()))),
              content: state == nil
                ? .hidden
                : .new(
                  markup: markup, plain: page.renderer.render(markup, title: page.title).text)))
        }
        try source.add(
          Work(
            title: "Ferry of Orle", url: "https://w.example/wiki/Ferry_of_Orle",
            text: Array("The ferry at Orle was drawn by two oxen until it sank in a storm.".utf8)))
      }
      judge = Judge(
        SearchSpace([.init(name: "test", retrieval: try Library(folder.path))]))
    }

    func find(_ text: String, cited address: String? = nil, on date: String? = nil) -> Finding {
      var quotation = DocumentReader.given(Array(text.utf8))
      if let address {
        quotation.citations = [
          Citation(kind: .url, value: address, range: ByteRange(0, 0), binding: .sentence)
        ]
      }
      return judge.finding(for: quotation, Judge.Context(date: date))
    }
  }

  private static let address = "https://w.example/wiki/Weir_of_Orle"

  private func court() throws -> Court {
    try Court([
      Self.built(1820) + Self.tail, Self.built(1822) + Self.tail, "", nil,
      Self.built(1820) + Self.tail, Self.built(1824) + Self.tail,
    ])
  }

  private func runs(_ finding: Finding) -> [[Int?]] {
    finding.lifetimes.map { [$0.from.id, $0.last.id, $0.to?.id] }
  }

  @Test(arguments: [nil, address])
  func wordsOfThePast(cited: String?) throws {
    let finding = try court().find(Self.built(1820), cited: cited)
    #expect(finding.verdict == .superseded)
    #expect(finding.wording == .verbatim)
    #expect(finding.faithful == true)
    #expect(finding.currency == .superseded)
    #expect(finding.attribution == (cited == nil ? .uncited : .asCited))
    #expect(finding.asOf == "2005-05-01T00:00:00Z")
    #expect(runs(finding) == [[1, 1, 2], [5, 5, 6]])
    #expect(finding.history?.removed == 2)
    #expect(finding.history?.restored == 1)
    #expect(finding.history?.holding == 2)
    #expect(finding.history?.hidden == 1)
    #expect(finding.history?.contributors == 2)
    // The old words, and what stands there now.
    #expect(finding.matches.map(\.text).map { $0.contains("1824") } == [false, true])
    #expect(finding.differences.allSatisfy { $0.weight == .harmless })
  }

  @Test func wordsThatStillStand() throws {
    let finding = try court().find(Self.built(1824), cited: Self.address)
    #expect(finding.verdict == .verbatim)
    #expect(finding.currency == .current)
    #expect(runs(finding) == [[6, 6, nil]])
    let both = try court().find(
      "It raises the river by two metres, so that barges of the peat works can pass", cited: nil)
    #expect(both.currency == .current)
    #expect(runs(both) == [[1, 2, 3], [5, 6, nil]])
  }

  /// The year tells which state was meant, whatever else was done to the words.
  @Test(arguments: [(1820, [1, 5]), (1822, [2]), (1824, [6])])
  func damagedWords(year: Int, first: [Int]) throws {
    let finding = try court().find(
      "The weir at Orle was raised in \(year) by the brothers Lund, who sold the mill and the ferry.",
      cited: Self.address)
    #expect(finding.wording == .altered)
    #expect(finding.lifetimes.map(\.from.id) == first)
    #expect(finding.differences.filter { $0.weight == .major }.count == 2)
  }

  /// Where nothing tells the wordings apart, the newest; of those that are gone, the one that stood longest.
  @Test func wordsThatFitSeveralStates() throws {
    let text = "The weir at Orle was built by the brothers Lund, who owned the mill and the ferry."
    let states = [
      Self.built(1820), Self.built(1822), Self.built(1822) + Self.tail, Self.built(1822), "",
    ]
    let gone = try Court(states + ["Nothing is left of the weir."]).find(text)
    #expect(runs(gone) == [[2, 4, 5]])
    #expect(gone.facts.contains { $0.hasPrefix("Another wording of the page's past") })
    let stands = try Court(states + [Self.built(1824)]).find(text)
    #expect(runs(stands) == [[6, 6, nil]])
    #expect(stands.currency == .current)
  }

  @Test func theRevisionThatAnAddressAsksFor() throws {
    let court = try court()
    func asked(_ id: Int, _ text: String) -> Finding {
      court.find(text, cited: "https://w.example/w/index.php?title=Weir_of_Orle&oldid=\(id)")
    }
    let own = asked(2, Self.built(1822))
    #expect(own.verdict == .superseded)
    #expect(own.matches.first?.details.revision.id == 2)
    // The words of another state than the one that was asked for are not its words.
    let other = asked(2, Self.built(1820))
    #expect(other.wording == .altered)
    #expect(other.matches.first?.details.revision.id == 2)
    // An emptied or hidden state has none: the nearest counts.
    for id in [3, 4, 77] {
      let finding = asked(id, Self.built(1822))
      #expect(finding.wording == .verbatim)
      #expect(finding.matches.first?.details.revision.id == 2)
    }
  }

  @Test(arguments: [
    ("2000-06", 1), ("2001-05-01", 2), ("2001-05-01T00:00:00Z", 2), ("2004", 5), ("2099", 6),
    ("1999", 6), (nil, 6),
  ])
  func theDocumentsDate(date: String?, revision: Int) throws {
    let text = "It raises the river by two metres, so that barges of the peat works can pass"
    let finding = try court().find(text, cited: Self.address, on: date)
    #expect(finding.verdict == .verbatim)
    #expect(finding.matches.first?.details.revision.id == revision)
    #expect(finding.currency == .current)
  }

  /// A date cannot make words wrong that another state has.
  @Test func aDateIsNoProof() throws {
    let finding = try court().find(Self.built(1820), cited: Self.address, on: "2001-07-01")
    #expect(finding.wording == .verbatim)
    #expect(finding.verdict == .superseded)
    #expect(runs(finding) == [[1, 1, 2], [5, 5, 6]])
  }

  @Test func worksWithoutAHistory() throws {
    let finding = try court().find(
      "The ferry at Orle was drawn by two oxen until it sank in a storm.")
    #expect(finding.verdict == .verbatim)
    #expect(finding.lifetimes.isEmpty)
    #expect(finding.history == nil)
    #expect(finding.currency == nil)
  }

  /// A quotation that was taken from the wikitext itself.
  @Test func quotedMarkup() throws {
    let court = try Court([
      "The ''[[weir]]'' at Orle was built by the brothers Lund&#8217;s men, who were paid in rye.",
      "The weir at Orle was built by the brothers Lund’s men, who were paid in rye.",
    ])
    let markup = court.find(
      "The ''[[weir]]'' at Orle was built by the brothers Lund&#8217;s men, who were paid in rye.")
    #expect(runs(markup) == [[1, 1, 2]])
    let entity = court.find("was built by the brothers Lund&#8217;s men, who were paid in rye.")
    #expect(runs(entity) == [[1, 1, 2]])
    let read = court.find(
      "The weir at Orle was built by the brothers Lund’s men, who were paid in rye.")
    #expect(runs(read) == [[1, 2, nil]])
  }
}
