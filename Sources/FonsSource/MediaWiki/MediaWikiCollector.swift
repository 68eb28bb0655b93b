import CXML

/// Gathers an export's elements into pages as the parser reports them.
final class MediaWikiCollector {
  var site = MediaWikiSite()
  /// Set while the parser runs.
  var deliver: ((MediaWikiReader.Event) throws -> Void)?
  var context: xmlParserCtxtPtr?
  /// What ended the parse: the document's fault or an error of `deliver`.
  private(set) var failure: (any Error)?
  private(set) var delivered = 0
  private(set) var sawRoot = false
  /// Grows with everything that the parser reports.
  private(set) var reports = 0

  private let path: String
  private let options: SourceOptions
  private var elements: [MediaWikiElement] = []
  private var characters: [UInt8] = []
  private var isCollecting = false
  private var isTooLarge = false
  private var namespaceKey: Int?
  private var sawNamespace = false
  private var page = MediaWikiPage()
  private var revision = MediaWikiPage()
  /// Of the page's revisions so far.
  private var newest: MediaWikiPage?

  private static let depthLimit = 64

  init(path: String, options: SourceOptions) {
    self.path = path
    self.options = options
  }

  private func stop(_ error: any Error) {
    guard failure == nil else { return }
    failure = error
    if let context { xmlStopParser(context) }
  }

  func refuseDocumentType() {
    stop(
      SourceError(
        .unsupported, path: path,
        message: "has a document type declaration, which no MediaWiki export has; it is refused. "
          + "Remove it if you trust the file."))
  }

  // MARK: Elements

  func start(_ name: String, attributes: () -> [String: String]) {
    reports &+= 1
    guard failure == nil else { return }
    let element = MediaWikiElement.byName[name] ?? .other
    if elements.isEmpty {
      guard element == .mediawiki else {
        return stop(
          SourceError(
            .unsupported, path: path,
            message: "is XML but no MediaWiki export: it begins with <\(name)>."))
      }
      sawRoot = true
      site.language = attributes()["lang"]
    }
    guard elements.count < Self.depthLimit else {
      return stop(
        SourceError(.corrupt, path: path, message: "nests its elements too deep for an export."))
    }
    elements.append(element)
    switch element {
    case .page:
      page = MediaWikiPage()
      newest = nil
      sawNamespace = false
    case .revision: revision = MediaWikiPage()
    case .redirect: page.redirect = attributes()["title"]
    case .namespace: namespaceKey = attributes()["key"].flatMap { Int($0) }
    case .contributor: if attributes()["deleted"] != nil { revision.revision.contributor = nil }
    case .text:
      let attributes = attributes()
      revision.isTextMissing = attributes["deleted"] != nil
    default: break
    }
    isCollecting = element.isLeaf
    isTooLarge = false
    characters.removeAll(keepingCapacity: true)
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reports &+= 1
    guard isCollecting, !isTooLarge else { return }
    guard characters.count + bytes.count <= options.pageLimit else {
      isTooLarge = true
      characters = []
      return
    }
    characters.append(contentsOf: bytes)
  }

  func end() {
    guard failure == nil, let element = elements.popLast() else { return }
    isCollecting = false
    let parent = elements.last ?? .other
    switch element {
    case .text: endText()
    case .page: endPage()
    case .revision: endRevision()
    case _ where element.isLeaf: set(element, String(decoding: characters, as: UTF8.self), parent)
    default: break
    }
  }

  private func set(_ element: MediaWikiElement, _ value: String, _ parent: MediaWikiElement) {
    switch (element, parent) {
    case (.sitename, _): site.name = value
    case (.dbname, _): site.database = value
    case (.base, _):
      site.base = value
      if site.language == nil { site.language = Self.subdomain(value) }
    case (.titleCase, _): site.titleCase = value
    case (.namespace, _): if let namespaceKey { site.namespaces[namespaceKey] = value }
    case (.title, .page): page.title = value
    case (.ns, .page):
      page.namespace = Int(value) ?? 0
      sawNamespace = true
    case (.id, .page): page.id = Int(value)
    case (.id, .revision): revision.revision.id = Int(value)
    case (.parentid, .revision): revision.parentRevision = Int(value)
    case (.model, .revision): revision.model = value
    case (.timestamp, .revision): revision.revision.time = value
    case (.username, .contributor), (.ip, .contributor): revision.revision.contributor = value
    default: break
    }
  }

  private static func subdomain(_ base: String) -> String? {
    guard let host = base.split(separator: "/").dropFirst().first else { return nil }
    let first = host.prefix { $0 != "." }
    return (2...3).contains(first.count) ? String(first) : nil
  }

  // MARK: Pages

  private var wantsPage: Bool {
    let namespace = sawNamespace ? page.namespace : site.namespace(of: page.title)
    return options.namespaces.contains(namespace)
  }

  private func endText() {
    if isTooLarge {
      revision.isTextMissing = true
      guard wantsPage else { return }
      report(
        .skipped(
          SourceError(
            .tooLarge, path: path, offset: context.map { Int(xmlByteConsumed($0)) } ?? 0,
            message: "the page “\(page.title)” has more than \(options.pageLimit) bytes and was "
              + "left out. Raise the page limit to read it.")))
      return
    }
    guard wantsPage else { return }
    swap(&revision.text, &characters)
  }

  private func endRevision() {
    guard wantsPage else { return }
    revision.title = page.title
    revision.id = page.id
    revision.redirect = page.redirect
    revision.namespace = sawNamespace ? page.namespace : site.namespace(of: page.title)
    switch options.revisions {
    case .all: finish(revision)
    case .history: finishState(revision)
    case .last:
      // Dumps are in order of time, but nothing says that they must be.
      if let held = newest, let time = held.revision.time, let own = revision.revision.time,
        own < time
      {
        return
      }
      newest = revision
    }
  }

  private func endPage() {
    if let newest { finish(newest) }
    newest = nil
    revision = MediaWikiPage()
  }

  private func finish(_ candidate: MediaWikiPage) {
    var page = candidate
    // Code and data are no text to be quoted.
    guard page.model == "wikitext" || page.redirect != nil else { return }
    if page.redirect == nil { page.redirect = RedirectText.target(of: page.text) }
    guard !page.isTextMissing || page.redirect != nil else { return }
    delivered += 1
    report(.page(page))
  }

  /// A state of a page whose history is read: where it leads is said by its own text alone, and one
  /// whose text is missing is told of, too.
  private func finishState(_ candidate: MediaWikiPage) {
    var page = candidate
    page.redirect = RedirectText.target(of: page.text)
    guard page.model == "wikitext" || page.redirect != nil else { return }
    delivered += 1
    report(.page(page))
  }

  private func report(_ event: MediaWikiReader.Event) {
    do { try deliver?(event) } catch { stop(error) }
  }
}
