internal import CTables
public import FonsAlignment

/// A rule that decided something: what a report shows with `--explain`.
public struct Rule: Sendable, Equatable {
  /// Stable: `difference.number`, `verdict.stitched.order`, `chicago.first-letter`.
  public let id: String
  /// Half a sentence, without its full stop.
  public let why: String
  /// Where the rule is from: a place in the design, or in a manual of style.
  public let source: String

  /// The rule of that name; nil where there is none.
  public static func named(_ id: String) -> Rule? { table[id] }

  /// All that stand in `Sources/CTables/data/rules.txt`, by name.
  public static var names: Set<String> { Set(table.keys) }

  private static let table: [String: Rule] = {
    let lines = RuleTable.lines(fons_rule_table_start(), fons_rule_table_size())
    return Dictionary(
      lines.filter { $0.count == 3 }.map {
        ($0[0], Rule(id: $0[0], why: $0[1], source: $0[2]))
      }, uniquingKeysWith: { first, _ in first })
  }()
}

extension Difference {
  /// The rule that gave it its kind and weight.
  public var rule: String {
    // The one kind whose weight depends on the side.
    if kind == .ocr, weight == .harmless { return "difference.ocr.source" }
    return "difference.\(kind.rawValue)"
  }
}
