import Fons
import FonsReport
import Foundation
import HTTPTypes
import Testing

@testable import FonsServer

/// The API, asked without a socket.
@Suite struct APITests {
  private static let quoting = "She wrote: “\(TestServer.known)”, no more."

  @Test func findTellsWhereWordsComeFrom() async throws {
    let server = try TestServer()
    for (body, type) in [
      ("{\"text\": \"\(TestServer.known)\"}", "application/json"), (TestServer.known, "text/plain"),
    ] {
      let answer = try await server.ask(.post, "/v1/find", body, type: type)
      #expect(answer.status == 200)
      let entry = try answer.json
      #expect(entry["verdict"] == .string("verbatim"))
      #expect(entry["matches"]?.elements.first?["work"]?["title"] == .string("Sorrel thrift"))
    }
  }

  @Test func aCheckIsKeptAndDeleted() async throws {
    let server = try TestServer()
    let made = try await server.check(Self.quoting, ", \"name\": \"post.txt\"")
    #expect(made.status == 201)
    let place = try #require(made.headers[.location])
    let kept = try await server.ask(.get, place)
    #expect(kept.status == 200 && kept.bytes == made.bytes)
    #expect(try kept.json["document"]?["path"] == .string("post.txt"))
    let tag = try #require(kept.headers[.eTag])
    let same = try await server.ask(.get, place, headers: [.ifNoneMatch: tag])
    #expect(same.status == 304 && same.bytes.isEmpty && same.headers[.eTag] == tag)
    let list = try await server.ask(.get, "/v1/checks").json
    #expect(list["checks"]?.elements.count == 1)
    #expect(list["next"] == .null)
    #expect(try await server.ask(.delete, place).status == 204)
    #expect(try await server.ask(.get, place).status == 404)
    #expect(try await server.ask(.delete, place).status == 404)
  }

  @Test func aCheckIsNotKeptWhereNobodyWantsIt() async throws {
    let server = try TestServer()
    let made = try await server.check(Self.quoting, ", \"keep\": false, \"commentary\": false")
    #expect(made.status == 200 && made.headers[.location] == nil)
    #expect(try made.json["commentary"]?.elements.isEmpty == true)
    #expect(try await server.ask(.get, "/v1/checks").json["checks"]?.elements.isEmpty == true)
  }

  @Test func entriesAreStreamedAndThenTheReport() async throws {
    let server = try TestServer()
    let answer = try await server.check(
      Self.quoting + "\n\n" + Self.quoting, headers: [.accept: "application/x-ndjson"])
    #expect(answer.headers[.contentType] == "application/x-ndjson")
    let lines = try answer.lines
    #expect(lines.count == 3)
    let report = try #require(lines.last?["report"])
    #expect(lines.dropLast().map { $0["quotation"] } == report["quotations"]?.elements)
    #expect(lines.last?["location"] != nil)
  }

  @Test func batchesAreAnsweredInOrder() async throws {
    let server = try TestServer()
    let body = """
      {"id": 1, "text": "\(TestServer.known)"}
      not json

      {"id": "three"}
      {"id": null, "text": "\(TestServer.known)", "policy": "strict"}
      """
    for path in ["/v1/find", "/v1/check"] {
      let answer = try await server.ask(.post, path, body, type: "application/x-ndjson")
      let lines = try answer.lines
      #expect(lines.map { $0["id"] } == [.integer(1), .null, .string("three"), .null])
      #expect(lines.map { $0["problem"] != nil } == [false, true, true, false])
      #expect(lines[1]["problem"]?["detail"] == .string("Line 2 is not JSON."))
    }
    #expect(try await server.ask(.get, "/v1/checks").json["checks"]?.elements.isEmpty == true)
  }

