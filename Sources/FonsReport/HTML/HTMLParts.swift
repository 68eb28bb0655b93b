/// Small pieces that several parts of the page use.
package enum HTMLParts {
  /// The verdict as sign and word; the sign is for the eye alone.
  package static func verdict(_ verdict: Report.Headline) -> Markup {
    """
    <span class="sign" aria-hidden="true">\(verdict.symbol(unicode: true))</span> \
    <span class="word">\(verdict.word)</span>
    """
  }

  static func link(_ address: WebAddress, _ content: Markup) -> Markup {
    "<a href=\"\(address.text)\" rel=\"noopener noreferrer nofollow\">\(content)</a>"
  }

  /// An address as a link where it may be one, as text where not.
  package static func address(_ text: String) -> Markup {
    WebAddress(text).map { link($0, "\(text)") } ?? "\(text)"
  }

  /// A heading and what stands under it; nothing where there is nothing.
  static func block(_ title: Markup, _ name: String, _ content: Markup) -> Markup {
    guard !content.isEmpty else { return .empty }
    return """
      <section class="\(name)">
      <h3>\(title)</h3>
      \(content)
      </section>
      """
  }

  /// A sentence of Fons, in which what it quotes keeps its own direction.
  static func sentence(_ text: String) -> Markup {
    Bidi.quoted(text).map { piece -> Markup in
      piece.isQuoted && Bidi.isRightToLeft(piece.text)
        ? "<bdi>\(piece.text)</bdi>" : "\(piece.text)"
    }.joined()
  }

  /// A rule that decided something, with where it is from.
  static func rule(_ rule: Report.RuleInfo) -> Markup {
    "Rule <code>\(rule.rule)</code>: \(rule.why) (\(rule.source))."
  }

  /// A difference within a text: what the source alone has is deleted, what the document alone has
  /// is inserted, and its kind stands beside it.
  static func change(_ difference: Report.Difference) -> Markup {
    let (source, quoted) = (difference.source.text, difference.quoted.text)
    if difference.isHarmless {
      // A marked omission may hide half a page: it is shown as left out. Anything else harmless is
      // the source's own text, dotted under.
      let shown: Markup =
        source.isEmpty ? "<ins>\(quoted)</ins>" : "<span class=\"kept\">\(source)</span>"
      return "<span class=\"diff harmless\" title=\"\(difference.label)\">\(shown)</span>"
    }
    var shown = Markup.empty
    if !source.isEmpty { shown += "<del><span class=\"vh\">in the source: </span>\(source)</del>" }
    if !source.isEmpty, !quoted.isEmpty { shown += " " }
    if !quoted.isEmpty {
      shown += "<ins><span class=\"vh\">in the document: </span>\(quoted)</ins>"
    }
    return """
      <span class="diff \(difference.weight.rawValue)">\(shown)\
      <span class="kind">\(difference.label)</span></span>
      """
  }
}
