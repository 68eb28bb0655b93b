public import FonsFetch

/// How a checker uses the network.
public struct WebOptions: Sendable {
  public var fetch = FetchOptions()
  /// Whether cited pages are read anew even where a library holds them.
  public var isFresh = false
  /// Wikis to search for quotations that cite nothing, by the address of a page or of the API; those
  /// that the document cites are searched first.
  public var wikis: [String] = []
  /// The web archive that is asked for pages that are gone; nil for none.
  public var archive: String? = WebArchiveClient.standard
  /// Folder in which what was received is kept; nil for nowhere.
  public var evidence: String?
  /// Requests that the history of one page may take.
  public var historyRequests = 20
  /// Bytes that the texts of all histories which one check reads may hold, as they came and as they are
  /// read; no more are asked for beyond.
  public var historyBytes = 128 << 20
  /// Cited pages that are fetched for one document; the rest are listed as not fetched.
  public var mostPages = 2_000
  /// Bytes that the texts of cited pages may hold together; once they do, no more are fetched.
  public var mostPageBytes = 1 << 30
  /// Told what is sent to whom.
  public var say: @Sendable (String) -> Void = { _ in }
  /// Told each answer that came, redirects too, with the address that was asked.
  public var answered: @Sendable (Exchange) -> Void = { _ in }
  public var progress: @Sendable (FetchQueue.Progress) -> Void = { _ in }

  public init() {}
}
