import FonsDocument
import FonsText
import Testing

/// Parts, omissions, brackets and note markers of a quoted text.
struct AnatomyTests {
  private func given(_ text: String) -> Quotation { DocumentReader.given(Array(text.utf8)) }

  @Test(arguments: [
    ("The gate ... was shut", "..."), ("The gate … was shut", "…"),
    ("The gate . . . was shut", ". . ."), ("The gate [...] was shut", "[...]"),
    ("The gate […] was shut", "[…]"), ("The gate (...) was shut", "(...)"),
    ("The gate (…) was shut", "(…)"), ("The gate [. . .] was shut", "[. . .]"),
    ("The gate — — was shut", "— —"), ("The gate [---] was shut", "[---]"),
    ("Das Tor [gekürzt] war zu", "[gekürzt]"), ("門は(中略)閉じていた", "(中略)"),
    ("門は（中略）閉じていた", "（中略）"),
  ])
  func omissionsDivide(_ text: String, _ mark: String) {
    let quotation = given(text)
    #expect(quotation.omissionTexts == [mark])
    #expect(quotation.parts.count == 2)
  }

  @Test(arguments: [
    ("... and the gate was shut", 1), ("the gate was shut …", 1), ("… the gate was shut …", 2),
  ])
  func omissionsAtTheEndsAreRecorded(_ text: String, _ count: Int) {
    let quotation = given(text)
    #expect(quotation.omissions.count == count)
    #expect(quotation.parts.count == 1)
  }

  @Test(arguments: [
    ("They left [the harbour] at dawn", "words [the harbour]"),
    ("[They] left the harbour at dawn", "words [They]"),
    ("The ship did [not] leave the quay", "words [not]"),
    ("an iron [2Fe-2S] cluster, they found", "words [2Fe-2S]"),
    ("an interval [95% CI] was given", "words [95% CI]"),
    ("[T]he ship left the quay", "letters [T]"), ("the harbo[u]r was shut", "letters [u]"),
    ("he overlook[s] the quay", "letters [s]"), ("the recieved [sic] letter", "sic [sic]"),
    ("the recieved (sic) letter", "sic (sic)"), ("the recieved [!] letter", "sic [!]"),
    ("all of it [emphasis added]", "emphasisNote [emphasis added]"),
    ("all of it (emphasis mine)", "emphasisNote (emphasis mine)"),
    ("das alles [Hervorhebung im Original]", "emphasisNote [Hervorhebung im Original]"),
  ])
  func bracketsHaveKinds(_ text: String, _ expected: String) {
    #expect(given(text).insertionTexts == [expected])
    #expect(given(text).noteMarkers.isEmpty)
  }

  @Test(arguments: [
    ("The mill was built here.[7] It stands.", "7"), ("The mill was built in 1931.[d] It", "d"),
    ("The mill[12] stands", "12"), ("The mill [citation needed] stands", "citation needed"),
    ("some say [who?] it stands", "who?"), ("The mill stands.[note 3]", "note 3"),
    ("The mill stands.⁷ It does", "7"), ("The mill† stands", "†"), ("The mill* stands", "*"),
  ])
  func noteMarkersAreFound(_ text: String, _ marker: String) {
    #expect(given(text).markers == [marker])
    #expect(given(text).insertions.isEmpty)
  }

  @Test(arguments: [
    "It carried (1) mail and (2) people", "The works (1937) were lost", "about 10⁹ grains of sand",
    "an area of 12 km² in all", "The works of [1937] were lost",
  ])
  func otherNumbersAreNoMarkers(_ text: String) {
    #expect(given(text).noteMarkers.isEmpty)
  }

  @Test(arguments: [
    "“the lamp was lit”", "\"the lamp was lit\"", "«the lamp was lit»", "„the lamp was lit“",
    "'the lamp was lit'", "  the lamp was lit\n",
  ])
  func oneEnclosingPairIsTakenOff(_ text: String) {
    let quotation = given(text)
    #expect(String(decoding: quotation.text, as: UTF8.self) == "the lamp was lit")
    #expect(quotation.marks == .given)
    let bytes = Array(text.utf8)
    let original = quotation.origin.original(of: quotation.parts[0])
    #expect(String(decoding: bytes[original.range], as: UTF8.self) == "the lamp was lit")
  }

  @Test func marksOfTwoQuotationsStay() {
    let text = "“one” and “two”"
    #expect(String(decoding: given(text).text, as: UTF8.self) == text)
  }

  @Test(arguments: ["", " ", "\"", "\"\"", "[", "...", "'"])
  func emptyOnesDoNotFail(_ text: String) {
    #expect(given(text).noteMarkers.isEmpty)
  }
}
