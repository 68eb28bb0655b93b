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
    budget = Budget(settings.limits.bodies)
  }

  /// What is to be checked, and how.
  struct Task: Sendable {
    var body: Body
    var name: String?
    var format: InputFormat?
    var policy = Policy.standard
    var explains = false
  }

  // MARK: - Check

  /// Checks a document and hands entries on as they are found.
  ///
  /// - Throws: `Problem` where it cannot be read, or takes too long.
  func check(_ task: Task, found: @escaping @Sendable (Report.Entry) -> Void = { _ in })
    async throws
    -> CheckedText
  {
    try await queue.run { [self] stop in
      let document = try read(task)
      guard let report = check(document, task, stop, found: { entry, _ in found(entry) }) else {
        throw Problem.tooLong
      }
      return checked(document, report)
    }
  }

  /// Reads the document now and checks it later; watchers are told what is found. Kept at the end.
  func start(_ task: Task) async throws -> RunningCheck {
    let document = try await queue.run { [self] _ in try read(task) }
    let check = RunningCheck(id: CheckID.random(), document: document)
    running.withLock { $0[check.id] = check }
    Swift.Task { [self] in
      let outcome: CheckOutcome
      do {
        let report = try await queue.run { [self] stop -> Report in
          let report = self.check(document, task, stop, found: { check.found($0, at: $1) })
          guard let report else { throw Problem.tooLong }
          return report
        }
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

  private func check(
    _ document: Document, _ task: Task, _ stop: Stop, found: (Report.Entry, Int) -> Void
  ) -> Report? {
    let stand = shelf.stand
    let checker = stand.checker(task.policy, explains: task.explains)
    guard
      var report = checker.check(
        document, jobs: settings.jobs, isCancelled: { stop.isDue }, found: found)
    else { return nil }
    report.warnings += stand.warnings
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
      return try DocumentReader().read(bytes, name: task.name, format: task.format)
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
