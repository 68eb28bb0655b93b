internal import Fons
internal import FonsDocument
internal import FonsFormat
internal import FonsReport
internal import FonsVerdict
internal import Foundation
internal import Synchronization

/// What pages, API and agents ask alike: check a document, find words, look checks up.
final class Desk: Sendable {
  let settings: ServerSettings
  let shelf: Shelf
  let store: CheckStore
  let queue: WorkQueue
  /// nil where the owner has not turned fetching on.
  let pages: PageReading?
  let budget: Budget
  let metrics = Metrics()
  private let running = Mutex<[String: RunningCheck]>([:])

  /// - Throws: where the store cannot be opened.
  init(_ settings: ServerSettings, libraries: [String]) throws {
    self.settings = settings
    shelf = Shelf(libraries)
    store = try CheckStore(
      settings.store, days: settings.keepDays, most: settings.limits.checks)
    queue = WorkQueue(
      workers: max(1, settings.jobs), waiting: settings.limits.waiting,
      seconds: settings.limits.workSeconds)
    pages = settings.web.map { PageReading($0, settings.limits) }
    budget = Budget(settings.limits.bodies)
  }

  /// What is to be checked, and how.
  struct Task: Sendable {
    var body: Body
    var name: String?
    var format: InputFormat?
    /// What the server of a page says of its encoding.
    var charset: String?
    var policy = Policy.standard
    var explains = false
    /// Reads the pages that the document cites; nil where none are read.
    var online: OnlineChecker?
  }

  // MARK: - Check

  /// Checks a document and hands entries on as they are found.
  ///
  /// - Throws: `Problem` where it cannot be read, or takes too long.
  func check(_ task: Task, found: @escaping @Sendable (Report.Entry) -> Void = { _ in })
    async throws
    -> CheckedText
  {
    guard task.online != nil else {
      return try await queue.run { [self] stop in
        let document = try read(task)
        return checked(document, try check(document, task, stop) { entry, _ in found(entry) })
      }
    }
    let (document, online) = try await reading(task)
    let report = try await report(document, task, online) { entry, _ in found(entry) }
    return checked(document, report)
  }

  /// Reads the document now and checks it later; watchers are told what is found. Kept at the end.
  func start(_ task: Task) async throws -> RunningCheck {
    let (document, online) = try await reading(task)
    let check = RunningCheck(
      id: CheckID.random(), document: document, body: task.body, readsPages: online != nil)
    running.withLock { $0[check.id] = check }
    Swift.Task { [self] in
      let outcome: CheckOutcome
      do {
        let report = try await report(document, task, online) { check.found($0, at: $1) }
        _ = try await keep(checked(document, report), id: check.id)
        outcome = .report(report)
      } catch {
        outcome = .problem(error as? Problem ?? .busy)
      }
      check.finish(outcome)
      if case .problem = outcome { try? await Swift.Task.sleep(for: .seconds(60)) }
      running.withLock { _ = $0.removeValue(forKey: check.id) }
    }
    return check
  }

  /// What is running is given up.
  func stop() {
    queue.stop()
    pages?.queue.stop()
  }

  func runningCheck(_ id: String) -> RunningCheck? { running.withLock { $0[id] } }

  /// - Returns: the id under which it is kept.
  func keep(_ checked: CheckedText, id: String = CheckID.random()) async throws -> String {
    var report = checked.report
    if !settings.keepsText { report.commentary = [] }
    try await store.add(
      StoredCheck(
        id: id, created: Date(), name: report.document.path, sha256: report.document.sha256,
        bytes: report.document.bytes, text: settings.keepsText ? checked.bytes : nil,
        isPlain: checked.isPlain, report: Array(JSONRenderer().line(report).utf8),
        summary: report.summaryLine, library: shelf.stand.version))
    return id
  }

  /// The document, and what reads the pages that it cites; nil where there are none to read.
  private func reading(_ task: Task) async throws -> (Document, OnlineChecker?) {
    try await queue.run { [self] _ in
      let document = try read(task)
      let online = task.online.flatMap { $0.needsNetwork(document) ? $0 : nil }
      return (document, online)
    }
  }

  private func report(
    _ document: Document, _ task: Task, _ online: OnlineChecker?,
    found: @escaping @Sendable (Report.Entry, Int) -> Void
  ) async throws -> Report {
    guard let online, let pages else {
      return try await queue.run { [self] stop in
        try check(document, task, stop, found: found)
      }
    }
    return try await pages.queue.runOrLeave { [self] stop in
      try check(document, online, stop, found: found)
    }
  }

  private func check(
    _ document: Document, _ task: Task, _ stop: Stop, found: (Report.Entry, Int) -> Void
  ) throws -> Report {
    let stand = shelf.stand
    let checker = stand.checker(task.policy, explains: task.explains)
    guard
      var report = checker.check(
        document, jobs: settings.jobs, isCancelled: { stop.isDue }, found: found)
    else { throw stop.problem }
    report.warnings += stand.warnings
    metrics.count(report)
    return report
  }

  /// With the pages that the document cites.
  private func check(
    _ document: Document, _ online: OnlineChecker, _ stop: Stop,
    found: (Report.Entry, Int) -> Void
  ) throws -> Report {
    // Where the server's files are is its owner's business.
    let isLoopback = settings.isLoopback
    func shown(_ entry: Report.Entry) -> Report.Entry { isLoopback ? entry : entry.withoutFolders }
    var report: Report
    do {
      report = try online.check(
        document, jobs: 1, judging: Double(settings.limits.workSeconds),
        isCancelled: { stop.isDue }, found: { found(shown($0), $1) })
    } catch is CheckGivenUp {
      throw stop.problem
    }
    report.quotations = report.quotations.map(shown)
    report.warnings += shelf.stand.warnings
    metrics.count(report)
    return report
  }

  private func checked(_ document: Document, _ report: Report) -> CheckedText {
    CheckedText(
      report: report, bytes: document.bytes,
      isPlain: document.format == .text || document.format == .markdown)
  }

  private func read(_ task: Task) throws -> Document {
    let bytes = task.body.bytes
    if task.format == nil, !PackedDocument.matches(bytes),
      TextDecoding.decode(Array(bytes.prefix(1 << 16))).looksBinary
    {
      throw Problem.unreadable("It is not text. Send text, Markdown, HTML or PDF.")
    }
    do {
      return try DocumentReader().read(
        bytes, name: task.name, format: task.format, charset: task.charset)
    } catch {
      throw Problem.unreadable("\(error)")
    }
  }

  // MARK: - Find

  func find(_ text: [UInt8], _ policy: Policy = .standard, explains: Bool = false) async throws
    -> Report.Entry
  {
    guard text.count <= settings.limits.findText else {
      throw Problem.tooLarge(settings.limits.findText)
    }
    return try await queue.run { [self] _ in
      let entry = shelf.stand.checker(policy, explains: explains).find(text)
      metrics.count(
        Report(
          generator: "", document: .init(path: nil, sha256: "", bytes: 0),
          searched: .init(libraries: []), quotations: [entry], commentary: []))
      return entry
    }
  }
}

extension Report.Entry {
  /// With the files of evidence by their names alone.
  fileprivate var withoutFolders: Report.Entry {
    var entry = self
    for copy in entry.evidence.indices {
      let name = entry.evidence[copy].file?.split(separator: "/").last
      entry.evidence[copy].file = name.map(String.init)
    }
    return entry
  }
}
