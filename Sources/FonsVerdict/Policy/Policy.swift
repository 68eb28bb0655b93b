internal import CTables
public import FonsAlignment
internal import FonsDocument
internal import FonsText

/// Which harmless and minor differences a quotation may have and still pass.
///
/// Read once from `Sources/CTables/data/policies.txt`, which says for every rule where it is from.
/// A policy changes what passes, never `faithful`.
public struct Policy: Sendable {
  public let name: String
  /// What it is for.
  public let purpose: String
  let permits: [Permit]

  /// A rule of the policy, and what it lets pass.
  struct Permit: Sendable {
    var rule: Rule
    var kinds: [(name: String, condition: Condition?)]
  }

  enum Condition: String, Sendable {
    /// The quotation shows the change in square brackets.
    case bracketed
    /// The first letter of the quotation, or of the words after an omission.
    case first
    /// At the end of the quotation, or before an omission.
    case final
    /// The fault is the source's.
    case source
  }

  /// In the order of the table.
  public static let all: [Policy] = {
    var policies: [Policy] = []
    for fields in RuleTable.lines(fons_policy_table_start(), fons_policy_table_size()) {
      let words = fields[0].split(separator: " ").map(String.init)
      guard words.count == 2 else { continue }
      if words[0] == "policy", fields.count == 3 {
        policies.append(Policy(name: words[1], purpose: fields[1], permits: []))
      } else if words[0] == "permit", fields.count == 4, let last = policies.popLast() {
        let permit = Permit(
          rule: Rule(id: words[1], why: fields[2], source: fields[3]),
          kinds: fields[1].split(separator: " ").map(kind))
        policies.append(
          Policy(name: last.name, purpose: last.purpose, permits: last.permits + [permit]))
      }
    }
    return policies
  }()

  /// That of the verdict itself: what is faithful passes.
  public static let standard = all.first { $0.name == "default" } ?? all[0]

  public static func named(_ name: String) -> Policy? { all.first { $0.name == name } }

  /// `case:bracketed` as a kind and a condition.
  private static func kind(_ text: Substring) -> (name: String, condition: Condition?) {
    let sides = text.split(separator: ":")
    return (String(sides[0]), sides.count > 1 ? Condition(rawValue: String(sides[1])) : nil)
  }

  /// The kinds of difference that it names, and `marked-omission`, whatever their conditions.
  public var kinds: [String] { permits.flatMap(\.kinds).map(\.name) }

  /// The rule that lets a difference pass; nil where none does.
  public func rule(permitting difference: Difference, of finding: Finding) -> Rule? {
    guard difference.weight < .major else { return nil }
    return permits.first { permit in
      permit.kinds.contains {
        $0.name == difference.kind.rawValue && holds($0.condition, difference, finding)
      }
    }?.rule
  }

  /// The rule that lets words be left out where the quotation says so.
  public var omissionRule: Rule? {
    permits.first { $0.kinds.contains { $0.name == "marked-omission" } }?.rule
  }

  private func holds(
    _ condition: Condition?, _ difference: Difference, _ finding: Finding
  ) -> Bool {
    switch condition {
    case nil: true
    case .source: difference.weight == .harmless
    case .bracketed: Self.isBracketed(difference, finding)
    case .first: Self.isFirst(difference, finding)
    case .final: Self.isFinal(difference, finding)
    }
  }

  private static func isBracketed(_ difference: Difference, _ finding: Finding) -> Bool {
    finding.quotation.insertions.contains {
      $0.range.overlaps(difference.quoted) || $0.range.contains(difference.quoted)
    }
  }

  /// No word stands before it, or an omission stands between; and nothing else of the word differs.
  private static func isFirst(_ difference: Difference, _ finding: Finding) -> Bool {
    let quoted = difference.quotedText.filter(\.isLetter)
    let source = difference.sourceText.filter(\.isLetter)
    guard quoted.dropFirst() == source.dropFirst() else { return false }
    let quotation = finding.quotation
    let start = min(difference.quoted.start, quotation.text.count)
    guard let last = Words.scan(Array(quotation.text[..<start])).last else { return true }
    return quotation.omissions.contains { $0.start >= Int(last.end) && $0.end <= start }
  }

  /// No word follows, or what follows is an omission.
  private static func isFinal(_ difference: Difference, _ finding: Finding) -> Bool {
    let quotation = finding.quotation
    let end = min(difference.quoted.end, quotation.text.count)
    let next = Words.scan(Array(quotation.text[end...])).first.map { end + Int($0.start) }
    guard let next else { return true }
    return quotation.omissions.contains { $0.start >= difference.quoted.start && $0.end <= next }
  }
}
