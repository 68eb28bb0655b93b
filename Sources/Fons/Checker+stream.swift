public import FonsDocument
public import FonsReport
internal import FonsVerdict

extension Checker {
  /// Quotations that are looked for together before they are handed on, where several cores look.
  private static let step = 16

  /// Checks every quotation of a document, handing each entry on as soon as all before it are found.
  ///
  /// - Parameters:
  ///   - unread: why cited works could not be read, by the citation's value.
  ///   - isCancelled: asked between quotations.
  ///   - found: takes entries in the document's order, with their indices. Where damage turns up in a
  ///     library on the way, they come again from the first.
  /// - Returns: nil where it was cancelled.
  public func check(
    _ document: Document, jobs: Int, unread: [String: String] = [:], isCancelled: () -> Bool,
    found: (Report.Entry, Int) -> Void
  ) -> Report? {
    var context = context(of: document)
    context.unread = unread
    let step = jobs > 1 ? Self.step : 1
    while true {
      let known = warnings.count
      var findings: [Finding] = []
      let assembly = ReportAssembly(document: document, policy: policy, explains: explains)
      for start in stride(from: 0, to: document.quotations.count, by: step) {
        guard !isCancelled() else { return nil }
        let end = min(start + step, document.quotations.count)
        let some = self.findings(Array(document.quotations[start..<end]), context, jobs: jobs)
        for (index, finding) in some.enumerated() {
          found(assembly.entry(finding, at: start + index), start + index)
        }
        findings += some
      }
      if warnings.count == known {
        return assembly.report(findings, searched: searched, warnings: warnings)
      }
    }
  }
}
