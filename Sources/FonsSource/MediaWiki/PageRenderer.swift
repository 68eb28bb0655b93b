import FonsFormat

/// Makes works of a dump's pages on several threads, in the order of the dump.
final class PageRenderer {
  /// Wikitext that is one task, in bytes.
  private static let runBytes = 128 << 10
  /// Wikitext that is in memory at one time, unless one page has more.
  private static let mostWaiting = 64 << 20

  private let reader: MediaWikiReader
  private let tasks: OrderedTasks<[SourceEvent]>
  private var run: [MediaWikiReader.Event] = []
  private var bytes = 0
  private lazy var site = reader.site
  private lazy var renderer = reader.site.renderer()

  private let keepsMarkup: Bool

  init(reader: MediaWikiReader, options: SourceOptions) {
    self.reader = reader
    keepsMarkup = options.keepsMarkup
    tasks = OrderedTasks(options.workers, mostCost: Self.mostWaiting)
  }

  func take(_ event: MediaWikiReader.Event, _ body: (SourceEvent) throws -> Void) throws {
    run.append(event)
    if case .page(let page) = event { bytes += page.text.count }
    if bytes >= Self.runBytes || run.count >= 512 { try submit(body) }
  }

  func finish(_ body: (SourceEvent) throws -> Void) throws {
    try submit(body)
    try tasks.finish { for event in $0 { try body(event) } }
  }

  private func submit(_ body: (SourceEvent) throws -> Void) throws {
    guard !run.isEmpty else { return }
    let (events, site) = (run, site)
    let renderer = keepsMarkup ? nil : renderer
    let cost = bytes
    run = []
    bytes = 0
    try tasks.submit(
      cost: cost, { events.map { Self.event($0, site, renderer) } },
      deliver: { for event in $0 { try body(event) } })
  }

  private static func event(
    _ event: MediaWikiReader.Event, _ site: MediaWikiSite, _ renderer: WikitextRenderer?
  ) -> SourceEvent {
    switch event {
    case .skipped(let error): .warning(error)
    case .page(let page):
      if let target = page.redirect {
        .redirect(from: page.title, to: target)
      } else if let renderer {
        .work(page.work(of: site, renderer: renderer))
      } else {
        .work(Work(title: page.title, revision: page.revision, text: page.text))
      }
    }
  }
}
