/// A stretch of terminal text in one style.
struct Span: Equatable {
  var text: String
  var style: Style = .plain
  /// Whether what stands around it must not be moved by its direction.
  var isolated = false

  init(_ text: String, _ style: Style = .plain, isolated: Bool = false) {
    self.text = text
    self.style = style
    self.isolated = isolated
  }

  /// Another text in the same style.
  func with(_ text: String) -> Span { Span(text, style, isolated: isolated) }

  /// Styles from the sixteen basic colours that can be read on black and on white: no yellow, no
  /// blue, no grey. Dim is used only for what can be missed.
  enum Style: Equatable {
    case plain, strong, dim, good, changed, bad, open, deleted, added

    /// The parameters of the escape sequence that begins it; nil for plain text.
    var parameters: String? {
      switch self {
      case .plain: nil
      case .strong: "1"
      case .dim: "2"
      case .good: "1;32"
      case .changed: "1;35"
      case .bad: "1;31"
      case .open: "1;36"
      case .deleted: "9;31"
      case .added: "4;32"
      }
    }
  }
}
