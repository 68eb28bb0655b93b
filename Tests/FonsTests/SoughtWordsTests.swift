import FonsDocument
import FonsFetch
import Testing

@testable import Fons

@Suite("How near a text comes to a quotation")
struct SoughtWordsTests {
  private static let words =
    "The signal mast above the slipway carried eleven flags of different colours."

  private func sought(_ text: String) -> SoughtWords {
    SoughtWords(DocumentReader.given(Array(text.utf8)))
  }

  private func standing(_ quoted: String, in text: String) -> Standing {
    sought(quoted).standing(in: Array(text.utf8))
  }

  private static let filler = String(
    repeating: "Of the boats of the bay and of the people in them much was said. ", count: 40)

  @Test("Words that stand as they are quoted are the nearest that there is")
  func whole() {
    let sought = sought(Self.words)
    let text = Self.filler + Self.words + Self.filler
    #expect(sought.standing(in: Array(text.utf8)).degree == sought.whole)
    #expect(sought.count == 12)
  }

  @Test("A word that is said a thousand times costs no more than others", .timeLimit(.minutes(1)))
  func repeated() {
    let text = Array(repeating: String(repeating: "ha ", count: 1000) + "who ", count: 300).joined()
    let sought = sought(String(repeating: "ha ", count: 2000))
    #expect(sought.standing(in: Array(text.utf8)).degree < sought.whole)
    #expect(standing("one two one two three", in: "one two one two one two three").degree == 6)
  }

  @Test("Each changed word counts, wherever it stands")
  func altered() {
    let text = Self.filler + Self.words + Self.filler
    let one = standing(Self.words.replacing("eleven", with: "seven"), in: text)
    let two = standing(
      Self.words.replacing("eleven", with: "seven").replacing("signal", with: "iron"), in: text)
    #expect(one.degree == 11)
    #expect(two.degree < one.degree)
    #expect(two.degree > 0)
  }

  @Test("Words that stand far from each other are near nothing")
  func scattered() {
    let scattered = [
      "The signal mast", "above the slipway", "carried eleven", "flags of different colours",
    ].joined(separator: " " + Self.filler)
    #expect(standing(Self.words, in: scattered).degree == 0)
    #expect(standing(Self.words, in: Self.filler).degree == 0)
    #expect(standing(Self.words, in: "").degree == 0)
    #expect(standing(Self.words, in: "mast").degree == 0)
  }

  @Test("Wordings of one degree are told apart, whatever stands around them")
  func wordings() {
    let quoted = Self.words.replacing("eleven", with: "seven")
    let first = standing(quoted, in: Self.filler + Self.words)
    let other = standing(quoted, in: Self.words.replacing("eleven", with: "twelve"))
    let same = standing(quoted, in: Self.words + Self.filler + "The signal mast fell.")
    #expect(first.degree == other.degree)
    #expect(first.wording != other.wording)
    #expect(first == same)
  }

  @Test("Parts may stand apart, in their order")
  func parts() {
    let quoted = "The signal mast above the slipway … flags of different colours."
    let text = "The signal mast above the slipway carried eleven flags of different colours."
    #expect(standing(quoted, in: text).degree == sought(quoted).whole)
    let turned = "Flags of different colours hung there. The signal mast above the slipway."
    #expect(standing(quoted, in: turned).degree < sought(quoted).whole)
  }
}
