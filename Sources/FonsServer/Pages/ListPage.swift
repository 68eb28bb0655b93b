internal import FonsReport

/// The checks that are kept.
struct ListPage {
  let lines: [StoredCheck.Line]
  /// What the next page begins before.
  let next: Int64?
  let days: Int?

  var content: Markup {
    let kept: Markup =
      days.map { "Checks are deleted after \(counted($0, "day"))." }
      ?? "Checks are kept until they are deleted."
    let table: Markup =
      lines.isEmpty
      ? "<p>Nothing yet.</p>"
      : """
      <div class="sheet table" tabindex="0" role="region" aria-label="Checks"><table>
      <thead><tr><th scope="col">Document</th><th scope="col">What was found</th>\
      <th scope="col">When</th></tr></thead>
      <tbody>
      \(lines.map(row).joined(by: "\n"))
      </tbody>
      </table></div>
      """
    let more: Markup =
      next.map { "<p><a class=\"button\" href=\"/checks?before=\(Int($0))\">Older ones</a></p>" }
      ?? .empty
    return """
      <main class="plain-page" id="content">
      <h1>Kept checks</h1>
      <p class="hint">\(kept)</p>
      \(table)
      \(more)
      </main>
      """
  }

  private func row(_ line: StoredCheck.Line) -> Markup {
    let time = Clock.text(line.created)
    return """
      <tr><th scope="row"><a href="/checks/\(line.id)">\(line.name ?? CheckPage.nameless)</a></th>\
      <td>\(line.summary)</td><td><time datetime="\(time)">\(Self.short(time))</time></td></tr>
      """
  }

  private static func short(_ time: String) -> String {
    String(time.prefix(16)).replacing("T", with: " ") + " UTC"
  }
}
