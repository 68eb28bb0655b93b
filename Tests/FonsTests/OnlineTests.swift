import FonsDocument
import FonsFetch
import FonsReport
import FonsSource
import FonsTesting
import FonsText
import Foundation
import Synchronization
import Testing

@testable import Fons

@Suite("Cited pages, fetched")
struct OnlineTests {
  private static let words =
    "The stone garden was laid out by three sisters who could not agree on where the water should run."

  private func options(_ servers: RawServer...) -> WebOptions {
    var options = WebOptions()
    options.fetch.hostDelay = 0
    options.fetch.pageSeconds = 5
    options.fetch.policy = AddressPolicy(
      allowed: servers.compactMap { AddressPolicy.Allowed($0.site) })
    options.archive = nil
    return options
  }

  private func check(_ text: String, _ options: WebOptions) throws -> Report {
    let document = try DocumentReader().read(Array(text.utf8), name: nil, format: .text)
    return try OnlineChecker(libraries: [], options: options).check(document)
  }

  @Test("A page that no library holds is fetched, judged by, listed and kept")
  func fetched() throws {
    let folder = try TemporaryFolder()
    let server = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { server.stop() }
    var options = options(server)
    options.evidence = folder.path
    let said = Mutex<[String]>([])
    options.say = { line in said.withLock { $0.append(line) } }
    let report = try check("She wrote: “\(Self.words)” (\(server.origin)/garden)", options)
    let entry = try #require(report.quotations.first)
    #expect(entry.verdict == .verbatim)
    #expect(entry.attribution == .asCited)
    #expect(report.searched.fetched.map(\.outcome) == ["read"])
    #expect(report.searched.libraries.isEmpty)
    let copy = try #require(entry.evidence.first)
    #expect(copy.url == "\(server.origin)/garden")
    #expect(copy.file.map(FileManager.default.fileExists(atPath:)) == true)
    #expect(copy.record?.hasPrefix("urn:uuid:") == true)
    #expect(said.withLock { $0.contains { $0.contains(server.site) } })
  }

  @Test(
    "A page that cannot be had makes the quotation unverifiable, with the reason",
    arguments: [
      ("404 Not Found", "gone"), ("401 Unauthorized", "login"), ("403 Forbidden", "blocked"),
      ("500 Oops", "fails"),
    ])
  func unreadable(status: String, reason: String) throws {
    let server = try RawServer { _, _ in RawServer.answer(Array("<p>no</p>".utf8), status) }
    defer { server.stop() }
    let report = try check(
      "She wrote: “\(Self.words)” (\(server.origin)/garden)", options(server))
    let entry = try #require(report.quotations.first)
    #expect(entry.verdict == .unverifiable)
    #expect(entry.attribution == .unreachable)
    #expect(entry.reason.contains(reason), "\(entry.reason)")
  }

  @Test(
    "A page shown in the place of another is none",
    arguments: [
      ("Page not found", "Try the search.", "dead"), ("Log in", "Please log in to read.", "login"),
      ("Just a moment...", "Checking your browser.", "blocked"),
    ])
  func substitutes(title: String, text: String, outcome: String) throws {
    let body =
      "<html><head><title>\(title)</title></head><body><h1>\(title)</h1><p>\(text)</p></body></html>"
    let server = try RawServer { _, _ in RawServer.answer(Array(body.utf8)) }
    defer { server.stop() }
    let report = try check(
      "She wrote: “\(Self.words)” (\(server.origin)/garden)", options(server))
    #expect(report.searched.fetched.first?.outcome == outcome)
    #expect(report.quotations.first?.verdict == .unverifiable)
  }

  @Test("A page that was read and lacks the words is not the source")
  func lacking() throws {
    let text = String(
      repeating: "The water ran where it liked, and the stones were left alone. ", count: 20)
    let server = try RawServer { _, _ in RawServer.page(text) }
    defer { server.stop() }
    let report = try check(
      "She wrote: “\(Self.words)” (\(server.origin)/garden)", options(server))
    #expect(report.quotations.first?.verdict == .notFound)
  }

  @Test("A page that names another site as its own is not taken for it")
  func canonical() throws {
    let other = try RawServer { _, _ in RawServer.answer([], "404 Not Found") }
    let body =
      "<html><head><title>x</title><link rel=\"canonical\" href=\"http://garden.example/words\">"
      + "</head><body><p>\(Self.words)</p></body></html>"
    let server = try RawServer { _, _ in RawServer.answer(Array(body.utf8)) }
    defer {
      server.stop()
      other.stop()
    }
    var options = options(server, other)
    options.fetch.resolved = ["garden.example:80": ["127.0.0.1"]]
    let report = try check(
      "She wrote: “\(Self.words)” (http://garden.example/words)\n\nSee \(server.origin)/ for “\(Self.words)”",
      options)
    #expect(report.quotations.first?.attribution == .unreachable)
  }

