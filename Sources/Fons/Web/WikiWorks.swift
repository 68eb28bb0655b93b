internal import FonsFetch
internal import FonsFormat
internal import FonsSource

/// Makes works of what a wiki's API tells.
enum WikiWorks {
  /// The revision that was asked for, and the current one.
  static func works(_ wiki: PageState.Wiki, cited: String) -> [Work] {
    let page = wiki.page
    var works: [Work] = []
    if let asked = page.asked, asked.id != page.current?.id,
      var work = work(asked, wiki)
    {
      work.aliases = [cited]
      works.append(work)
    }
    if let current = page.current, var work = work(current, wiki) {
      work.aliases = (works.isEmpty ? [cited] : []) + page.redirects
      works.append(work)
    }
    return works
  }

  /// A revision as its reader sees it; nil where its text is hidden.
  static func work(_ revision: WikiRevision, _ wiki: PageState.Wiki) -> Work? {
    guard let text = revision.text, !revision.isHidden else { return nil }
    var page = MediaWikiPage()
    page.title = wiki.page.title
    page.namespace = wiki.page.namespace
    page.text = Array(text.utf8)
    page.revision = Revision(
      id: revision.id, time: revision.time, contributor: revision.contributor)
    let site = site(wiki.site)
    var work = page.work(of: site, renderer: site.renderer())
    work.url = wiki.page.url ?? work.url
    return work
  }

  /// What is the same in all revisions of a page.
  static func page(_ wiki: PageState.Wiki) -> PageRevision.Page {
    let site = site(wiki.site)
    return PageRevision.Page(
      title: wiki.page.title, url: wiki.page.url ?? site.url(of: wiki.page.title),
      language: site.language, fileNamespace: site.namespaces[6],
      categoryNamespace: site.namespaces[14])
  }

  private static func site(_ site: WikiSite) -> MediaWikiSite {
    var result = MediaWikiSite()
    result.name = site.name
    result.base = site.base
    result.language = site.language
    result.namespaces = site.namespaces
    return result
  }

  /// Why a page cannot be read, as its wiki says; nil where it can.
  static func failure(of page: WikiPage, at cited: String) -> FetchFailure? {
    switch page.state {
    case .present: return nil
    case .missing:
      return FetchFailure(
        .dead,
        "\(cited) is gone: the wiki has no page “\(page.title)”, and its log names no deletion.")
    case .deleted:
      return FetchFailure(
        .dead, "\(cited) is gone: the page “\(page.title)” was \(page.deletion ?? "deleted").")
    case .noRevision:
      return FetchFailure(
        .dead,
        "\(cited) is gone: the wiki has no such revision; it was deleted, or never was.")
    case .hidden:
      return FetchFailure(
        .blocked, "\(cited) is blocked: the wiki hides the text of this revision from readers.")
    }
  }

  static func facts(_ page: WikiPage) -> [String] {
    guard !page.protection.isEmpty else { return [] }
    return ["It is protected (\(page.protection.joined(separator: ", ")))."]
  }
}
