internal import FonsText

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A report as one page that needs nothing else: the document on the left with its quotations
/// marked, what was found for the chosen one on the right.
///
/// The page makes no requests and works without JavaScript: choosing a quotation is following a
/// link. Everything from documents and sources is escaped, and a content security policy admits the
/// page's own style and script alone.
public struct HTMLRenderer: Sendable {
  /// What a document without a path is called.
  private let nameless: String

  public init(nameless: String = "standard input") { self.nameless = nameless }

  /// The policy that the page carries in its `meta` element, for servers that send it as a header.
  public static let contentSecurityPolicy =
    "default-src 'none'; style-src \(policySource(of: HTMLStyle.css)); "
    + "script-src \(policySource(of: HTMLScript.code)); base-uri 'none'; form-action 'none'"

  /// The source expression of a policy for an inline style or script.
  private static func policySource(of text: String) -> String {
    "'sha256-\(Data(SHA256.digest(Array(text.utf8))).base64EncodedString())'"
  }

  /// The report as a page.
  ///
  /// - Parameters:
  ///   - document: The bytes that the report's ranges count. Without them the left side is put
  ///     together from the report's quotations and commentary.
  ///   - documentIsPlain: False where the bytes are markup, which no reader wants to see: the left
  ///     side is then put together as well.
  public func render(_ report: Report, document: [UInt8]? = nil, documentIsPlain: Bool = true)
    -> String
  {
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.contentSecurityPolicy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="\(report.generator)">
      <title>\(report.document.path ?? nameless) – Fons</title>
      <style>\(Markup(stringLiteral: HTMLStyle.css))</style>
      </head>
      <body>
      <a class="skip" href="#document">Skip to the document</a>
      \(content(report, document: document, documentIsPlain: documentIsPlain))
      <script>\(Markup(stringLiteral: HTMLScript.code))</script>
      </body>
      </html>

      """
    return page.html
  }

  /// What stands in the page's body: the head, the two columns, and what was searched.
  ///
  /// - Parameter actions: what can be done with the report, under its head.
  package func content(
    _ report: Report, document: [UInt8]?, documentIsPlain: Bool, actions: Markup = .empty
  ) -> Markup {
    let pane = HTMLDocument(report: report, document: document, isPlain: documentIsPlain)
    return """
      \(header(report, actions))
      <main>
      \(pane.markup)
      \(cards(report))
      </main>
      \(footer(report))
      """
  }

  // MARK: - Around the two columns

  private func header(_ report: Report, _ actions: Markup) -> Markup {
    """
    <header class="top">
    <p class="brand"><b>Fons</b> report on quotations</p>
    <h1>\(name(of: report))</h1>
    <p class="summary">\(Self.summary(of: report)).</p>
    \(report.passLine.map { "<p class=\"fine\">\($0).</p>" as Markup } ?? .empty)
    \(actions)\(index(report))
    </header>
    """
  }

  /// The summary line, each number kept together with its word.
  private static func summary(of report: Report) -> String {
    var output = ""
    for character in report.summaryLine {
      let joins = character == " " && output.last?.isNumber == true
      output.append(joins ? "\u{A0}" : character)
    }
    return output
  }

  private func name(of report: Report) -> Markup {
    let name = report.document.path ?? nameless
    return WebAddress(name).map { HTMLParts.link($0, "\(name)") } ?? "\(name)"
  }

  private func index(_ report: Report) -> Markup {
    guard !report.quotations.isEmpty else { return .empty }
    let items = report.quotations.enumerated().map { index, entry -> Markup in
      """
      <li><a class="chip v-\(entry.verdict.rawValue)" href="#q\(index + 1)">\
      <span class="vh">Quotation </span>\(index + 1) \(HTMLParts.verdict(entry.verdict))</a></li>
      """
    }
    return """
      <nav aria-label="Quotations"><ol class="index">
      \(items.joined(by: "\n"))
      </ol>
      <p class="keys" hidden>Keys: <kbd>j</kbd> or <kbd>→</kbd> next, <kbd>k</kbd> or \
      <kbd>←</kbd> previous</p></nav>
      """
  }

  private func cards(_ report: Report) -> Markup {
    guard !report.quotations.isEmpty else { return .empty }
    let cards = report.quotations.enumerated().map { index, entry in
      HTMLCard(entry: entry, number: index + 1, count: report.quotations.count).markup
    }
    return """
      <section class="cards" aria-label="What was found" tabindex="0">
      \(cards.joined(by: "\n"))
      </section>
      """
  }

  private func footer(_ report: Report) -> Markup {
    let warnings = report.warnings.map { "<li class=\"warning\">\($0)</li>" as Markup }
    let libraries = report.searched.libraryLines.map { "<li>\($0)</li>" as Markup }
    let pages = report.searched.fetched.map { page -> Markup in
      "<li>Read for this check: \(HTMLParts.address(page))</li>"
    }
    let all = libraries + pages + warnings
    let searched: Markup = all.isEmpty ? "<li>Nothing.</li>" : all.joined(by: "\n")
    return """
      <footer>
      <h2>What was searched</h2>
      <ul>
      \(searched)
      </ul>
      <p>Fons judges wording and origin, never whether a claim is true.</p>
      <p class="fine">Document: \(grouped(report.document.bytes)) bytes, SHA-256 \
      <code>\(report.document.sha256)</code>. Made by \(report.generator).</p>
      </footer>
      """
  }
}
