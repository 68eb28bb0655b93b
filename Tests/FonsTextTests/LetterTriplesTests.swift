import FonsText
import Testing

@Suite struct LetterTriplesTests {
  @Test(arguments: [
    "internally", "skeptical", "harbour", "lighthouse", "father", "clearly", "dearly",
  ])
  func wordsAreNotStrange(_ word: String) {
    #expect(!LetterTriples.isStrange(Array(word.utf8)))
  }

  @Test(arguments: ["intcrnally", "skcptical", "welcber", "betwcen"])
  func whatMachinesMisreadIs(_ word: String) {
    #expect(LetterTriples.isStrange(Array(word.utf8)))
  }

  @Test func otherScriptsAreNeverStrange() {
    #expect(!LetterTriples.isStrange(Array("гавань".utf8)))
    #expect(!LetterTriples.isStrange(Array("xq".utf8)))
  }
}
