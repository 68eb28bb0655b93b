import FonsAlignment
import FonsDocument
import FonsText
import Testing

@Suite struct AlignerTests {
  private func align(_ quoted: String, _ source: String) -> (QuotedText, SourceWindow, Alignment?) {
    let text = QuotedText(DocumentReader.given(Array(quoted.utf8)))
    let window = SourceWindow(Array(source.utf8), base: 1000)
    let aligner = Aligner(text, weights: [Double](repeating: 10, count: text.words.count))
    return (text, window, aligner.align(text.words.indices, window))
  }

  /// `=` same, `j` joined, `r` replaced, `+` added, `-` missing; one letter a step.
  private func shape(_ quoted: String, _ source: String) -> String? {
    align(quoted, source).2?.steps.map { step in
      switch step.kind {
      case .same: "="
      case .joined: "j"
      case .replaced: "r"
      case .added: "+"
      case .missing: String(repeating: "-", count: step.source.count)
      }
    }.joined()
  }

  @Test(arguments: [
    ("the old lamp burns", "see the old lamp burns here", "===="),
    ("the old lamp still burns at night", "the old lamp burns at night", "===+==="),
    ("the old lamp burns at night", "the old lamp no longer burns at night", "===--==="),
    ("the old lamp glows at night here", "the old lamp burns at night here", "===r==="),
    ("the light house stood on the rock", "the lighthouse stood on the rock", "=j===="),
    (
      "a sum of 1200 crowns was paid in full", "a sum of 1 200 crowns was paid in full", "===j====="
    ),
    ("the lamp … at night it burns", "the lamp that we knew at night it burns", "==---===="),
  ])
  func steps(_ quoted: String, _ source: String, _ expected: String) {
    #expect(shape(quoted, source) == expected)
  }

  /// Words that agree by chance, far outside the passage or among others that do not, are no part
  /// of it; words at an end take the place of the source's own within its sentence alone.
  @Test(arguments: [
    (
      "lamp or no lamp as some men say here the harbour stays open all winter",
      "the lamp had gone out. On most days the harbour stays open all winter",
      "+++++++++======"
    ),
    (
      "the harbour stays open all winter as from today",
      "the harbour stays open all winter. Ice is of use",
      "======+++"
    ),
    ("the harbour stays open all summer", "the harbour stays open all winter long", "=====r"),
    ("Our port stays open all winter", "It froze. The harbour stays open all winter", "rr===="),
    ("the harbour stays open all wimter", "the harbour stays open all. winter", "=====r"),
  ])
  func chance(_ quoted: String, _ source: String, _ expected: String) {
    #expect(shape(quoted, source) == expected)
  }

  @Test func nothingInCommonIsNoAlignment() {
    #expect(shape("one two three", "four five six") == nil)
    #expect(shape("one two three", "") == nil)
  }

  /// Whatever is done to a text, the steps follow each other, take every quoted word once and say
  /// `same` of equal words alone.
  @Test func invariants() {
    var random = Generator(state: 11)
    for round in 0..<300 {
      let source = (0..<120).map { _ in "w\(Int.random(in: 0..<60, using: &random))" }
      var quoted = Array(source[20..<Int.random(in: 21...90, using: &random)])
      for _ in 0..<Int.random(in: 0...8, using: &random) where quoted.count > 2 {
        let place = Int.random(in: 0..<quoted.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: quoted.remove(at: place)
        case 1: quoted.insert("x\(round)", at: place)
        case 2: quoted[place] = "y\(round)"
        default: quoted.insert("…", at: place)
        }
      }
      let (text, window, alignment) = align(
        quoted.joined(separator: " "), source.joined(separator: " "))
      guard let steps = alignment?.steps else { continue }
      #expect(steps.flatMap { Array($0.quoted) } == Array(text.words.indices), "round \(round)")
      for (step, next) in zip(steps, steps.dropFirst()) {
        #expect(step.source.upperBound <= next.source.lowerBound, "round \(round)")
      }
      for step in steps where step.kind == .same {
        let left = text.words[step.quoted.lowerBound].hash
        #expect(left == window.words[step.source.lowerBound].hash)
      }
    }
  }

  @Test func whatIsIsolatedIsNoLongerPartOfThePassage() throws {
    let (_, window, alignment) = align(
      "the old lamp burns brightly here", "the old lamp burns brightly here")
    let whole = try #require(alignment)
    let isolated = whole.isolating([4..<6])
    #expect(isolated.aligned == 4)
    #expect(window.text(window.range(try #require(isolated.passage))) == "the old lamp burns")
  }
}

/// Numbers that are the same in every run.
struct Generator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return mix(state, state ^ 0xA076_1D64_78BD_642F)
  }
}
