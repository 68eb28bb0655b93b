internal import FonsDocument
internal import FonsReport
internal import FonsText
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// A check at its permanent address: finished, or growing while it goes on.
struct CheckPage {
  let id: String

  /// What a document is called that came without a name.
  static let nameless = "Pasted text"

  // MARK: - Finished

  func finished(_ checked: CheckedText) -> Markup {
    let report = checked.report
    return Page(title: report.document.path ?? Self.nameless).text(
      """
      <div id="content">
      \(HTMLRenderer(nameless: Self.nameless).content(
        report, document: checked.bytes, documentIsPlain: checked.isPlain, actions: actions))
      </div>
      """)
  }

  private var actions: Markup {
    """
    <div class="actions">
    <button type="button" data-copy="/checks/\(id)/report.txt" hidden>Copy as text</button>
    <a class="button" href="/checks/\(id)/report.txt">Text</a>
    <a class="button" href="/checks/\(id)/report.html" download="fons-report.html">HTML</a>
    <a class="button" href="/checks/\(id)/report.json" download="fons-report.json">JSON</a>
    <a class="button" href="/checks/\(id)/report.sarif" download="fons-report.sarif">SARIF</a>
    <form method="post" action="/checks/\(id)/delete" \
    data-confirm="Delete this check? Its address will lead nowhere."><button class="quiet" \
    type="submit">Delete</button></form>
    <span class="said" id="said" role="status"></span>
    </div>
    """
  }

  // MARK: - Growing

  /// The page in pieces: the document up to each quotation, as its verdict is found, then the cards.
  func growing(_ check: RunningCheck) -> AsyncStream<ByteBuffer> {
    let (pieces, continuation) = AsyncStream<ByteBuffer>.makeStream()
    Task {
      var document = GrowingDocument(check.document)
      var entries: [Report.Entry] = []
      continuation.yield(Self.buffer(opening(check) + document.opening))
      for await event in check.events() {
        switch event {
        case .found(let entry):
          entries.append(entry)
          continuation.yield(Self.buffer(document.next(entry)))
        case .finished(let outcome):
          continuation.yield(Self.buffer(document.closing))
          continuation.yield(Self.buffer(closing(entries, outcome)))
        }
      }
      continuation.finish()
    }
    return pieces
  }

  private func opening(_ check: RunningCheck) -> Markup {
    let document = check.document
    let next: Markup =
      check.readsPages
      ? "The pages that the document cites are read first, which can take a minute or two."
      : "Each gets its verdict below as it is found."
    return Page(title: document.name ?? Self.nameless, state: "live").start + """
      <div id="content">
      <header class="top"><h1>\(document.name ?? Self.nameless)</h1>
      <p class="live">\(counted(document.quotations.count, "quotation")). \(next)</p></header>
      <main>

      """
  }

  private func closing(_ entries: [Report.Entry], _ outcome: CheckOutcome) -> Markup {
    let cards = entries.enumerated().map { index, entry in
      HTMLCard(entry: entry, number: index + 1, count: entries.count).markup
    }
    let last: Markup
    switch outcome {
    case .report(let report):
      last = """
        <p class="live" role="status"><span data-done></span>Finished. \(report.summaryLine). \
        <a href="/checks/\(id)">The finished page</a></p>
        """
    case .problem(let problem):
      last = "<p class=\"live\" role=\"alert\">\(problem.title). \(problem.detail)</p>"
    }
    return """
      <section class="cards" aria-label="What was found" tabindex="0">
      \(cards.joined(by: "\n"))
      </section>
      </main>
      \(last)
      </div>
      </body>
      </html>

      """
  }

  private static func buffer(_ markup: Markup) -> ByteBuffer { ByteBuffer(string: markup.html) }
}

/// The left side of a page that grows.
private struct GrowingDocument {
  private let document: Document
  private let isPlain: Bool
  private var position = 0
  private var number = 0

  init(_ document: Document) {
    self.document = document
    isPlain = document.format == .text || document.format == .markdown
  }

  var opening: Markup {
    let paper: Markup =
      isPlain ? "<div class=\"paper plain\" dir=\"auto\">" : "<div class=\"paper\">"
    return """
      <section class="document" id="document" tabindex="-1" aria-labelledby="document-title">
      <h2 id="document-title">The document</h2>
      \(paper)
      """ + (isPlain ? beforeNext : .empty)
  }

  private var beforeNext: Markup {
    guard number < document.quotations.count else { return .empty }
    let start = document.quotations[number].range.start
    return "\(HTMLDocument.string(document.bytes, position, start))"
  }

  mutating func next(_ entry: Report.Entry) -> Markup {
    number += 1
    guard isPlain else { return HTMLDocument.block(entry, number) + "\n" }
    let quoted = HTMLDocument.quoted(entry, document.bytes)
    position = max(position, entry.range.end)
    return HTMLDocument.link(entry, number, quoted) + beforeNext
  }

  var closing: Markup {
    let rest: Markup =
      isPlain && number == document.quotations.count
      ? "\(HTMLDocument.string(document.bytes, position, document.bytes.count))" : .empty
    return rest + "</div>\n</section>\n"
  }
}
