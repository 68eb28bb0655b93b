internal import FonsEvidence
internal import FonsFetch
internal import FonsReport
internal import FonsSource

/// What became of a cited page.
struct PageState: Sendable {
  /// As the document cites it.
  var cited: String
  /// The states of it that were read; each has its address, and the cited one among its names.
  var works: [Work] = []
  var listed: Report.FetchedPage
  var copies: [Kept] = []
  var failure: FetchFailure?
  var wiki: Wiki?
  /// What is known of the page, in sentences.
  var facts: [String] = []
  /// Added to the reason of what was found on it, where it was not read at its own address.
  var remark: String?

  struct Wiki: Sendable {
    var api: String
    var page: WikiPage
    var site: WikiSite

    /// Whether both are of one page, whatever addresses or revisions of it were cited.
    func isSamePage(as other: Wiki?) -> Bool {
      api == other?.api && page.title == other?.page.title
    }
  }

  init(cited: String, listed: Report.FetchedPage) {
    self.cited = cited
    self.listed = listed
  }
}
