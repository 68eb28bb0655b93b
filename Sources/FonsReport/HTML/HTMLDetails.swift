/// What stands under the passage: differences, notes, other places, lifetimes, evidence, figures.
struct HTMLDetails {
  let entry: Report.Entry

  var markup: Markup {
    [
      HTMLParts.block("What the work says now", "now", now),
      HTMLParts.block("Differences", "differences", differences),
      HTMLParts.block("Notes that the source gives", "notes", notes),
      HTMLParts.block("Other places", "others", others),
      HTMLParts.block("When the source said it", "lifetimes", lifetimes),
      HTMLParts.block("What is known of the page", "facts", facts),
      HTMLParts.block("Evidence", "evidence", evidence),
      figures,
    ].filter { !$0.isEmpty }.joined(by: "\n")
  }

  private var now: Markup {
    entry.currentMatch.map { match in
      """
      <p class="fine">\(HTMLPassages.state(match))</p>
      <blockquote dir="auto"><p>\(match.text)</p></blockquote>
      """
    } ?? .empty
  }

  private var differences: Markup {
    guard !entry.differences.isEmpty else { return .empty }
    let rows = entry.differences.map { difference -> Markup in
      let permission: [Markup] =
        difference.permission.map { ["Permitted. \(HTMLParts.rule($0))"] } ?? []
      let notes: [Markup] =
        (difference.note.map { ["\($0)"] } ?? [])
        + (difference.explanation.map { [HTMLParts.rule($0)] } ?? []) + permission
      let note = notes.map { "<tr class=\"note\"><td colspan=\"4\">\($0)</td></tr>" as Markup }
        .joined()
      return """
        <tr class="\(difference.weight.rawValue)"><th scope="row">\(difference.label)</th>\
        <td><span class="weight">\(difference.weightPhrase)</span></td>\
        <td>\(cell(difference.quoted.text))</td><td>\(cell(difference.source.text))</td></tr>\(note)
        """
    }
    return """
      <div class="table"><table>
      <thead><tr><th scope="col">Kind</th><th scope="col">Weight</th>\
      <th scope="col">Document</th><th scope="col">Source</th></tr></thead>
      <tbody>
      \(rows.joined(by: "\n"))
      </tbody>
      </table></div>
      """
  }

  private func cell(_ text: String) -> Markup {
    text.isEmpty ? "<span class=\"fine\">nothing</span>" : "<bdi>\(text)</bdi>"
  }

  private var notes: Markup {
    guard !entry.notes.isEmpty else { return .empty }
    let items = entry.notes.map { note -> Markup in
      let links = note.urls.map { " \(HTMLParts.address($0))" as Markup }.joined()
      let text: Markup = note.text.isEmpty ? "<i>The source gives no text.</i>" : "\(note.text)"
      return "<dt>[\(note.marker)]</dt><dd>\(text)\(links)</dd>"
    }
    return "<dl>\n\(items.joined(by: "\n"))\n</dl>"
  }

  private var others: Markup {
    let others = entry.otherMatches
    guard !others.isEmpty else { return .empty }
    let items = others.map { match -> Markup in
      let address = match.work.url.flatMap { WebAddress($0)?.toWords(of: match) }
      let title: Markup = address.map { HTMLParts.link($0, "\(match.place)") } ?? "\(match.place)"
      let first = entry.passages.first?.match.text
      let text: Markup =
        match.text == first ? .empty : "<span class=\"other\" dir=\"auto\">\(match.text)</span>"
      return "<li>\(title) <span class=\"fine\">\(HTMLPassages.state(match))</span>\(text)</li>"
    }
    return "<ul>\n\(items.joined(by: "\n"))\n</ul>"
  }

  private var lifetimes: Markup {
    guard !entry.lifetimes.isEmpty else { return .empty }
    let items = entry.lifetimes.map { lifetime -> Markup in
      let end: Markup = lifetime.to.map { "until \(revision($0))" } ?? "and still does"
      return """
        <li\(lifetime.to == nil ? " class=\"open\"" : "" as Markup)>from \
        \(revision(lifetime.from)) \(end)</li>
        """
    }
    let shown =
      items.count <= Self.mostLifetimes
      ? items
      : items.prefix(Self.mostLifetimes / 2)
        + ["<li>… \(items.count - Self.mostLifetimes) times more …</li>"]
        + items.suffix(Self.mostLifetimes / 2)
    let sentence: Markup =
      entry.historySentence.map { "\n<p class=\"fine\">\($0)</p>" } ?? .empty
    return HTMLTimeline(entry).markup + "<ol>\n\(shown.joined(by: "\n"))\n</ol>" + sentence
  }

  /// Lifetimes that are listed.
  private static let mostLifetimes = 12

  private func revision(_ revision: Report.RevisionInfo) -> Markup {
    "<b>\(revision.day ?? "an unknown day")</b>" + details(of: revision)
  }

  private func details(of revision: Report.RevisionInfo) -> Markup {
    let details = [
      revision.id.map { "revision \($0)" as Markup },
      revision.contributor.map { "by \($0)" as Markup },
    ].compactMap(\.self)
    return details.isEmpty ? .empty : " <span class=\"fine\">\(details.joined(by: " "))</span>"
  }

  private var facts: Markup {
    guard !entry.facts.isEmpty else { return .empty }
    return "<ul>\n\(entry.facts.map { "<li>\($0)</li>" as Markup }.joined(by: "\n"))\n</ul>"
  }

  private var evidence: Markup {
    guard !entry.evidence.isEmpty else { return .empty }
    let items = entry.evidence.map { evidence -> Markup in
      var text: Markup = evidence.url.map { HTMLParts.address($0) } ?? "A copy"
      if let time = evidence.time { text += ", read on \(HTMLPassages.time(time))" }
      if let file = evidence.file { text += ", kept in <code>\(file)</code>" }
      return "<li>\(text); SHA-256 <code>\(evidence.sha256)</code></li>"
    }
    return "<ul>\n\(items.joined(by: "\n"))\n</ul>"
  }

  /// The figures behind the verdict, for those who ask.
  private var figures: Markup {
    var parts: [Markup] = []
    if let coverage = entry.coverage {
      parts.append("\(Figures.percent(coverage)) of the words aligned")
    }
    if let score = entry.score { parts.append("\(Figures.rounded(score)) bits") }
    if let chance = entry.chance {
      parts.append("\(Figures.small(chance)) such passages expected by chance")
    }
    return parts.isEmpty ? .empty : "<p class=\"figures\">\(parts.joined(by: " · "))</p>"
  }
}
