import Fons
import FonsDocument
import FonsLibrary
import FonsReport
import FonsSource
import FonsTesting
import FonsVerdict
import Testing

/// What a report says of policies and rules.
@Suite struct PolicyTests {
  static let text =
    "The colour of the ferry was green, and its ropes were made of flax from the mill at Orle."
  static let quoted =
    "> The color of the ferry was green, and its ropes were made of flax from the mill at Orle.\n"

  private func report(_ policy: String, explains: Bool = false) throws -> Report {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try LibraryWriter(folder.path).add(name: "texts", from: "texts") { source in
      try source.add(Work("Ferries", Self.text + "\n\nNobody knows who painted it."))
    }
    let checker = Checker(
      libraries: [try Library(folder.path)], policy: try #require(Policy.named(policy)),
      explains: explains)
    return try checker.check(Array(Self.quoted.utf8), format: .markdown)
  }

  @Test(arguments: [("default", true), ("strict", false), ("chicago", false), ("legal", false)])
  func aPolicyChangesWhatPassesAndNothingElse(_ item: (policy: String, passes: Bool)) throws {
    let report = try report(item.policy)
    let entry = try #require(report.quotations.first)
    #expect(report.policy == item.policy)
    #expect(entry.passes == item.passes)
    #expect(report.passes == item.passes)
    #expect(entry.obstacles == (item.passes ? [] : ["spelling is not permitted"]))
    #expect(entry.verdict == .altered)
    #expect(entry.faithful == true)
    #expect(entry.differences.map(\.permitted) == [item.passes])
  }

  @Test func rulesAreNamedAlwaysAndToldWhereAsked() throws {
    let silent = try #require(report("default").quotations.first)
    #expect(silent.rule == "verdict.altered.minor")
    #expect(silent.explanation == nil)
    #expect(silent.differences.map(\.rule) == ["difference.spelling"])
    #expect(silent.differences.first?.explanation == nil)
    let told = try #require(report("default", explains: true).quotations.first)
    #expect(told.explanation?.rule == told.rule)
    #expect(told.explanation?.source == "Fons, how they combine")
    #expect(told.differences.first?.explanation?.rule == "difference.spelling")
    #expect(told.differences.first?.permission?.rule == "default.minor")
    let refused = try #require(report("chicago", explains: true).quotations.first)
    #expect(refused.differences.first?.permission == nil)
  }

  @Test func everyFormTellsTheRules() throws {
    let report = try report("default", explains: true)
    let terminal = TerminalRenderer(width: 400).render(report)
    let markdown = MarkdownRenderer().render(report)
    let html = HTMLRenderer().render(report)
    let json = JSONRenderer().render(report)
    for text in [terminal, markdown.replacing("\\", with: ""), html, json] {
      for rule in ["verdict.altered.minor", "difference.spelling", "default.minor"] {
        #expect(text.contains(rule))
      }
      #expect(text.contains("Fons, minor: spelling variant"))
    }
    let refused = try self.report("strict")
    #expect(
      TerminalRenderer(width: 400).render(refused).contains(
        "By the policy “strict”, 0 of 1 passes."))
    #expect(
      TerminalRenderer(width: 400).render(refused)
        .contains("Does not pass: spelling is not permitted"))
    #expect(HTMLRenderer().render(refused).contains("It does not pass: spelling is not permitted."))
    #expect(HTMLRenderer().render(refused).contains("minor, not permitted"))
    #expect(
      MarkdownRenderer().render(refused).contains("Does not pass: spelling is not permitted."))
  }
}
