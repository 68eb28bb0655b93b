import FonsAlignment
import FonsDocument
import FonsText
import Testing

/// Words that a machine misread, in a library that is large enough to know the others.
@Suite struct MisreadTests {
  /// All differences of a quotation with a source of which every word stands elsewhere too, but for
  /// some; of which no word of `unknown` stands elsewhere.
  private func differences(
    _ quoted: String, _ source: String, once: Set<String>, words: Int = 2_000_000
  ) -> [Difference] {
    let text = QuotedText(DocumentReader.given(Array(quoted.utf8)))
    let window = SourceWindow(Array(source.utf8), base: 0)
    let rare = Set(once.map { Words.scan(Array($0.utf8))[0].hash })
    let lexicon = Lexicon(
      words: words, knows: { _ in true }, repeats: { hash in !rare.contains(hash) })
    let aligner = Aligner(text, weights: [Double](repeating: 10, count: text.words.count))
    guard let alignment = aligner.align(text.words.indices, window) else { return [] }
    return DifferenceFinder(text, window, lexicon: lexicon).differences(alignment)
  }

  @Test(arguments: [
    ("o tom nebylo pochybnosti v celém kraji", "pochybnosti", "pocbybnosti"),
    ("erano innumerevoli le barche sul lago", "innumerevoli", "innurnerevoli"),
    ("die Brücke wurde gefunden und gezählt", "gefunden", "gefundcn"),
    ("tenían que cumplir la palabra dada ayer", "cumplir", "curnplir"),
  ])
  func aWordThatStandsNowhereElseIsMisread(_ text: String, _ word: String, _ slip: String) {
    let source = text.replacing(word, with: slip)
    let inSource = differences(text, source, once: [slip])
    #expect(inSource.map(\.kind) == [.ocr])
    #expect(inSource.map(\.weight) == [.harmless])
    let inQuotation = differences(source, text, once: [slip])
    #expect(inQuotation.map(\.kind) == [.ocr])
    #expect(inQuotation.map(\.weight) == [.minor])
  }

  @Test(arguments: [
    ("the boys were told to fear the cloak", "fear", "tear"),
    ("the band played on the old bridge", "band", "hand"),
    ("das Haus stand lange am Ufer allein", "lange", "lauge"),
    ("era una casa muy grande y vacía", "casa", "cosa"),
  ])
  func twoWordsThatStandElsewhereAreTwo(_ text: String, _ word: String, _ other: String) {
    let source = text.replacing(word, with: other)
    #expect(differences(text, source, once: []).map(\.weight) == [.major])
  }

  @Test func ofASmallLibraryManyWordsStandOnce() {
    let text = "die Magd trug ein Bund Holz ins Haus"
    let source = text.replacing("Bund", with: "Hund").lowercased()
    let found = differences(text.lowercased(), source, once: ["hund"], words: 5000)
    #expect(found.map(\.weight) == [.major])
  }

  @Test(arguments: [
    ("y a algunos les dieron pan y sal", "algunos", "algun0s"),
    ("na břehu stál klobouk plný vody", "klobouk", "k1obouk"),
  ])
  func aDigitAmongLettersTells(_ text: String, _ word: String, _ slip: String) {
    let found = differences(text, text.replacing(word, with: slip), once: [], words: 1000)
    #expect(found.map(\.kind) == [.ocr])
  }

  @Test(arguments: [("55", "5s"), ("101", "10l")])
  func digitsBesideDigitsAreNumbers(_ quoted: String, _ source: String) {
    let text = "the bell rang for \(quoted) in the old tower"
    let found = differences(text, text.replacing(quoted, with: source), once: [source])
    #expect(found.map(\.weight) == [.major])
  }
}
