import FonsFormat
import FonsTesting
import Testing

@testable import FonsFetch

@Suite("Servers that mean harm, or do not know better")
struct HostileServerTests {
  private func outcome(
    _ answer: RawServer.Answer, _ change: (inout FetchOptions) -> Void = { _ in }
  ) throws -> FetchFailure.Kind? {
    let server = try RawServer { _, _ in answer }
    defer { server.stop() }
    var options = FetchOptions.testing(server)
    change(&options)
    return failure("\(server.origin)/", options)
  }

  private func head(_ lines: String...) -> [UInt8] {
    Array((["HTTP/1.1 200 OK"] + lines).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8)
  }

  @Test("A body without end is cut off at the bound")
  func endlessBody() throws {
    let kind = try outcome(
      .endless(head("Content-Type: text/plain"), [UInt8](repeating: 0x61, count: 65_536))
    ) { $0.mostBytes = 4 << 20 }
    #expect(kind == .tooLarge)
  }

  @Test("Chunks without end are cut off at the bound")
  func endlessChunks() throws {
    let chunk = Array("1000\r\n".utf8) + [UInt8](repeating: 0x61, count: 4_096) + [13, 10]
    let kind = try outcome(.endless(head("Transfer-Encoding: chunked"), chunk)) {
      $0.mostBytes = 1 << 20
    }
    #expect(kind == .tooLarge)
  }

  @Test("A header without end is cut off: many lines, or one")
  func endlessHeader() throws {
    let start = Array("HTTP/1.1 200 OK\r\n".utf8)
    #expect(try outcome(.endless(start, Array("X-More: and more\r\n".utf8))) == .tooLarge)
    let line = try outcome(
      .endless(start + Array("X: ".utf8), [UInt8](repeating: 0x61, count: 8_192)))
    #expect(line == .tooLarge || line == .malformed)
  }

  @Test("A body that trickles is given up")
  func trickle() throws {
    let kind = try outcome(.late(20, head("Content-Length: 5"))) { $0.pageSeconds = 1 }
    #expect(kind == .timeout)
  }

  @Test("A server that says nothing costs its time and no more")
  func silence() throws {
    let start = ContinuousClock.now
    #expect(try outcome(.silence) { $0.pageSeconds = 1 } == .timeout)
    #expect(ContinuousClock.now - start < .seconds(4))
  }

  @Test(
    "Bodies that end too early are no pages",
    arguments: [
      "Content-Length: 500\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
      "Transfer-Encoding: chunked\r\n\r\n50\r\nhello",
    ])
  func cutBodies(rest: String) throws {
    let kind = try outcome(.bytes(Array("HTTP/1.1 200 OK\r\n\(rest)".utf8)))
    #expect(kind == .cut || kind == .malformed)
  }

  @Test(
    "Chunks that make no sense are refused",
    arguments: ["zz\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "fffffffffffffffff\r\nx"])
  func malformedChunks(body: String) throws {
    let kind = try outcome(.bytes(head("Transfer-Encoding: chunked") + Array(body.utf8)))
    #expect(kind == .malformed || kind == .cut)
  }

  @Test(
    "What is no HTTP is refused",
    arguments: [
      "hello\r\n", "SSH-2.0-x\r\n", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "",
    ])
  func noHTTP(text: String) throws {
    let kind = try outcome(.bytes(Array(text.utf8)))
    #expect(kind != nil)
  }

  @Test("A connection that is reset is tried once more")
  func reset() throws {
    let server = try RawServer { _, number in
      number == 0 ? .reset([]) : RawServer.page("A garden of stones.")
    }
    defer { server.stop() }
    #expect(failure("\(server.origin)/", .testing(server)) == nil)
    #expect(server.requests.count == 2)
  }

  @Test("Redirects in a circle, and too many, end")
  func redirects() throws {
    let circle = try RawServer { _, _ in RawServer.redirect("/") }
    defer { circle.stop() }
    #expect(failure("\(circle.origin)/", .testing(circle)) == .redirects)
    let chain = try RawServer { _, number in RawServer.redirect("/\(number)x") }
    defer { chain.stop() }
    #expect(failure("\(chain.origin)/", .testing(chain)) == .redirects)
    #expect(chain.requests.count <= 12)
  }

  @Test("Bombs in every coding are left out")
  func bombs() throws {
    let zeros = [UInt8](repeating: 0, count: 40 << 20)
    let gzip = GzipEncoder.encode(zeros)
    #expect(gzip.count < 1 << 20)
    let bodies: [(String, [UInt8])] = [
      ("gzip", gzip), ("deflate", Array(gzip.dropFirst(10).dropLast(8))),
      ("br", Bombs.brotli), ("zstd", Bombs.zstd), ("gzip, gzip", GzipEncoder.encode(gzip)),
    ]
    for (coding, body) in bodies {
      let answer = RawServer.answer(body, fields: "Content-Encoding: \(coding)")
      #expect(try outcome(answer) { $0.mostBytes = 8 << 20 } == .tooLarge, "\(coding)")
    }
  }

  @Test("A compressed body that is damaged is no page")
  func damaged() throws {
    var gzip = GzipEncoder.encode(Array("A garden of stones.".utf8))
    gzip.removeLast(9)
    let cut = RawServer.answer(gzip, fields: "Content-Encoding: gzip")
    #expect(try outcome(cut) == .malformed)
    let unknown = RawServer.answer(gzip, fields: "Content-Encoding: compress")
    #expect(try outcome(unknown) == .malformed)
  }

  @Test("No cookie is kept, and no credential sent")
  func cookies() throws {
    let server = try RawServer { _, number in
      number == 0
        ? .bytes(
          Array(
            "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"
              .utf8))
        : RawServer.answer(
          [], "401 Unauthorized", fields: "WWW-Authenticate: Basic realm=\"x\"")
    }
    defer { server.stop() }
    #expect(failure("\(server.origin)/", .testing(server)) == .login)
    let all = server.requests.joined().lowercased()
    #expect(!all.contains("cookie:") && !all.contains("authorization:"))
    #expect(all.contains("user-agent: fons/"))
    #expect(server.requests.count == 2)
  }
}
