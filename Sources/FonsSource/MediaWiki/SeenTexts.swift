/// Texts that a page has had: a revert or a blanking is known by its hash and costs no rendering.
struct SeenTexts {
  private var page: (title: String, id: Int?)?
  private var digests = Set<PageRevision.Digest>()

  /// The digest of a page's text, and whether the page had the text before.
  mutating func take(_ candidate: MediaWikiPage) -> (digest: PageRevision.Digest, isSeen: Bool) {
    if page?.title != candidate.title || page?.id != candidate.id {
      page = (candidate.title, candidate.id)
      digests.removeAll(keepingCapacity: true)
    }
    let digest = PageRevision.Digest(of: candidate.text)
    return (digest, !digests.insert(digest).inserted)
  }
}
