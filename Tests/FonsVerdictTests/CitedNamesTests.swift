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
    ("Weirs", "Quite other things about weirs and eels are said here at some length."),
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
    return try Bench(Self.others.map { (title: $0.0, text: $0.1) }).judge.finding(for: quotation)
  }

  @Test(arguments: ["The Upper Canal", "The Upper Canal, p. 12", "Romans 1:28"])
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
    "http://localhost:8080/content/texts_en_all/A/The_Upper_Canal",
    "http://localhost:8080/viewer#texts_en_all/A/The_Upper_Canal",
  ])
  func addresses(_ address: String) throws {
    #expect(try finding(.url, address).attribution == .asCited)
  }

  @Test(arguments: ["keeper's diary", "p. 12"])
  func whatOnlyDescribesAWorkAccusesNobody(_ words: String) throws {
    #expect(try finding(.title, words, tentative: true).attribution == .uncited)
    #expect(try finding(.title, words).attribution == .unreachable)
  }
}