  @Test("Nothing is fetched for what a library holds, unless anew")
  func held() throws {
    let server = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { server.stop() }
    let bench = try Bench(
      .init(
        title: "Garden", url: "\(server.origin)/garden", text: Array(Self.words.utf8)))
    let text = "She wrote: “\(Self.words)” (\(server.origin)/garden)"
    let document = try DocumentReader().read(Array(text.utf8), name: nil, format: .text)
    var options = options(server)
    _ = try OnlineChecker(libraries: bench.libraries, options: options).check(document)
    #expect(server.requests.isEmpty)
    options.isFresh = true
    _ = try OnlineChecker(libraries: bench.libraries, options: options).check(document)
    #expect(server.requests.count == 1)
  }

  @Test("A revision that a library does not hold is fetched, though it holds the page")
  func heldInAnotherRevision() throws {
    let server = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { server.stop() }
    var page = Work(
      title: "Garden", url: "\(server.origin)/index.php?title=Garden",
      text: Array("The garden was given up, and the water ran where it liked.".utf8))
    page.revision = Revision(id: 7, time: "2020-01-01T00:00:00Z", contributor: nil)
    let bench = try Bench(page)
    let checker = OnlineChecker(libraries: bench.libraries, options: options(server))
    for (revision, asked) in [(7, 0), (5, 1)] {
      let text =
        "She wrote: “\(Self.words)” (\(server.origin)/index.php?title=Garden&oldid=\(revision))"
      let document = try DocumentReader().read(Array(text.utf8), name: nil, format: .text)
      let report = try checker.check(document)
      #expect(server.requests.count == asked)
      #expect(report.quotations.first?.attribution == (asked == 0 ? nil : .asCited))
    }
  }

  /// Options for a page of `garden.example`, which is gone from there and kept by an archive.
  private func options(withArchive archive: RawServer) throws -> WebOptions {
    var options = options(archive)
    options.archive = "\(archive.origin)/web"
    options.fetch.resolved = ["garden.example:80": ["127.0.0.1"]]
    options.fetch.policy.allowed.append(
      try #require(AddressPolicy.Allowed("garden.example")))
    return options
  }

  @Test(
    "A web archive is asked for a page that is gone, and the answer says which capture was read")
  func archive() throws {
    let list =
      "[[\"urlkey\",\"timestamp\",\"original\",\"mimetype\",\"statuscode\",\"digest\",\"length\"],"
      + "[\"k\",\"20190501000000\",\"http://garden.example/words\",\"text/html\",\"200\",\"A\",\"1\"]]"
    let archive = try RawServer { request, _ in
      if request.hasPrefix("GET /web/cdx?") {
        return RawServer.answer(Array(list.utf8), type: "application/json")
      }
      return request.hasPrefix("GET /web/20190501000000id_/http://garden.example/words")
        ? RawServer.page(Self.words) : RawServer.answer([], "404 Not Found")
    }
    defer { archive.stop() }
    let options = try options(withArchive: archive)
    let report = try check("She wrote: “\(Self.words)” (http://garden.example/words)", options)
    let entry = try #require(report.quotations.first)
    #expect(entry.verdict == .verbatim)
    #expect(entry.matches.first?.revision.time == "2019-05-01T00:00:00Z")
    #expect(entry.reason.contains("capture by \(archive.site)"), "\(entry.reason)")
  }

  @Test("An archive without a list of captures is asked by Memento")
  func memento() throws {
    let page = "http://garden.example/words"
    let archive = try RawServer { request, _ in
      if request.hasPrefix("GET /web/20190501000000id_/\(page) ") {
        return RawServer.page(Self.words)
      }
      if request.hasPrefix("GET /web/20190501000000/\(page) ") {
        return RawServer.page(
          "The archive's own words.", fields: "Memento-Datetime: Wed, 01 May 2019 00:00:00 GMT")
      }
      return request.hasPrefix("GET /web/\(page) ")
        ? RawServer.redirect("/web/20190501000000/\(page)")
        : RawServer.answer([], "404 Not Found")
    }
    defer { archive.stop() }
    let options = try options(withArchive: archive)
    let report = try check("She wrote: “\(Self.words)” (\(page))", options)
    let entry = try #require(report.quotations.first)
    #expect(entry.verdict == .verbatim)
    #expect(entry.matches.first?.revision.time == "2019-05-01T00:00:00Z")
    #expect(report.searched.fetched.first?.url?.contains("20190501000000id_") == true)
  }

  @Test("A report is compared with what the page says now, quotation by quotation")
  func recheck() throws {
    let now = Mutex(Self.words)
    let filler = String(
      repeating: "The water ran where it liked, and the stones stood still. ", count: 9)
    let server = try RawServer { _, _ in RawServer.page(now.withLock { $0 } + "</p><p>" + filler) }
    defer { server.stop() }
    var options = options(server)
    let old = try check("She wrote: “\(Self.words)” (\(server.origin)/garden)", options)
    options.isFresh = true
    let checker = OnlineChecker(libraries: [], options: options)
    #expect(try Recheck(checker).run(old).outcomes.map(\.changes) == [[]])
    now.withLock { $0 = Self.words.replacing("three sisters", with: "four brothers") }
    let outcome = try #require(try Recheck(checker).run(old).outcomes.first)
    #expect(outcome.before == .verbatim)
    #expect(outcome.after == .altered)
    #expect(outcome.changes.contains { $0.contains("four brothers") }, "\(outcome.changes)")
  }
}
