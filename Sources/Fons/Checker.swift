internal import Dispatch
public import FonsDocument
public import FonsLibrary
public import FonsReport
internal import FonsText
public import FonsVerdict

/// The one door to Fons for a program: hand it documents, get reports.
///
///     let checker = Checker(libraries: [try Library("Library")])
///     let report = try checker.check(Array("He wrote: “…”".utf8))
///
/// A checker is immutable and may be used from many threads.
public struct Checker: Sendable {
  public static let version = "0.1.0"

  private let libraries: [Library]
  private let space: SearchSpace
  private let judge: Judge
  /// What passes.
  public let policy: Policy
  /// Whether reports tell the rules that decided.
  public let explains: Bool

  public init(libraries: [Library], policy: Policy = .standard, explains: Bool = false) {
    self.libraries = libraries
    self.policy = policy
    self.explains = explains
    space = SearchSpace(libraries.map { .init(name: $0.name, retrieval: $0) })
    judge = Judge(space)
  }

  /// Checks every quotation of a document.
  ///
  /// - Parameters:
  ///   - bytes: the document as it lies on disk.
  ///   - name: its path or address, for the report and to tell its format.
  ///   - format: nil to tell it by name and content.
  ///   - jobs: quotations that are looked for at once.
  /// - Throws: errors of `DocumentReader` where the bytes are not text.
  public func check(
    _ bytes: [UInt8], name: String? = nil, format: InputFormat? = nil, jobs: Int = 1
  ) throws -> Report {
    check(try DocumentReader().read(bytes, name: name, format: format), jobs: jobs)
  }

  /// Checks every quotation of a document that has been read.
  ///
  /// - Parameter unread: why cited works could not be read, by the citation's value.
  public func check(
    _ document: Document, jobs: Int = 1, unread: [String: String] = [:]
  ) -> Report {
    let findings = steady {
      var context = context(of: document)
      context.unread = unread
      return self.findings(document.quotations, context, jobs: jobs)
    }
    let assembly = ReportAssembly(document: document, policy: policy, explains: explains)
    return assembly.report(findings, searched: searched, warnings: warnings)
  }

  /// Looks where a text's words come from: the whole text is taken as one quotation.
  public func find(_ text: [UInt8], id: String = "q1") -> Report.Entry {
    var context = Judge.Context()
    context.isBare = true
    let finding = steady { judge.finding(for: DocumentReader.given(text), context) }
    return EntryAssembly(finding, by: policy, explains: explains, toDocument: { $0 })
      .entry(id: id, line: 1)
  }

  /// Looks when a work held some words: they are taken as one quotation from it.
  ///
  /// - Parameter work: its title or address.
  /// - Returns: nil where no library holds the history of such a work.
  public func history(of work: String, _ text: [UInt8]) -> Report.Entry? {
    guard space.works(named: work).contains(where: { space.hasHistory(at: $0) }) else { return nil }
    var quotation = DocumentReader.given(text)
    quotation.citations = [
      Citation(
        kind: WorkAddress.isAddress(work) ? .url : .title, value: work, range: ByteRange(0, 0),
        binding: .markup)
    ]
    let finding = steady { judge.finding(for: quotation) }
    return EntryAssembly(finding, by: policy, explains: explains, toDocument: { $0 })
      .entry(id: "q1", line: 1)
  }

  /// Whether a library holds what an address cites, in the revision that it asks for.
  public func holds(cited address: String) -> Bool {
    let works = space.works(cited: address)
    guard let revision = WorkAddress.revision(address) else { return !works.isEmpty }
    return works.contains { space.holds(revision: revision, at: $0) }
  }

  /// What there is to search.
  public var searched: Report.Searched {
    Report.Searched(
      libraries: libraries.map { library in
        let extent = library.extent
        return Report.LibraryInfo(
          name: library.name, works: extent.works, revisions: extent.revisions, bytes: extent.bytes,
          asOf: extent.asOf)
      })
  }

  /// What was found damaged and left out so far, in sentences.
  public var warnings: [String] { libraries.flatMap(\.warnings) }

  /// How much was found damaged so far.
  private var damages: Int { libraries.reduce(0) { $0 + $1.warnings.count } }

  /// The answer of what is intact: when damage turns up on the way, what was answered before it is
  /// asked again, so that no answer rests on a part that is left out.
  private func steady<Answer>(_ answer: () -> Answer) -> Answer {
    while true {
      let known = damages
      let result = answer()
      if damages == known { return result }
    }
  }

  /// What the quotations of a document are judged by, besides themselves.
  func context(of document: Document) -> Judge.Context {
    Judge.Context(
      excluded: places(of: document), shared: Self.sharedCitations(document.quotations),
      repeated: OwnWords(document).repeated, date: document.date)
  }

  func findings(
    _ quotations: [Quotation], _ context: Judge.Context, jobs: Int
  ) -> [Finding] {
    guard jobs > 1, quotations.count > 1 else {
      return quotations.map { judge.finding(for: $0, context) }
    }
    var results = [Finding?](repeating: nil, count: quotations.count)
    let stride = (quotations.count + jobs - 1) / jobs
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      let judge = judge
      DispatchQueue.concurrentPerform(iterations: jobs) { job in
        for index in job * stride..<max(job * stride, min(quotations.count, (job + 1) * stride)) {
          results[index] = judge.finding(for: quotations[index], context)
        }
      }
    }
    return results.compactMap { $0 }
  }

  /// Works that are the document itself: by its address, or by all its bytes.
  private func places(of document: Document) -> Set<SearchSpace.Place> {
    guard let name = document.name else { return [] }
    var places = Set<SearchSpace.Place>()
    for candidate in space.works(named: name) {
      if WorkAddress.isAddress(name) || space.holds(document.bytes, at: candidate) {
        places.insert(candidate)
      }
    }
    return places
  }

  /// Citations on lines of their own that are candidates for more than one quotation.
  private static func sharedCitations(_ quotations: [Quotation]) -> Set<ByteRange> {
    var seen: [ByteRange: Int] = [:]
    for quotation in quotations {
      let own = quotation.citations.filter { !$0.isShared }
      for range in Set(own.map(\.range)) { seen[range, default: 0] += 1 }
    }
    return Set(seen.filter { $0.value > 1 }.keys)
  }
}
