internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// What all pages share: head, bar, style and script from the server itself.
struct Page {
  var title: String
  /// The path of the bar's entry that this page is; nil for none.
  var place: String?
  /// `live` while the page grows.
  var state: String?

  func text(_ content: Markup) -> Markup {
    "\(start)\(content)\n</body>\n</html>\n"
  }

  /// Up to where the content begins.
  var start: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title) – Fons</title>
    <link rel="stylesheet" href="/assets/fons.css">
    <link rel="icon" href="/favicon.ico" type="image/svg+xml">
    <script src="/assets/fons.js" defer></script>
    </head>
    <body\(state.map { " data-state=\"\($0)\"" as Markup } ?? .empty)>
    <a class="skip" href="#content">Skip to the content</a>
    <nav class="bar" aria-label="Fons">
    <a class="home" href="/">Fons</a>
    <ul>
    \(entry("/", "Check"))
    \(entry("/library", "Library"))
    \(entry("/checks", "Kept checks"))
    </ul>
    </nav>

    """
  }

  private func entry(_ path: String, _ name: Markup) -> Markup {
    let current: Markup = path == place ? " aria-current=\"page\"" : .empty
    return "<li><a href=\"\(path)\"\(current)>\(name)</a></li>"
  }

  func response(_ content: Markup, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text(content).html)))
  }
}

/// A problem as a page.
struct ProblemPage {
  private let problem: Problem

  init(_ problem: Problem) { self.problem = problem }

  var response: Response {
    let content: Markup = """
      <main class="plain-page problem" id="content">
      <h1>\(problem.title)</h1>
      <p>\(problem.detail)</p>
      <p><a class="button" href="/">Check something else</a></p>
      </main>
      """
    var response = Page(title: problem.title).response(content, status: problem.status)
    for field in problem.headers { response.headers[field.name] = field.value }
    return response
  }
}
