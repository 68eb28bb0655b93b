import FonsDocument
import FonsText
import Testing

@testable import FonsAlignment

/// The quick way to the differences of a passage against the long one.
@Suite struct SameBytesTests {
  @Test(arguments: [
    ("the old lamp burns at night", "we saw the old lamp burns at night here"),
    ("the old lamp burns at night", "we saw the old lamp burns at night not."),
    ("das glaubt er", "Und das glaubt er nicht."),
    ("he could see the lamp", "he could see the lamp n't, and left"),
    ("a toll of 5", "they paid a toll of 5 million then"),
    ("a toll of 5", "they paid a toll of 5 % then"),
    ("5 crowns were paid", "there were $5 crowns were paid"),
    ("the “old” lamp burns", "the \"old\" lamp burns"),
    ("the old lamp, which burns", "the old lamp which burns"),
    ("the old lamp  burns", "the old\nlamp burns"),
    ("The old lamp burns", "and the old lamp burns"),
    ("the old [sic] lamp burns", "the old lamp burns"),
    ("the old [harbour] lamp burns", "the old [harbour] lamp burns"),
    ("the old lamp … burns at night", "the old lamp that we saw burns at night"),
    ("the old lamp burns cafÃ© lights", "the old lamp burns café lights"),
  ])
  func bothWaysSayTheSame(_ quoted: String, _ source: String) throws {
    let text = QuotedText(DocumentReader.given(Array(quoted.utf8)))
    let window = SourceWindow(Array(source.utf8), base: 1000)
    let aligner = Aligner(text, weights: [Double](repeating: 10, count: text.words.count))
    let alignment = try #require(aligner.align(text.words.indices, window))
    let lexicon = Lexicon(words: 1_000_000, knows: { _ in true }, repeats: { _ in true })
    let long = DifferenceFinder(text, window, lexicon: lexicon).differences(alignment)
    let quick = DifferenceFinder.differences(text, window, alignment, lexicon: lexicon)
    #expect(quick.map { "\($0)" } == long.map { "\($0)" })
  }

  @Test func equalBytesNeedNoLexicon() throws {
    let text = QuotedText(DocumentReader.given(Array("the old lamp burns at night".utf8)))
    let window = SourceWindow(Array("see the old lamp burns at night here".utf8), base: 0)
    let aligner = Aligner(text, weights: [Double](repeating: 10, count: text.words.count))
    let alignment = try #require(aligner.align(text.words.indices, window))
    #expect(SameBytes(quoted: text, source: window).holds(alignment))
  }

  /// Words that stand twice in a row of each other leave the choice to the general way.
  @Test func theFirstOfTwoEqualPlacesIsTaken() throws {
    let text = QuotedText(DocumentReader.given(Array("the old lamp burns at night".utf8)))
    let words = "the old lamp burns at night"
    let window = SourceWindow(Array("see \(words) and \(words) here".utf8), base: 0)
    let aligner = Aligner(text, weights: [Double](repeating: 10, count: text.words.count))
    #expect(
      aligner.verbatim(text.words.indices, aligner.runs(text.words.indices, window, seed: 3)) == nil
    )
    let alignment = try #require(aligner.align(text.words.indices, window))
    #expect(alignment.steps.allSatisfy { $0.kind == .same })
    #expect(alignment.steps.count == 6)
  }
}
