extension Report.Headline {
  /// A sign that goes with the word, never instead of it.
  func symbol(unicode: Bool) -> String {
    switch self {
    case .verbatim: unicode ? "✓" : "+"
    case .abridged: unicode ? "…" : "..."
    case .altered: "~"
    case .misattributed: unicode ? "≠" : "!"
    case .superseded: unicode ? "↺" : "<"
    case .stitched: unicode ? "⇅" : "#"
    case .notFound: unicode ? "✗" : "x"
    case .unverifiable: "?"
    }
  }

  var style: Span.Style {
    switch self {
    case .verbatim, .abridged: .good
    case .altered, .misattributed, .superseded: .changed
    case .stitched, .notFound: .bad
    case .unverifiable: .open
    }
  }
}
