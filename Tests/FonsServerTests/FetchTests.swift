import Fons
import FonsFetch
import FonsReport
import FonsTesting
import Foundation
import HTTPTypes
import NIOCore
import Synchronization
import Testing

@testable import FonsServer

/// Pages that the server reads, and those that nobody makes it read.
@Suite struct FetchTests {
  private static let words =
    "The stone garden was laid out by three sisters who could not agree on where the water should run."

  private static func settings(_ servers: RawServer...) -> ServerSettings {
    var options = WebOptions()
    options.fetch.hostDelay = 0
    options.fetch.pageSeconds = 5
    options.fetch.policy = AddressPolicy(
      allowed: servers.compactMap { AddressPolicy.Allowed($0.site) })
    options.archive = nil
    var settings = ServerSettings()
    settings.web = options
    return settings
  }

  private static func check(_ server: TestServer, url: String) async throws -> TestServer.Answer {
    try await server.ask(
      .post, "/v1/check", "{\"url\": \(JSON.string(url).text())}", type: "application/json")
  }

  /// Without fetching nothing is read, whatever the address.
  @Test(arguments: ["http://127.0.0.1/", "file:///etc/passwd", "https://encyclopedia.example/"])
  func nothingIsReadUnasked(address: String) async throws {
    let server = try TestServer()
    let answer = try await Self.check(server, url: address)
    #expect(answer.status == 403)
    #expect(try answer.json["type"] == .string("urn:fons:problem:fetching"))
    let cited = try await server.check("“\(Self.words)” (\(address))", ", \"fetch\": true")
    #expect(cited.status == 403)
    #expect(try await server.ask(.get, "/").text.contains("name=\"url\"") == false)
  }