  @Test(arguments: [
    ("/v1/check", "{", "application/json", 400), ("/v1/check", "[]", "application/json", 400),
    ("/v1/check", "{}", "application/json", 400),
    ("/v1/check", "{\"text\": 1}", "application/json", 400),
    ("/v1/check", "{\"text\": \"a\", \"colour\": 1}", "application/json", 400),
    ("/v1/check", "{\"text\": \"a\", \"format\": \"wordstar\"}", "application/json", 400),
    ("/v1/check", "{\"text\": \"a\", \"policy\": \"lax\"}", "application/json", 400),
    ("/v1/check", "{\"text\": \"a\", \"format\": \"\"}", "application/json", 400),
    ("/v1/check", "{\"text\": \"a\", \"url\": \"https://a.example\"}", "application/json", 400),
    ("/v1/check", "a", "image/png", 415), ("/v1/check", "a", "", 415),
    ("/v1/find", "a", "text/html", 415), ("/v1/find", "{\"text\": null}", "application/json", 400),
    ("/v1/check", "\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}", "text/plain", 422),
  ])
  func whatIsWrongIsTold(path: String, body: String, type: String, status: Int) async throws {
    let answer = try await TestServer().ask(.post, path, body, type: type)
    #expect(answer.status == status)
    #expect(answer.headers[.contentType] == "application/problem+json")
    let problem = try answer.json
    #expect(problem["status"] == .integer(status))
    #expect(problem["type"]?.string?.hasPrefix("urn:fons:problem:") == true)
    #expect(problem["detail"]?.string?.isEmpty == false)
  }

  @Test func methodsThatAPathHasNot() async throws {
    let server = try TestServer()
    let wrong = try await server.ask(.put, "/v1/checks/abc")
    #expect(wrong.status == 405)
    #expect(wrong.headers[.allow] == "GET, DELETE, HEAD, OPTIONS")
    #expect(try await server.ask(.options, "/v1/find").status == 204)
    #expect(try await server.ask(.get, "/v2/check").status == 404)
    let head = try await server.ask(.head, "/v1/library")
    #expect(head.status == 200 && head.bytes.isEmpty)
  }

  @Test func theDescriptionDescribesEveryRoute() async throws {
    let server = try TestServer()
    let description = try await server.ask(.get, "/openapi.json").json
    guard case .object(let paths)? = description["paths"] else {
      Issue.record("no paths")
      return
    }
    let described = paths.flatMap { path -> [String] in
      guard case .object(let methods) = path.value else { return [] }
      return methods.map { "\($0.key.uppercased()) \(path.key)" }
    }
    let routes = server.server.responder.routes
      .filter { !$0.isPage && !$0.pattern.hasPrefix("/assets") }
      .map { "\($0.method.rawValue) \($0.pattern)" }
      .filter { $0 != "POST /mcp" && $0 != "GET /favicon.ico" }
    #expect(Set(described) == Set(routes))
    #expect(description["components"]?["schemas"]?["quotation"]?["properties"] != nil)
    let text = try await server.ask(.get, "/openapi.json").text
    for reference in text.matches(of: /"#\/components\/schemas\/([A-Za-z]+)"/) {
      #expect(description["components"]?["schemas"]?[String(reference.1)] != nil)
    }
    #expect(!text.contains("#/$defs"))
  }

  @Test func countsAreTold() async throws {
    let server = try TestServer()
    _ = try await server.ask(.post, "/v1/find", TestServer.known, type: "text/plain")
    let text = try await server.ask(.get, "/metrics").text
    #expect(text.contains("fons_requests_total{route=\"/v1/find\",status=\"200\"} 1\n"))
    #expect(text.contains("fons_quotations_total{verdict=\"verbatim\"} 1\n"))
    #expect(text.contains("fons_works 46\n"))
    #expect(!text.contains("fons_fetching"))
    var settings = ServerSettings()
    settings.web = WebOptions()
    let reading = try await TestServer(settings).ask(.get, "/metrics").text
    #expect(reading.contains("fons_fetching 0\n") && reading.contains("fons_fetching_waiting 0\n"))
    let pattern = /^(#.*|[a-z_]+(\{[^{}]*\})? [-+0-9.e]+)$/
    for line in (text + reading).split(separator: "\n") {
      #expect(line.contains(pattern), "\(line)")
    }
  }
}

extension JSON {
  var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
}
