import FonsText
import Testing

@testable import FonsDocument

@Suite struct PhraseWordTests {
  /// What is read from bytes is what is read from characters.
  @Test func bytesAndCharactersReadTheSame() {
    let cores = [
      "", "a", "Mill", "1871", "e.g", "U.S", "don't", "mill-race", "x2", "É", "Mühle", "Wm", "pp",
      "l’acte", "naïve", "水車", "(a", "a)b", "No",
    ]
    let marks = [
      "", ".", "..", "\"", "“", "”", "’", "'", "(", ").", ".)", ",”", "—", "…", "*", "!?",
    ]
    var compared = 0
    for core in cores {
      for head in marks {
        for tail in marks where !(head + core + tail).isEmpty {
          let raw = head + core + tail
          let bytes = Array(raw.utf8)
          let range = ByteRange(0, bytes.count)
          guard let word = PhraseWord(ascii: bytes[...], range) else { continue }
          compared += 1
          let other = PhraseWord(raw, range)
          #expect(word.text == other.text, "\(raw)")
          #expect(word.lower == other.lower, "\(raw)")
          #expect(word.head == other.head, "\(raw)")
          #expect(word.tail == other.tail, "\(raw)")
          #expect(!other.hasArticle, "\(raw)")
        }
      }
    }
    #expect(compared > 1_500)
  }

  @Test func noMoreWordsAreReadThanAskedFor() {
    let text = Array("The mill stood empty for nine winters.".utf8)
    let range = ByteRange(0, text.count)
    #expect(PhraseWord.scan(text, range, most: 3).map(\.text) == ["The", "mill", "stood"])
    #expect(PhraseWord.scan(text, range).count == 7)
  }
}
