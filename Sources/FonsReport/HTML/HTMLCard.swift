/// The right side's card of one quotation: verdict, reason, answers, passage and everything else
/// that is known.
package struct HTMLCard {
  package let entry: Report.Entry
  /// From 1; ids in the page are made of it, since the entry's own id may come from anywhere.
  let number: Int
  /// Cards of the page; 0 for a card without a document beside it.
  let count: Int

  package init(entry: Report.Entry, number: Int, count: Int) {
    self.entry = entry
    self.number = number
    self.count = count
  }

  package var markup: Markup {
    """
    <article class="card v-\(entry.verdict.rawValue)" id="q\(number)" tabindex="-1" \
    aria-labelledby="h\(number)">
    \(heading)
    <p class="reason">\(HTMLParts.sentence(entry.reason))</p>
    \(isAlone ? .empty : passing)
    \(answers)
    \(HTMLPassages(entry: entry).markup)
    \(HTMLDetails(entry: entry).markup)
    </article>
    """
  }

  /// Whether it is the answer to a search: of no document, so that it has no line and nothing to pass.
  private var isAlone: Bool { count == 0 }

  private var heading: Markup {
    let flags = entry.flags.map { "<span class=\"flag\">\($0)</span>" as Markup }.joined(by: " ")
    let badge: Markup = "<span class=\"badge\">\(HTMLParts.verdict(entry.verdict))</span>"
    guard !isAlone else {
      return """
        <header>
        <h2 id="h\(number)">\(badge)</h2>
        <p class="where">\(flags)</p>
        </header>
        """
    }
    return """
      <header>
      <h2 id="h\(number)"><span class="number"><span class="vh">Quotation </span>\(number)</span> \
      \(badge)</h2>
      <p class="where">\(Self.place(entry)) \(flags)</p>
      \(moves)
      </header>
      """
  }

  /// Whether it passes, and by which rule the verdict was given where that was asked for.
  private var passing: Markup {
    var text: Markup = entry.passes ? "It passes." : "It does not pass."
    if let obstacles = entry.obstacleLine { text = "It does not pass: \(obstacles)." }
    if let rule = entry.explanation { text += " \(HTMLParts.rule(rule))" }
    return "<p class=\"fine pass\">\(text)</p>"
  }

  /// Ways to the neighbours and to the document.
  private var moves: Markup {
    """
    <p class="moves">\(move(-1, "←", "Previous"))\(move(1, "→", "Next"))\
    <a class="back" href="#d\(number)">In the document</a></p>
    """
  }

  private static func place(_ entry: Report.Entry) -> Markup {
    var place: Markup = "Line \(entry.line)"
    if let value = entry.citation.value {
      place += ", cited from \(HTMLParts.address(value))"
      if entry.citation.binding == "ambiguous" { place += " (or not: it may belong elsewhere)" }
    }
    return place
  }

  private func move(_ step: Int, _ arrow: Markup, _ name: Markup) -> Markup {
    guard (1...count).contains(number + step) else { return .empty }
    return """
      <a href="#q\(number + step)"><span class="vh">\(name) quotation</span>\
      <span aria-hidden="true">\(arrow)</span></a>
      """
  }

  private var answers: Markup {
    let asOf: Markup =
      entry.asOf.map { "as of \(HTMLPassages.time($0))" } ?? "no date is known"
    // A search has no document that could say where its words are from.
    let attribution =
      isAlone
      ? .empty : answer("Attribution", entry.attribution?.rawValue, Self.gloss(entry.attribution))
    return """
      <dl class="answers">
      \(answer("Wording", entry.wording?.rawValue, Self.gloss(entry.wording, entry.faithful)))
      \(attribution)
      \(answer("Currency", entry.currency?.rawValue, entry.currency == nil ? "" : asOf))
      </dl>
      """
  }

  private func answer(_ question: Markup, _ value: String?, _ gloss: Markup) -> Markup {
    let shown = value?.replacing("-", with: " ") ?? "unknown"
    return """
      <div\(value == nil ? " class=\"unknown\"" : "" as Markup)><dt>\(question)</dt>\
      <dd><b>\(shown)</b><span>\(gloss)</span></dd></div>
      """
  }

  private static func gloss(_ wording: Report.Wording?, _ faithful: Bool?) -> Markup {
    switch wording {
    case .verbatim: "the source’s words"
    case .abridged: "shortened, and says so"
    case .altered: faithful == true ? "in small ways only" : "in ways that matter"
    case .stitched: "joined from separate places"
    case .some(.none): "no passage like it"
    case nil: "nothing to compare with"
    }
  }

  private static func gloss(_ attribution: Report.Attribution?) -> Markup {
    switch attribution {
    case .asCited: "where the document says"
    case .elsewhere: "the cited work lacks it"
    case .uncited: "the document names no source"
    case .unreachable: "the cited work could not be read"
    case nil: ""
    }
  }
}
