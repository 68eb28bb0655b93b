import FonsDocument
import FonsFetch
import FonsReport
import FonsTesting
import Foundation
import Synchronization
import Testing

@testable import Fons

@Suite("Checks that read pages, within bounds")
struct OnlineBoundTests {
  private static let words =
    "The stone garden was laid out by three sisters who could not agree on where the water should run."
  private static let other =
    "Nobody at the harbour remembered when the old pier had lost the last of its seven lanterns."

  private func options(_ server: RawServer) -> WebOptions {
    var options = WebOptions()
    options.fetch.hostDelay = 0
    options.fetch.pageSeconds = 5
    options.fetch.policy = AddressPolicy(
      allowed: [AddressPolicy.Allowed(server.site)].compactMap { $0 })
    options.archive = nil
    return options
  }

  private func document(_ text: String) throws -> Document {
    try DocumentReader().read(Array(text.utf8), name: nil, format: .text)
  }

  private static func answer(_ json: String) -> RawServer.Answer {
    RawServer.answer(Array(json.utf8), type: "application/json")
  }

  private static let site =
    #""general":{"sitename":"Coast","base":"","articlepath":"/wiki/$1","server":"","lang":"en"}"#

  @Test("Entries are handed on once, in order, as the report has them", arguments: [false, true])
  func found(withWikis: Bool) throws {
    let server = try RawServer { request, _ in
      request.contains("api.php")
        ? RawServer.answer([], "404 Not Found") : RawServer.page(Self.words)
    }
    defer { server.stop() }
    var options = options(server)
    if withWikis { options.wikis = [server.origin] }
    let folder = try TemporaryFolder()
    options.evidence = folder.path
    let document = try document(
      "“\(Self.words)” (\(server.origin)/a)\n\n“\(Self.other)”\n\n“\(Self.words)”")
    var entries: [Report.Entry] = []
    let report = try OnlineChecker(libraries: [], options: options).check(
      document, jobs: 1, judging: nil, isCancelled: { false },
      found: { entry, index in
        #expect(index == entries.count)
        entries.append(entry)
      })
    #expect(entries.count == 3)
    #expect(entries == report.quotations)
    #expect(entries.first?.evidence.isEmpty == false)
  }

  @Test("A check that is cancelled asks nobody and is given up")
  func cancelled() throws {
    let server = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { server.stop() }
    let checker = OnlineChecker(libraries: [], options: options(server))
    let document = try document("“\(Self.words)” (\(server.origin)/a)")
    #expect(throws: CheckGivenUp.self) {
      try checker.check(document, jobs: 1, judging: nil, isCancelled: { true })
    }
    #expect(server.requests.isEmpty)
    #expect(throws: CheckGivenUp.self) {
      try checker.check(document, jobs: 1, judging: 0, isCancelled: { false })
    }
  }

  @Test("Words that no wiki was searched for, for want of time, are told")
  func searchedTooLate() throws {
    let server = try RawServer { request, _ in
      request.contains("siteinfo") ? Self.answer("{\"query\":{\(Self.site)}}") : .silence
    }
    defer { server.stop() }
    var options = options(server)
    options.fetch.totalSeconds = 1
    options.wikis = ["\(server.origin)/api.php"]
    let text = "“\(Self.words)”\n\n“\(Self.other)”"
    let report = try OnlineChecker(libraries: [], options: options).check(document(text))
    #expect(
      report.warnings == [
        "The time for fetching was over before wikis were searched for 2 of the quotations."
      ])
  }

  @Test("A history that could not be read is not said to lack the words")
  func historyUnread() throws {
    let page =
      #"{"title":"Pier","ns":0,"revisions":[{"revid":7,"timestamp":"2020-01-01T00:00:00Z","#
      + #""user":"A","sha1":"s","size":99,"slots":{"main":{"content":"\#(Self.other)"}}}]}"#
    let server = try RawServer { request, _ in
      if request.contains("rvlimit") { return RawServer.answer([], "500 Oops") }
      if request.contains("api.php") {
        return Self.answer("{\"query\":{\(Self.site),\"pages\":[\(page)]}}")
      }
      let head = "<head><title>Pier</title><link rel=\"EditURI\" href=\"/w/api.php?action=rsd\">"
      return RawServer.answer(Array("<html>\(head)</head><p>\(Self.other)</p></html>".utf8))
    }
    defer { server.stop() }
    let report = try OnlineChecker(libraries: [], options: options(server)).check(
      document("She wrote: “\(Self.words)” (\(server.origin)/wiki/Pier)"))
    let facts = report.quotations.first?.facts ?? []
    #expect(
      facts.contains { $0.hasPrefix("The older revisions of “Pier” were not read.") }, "\(facts)")
  }
}
