import FonsText
import Testing

@Suite struct SpellingsTests {
  private func hash(_ word: String) -> UInt64 { Words.scan(Array(word.utf8))[0].hash }

  @Test(arguments: [
    ("plough", "plow"), ("artefact", "artifact"), ("skilful", "skillful"), ("mould", "mold"),
    ("ageing", "aging"), ("encyclopaedia", "encyclopedia"), ("organised", "organized"),
  ])
  func spellingsOfOneWord(_ one: String, _ other: String) {
    #expect(Spellings.areVariants(hash(one), hash(other)))
    #expect(Spellings.areVariants(hash(other), hash(one)))
  }

  @Test(arguments: [
    ("litre", "litter"), ("colour", "collar"), ("bell", "bael"), ("house", "mouse"),
    ("plough", "plough"), ("filter", "philtre"),
  ])
  func otherWords(_ one: String, _ other: String) {
    #expect(!Spellings.areVariants(hash(one), hash(other)))
  }

  @Test func englishWordsAreKnown() {
    for word in ["fear", "tear", "harbour", "harbor", "plough", "modem"] {
      #expect(EnglishWords.contains(hash(word)))
    }
    // A few in two hundred strings that are no words are held too: these are not.
    for word in ["tcar", "hcarbour", "modcm", "gefundcn", "pocbybnosti"] {
      #expect(!EnglishWords.contains(hash(word)))
    }
  }

  @Test func phrasesOfSeveralWords() {
    let words = Words.scan(Array("la sută din războaie".utf8))
    #expect(MeaningWords.phrase(.percent, words) == 2)
    #expect(MeaningWords.phrase(.percent, words[1...]) == 0)
    #expect(MeaningWords.phrase(.exception, Words.scan(Array("anything but strong".utf8))) == 2)
  }
}
