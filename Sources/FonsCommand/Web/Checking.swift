internal import Fons
internal import FonsDocument
internal import FonsFetch
internal import FonsReport

/// A checker, with the network or without it.
struct Checking {
  private let check: (Document, Int) throws -> Report
  private let fetch: ((String) throws -> [UInt8])?
  /// What was found damaged and left out so far, in sentences.
  let warnings: () -> [String]

  init(_ checker: Checker) {
    check = { checker.check($0, jobs: $1) }
    fetch = nil
    warnings = { checker.warnings }
  }

  init(_ checker: OnlineChecker) {
    check = { try checker.check($0, jobs: $1) }
    fetch = { try checker.document(at: $0).content }
    warnings = { checker.warnings }
  }

  func check(_ document: Document, jobs: Int) throws -> Report { try check(document, jobs) }

  /// The bytes of what the user names: a file, standard input, or an address.
  func bytes(of input: String) throws -> [UInt8] {
    if let fetch, input.hasPrefix("http://") || input.hasPrefix("https://") {
      return try fetch(input)
    }
    return try InputFile.read(input)
  }
}
