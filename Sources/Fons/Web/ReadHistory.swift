internal import FonsFetch
internal import FonsReport
internal import FonsSource

/// What was read of a page's history, as a reader sees it; each text is rendered once.
final class ReadHistory {
  let history: PageHistory
  let wiki: PageState.Wiki
  private let budget: HistoryBudget
  private var plains: [Int: [UInt8]] = [:]

  /// - Parameter budget: what the texts take their bytes of, as the history does.
  init(_ history: PageHistory, _ wiki: PageState.Wiki, _ budget: HistoryBudget) {
    self.history = history
    self.wiki = wiki
    self.budget = budget
  }

  /// The text of a revision; empty where it is hidden.
  func plain(of revision: WikiRevision) -> [UInt8] {
    if let known = plains[revision.id] { return known }
    let plain = WikiWorks.work(revision, wiki)?.text ?? []
    plains[revision.id] = plain
    budget.take(plain.count)
    return plain
  }

  /// The address of the page.
  var url: String { WikiWorks.page(wiki).url ?? "" }

  /// Whether nothing is left unread before the first revision of any of these lifetimes, and before the
  /// one that it went with.
  func isExact(_ lifetimes: [Report.Lifetime]) -> Bool {
    lifetimes.allSatisfy { lifetime in
      [lifetime.from.id, lifetime.to?.id].compactMap(\.self).allSatisfy { id in
        guard let index = history.revisions.firstIndex(where: { $0.id == id }) else { return false }
        return index == 0 ? history.isListed : !history.isOpen(index - 1)
      }
    }
  }

  /// The revisions whose texts are known, as a library takes them.
  var pageRevisions: [PageRevision] {
    let page = WikiWorks.page(wiki)
    var seen = Set<PageRevision.Digest>()
    // By the index of the revision whose text was read: many may share it.
    var digests: [Int: PageRevision.Digest] = [:]
    return history.knownIndices.compactMap { index in
      guard let source = history.source(of: index), let revision = history.text(of: index),
        let text = revision.text
      else { return nil }
      let digest: PageRevision.Digest
      var content = PageRevision.Content.seen
      if let known = digests[source] {
        digest = known
      } else {
        let markup = Array(text.utf8)
        digest = PageRevision.Digest(of: markup)
        digests[source] = digest
        if seen.insert(digest).inserted {
          content = .new(markup: markup, plain: plain(of: revision))
        }
      }
      return PageRevision(
        page: page,
        revision: Revision(
          id: revision.id, time: revision.time, contributor: revision.contributor),
        digest: digest, content: content)
    }
  }
}
