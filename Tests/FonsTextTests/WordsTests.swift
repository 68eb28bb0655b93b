import FonsText
import Testing

@Suite struct WordsTests {
  private func folded(_ text: String) -> [String] {
    Words.folded(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("The Quick, brown fox!", ["the", "quick", "brown", "fox"]),
    ("don\u{2019}t DON'T", ["don't", "don't"]),
    (
      "re\u{301}sume\u{301} résumé ﬁne ſhip straße",
      ["resume", "resume", "fine", "ship", "strasse"]
    ),
    ("1,200 and 1200 and 3.5", ["1200", "and", "1200", "and", "3.5"]),
    ("10⁹ is not 109", ["10^9", "is", "not", "109"]),
    ("H₂O and m²", ["h2o", "and", "m^2"]),
    ("harbour⁷ and sea.¹²", ["harbour", "and", "sea"]),
    ("-5 or 60-75 or 1990 -2000", ["-5", "or", "60", "75", "or", "1990", "2000"]),
    ("the light[7] was[citation needed] out[d].", ["the", "light", "was", "out"]),
    ("[T]he and (1) and (1937)", ["t", "he", "and", "1", "and", "1937"]),
    ("light-\nhouse and well-\n  known", ["lighthouse", "and", "wellknown"]),
    ("soft\u{AD}ly zero\u{200B}width", ["softly", "zerowidth"]),
    ("灯台の光", ["灯", "台", "の", "光"]),
    ("35 % of €5 & more", ["35", "%", "of", "€", "5", "and", "more"]),
    ("p < 0.05 <b>", ["p", "<", "0.05", "b"]),
  ])
  func folds(_ text: String, _ words: [String]) {
    #expect(folded(text) == words)
  }

  @Test func sameWordsHaveOneHash() {
    let pairs = [("Résumé", "resume"), ("“don’t”", "don't"), ("ＦＵＬＬ", "full"), ("1,200", "1200")]
    for (left, right) in pairs {
      #expect(Words.scan(Array(left.utf8)).map(\.hash) == Words.scan(Array(right.utf8)).map(\.hash))
    }
  }

  @Test func differentWordsDoNot() {
    let pairs = [("were", "we're"), ("10⁹", "109"), ("-5", "5"), ("3.5", "35")]
    for (left, right) in pairs {
      #expect(Words.scan(Array(left.utf8)).map(\.hash) != Words.scan(Array(right.utf8)).map(\.hash))
    }
  }

  /// Whatever the bytes are, words lie in order within them.
  @Test func anyBytesGiveWordsInOrder() {
    var generator = SystemRandomNumberGenerator()
    for length in 0...130 {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        var end = 0
        for word in Words.scan(bytes) {
          #expect(Int(word.start) >= end && Int(word.end) <= length && word.length > 0)
          end = Int(word.end)
        }
      }
    }
  }

  @Test func aLongWordIsCut() {
    let words = Words.scan([UInt8](repeating: 97, count: 5000))
    #expect(words.count == 5)
    #expect(words.reduce(0) { $0 + Int($1.length) } == 5000)
  }
}
