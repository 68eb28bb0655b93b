import FonsAlignment
import FonsVerdict
import Testing

/// A row of shared/PHENOMENA.md with its answer. What was done to the words is marked in place:
/// `The harbour was {closed→blocked} by ice` has the source's words before the arrow and the
/// quotation's after it.
struct Phenomenon: Sendable, CustomTestStringConvertible {
  var row: Int
  var source: String
  var quoted: String
  var wording: Finding.Wording
  /// Kinds of the minor and major differences.
  var kinds: [String]
  /// Kinds that must be among the harmless differences.
  var harmless: [String]
  /// Flags that must be there.
  var flags: [String]
  /// Whether the source's text is the passage alone, without the frame that others stand in.
  var isWhole = false

  init(
    _ row: Int, _ marked: String, _ wording: Finding.Wording, _ kinds: [String] = [],
    harmless: [String] = [], flags: [String] = []
  ) {
    self.row = row
    (source, quoted) = Self.sides(marked)
    self.wording = wording
    self.kinds = kinds
    self.harmless = harmless
    self.flags = flags
  }

  /// A quotation that is only a part of what the source says.
  init(
    _ row: Int, in source: String, _ quoted: String, _ wording: Finding.Wording,
    _ kinds: [String] = [], harmless: [String] = [], flags: [String] = []
  ) {
    self.init(row, "", wording, kinds, harmless: harmless, flags: flags)
    self.source = source
    self.quoted = quoted
  }

  private static func sides(_ marked: String) -> (String, String) {
    var sides = ["", ""]
    var side: Int?
    for character in marked {
      switch character {
      case "{" where side == nil: side = 0
      case "→" where side == 0: side = 1
      case "}" where side == 1: side = nil
      default:
        if let side {
          sides[side].append(character)
        } else {
          sides[0].append(character)
          sides[1].append(character)
        }
      }
    }
    return (sides[0], sides[1])
  }

  var testDescription: String { "\(row): \(quoted.prefix(70))" }

  /// Text around the passages, so that they stand somewhere.
  static let before = """
    The island of Marrow lies two days west of the coast. Its people keep bees and mend nets.


    """
  static let after = """


    Ferries cross twice a week in summer. The old quay was rebuilt in stone after the great flood.
    """

  /// Puts the quotation to a library that holds the source, and compares the answer.
  func check() throws {
    let text = isWhole ? source : Self.before + source + Self.after
    let finding = try Bench(text).find(quoted, cited: "The Work")
    #expect(finding.wording == wording)
    // Two places of one kind that stand side by side are as good as one.
    let found = finding.kinds.enumerated().filter { $0 == 0 || finding.kinds[$0 - 1] != $1 }
    #expect(found.map(\.element) == kinds || finding.kinds == kinds)
    #expect(Set(harmless).isSubset(of: finding.harmless), "harmless: \(finding.harmless)")
    let named = finding.flags.map(\.rawValue)
    #expect(Set(flags).isSubset(of: named), "flags: \(named)")
    let isMajor = kinds.contains { DifferenceKind(rawValue: $0)?.weight == .major }
    #expect(finding.faithful == (!isMajor && wording != .stitched && wording != .none))
  }

  /// The answer is known to be wrong today; tells when it is not any more.
  func checkKnownFault() { withKnownIssue { try check() } }
}
