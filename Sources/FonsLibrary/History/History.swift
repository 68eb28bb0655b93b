public import FonsSource
internal import Synchronization

/// The revisions of one work, and when it said what.
///
/// Revisions are counted from 0, the oldest first.
public final class History: Sendable {
  public let page: PageRevision.Page
  let table: RevisionTable
  /// What a reader saw.
  let plain: Weave
  private let states: Int
  private let encoded: [UInt8]
  private let head: HistoryCoding.Head
  private let lazy: Mutex<Lazy>

  private struct Lazy {
    var markup: Weave?
    var index: StrandIndex?
    var details: [Int: WorkDetails] = [:]
  }

  /// - Returns: nil where the bytes make no sense.
  init?(_ encoded: [UInt8]) {
    let read = encoded.withUnsafeBytes { bytes -> (HistoryCoding.Head, RevisionTable, Weave)? in
      guard let head = HistoryCoding.Head(bytes), let table = head.frame(.table, bytes),
        let rows = RevisionTable(table),
        let plain = head.weave(bytes, .pool, .sizes, .changes),
        rows.rows.allSatisfy({ $0.state ?? 0 < max(1, head.states) })
      else { return nil }
      return (head, rows, plain)
    }
    guard let read else { return nil }
    (head, table, plain) = read
    page = head.page
    states = head.states
    self.encoded = encoded
    lazy = Mutex(Lazy())
    guard states > 0 || table.rows.allSatisfy({ $0.state == nil }) else { return nil }
  }

  /// Revisions, those with a hidden text included.
  public var count: Int { table.rows.count }

  /// Different texts.
  public var texts: Int { states }

  public func revision(_ index: Int) -> Revision {
    let row = table.rows[index]
    return Revision(id: row.id, time: row.time, contributor: row.contributor)
  }

  /// The id of the revision that a revision was made of, where the source says so.
  public func parent(of index: Int) -> Int? { table.rows[index].parent }

  /// Whether the text of a revision is deleted, or missing in the source.
  public func isHidden(_ index: Int) -> Bool { table.rows[index].state == nil }

  /// The newest revision whose text can be read.
  public var newest: Int? { table.rows.lastIndex { $0.state != nil } }

  /// The revision with an id.
  public func index(of id: Int) -> Int? { table.rows.lastIndex { $0.id == id } }

  /// The newest readable revision that is not after a time (ISO 8601, or the beginning of it).
  public func newest(asOf time: String) -> Int? {
    table.rows.lastIndex { row in
      guard row.state != nil, let own = row.time else { return false }
      return own <= time || own.hasPrefix(time)
    }
  }

  /// What a reader saw; nil where it is hidden.
  public func text(of index: Int) -> [UInt8]? { table.rows[index].state.map(plain.text(of:)) }

  /// The source's markup, byte for byte; nil where it is hidden or damaged.
  public func markup(of index: Int) -> [UInt8]? {
    guard let state = table.rows[index].state else { return nil }
    return markupWeave?.text(of: state)
  }

  /// The work as it was: text, headings and notes; nil where it is hidden.
  public func work(of index: Int) -> Work? {
    markup(of: index).map { page.work($0, revision(index)) }
  }

  /// All that is known of the work as it was; nil where it is hidden.
  public func details(of index: Int, source: String) -> WorkDetails? {
    if let known = lazy.withLock({ $0.details[index] }) { return known }
    guard let work = work(of: index),
      let made = WorkDetails(WorkDetails.encoded(work, source: source))
    else { return nil }
    lazy.withLock { lazy in
      if lazy.details.count >= Self.mostDetails { lazy.details.removeAll() }
      lazy.details[index] = made
    }
    return made
  }

  /// States whose details are remembered.
  private static let mostDetails = 16

  /// Revisions whose text is deleted or missing.
  public var hiddenCount: Int { table.rows.count { $0.state == nil } }

  var markupWeave: Weave? {
    lazy.withLock { lazy in
      if let known = lazy.markup { return known }
      lazy.markup = encoded.withUnsafeBytes {
        head.weave($0, .markupPool, .markupSizes, .markupChanges, prefix: plain.pool)
      }
      return lazy.markup
    }
  }

  var index: StrandIndex {
    lazy.withLock { lazy in
      if let known = lazy.index { return known }
      let made = StrandIndex(plain)
      lazy.index = made
      return made
    }
  }

  /// Bytes of memory, about.
  var size: Int { encoded.count + plain.size * 3 + count * 120 }

  func hasRevisions(before time: String) -> Bool {
    table.rows.contains { ($0.time ?? time) < time }
  }

  /// The history without the revisions before a time, but for the newest.
  func dropping(before time: String) -> HistoryBuilder {
    var builder = HistoryBuilder(page)
    for index in 0..<count {
      let row = table.rows[index]
      guard index == newest || (row.time ?? time) >= time else { continue }
      var revision = PageRevision(
        page: page, revision: self.revision(index), parent: row.parent,
        digest: PageRevision.Digest(high: 0, low: UInt64(row.state ?? 0)), content: .hidden)
      if let plain = text(of: index), let markup = markup(of: index) {
        revision.content = .new(markup: markup, plain: plain)
      }
      try? builder.add(revision)
    }
    return builder
  }
}
