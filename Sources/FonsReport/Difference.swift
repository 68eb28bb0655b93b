public import FonsText

extension Report {
  /// One place where quotation and source disagree.
  public struct Difference: Sendable, Codable, Equatable {
    /// `negation`, `number`, `name-slip`, `quote-mark`…: a name from the manual of kinds.
    public var kind: String
    public var weight: Weight
    /// Empty text, at the place where it would stand, where the quotation has nothing here.
    public var quoted: Excerpt
    /// The same for the source.
    public var source: Excerpt
    /// What a person should know of it, where the texts alone do not say it.
    public var note: String?
    /// Whether the policy lets it pass.
    public var permitted: Bool
    /// Name of the rule that gave it its kind and weight.
    public var rule: String
    /// That rule; nil where the report was not asked to explain.
    public var explanation: RuleInfo?
    /// The policy's rule that lets it pass; nil where none does, or nothing is explained.
    public var permission: RuleInfo?

    /// What is not said of rule and policy follows from kind and weight.
    public init(
      kind: String, weight: Weight, quoted: Excerpt, source: Excerpt, note: String?,
      permitted: Bool? = nil, rule: String? = nil
    ) {
      self.kind = kind
      self.weight = weight
      self.quoted = quoted
      self.source = source
      self.note = note
      self.permitted = permitted ?? (weight != .major)
      self.rule = rule ?? "difference.\(kind)"
    }
  }

  /// A rule that decided something.
  public struct RuleInfo: Sendable, Codable, Equatable {
    /// Stable: `difference.number`, `verdict.stitched.order`, `chicago.first-letter`.
    public var rule: String
    /// Half a sentence.
    public var why: String
    /// Where the rule is from.
    public var source: String

    public init(rule: String, why: String, source: String) {
      self.rule = rule
      self.why = why
      self.source = source
    }
  }

  public enum Weight: String, Sendable, Codable, CaseIterable {
    case harmless, minor, major
  }

  public struct Excerpt: Sendable, Codable, Equatable {
    /// Of the document for `quoted`, of the work's plain text for `source`.
    public var range: ByteRange
    public var text: String

    public init(range: ByteRange, text: String) {
      self.range = range
      self.text = text
    }
  }
}