  @Test func aPageIsReadAndWhatItCitesToo() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    let origin = source.origin
    let page = try RawServer { _, _ in
      RawServer.page("She wrote: “\(Self.words)” (<a href=\"\(origin)/garden\">here</a>)")
    }
    defer {
      source.stop()
      page.stop()
    }
    let folder = try TemporaryFolder()
    var settings = Self.settings(source, page)
    settings.web?.evidence = folder.path
    let told = Mutex<[String]>([])
    settings.web?.say = { line in told.withLock { $0.append(line) } }
    settings.web?.answered = { exchange in
      told.withLock { $0.append(exchange.address.description) }
    }
    let server = try TestServer(settings)
    let answer = try await Self.check(server, url: page.origin + "/post")
    #expect(answer.status == 201)
    let report = try answer.json
    #expect(report["document"]?["path"] == .string(page.origin + "/post"))
    let entry = try #require(report["quotations"]?.elements.first)
    #expect(entry["verdict"] == .string("verbatim"))
    #expect(entry["attribution"] == .string("as-cited"))
    let copy = entry["evidence"]?.elements.first?["file"]?.string
    #expect(copy.map(FileManager.default.fileExists(atPath:)) == true)
    let said = told.withLock { $0 }
    #expect(said.contains(page.origin + "/post") && said.contains(origin + "/garden"))
    #expect(said.contains { $0.hasPrefix("fetching 1 cited page from \(source.site)") })
    #expect(server.server.desk.budget.used == 0)
  }

  @Test func aFormMayAskForIt() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let server = try TestServer(Self.settings(source))
    #expect(try await server.ask(.get, "/").text.contains("name=\"url\""))
    let form = "application/x-www-form-urlencoded"
    let text = "text=“\(Self.words)” \(source.origin)/garden"
    let unread = try await server.ask(.post, "/checks", text, type: form)
    let place = try #require(unread.headers[.location])
    #expect(try await server.finished(place).text.contains("unverifiable"))
    #expect(source.requests.isEmpty, "a box that is not ticked")
    let read = try await server.ask(.post, "/checks", text + "&fetch=yes", type: form)
    let page = try await server.finished(try #require(read.headers[.location]))
    #expect(page.text.contains("1\u{A0}verbatim") && page.text.contains("Read for this check"))
    let address = try await server.ask(
      .post, "/checks", "text=&url=\(source.origin)/garden", type: form)
    #expect(address.status == 303)
  }

  /// A page that grows says first that pages are read.
  @Test func aPageThatGrows() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let desk = try TestServer(Self.settings(source)).server.desk
    let asked = try CheckRequest(
      .object(("text", "“\(Self.words)” \(source.origin)/garden")))
    let task = try await desk.task(asked, Body([], share: 0, of: desk.budget))
    let check = try await desk.start(task)
    var page = ""
    for await piece in CheckPage(id: check.id).growing(check) { page += String(buffer: piece) }
    #expect(page.contains("read first") && page.contains("v-verbatim"))
  }

  @Test func agentsMayAskForIt() async throws {
    let source = try RawServer { _, _ in RawServer.page("“\(Self.words)”") }
    defer { source.stop() }
    let session = MCPSession(desk: try TestServer(Self.settings(source)).server.desk)
    let call =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check","arguments":{"url":"\#(source.origin)/"}}}"#
    let answer = await session.answer(Array(call.utf8))?["result"]
    #expect(answer?["isError"] == .bool(false))
    #expect(answer?["structuredContent"]?["quotations"]?.elements.count == 1)
    let list = await session.answer(
      Array(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#.utf8))
    let properties = list?["result"]?["tools"]?.elements.first?["inputSchema"]?["properties"]
    #expect(properties?["url"] != nil && properties?["fetch"] != nil)
  }

  // MARK: - Private places

  /// Every notation of this computer's addresses, as the page to check and as what a document cites.
  @Test(arguments: [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
    "127.0.0.1.", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "0",
    "localhost", "LOCALHOST.", "a.localhost", "%31%32%37.0.0.1", "user:word@127.0.0.1",
    "open.example@127.0.0.1", "１２７.０.０.１", "127。0。0。1", "10.0.0.1", "169.254.169.254",
    "[fd00:ec2::254]", "metadata.google.internal",
  ])
  func privateAddresses(host: String) async throws {
    let inside = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { inside.stop() }
    let server = try TestServer(Self.settings())
    let address = "http://\(host):\(inside.port)/"
    let answer = try await Self.check(server, url: address)
    #expect(answer.status == 403 || answer.status == 502)
    #expect(try answer.json["detail"]?.string?.contains("--allow-host") == false)
    let cited = try await server.check("She wrote: “\(Self.words)” (\(address))")
    #expect(cited.status == 201)
    // Not every notation is an address to whoever reads the document: then nothing is cited.
    let verdict = try cited.json["quotations"]?.elements.first?["verdict"]?.string
    #expect(verdict == "unverifiable" || verdict == "not-found")
    #expect(inside.requests.isEmpty)
  }

  @Test func privateAddressesByRedirect() async throws {
    let inside = try RawServer { _, _ in RawServer.page("inside") }
    let port = inside.port
    let targets = [
      "http://127.0.0.1:\(port)/", "http://0x7f000001:\(port)/", "http://localhost:\(port)/",
      "//127.1:\(port)/", "file:///etc/hostname", "http://user:word@127.0.0.1:\(port)/",
      "http://[::ffff:127.0.0.1]:\(port)/", "http://inside.example:\(port)/",
    ]
    let outside = try RawServer { request, _ in
      let index = Int(request.dropFirst(5).prefix { $0.isNumber }) ?? 0
      // The last one as a page's own wish.
      return index < targets.count
        ? RawServer.redirect(targets[index])
        : RawServer.answer(
          Array("<meta http-equiv=refresh content=\"0;url=\(targets[0])\">".utf8))
    }
    defer {
      inside.stop()
      outside.stop()
    }
    var settings = Self.settings(outside)
    settings.web?.fetch.resolved = ["inside.example:\(port)": ["127.0.0.1"]]
    let server = try TestServer(settings)
    for index in targets.indices {
      let answer = try await Self.check(server, url: "\(outside.origin)/\(index)")
      #expect(answer.status == 403, "\(targets[index])")
      #expect(try answer.json["type"] == .string("urn:fons:problem:address"))
    }
    let refresh = try await Self.check(server, url: "\(outside.origin)/\(targets.count)")
    #expect(refresh.status != 201)
    #expect(inside.requests.isEmpty)
  }

  /// A name of the open network whose server says that it is at a private address, at once or among
  /// others.
  @Test(arguments: [["127.0.0.1"], ["::1"], ["10.0.0.1"], ["192.88.99.255", "127.0.0.1"]])
  func privateAddressesByName(numbers: [String]) async throws {
    let inside = try RawServer { _, _ in RawServer.page("inside") }
    defer { inside.stop() }
    var settings = Self.settings()
    settings.web?.fetch.connectSeconds = 1
    settings.web?.fetch.resolved = ["garden.example:\(inside.port)": numbers]
    let server = try TestServer(settings)
    let address = "http://garden.example:\(inside.port)/"
    let answer = try await Self.check(server, url: address)
    #expect(answer.status == 403)
    let cited = try await server.check("She wrote: “\(Self.words)” (\(address))")
    #expect(cited.text.contains("is not public"))
    // Whoever asks learns nothing of the network behind the server.
    for text in [answer.text, cited.text] {
      for number in numbers { #expect(!text.contains(number)) }
      #expect(!text.contains("your own"))
    }
    #expect(inside.requests.isEmpty)
  }

  /// What a page says of itself is text: its title, its type, the address that it leads to.
  @Test func scriptInAPage() async throws {
    let attack = "\"><script>alert(1)</script>"
    let escaped = attack.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    let source = try RawServer { request, _ in
      if request.hasPrefix("GET /first ") { return RawServer.redirect("/page?\(attack)#\(attack)") }
      let body =
        "<html><head><title>\(escaped)</title></head><body><h1>\(escaped)</h1><p>\(Self.words)</p>"
      return RawServer.answer(Array(body.utf8), type: "text/html; charset=\(attack)")
    }
    defer { source.stop() }
    let server = try TestServer(Self.settings(source))
    let made = try await server.check("“\(Self.words)” (\(source.origin)/first)")
    let id = try #require(made.headers[.location]?.split(separator: "/").last)
    for path in ["/checks/\(id)", "/checks/\(id)/report.html"] {
      let page = try await server.ask(.get, path).text
      #expect(page.contains("1\u{A0}verbatim") && page.contains("alert(1)"))
      #expect(!page.contains("<script>alert"))
    }
  }

  // MARK: - Bounds

  @Test func pagesHaveTheirBounds() async throws {
    let source = try RawServer { _, _ in RawServer.page(String(repeating: "long ", count: 4000)) }
    defer { source.stop() }
    var settings = Self.settings(source)
    settings.limits.pageBytes = 10_000
    settings.limits.pages = 3
    let server = try TestServer(settings)
    let large = try await Self.check(server, url: source.origin + "/")
    #expect(large.status == 502)
    let text = (0..<9).map { "“\(Self.words)” (\(source.origin)/\($0))\n\n" }.joined()
    let report = try await server.check(text).json
    #expect(source.requests.count == 4)
    let fetched = report["searched"]?["fetched"]?.elements ?? []
    #expect(fetched.count == 9)
    #expect(fetched.filter { $0["outcome"] == .string("late") }.count == 6)
    #expect(
      fetched.last?["reason"]?.string?.contains("3 pages are the most for a document") == true)
  }

  /// What all pages of a check hold together has a bound, too.
  @Test func pagesTogetherHaveABound() async throws {
    let source = try RawServer { _, _ in RawServer.page(String(repeating: "long ", count: 4000)) }
    defer { source.stop() }
    var settings = Self.settings(source)
    settings.limits.pagesBytes = 50_000
    let text = (0..<9).map { "“\(Self.words)” (\(source.origin)/\($0))\n\n" }.joined()
    let report = try await TestServer(settings).check(text).json
    #expect(source.requests.count == 3)
    let fetched = report["searched"]?["fetched"]?.elements ?? []
    #expect(fetched.filter { $0["outcome"] == .string("too-large") }.count == 6)
    #expect(report["quotations"]?.elements.last?["verdict"] == .string("unverifiable"))
  }

  /// Pages that never come take no worker from those who check texts, and stop nobody from stopping.
  @Test func pagesThatNeverCome() async throws {
    let source = try RawServer { _, _ in .silence }
    defer { source.stop() }
    var settings = Self.settings(source)
    settings.web?.fetch.pageSeconds = 30
    settings.jobs = 1
    settings.limits.fetching = 1
    settings.limits.fetchingWaiting = 1
    let server = try TestServer(settings)
    let origin = source.origin
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { try await Self.check(server, url: origin + "/").status }
      }
      while source.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      let other = try await server.check("“\(TestServer.known)”")
      #expect(other.status == 201, "others are served")
      let start = ContinuousClock.now
      server.server.desk.stop()
      var statuses: [Int] = []
      for try await status in group { statuses.append(status) }
      #expect(start.duration(to: .now) < .seconds(5))
      return statuses
    }
    #expect(statuses == [503, 503, 503, 503])
  }

  @Test func foldersAreTheirOwners() async throws {
    let source = try RawServer { _, _ in RawServer.page(Self.words) }
    defer { source.stop() }
    let folder = try TemporaryFolder()
    var settings = Self.settings(source)
    settings.web?.evidence = folder.path
    settings.host = "0.0.0.0"
    let server = try TestServer(settings)
    let report = try await server.check("She wrote: “\(Self.words)” (\(source.origin)/a)").json
    let file = report["quotations"]?.elements.first?["evidence"]?.elements.first?["file"]?.string
    #expect(file?.hasSuffix(".warc.gz") == true && file?.contains("/") == false)
  }
}
