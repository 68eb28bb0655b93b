import FonsAlignment
import FonsDocument
import FonsVerdict
import Testing

/// Every kind of difference and every way to a verdict has a rule that can be told.
@Suite struct RuleTableTests {
  @Test(arguments: DifferenceKind.allCases)
  func everyKindHasARule(_ kind: DifferenceKind) throws {
    let rule = try #require(Rule.named("difference.\(kind.rawValue)"))
    #expect(
      rule.why.hasSuffix(kind.weight.rawValue) || rule.why.contains(": \(kind.weight.rawValue)"))
    #expect(rule.source.hasPrefix("Fons") || rule.source.hasPrefix("Tests/Phenomena.txt "))
  }

  @Test(arguments: VerdictRule.allCases)
  func everyVerdictHasARule(_ path: VerdictRule) throws {
    let rule = try #require(Rule.named(path.rawValue))
    #expect(!rule.why.isEmpty && !rule.why.hasSuffix("."))
    #expect(rule.source.hasPrefix("Fons") || rule.source.hasPrefix("Tests/Phenomena.txt "))
  }

  @Test func noRuleIsForNothing() {
    let kinds = DifferenceKind.allCases.map { "difference.\($0.rawValue)" }
    let known = Set(kinds + VerdictRule.allCases.map(\.rawValue) + ["difference.ocr.source"])
    #expect(Rule.names == known)
  }

  /// The way to a verdict, by which it can be told why.
  static let paths: [(source: String, quoted: String, rule: VerdictRule)] = [
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      .verbatim
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "The ferry was painted green … by the sons of the cooper.", .abridged
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "The ferry was painted green in the years of the long frost by the sons of the cooper.",
      .alteredMinor
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "The ferry was painted black in the year of the long frost by the sons of the cooper.",
      .alteredMajor
    ),
    (
      "The ferry was painted green in the year of the long frost. Its ropes were made of flax from the mill at Orle.",
      "Its ropes were made of flax from the mill at Orle … The ferry was painted green in the year of the long frost",
      .stitchedOrder
    ),
    (
      "HENK: The ferry was painted green in the year of the long frost.\nMIRA: Its ropes were made of flax from the mill at Orle.",
      "The ferry was painted green in the year of the long frost … Its ropes were made of flax from the mill at Orle.",
      .stitchedSpeakers
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "Eleven glass bottles of vinegar were lowered through the trapdoor while the choir rehearsed upstairs.",
      .notFound
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.", "—",
      .noWords
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "of the vicar", .short
    ),
    (
      "The ferry was painted green in the year of the long frost by the sons of the cooper.",
      "Der Fährmann hatte das Boot im Jahr des langen Frostes mit seinen Söhnen grün gestrichen, und niemand half ihm dabei.",
      .language
    ),
  ]

  @Test(arguments: paths)
  func theVerdictNamesItsRule(
    _ item: (source: String, quoted: String, rule: VerdictRule)
  ) throws {
    let text = Phenomenon.before + item.source + Phenomenon.after
    let finding = try Bench(text).find(item.quoted)
    #expect(finding.rule == item.rule, "\(finding.verdict) \(finding.reason)")
  }

  @Test func partsOfTwoWorks() throws {
    let bench = try Bench([
      (
        "Ferries", "The ferry was painted green in the year of the long frost by the cooper's sons."
      ),
      ("Mills", "Nobody remembers who ground the first flour at the mill in the hollow of Orle."),
    ])
    let finding = bench.find(
      "The ferry was painted green in the year of the long frost … who ground the first flour at the mill in the hollow of Orle"
    )
    #expect(finding.rule == .stitchedWorks)
  }

  @Test func aWorkThatNobodyHolds() throws {
    let finding = try Bench("The ferry was painted green.").find(
      "Eleven glass bottles of vinegar were lowered through the trapdoor.", cited: "Lost Book")
    #expect(finding.rule == .unreadWork)
  }

  @Test func anEmptyLibrary() {
    let judge = Judge(SearchSpace([]))
    let finding = judge.finding(
      for: DocumentReader.given(Array("The ferry was painted green in the frost.".utf8)))
    #expect(finding.rule == .noLibrary)
  }

  @Test func farApart() throws {
    let middle = (1...60).map { "Year \($0) brought rain, mud and little else." }
      .joined(separator: " ")
    let text =
      "The ferry was painted green in the spring by the sons of the old cooper. \(middle) Its ropes were made of flax from the mill at Orle in the hollow."
    let finding = try Bench(text).find(
      "The ferry was painted green in the spring by the sons of the old cooper … Its ropes were made of flax from the mill at Orle in the hollow."
    )
    #expect(finding.wording == .stitched)
    #expect([.stitchedDistance, .stitchedOrder].contains(finding.rule))
  }
}
