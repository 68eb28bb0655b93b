import FonsAlignment
import FonsVerdict
import Testing

/// What each policy lets pass; and that no table names what does not exist.
@Suite struct PolicyTests {
  static let source = """
    The keeper's daughter, who had counted the herring boats since the spring, wrote their names in \
    a ledger of blue paper: forty of them were never seen again.[4] Nobody in the harbour of Ansgar \
    spoke of the colour of the sails.
    """

  /// A quotation, and the policies that it passes.
  struct Case: Sendable, CustomTestStringConvertible {
    var quoted: String
    var passes: Set<String>
    var testDescription: String { quoted }

    init(_ quoted: String, _ passes: Set<String>) {
      self.quoted = quoted
      self.passes = passes
    }
  }

  static let all: Set<String> = ["strict", "default", "chicago", "wikipedia", "legal"]

  static let cases: [Case] = [
    .init("Nobody in the harbour of Ansgar spoke of the colour of the sails.", all),
    .init("wrote their names in a ledger of blue paper: forty of them were never seen again", all),
    .init("The keeper’s daughter, who had counted the herring boats since the spring", all),
    // A mark in the middle, and at the end.
    .init(
      "The keeper's daughter who had counted the herring boats since the spring, wrote their names",
      ["default"]),
    .init("Nobody in the harbour of Ansgar spoke of the colour of the sails,", all),
    // The first letter, silently and in brackets.
    .init(
      "nobody in the harbour of Ansgar spoke of the colour of the sails",
      ["default", "chicago", "wikipedia"]),
    .init(
      "[n]obody in the harbour of Ansgar spoke of the colour of the sails",
      ["default", "chicago", "wikipedia", "legal"]),
    .init(
      "The keeper's daughter … [W]rote their names in a ledger of blue paper",
      ["default", "chicago", "wikipedia", "legal"]),
    .init(
      "The keeper's daughter … Wrote their names in a ledger of blue paper",
      ["default", "chicago", "wikipedia"]),
    .init(
      "Nobody in the harbour of Ansgar spoke of the COLOUR of the sails",
      ["default", "wikipedia"]),
    // Words left out at a mark, and in silence.
    .init(
      "The keeper's daughter … wrote their names in a ledger of blue paper",
      ["default", "chicago", "wikipedia", "legal"]),
    .init("The keeper's daughter wrote their names in a ledger of blue paper", []),
    // What brackets show.
    .init(
      "Nobody in the harbour of Ansgar [a village of nets] spoke of the colour of the sails",
      ["default", "chicago", "wikipedia", "legal"]),
    .init(
      "wrote [the] names in a ledger of blue paper: forty of them were never seen again",
      ["default", "chicago", "wikipedia", "legal"]),
    .init(
      "Nobody in the harbour of Ansgar spoke of the colour [sic] of the sails",
      ["default", "chicago", "wikipedia", "legal"]),
    // Small changes.
    .init("Nobody in the harbor of Ansgar spoke of the color of the sails", ["default"]),
    .init("a ledger of blue paper: 40 of them were never seen again", ["default"]),
    .init(
      "in a ledger of blue paper: forty of them were never seen again. Nobody in the harbour of Ansgar",
      ["strict", "default", "chicago", "wikipedia"]),
    // What no policy lets pass.
    .init("in a ledger of blue paper: fifty of them were never seen again", []),
    .init("Nobody in the harbour of Ansgar spoke of the shape of the sails", []),
  ]

  @Test(arguments: cases)
  func passes(_ item: Case) throws {
    let text = Phenomenon.before + Self.source + Phenomenon.after
    let finding = try Bench(text).find(item.quoted, cited: "The Work")
    let passing = Policy.all.filter { $0.obstacles(finding).isEmpty }.map(\.name)
    #expect(Set(passing) == item.passes, "\(finding.harmless) \(finding.kinds)")
    for policy in Policy.all where !item.passes.contains(policy.name) {
      #expect(policy.obstacles(finding).allSatisfy { !$0.isEmpty })
    }
  }

  /// A policy changes what passes, never the verdict.
  @Test func theThreeAnswersCountBesidesTheVerdict() throws {
    let text = Phenomenon.before + Self.source + Phenomenon.after
    var finding = try Bench(text).find(
      "Nobody in the harbour of Ansgar spoke of the colour of the sails.", cited: "The Work")
    #expect(Policy.standard.obstacles(finding).isEmpty)
    finding.attribution = .elsewhere
    #expect(Policy.standard.obstacles(finding) == ["it is not where it is cited from"])
    finding.attribution = .asCited
    finding.currency = .superseded
    #expect(Policy.standard.obstacles(finding) == ["only older revisions have it"])
    finding.currency = nil
    finding.faithful = nil
    #expect(Policy.standard.obstacles(finding) == ["it is not faithful"])
  }

  @Test func everyNameInTheTableExists() {
    #expect(Policy.all.map(\.name) == ["strict", "default", "chicago", "wikipedia", "legal"])
    let kinds = Set(DifferenceKind.allCases.map(\.rawValue)).union(["marked-omission"])
    for policy in Policy.all {
      #expect(!policy.purpose.isEmpty)
      #expect(Set(policy.kinds).isSubset(of: kinds), "\(policy.name)")
      let major = Set(DifferenceKind.allCases.filter { $0.weight == .major }.map(\.rawValue))
      #expect(major.isDisjoint(with: policy.kinds), "\(policy.name)")
    }
    #expect(Policy.named("vogue") == nil)
  }

  /// What the verdict calls faithful passes by default.
  @Test func theStandardPolicyNamesAllThatIsNotMajor() {
    for kind in DifferenceKind.allCases where kind.weight < .major {
      #expect(Policy.standard.kinds.contains(kind.rawValue), "\(kind.rawValue)")
    }
  }
}
