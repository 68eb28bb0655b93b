internal import FonsDocument
internal import FonsFetch

/// A check was told to stop, or its judging took longer than it may.
public struct CheckGivenUp: Error {}

/// What one check of a document has fetched, and within which bounds.
struct Round {
  let document: Document
  /// Asks nobody any more once the check is cancelled.
  let fetcher: Fetcher
  /// When nothing more is fetched.
  let deadline: ContinuousClock.Instant
  let isCancelled: @Sendable () -> Bool
  /// Bytes that the texts of all histories may hold.
  let texts: HistoryBudget
  /// Seconds of judging that are left; nil for any number.
  var judging: Double?

  var pages: [PageState] = []
  /// What was read of the histories of pages, by their place.
  var histories: [Int: ReadHistory] = [:]
  /// What came of the search for a quotation in a history, by the quotation's number.
  var searches: [Int: Search] = [:]
  /// Why a history was not read that might have had a quotation's words, by the quotation's number.
  var unread: [Int: String] = [:]
  /// What the time did not suffice for, in sentences.
  var warnings: [String] = []

  struct Search {
    /// The place of the page.
    var page: Int
    var outcome: HistorySearch.Outcome
    /// Whether some revision has the words themselves.
    var hasWords: Bool
  }

  var isLate: Bool { .now >= deadline }

  /// - Throws: `CheckGivenUp` where the check is cancelled.
  func goOn() throws {
    if isCancelled() { throw CheckGivenUp() }
  }
}
