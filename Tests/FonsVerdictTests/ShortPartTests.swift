import FonsVerdict
import Testing

/// Omissions that leave no part long enough to be sure of a place in the index.
@Suite struct ShortPartTests {
  @Test(arguments: [
    (
      "The dyke master paid every shoveller in smoked eels and candle ends until Candlemas.",
      "The dyke master paid … smoked eels and candle ends"
    ),
    (
      "Kleinere Umbauten wurden in den vier folgenden Wintern von Zimmerleuten aus Orle vorgenommen.",
      "Kleinere Umbauten wurden … Zimmerleuten aus Orle vorgenommen"
    ),
  ])
  func areFoundByTheirWords(_ item: (source: String, quoted: String)) throws {
    let text = Phenomenon.before + item.source + Phenomenon.after
    let finding = try Bench(text).find(item.quoted)
    #expect(finding.verdict == .abridged, "\(finding.reason)")
    #expect(finding.attribution == .uncited)
  }

  @Test(arguments: [
    "The otter wardens paid … smoked plums and needle cases",
    "Größere Fenster wurden … Glasern aus Wende eingesetzt",
  ])
  func areNotMadeUp(_ quoted: String) throws {
    let finding = try Bench(
      Phenomenon.before
        + "The dyke master paid every shoveller in smoked eels and candle ends until Candlemas."
    ).find(quoted)
    #expect(finding.verdict != .abridged && finding.verdict != .verbatim)
    #expect(finding.faithful != true)
  }
}
