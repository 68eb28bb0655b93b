internal import FonsLibrary
internal import FonsReport

/// What is searched, and a search of its own.
struct LibraryPage {
  let stand: Shelf.Stand
  let query: String
  /// What was found for the query; nil where nothing was asked.
  let found: Report.Entry?

  var content: Markup {
    """
    <main class="plain-page" id="content">
    <h1>Library</h1>
    <form class="search" method="get" action="/library" role="search">
    <div>
    <label for="q">Where do these words come from?</label>
    <input id="q" name="q" type="search" value="\(query)" maxlength="2000">
    </div>
    <button class="primary" type="submit">Find</button>
    </form>
    \(found.map { HTMLCard(entry: $0, number: 1, count: 0).markup } ?? .empty)
    \(stand.libraries.map(library).joined(by: "\n"))
    \(warnings)
    </main>
    """
  }

  private func library(_ library: Library) -> Markup {
    let extent = library.extent
    let asOf: Markup =
      extent.asOf.map { "<div><dt>Newest state</dt><dd>\(String($0.prefix(10)))</dd></div>" }
      ?? .empty
    let rows = library.manifest.sources.map { source -> Markup in
      """
      <tr><th scope="row">\(source.name)</th><td class="figure">\(grouped(source.works))</td>\
      <td class="figure">\(Self.size(source.bytes))</td>\
      <td class="figure">\(source.asOf.map { String($0.prefix(10)) } ?? "unknown")</td></tr>
      """
    }
    return """
      <h2>\(library.name)</h2>
      <dl class="numbers">
      <div><dt>Works</dt><dd>\(grouped(extent.works))</dd></div>
      <div><dt>Revisions</dt><dd>\(grouped(extent.revisions))</dd></div>
      <div><dt>Words</dt><dd>\(grouped(extent.words))</dd></div>
      <div><dt>Text</dt><dd>\(Self.size(extent.bytes))</dd></div>
      \(asOf)
      </dl>
      <div class="sheet table" tabindex="0" role="region" aria-label="Sources"><table>
      <thead><tr><th scope="col">Source</th><th scope="col" class="figure">Works</th>\
      <th scope="col" class="figure">Text</th><th scope="col" class="figure">As of</th></tr></thead>
      <tbody>
      \(rows.joined(by: "\n"))
      </tbody>
      </table></div>
      """
  }

  private var warnings: Markup {
    let all = stand.warnings + stand.libraries.flatMap(\.warnings)
    if stand.libraries.isEmpty {
      return "<p>No library is open. Build one with <code>fons library add</code>.</p>"
        + list(all)
    }
    return list(all)
  }

  private func list(_ warnings: [String]) -> Markup {
    guard !warnings.isEmpty else { return .empty }
    return """
      <ul>
      \(warnings.map { "<li class=\"warning\">\($0)</li>" as Markup }.joined(by: "\n"))
      </ul>
      """
  }

  static func size(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes >= size
    {
      let tenths = bytes / (size / 10)
      return "\(tenths / 10).\(tenths % 10)\u{A0}\(unit)"
    }
    return "\(bytes)\u{A0}bytes"
  }
}
