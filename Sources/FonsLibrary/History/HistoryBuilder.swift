internal import FonsSource
internal import FonsText

/// Takes the revisions of one work, in any order, and weaves them.
///
/// What is held grows with what is new in them: a revision whose text was seen before is a row.
struct HistoryBuilder {
  let page: PageRevision.Page
  private var rows: [RevisionTable.Row] = []
  private var plain = Weaver()
  private var markup = Weaver()
  private var states: [PageRevision.Digest: Int] = [:]
  /// Where the text of each state leads, if it is a redirect.
  private var redirects: [Int: String] = [:]

  init(_ page: PageRevision.Page) { self.page = page }

  var count: Int { rows.count }

  /// - Throws: `LibraryError.tooLarge` where its different texts have 2 GiB of strands or more.
  mutating func add(_ revision: PageRevision) throws {
    var row = RevisionTable.Row(
      id: revision.revision.id, time: revision.revision.time,
      contributor: revision.revision.contributor, parent: revision.parent)
    switch revision.content {
    case .hidden: break
    case .seen:
      row.state = states[revision.digest]
      if let state = row.state { use(state) }
    case .new(let markup, let plain):
      if let state = states[revision.digest] {
        row.state = state
        use(state)
      } else {
        let state = self.markup.add(markup)
        _ = self.plain.add(plain)
        guard self.markup.pool.count < 1 << 31, self.plain.pool.count < 1 << 31 else {
          throw LibraryError.tooLarge(what: "The history of \(page.title)", limit: 1 << 31)
        }
        states[revision.digest] = state
        row.state = state
        if let target = revision.redirect { redirects[state] = target }
      }
    }
    rows.append(row)
  }

  private mutating func use(_ state: Int) {
    plain.use(state)
    markup.use(state)
  }

  /// What a segment keeps.
  struct Result {
    /// The newest state that can be read; without text where all are hidden.
    var work: Work
    /// Where the newest state leads, if it is a redirect.
    var redirect: String?
    /// Whether it never was anything else.
    var isRedirectOnly: Bool
    var encoded: [UInt8]
    var revisions: Int
  }

  /// - Parameter source: what the library calls the source.
  func finish() -> Result {
    // Equal times, and those that are missing, stay in the order of the dump.
    var sorted: [RevisionTable.Row] = []
    var time = ""
    let keyed = rows.enumerated().map { index, row -> (time: String, index: Int) in
      time = row.time ?? time
      return (time, index)
    }
    for entry in keyed.sorted(by: { ($0.time, $0.index) < ($1.time, $1.index) }) {
      sorted.append(rows[entry.index])
    }
    let newest = sorted.last { $0.state != nil }
    var work = Work(title: page.title, url: page.url, language: page.language, text: [])
    if let newest, let state = newest.state {
      let revision = Revision(
        id: newest.id, time: newest.time, contributor: newest.contributor)
      work = page.work(markup.text(of: state), revision)
    }
    let encoded = HistoryCoding(
      page: page, table: RevisionTable(sorted), states: plain.states,
      plain: HistoryCoding.Part(plain), markup: HistoryCoding.Part(markup)
    ).encoded()
    return Result(
      work: work, redirect: newest?.state.flatMap { redirects[$0] },
      isRedirectOnly: !redirects.isEmpty && redirects.count == plain.states, encoded: encoded,
      revisions: rows.count)
  }
}

extension Weaver {
  /// The text of one state, while others still come.
  func text(of state: Int) -> [UInt8] {
    changes.bytes.withUnsafeBytes { bytes in
      Weave(pool: pool, ends: ends.map(Int32.init), bytes, states: states)?.text(of: state) ?? []
    }
  }
}
