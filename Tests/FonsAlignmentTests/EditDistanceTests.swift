import FonsAlignment
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("harbour", "harbour", 0), ("harbour", "harbor", 1),
    ("form", "from", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
  ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(EditDistance.between(Array(a.utf8), Array(b.utf8), limit: 9) == expected)
    #expect(EditDistance.between(Array(b.utf8), Array(a.utf8), limit: 9) == expected)
  }

  @Test func whatIsBeyondTheLimitIsOnlySaidToBe() {
    #expect(EditDistance.between(Array("abcdefgh".utf8), Array("zzzzzzzz".utf8), limit: 2) == 3)
  }
}
