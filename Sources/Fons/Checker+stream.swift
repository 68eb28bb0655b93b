public import FonsDocument
public import FonsReport
internal import FonsVerdict

extension Checker {
  /// Quotations that are looked for together before they are handed on.
  private static let step = 16

  /// Checks every quotation of a document, handing each entry on as soon as all before it are found.
  ///
  /// - Parameters:
  ///   - isCancelled: asked between quotations.
  ///   - found: takes entries in the document's order, with their indices. Where damage turns up in a
  ///     library on the way, they come again from the first.
  /// - Returns: nil where it was cancelled.
  public func check(
    _ document: Document, jobs: Int, isCancelled: () -> Bool,
    found: (Report.Entry, Int) -> Void
  ) -> Report? {
    let context = context(of: document)
    while true {
      let known = warnings.count
      var findings: [Finding] = []
      let assembly = ReportAssembly(document: document, policy: policy, explains: explains)
      for start in stride(from: 0, to: document.quotations.count, by: Self.step) {
        guard !isCancelled() else { return nil }
        let end = min(start + Self.step, document.quotations.count)
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
