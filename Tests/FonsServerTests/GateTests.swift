import FonsReport
import HTTPTypes
import Testing

@testable import FonsServer

/// Who may ask, and what every answer carries.
@Suite struct GateTests {
  /// A page that gives its own name this machine's address says that name.
  @Test(arguments: [
    ("localhost", true), ("localhost:8765", true), ("LOCALHOST:1", true), ("127.0.0.1:8765", true),
    ("127.9.9.9", true), ("[::1]:8765", true), ("evil.example", false),
    ("evil.example:8765", false),
    ("127.0.0.1.evil.example", false), ("127.1", false), ("0x7f.0.0.1", false),
    ("127.0.0.01", false), ("2130706433", false), ("user@localhost", false), ("localhost.", false),
    ("[::ffff:127.0.0.1]", false), ("", false), ("localhost:x", false), ("localhost/..", false),
  ])
  func onlyNamesOfLoopback(host: String, passes: Bool) async throws {
    let answer = try await TestServer().ask(.get, "/health", host: host)
    #expect(answer.status == (passes ? 200 : 421))
  }

  @Test func otherNamesWhereTheOwnerSaysSo() async throws {
    var settings = ServerSettings()
    settings.host = "0.0.0.0"
    settings.names = ["fons.example"]
    let server = try TestServer(settings)
    #expect(try await server.ask(.get, "/health", host: "fons.example:80").status == 200)
    #expect(try await server.ask(.get, "/health", host: "other.example").status == 421)
    #expect(try await server.ask(.get, "/health", host: "localhost").status == 421)
  }

  private static let site = HTTPField.Name("sec-fetch-site")!
  private static let senders: [(HTTPFields, Int)] = [
    ([.origin: "https://evil.example"], 403), ([.origin: "null"], 403),
    ([.origin: "http://localhost:8765"], 200), ([.origin: "http://localhost:9"], 403),
    ([site: "cross-site"], 403), ([site: "same-site"], 403),
    ([site: "same-origin", .origin: "null"], 200), ([:], 200),
  ]

  @Test(arguments: senders)
  func pagesOfOtherSitesSendNothing(headers: HTTPFields, status: Int) async throws {
    let server = try TestServer()
    let answer = try await server.ask(
      .post, "/v1/find", "a few words", type: "text/plain", headers: headers)
    #expect(answer.status == status)
    #expect(answer.headers[.accessControlAllowOrigin] == nil)
  }

  @Test func originsThatTheOwnerNames() async throws {
    var settings = ServerSettings()
    settings.origins = ["https://editor.example"]
    let server = try TestServer(settings)
    let headers: HTTPFields = [.origin: "https://editor.example"]
    let preflight = try await server.ask(.options, "/v1/check", headers: headers)
    #expect(preflight.status == 204)
    #expect(preflight.headers[.accessControlAllowOrigin] == "https://editor.example")
    let answer = try await server.ask(
      .post, "/v1/find", "a few words", type: "text/plain", headers: headers)
    #expect(answer.status == 200)
    #expect(answer.headers[.accessControlAllowOrigin] == "https://editor.example")
    let other = try await server.ask(
      .options, "/v1/check", headers: [.origin: "https://evil.example"])
    #expect(other.headers[.accessControlAllowOrigin] == nil)
  }

  @Test func aTokenIsAskedFor() async throws {
    var settings = ServerSettings()
    settings.token = "s3cret"
    let server = try TestServer(settings)
    for headers in [[:], [.authorization: "Bearer s3cre"], [.authorization: "Basic !!"]]
      as [HTTPFields]
    {
      let answer = try await server.ask(.get, "/v1/library", headers: headers)
      #expect(answer.status == 401)
      #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
    }
    // A browser's name and password: "me:s3cret".
    for word in ["Bearer s3cret", "bearer s3cret", "Basic bWU6czNjcmV0"] {
      let answer = try await server.ask(.get, "/v1/library", headers: [.authorization: word])
      #expect(answer.status == 200)
    }
    #expect(try await server.ask(.get, "/health").status == 200)
    #expect(try await server.ask(.get, "/").status == 401)
  }

  @Test func aRateIsKept() async throws {
    var settings = ServerSettings()
    settings.rate = 2
    let server = try TestServer(settings)
    var statuses: [Int] = []
    for _ in 0..<40 { statuses.append(try await server.ask(.get, "/health").status) }
    #expect(statuses.first == 200 && statuses.contains(429))
    let limit = RateLimit(2)
    let start = ContinuousClock.now
    #expect(
      (0..<8).map { _ in limit.admits("a", now: start) } == [
        true, true, true, true, false, false, false, false,
      ])
    #expect(limit.admits("b", now: start))
    #expect(limit.admits("a", now: start + .milliseconds(600)))
    #expect(!limit.admits("a", now: start + .milliseconds(700)))
  }

  @Test(arguments: ["/", "/library", "/checks", "/nothing", "/v1/library", "/assets/fons.js"])
  func everyAnswerIsSigned(path: String) async throws {
    let answer = try await TestServer().ask(.get, path)
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    #expect(answer.headers[.accessControlAllowOrigin] == nil)
  }

  @Test(arguments: [
    "/assets/../fons.js", "/assets/..%2f..%2fetc%2fpasswd", "/checks/..%2f..%2fetc/report.html",
    "/checks/%2e%2e/report.html", "/../../etc/passwd", "//etc/passwd", "/checks/%00",
    "/v1/checks/a%2fb",
    "/v1/checks/'%20OR%201=1--",
  ])
  func pathsLeadNowhereElse(path: String) async throws {
    let answer = try await TestServer().ask(.get, path)
    #expect(answer.status == 404)
    #expect(!answer.text.contains("root:"))
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
  ])
  func dates(second: Int, text: String) {
    #expect(ResponseDate.text(second) == text)
  }
}
