import FonsDocument
import FonsText
import FonsVerdict
import Testing

/// Under how many names a library's work may be cited.
@Suite struct CitedNamesTests {
  private static let words =
    "the lock keeper wrote down every barge and the colour of its horse until his ink froze"
  private static let others = [
    ("The Upper Canal", "In those years \(words). Nobody read it."),
    ("Romans", "For \(words). So it stands."),
    ("Hamlet", "Enter a ghost: \(words). Exit."),
    ("Weirs", "Quite other things about weirs and eels are said here at some length."),
  ]

  /// As books, articles and files name themselves.
  private static let aliases = [
    "The Upper Canal": [
      "urn:isbn:9780306406157", "doi:10.1000/182", "/books/canal/the-upper-canal.txt",
    ]
  ]

  private func finding(_ kind: Citation.Kind, _ value: String, tentative: Bool = false) throws
    -> Finding
  {
    var quotation = DocumentReader.given(Array(Self.words.utf8))
    quotation.citations = [
      Citation(
        kind: kind, value: value, range: ByteRange(0, 0), binding: .sentence, isTentative: tentative
      )
    ]
    let works = Self.others.map { (title: $0.0, text: $0.1) }
    return try Bench(works, aliases: Self.aliases).judge.finding(for: quotation)
  }

  @Test(arguments: [
    "The Upper Canal", "The Upper Canal, p. 12", "Romans 1:28", "Hamlet 3.1.56", "Hamlet 5.5",
  ])
  func titles(_ title: String) throws {
    let finding = try finding(.title, title)
    #expect(finding.attribution == .asCited)
    #expect(!finding.reason.contains("not quite"))
  }

  @Test(arguments: ["Upper Canal", "The Upper Canal: A History", "Upper Canal (1902)"])
  func nearTitlesAreTold(_ title: String) throws {
    let finding = try finding(.title, title)
    #expect(finding.attribution == .asCited)
    #expect(finding.reason.contains("not quite"))
  }

  @Test(arguments: [
    "https://texts.example/wiki/The_Upper_Canal#Locks",
    "https://web.archive.org/web/2020/https://texts.example/wiki/The_Upper_Canal",
    "https://archive.today/2020.01.01-000000/https://texts.example/wiki/The_Upper_Canal",
    "https://archive.ph/20200101/https://texts.example/wiki/The_Upper_Canal",
    "https://web.archive.org/web/20200101id_/https://texts.example/wiki/The_Upper_Canal",
    "http://localhost:8080/content/texts_en_all/A/The_Upper_Canal",
    "http://localhost:8080/viewer#texts_en_all/A/The_Upper_Canal",
  ])
  func addresses(_ address: String) throws {
    #expect(try finding(.url, address).attribution == .asCited)
  }

  @Test(arguments: [
    "https://doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "urn:isbn:9780306406157",
    "file:///books/canal/the-upper-canal.txt",
  ])
  func numbersAndPaths(_ address: String) throws {
    #expect(try finding(.url, address).attribution == .asCited)
  }

  /// As a document writes them, from the bracket behind the quotation to the work.
  @Test(arguments: [
    "(Roe, doi:10.1000/182)", "(Roe, ISBN 0-306-40615-2, p. 3)", "(Rom. i. 28)",
    "(Hamlet, III.i.56)", "(*The Upper Canal*, p. 12)", "(file:///books/canal/the-upper-canal.txt)",
    "(https://archive.ph/20200101/https://texts.example/wiki/The_Upper_Canal)",
  ])
  func fromTheDocument(_ citation: String) throws {
    let text = "It is said that \"\(Self.words)\" \(citation)."
    let document = try DocumentReader().read(Array(text.utf8), name: nil, format: .markdown)
    let quotation = try #require(document.quotations.first)
    let works = Self.others.map { (title: $0.0, text: $0.1) }
    let finding = try Bench(works, aliases: Self.aliases).judge.finding(for: quotation)
    #expect(finding.attribution == .asCited)
  }

  @Test(arguments: ["keeper's diary", "p. 12"])
  func whatOnlyDescribesAWorkAccusesNobody(_ words: String) throws {
    #expect(try finding(.title, words, tentative: true).attribution == .uncited)
    #expect(try finding(.title, words).attribution == .unreachable)
  }
}
