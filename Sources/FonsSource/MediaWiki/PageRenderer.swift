import FonsFormat

/// Makes works of a dump's pages on several threads, in the order of the dump.
final class PageRenderer {
  /// Wikitext that is one task, in bytes.
  private static let runBytes = 128 << 10
  /// Wikitext that is in memory at one time, unless one page has more.
  private static let mostWaiting = 64 << 20

  private let reader: MediaWikiReader
  private let tasks: OrderedTasks<[SourceEvent]>
  private var run: [Job] = []
  private var bytes = 0
  private lazy var site = reader.site
  private lazy var renderer = reader.site.renderer()

  private let keepsMarkup: Bool
  /// nil where each page is a work of its own.
  private var seen: SeenTexts?

  /// What a worker makes an event of.
  private enum Job: Sendable {
    case event(MediaWikiReader.Event)
    case revision(MediaWikiPage, PageRevision.Digest, isSeen: Bool)
  }

  init(reader: MediaWikiReader, options: SourceOptions) {
    self.reader = reader
    keepsMarkup = options.keepsMarkup
    seen = options.revisions == .history ? SeenTexts() : nil
    tasks = OrderedTasks(options.workers, mostCost: Self.mostWaiting)
  }

  func take(_ event: MediaWikiReader.Event, _ body: (SourceEvent) throws -> Void) throws {
    if case .page(var page) = event, seen != nil {
      let text = page.isTextMissing ? nil : seen?.take(page)
      // The text of a revert is not needed again.
      if text?.isSeen != false { page.text = [] }
      bytes += page.text.count
      run.append(
        .revision(
          page, text?.digest ?? PageRevision.Digest(high: 0, low: 0), isSeen: text?.isSeen ?? false)
      )
    } else {
      if case .page(let page) = event { bytes += page.text.count }
      run.append(.event(event))
    }
    if bytes >= Self.runBytes || run.count >= 512 { try submit(body) }
  }

  func finish(_ body: (SourceEvent) throws -> Void) throws {
    try submit(body)
    try tasks.finish { for event in $0 { try body(event) } }
  }

  private func submit(_ body: (SourceEvent) throws -> Void) throws {
    guard !run.isEmpty else { return }
    let (jobs, site) = (run, site)
    let renderer = keepsMarkup ? nil : renderer
    let cost = bytes
    run = []
    bytes = 0
    try tasks.submit(
      cost: cost, { jobs.map { Self.event($0, site, renderer) } },
      deliver: { for event in $0 { try body(event) } })
  }

  private static func event(
    _ job: Job, _ site: MediaWikiSite, _ renderer: WikitextRenderer?
  ) -> SourceEvent {
    switch job {
    case .event(let event): return Self.event(event, site, renderer)
    case .revision(let page, let digest, let isSeen):
      let content: PageRevision.Content
      if page.isTextMissing {
        content = .hidden
      } else if isSeen {
        content = .seen
      } else {
        let plain = renderer?.render(page.text, title: page.title).text ?? page.text
        content = .new(markup: page.text, plain: plain)
      }
      return .revision(
        PageRevision(
          page: PageRevision.Page(
            title: page.title, url: site.url(of: page.title), language: site.language, id: page.id,
            fileNamespace: site.namespaces[6], categoryNamespace: site.namespaces[14]),
          revision: page.revision, parent: page.parentRevision, digest: digest, content: content,
          redirect: page.redirect))
    }
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
