import FonsText
import Testing

@Suite struct MeaningTableTests {
  private static func hash(_ word: String) -> UInt64 { Words.scan(Array(word.utf8))[0].hash }

  @Test func wordsHaveTheKindsOfTheirLanguage() throws {
    let english = try #require(MeaningWords.all.first)
    #expect(english.language == "en")
    #expect(english.has(Self.hash("not"), .negation))
    #expect(english.kinds(Self.hash("not")).contains(.negation))
    #expect(!english.kinds(Self.hash("not")).contains(.month))
    #expect(english.kinds(Self.hash("harbour")).isEmpty)
    #expect(english.kinds(Self.hash("march")).isDisjoint(with: [.negation, .denial]))
    #expect(!english.kinds(Self.hash("april")).isDisjoint(with: [.month]))
    #expect(MeaningWords.isUnit(Self.hash("km")))
    #expect(!MeaningWords.isUnit(Self.hash("harbour")))
  }

  @Test(arguments: [
    ("the harbour was closed by the ice and they waited for it", "en"),
    ("der Hafen war durch das Eis geschlossen und sie warteten auf ihn", "de"),
    ("le port était fermé par les glaces et ils attendaient dans la ville", "fr"),
    ("harbour ice ferry slip", "und"),
  ])
  func theLanguageIsToldByFunctionWords(_ item: (text: String, language: String)) {
    #expect(
      MeaningWords.forLanguage(of: Words.scan(Array(item.text.utf8))).language == item.language)
  }

  @Test func aSharedWordIsAFunctionWordElsewhere() throws {
    let english = try #require(MeaningWords.all.first)
    #expect(english.isFunctionElsewhere(Self.hash("und")))
    #expect(!english.isFunctionElsewhere(Self.hash("harbour")))
  }
}
