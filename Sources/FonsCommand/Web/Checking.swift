internal import Fons
internal import FonsDocument
internal import FonsFetch
internal import FonsFormat
internal import FonsReport

/// A checker, with the network or without it.
struct Checking {
  private let check: (Document, Int) throws -> Report
  private let fetch: ((String) throws -> Fetched)?
  /// What was found damaged and left out so far, in sentences.
  let warnings: () -> [String]

  init(_ checker: Checker) {
    check = { checker.check($0, jobs: $1) }
    fetch = nil
    warnings = { checker.warnings }
  }

  init(_ checker: OnlineChecker) {
    check = { try checker.check($0, jobs: $1) }
    fetch = { try checker.document(at: $0) }
    warnings = { checker.warnings }
  }

  func check(_ document: Document, jobs: Int) throws -> Report { try check(document, jobs) }

  /// What the user names: a file, standard input, or an address; with the charset that a server says.
  func content(of input: String) throws -> (bytes: [UInt8], charset: String?) {
    if let fetch, input.hasPrefix("http://") || input.hasPrefix("https://") {
      let page = try fetch(input)
      return (page.content, MediaType.charset(page.type))
    }
    return (try InputFile.read(input), nil)
  }
}
