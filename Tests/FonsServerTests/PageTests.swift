import FonsReport
import FonsTesting
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import FonsServer

/// The pages, asked without a browser.
@Suite struct PageTests {
  private static let form = "application/x-www-form-urlencoded"

  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }

  private static func post(_ server: TestServer, _ text: String) async throws -> String {
    let answer = try await server.ask(.post, "/checks", "text=\(encoded(text))", type: form)
    #expect(answer.status == 303)
    return try #require(answer.headers[.location])
  }

  @Test func aTextGetsItsOwnAddress() async throws {
    let server = try TestServer()
    let place = try await Self.post(server, "She wrote: “\(TestServer.known)”, no more.\r\n")
    let page = try await server.finished(place)
    #expect(page.text.contains("<h1>Pasted text</h1>"))
    #expect(page.text.contains("1\u{A0}verbatim; searched 46\u{A0}works"))
    #expect(page.text.contains("id=\"q1\"") && page.text.contains("Sorrel thrift"))
    let tag = try #require(page.headers[.eTag])
    #expect(try await server.ask(.get, place, headers: [.ifNoneMatch: tag]).status == 304)
    for (name, type, words) in [
      ("report.html", "text/html; charset=utf-8", "<!DOCTYPE html>"),
      ("report.json", "application/json", "fons.report/1"),
      ("report.sarif", "application/sarif+json", "2.1.0"),
      ("report.txt", "text/plain; charset=utf-8", "Sorrel thrift"),
      ("report.md", "text/markdown; charset=utf-8", "| Verdict |"),
    ] {
      let export = try await server.ask(.get, "\(place)/\(name)")
      #expect(export.status == 200 && export.headers[.contentType] == type)
      #expect(export.text.contains(words), "\(name)")
    }
    #expect(try await server.ask(.get, "\(place)/report.exe").status == 404)
    #expect(try await server.ask(.get, "/checks").text.contains(place))
    #expect(try await server.ask(.post, "\(place)/delete").status == 303)
    #expect(try await server.ask(.get, place).status == 404)
  }

  @Test func aFileIsTakenWithItsName() async throws {
    let server = try TestServer()
    let body = """
      --xyz\r\nContent-Disposition: form-data; name="text"\r\n\r\n\r\n--xyz\r\n\
      Content-Disposition: form-data; name="file"; filename="a%22<b>.md"\r\n\
      Content-Type: text/markdown\r\n\r\n> \(TestServer.known)\n\r\n--xyz--\r\n
      """
    let answer = try await server.ask(
      .post, "/checks", body, type: "multipart/form-data; boundary=xyz")
    let page = try await server.finished(try #require(answer.headers[.location]))
    #expect(page.text.contains("<h1>a&quot;&lt;b&gt;.md</h1>"))
    #expect(page.text.contains("1\u{A0}verbatim"))
  }

  @Test func formsThatAreNone() async throws {
    let server = try TestServer()
    let bodies = [
      ("", "multipart/form-data; boundary=xyz", 400),
      ("--xyz", "multipart/form-data; boundary=xyz", 400),
      (
        "--xyz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nabc",
        "multipart/form-data; boundary=xyz", 400
      ),
      ("a", "multipart/form-data", 400), ("text=", Self.form, 422), ("text=%20%0a", Self.form, 422),
      ("a", "text/plain", 415),
    ]
    for (body, type, status) in bodies {
      let answer = try await server.ask(.post, "/checks", body, type: type)
      #expect(answer.status == status, "\(body)")
      #expect(answer.text.contains("<h1>"), "people get a page")
    }
  }

  @Test func randomFormsDoNoHarm() throws {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "--xyz", "--", "\r\n", "\r\n\r\n", "Content-Disposition: form-data; name=\"a\"", "b", ";",
      "=", "\"", "%", "%4", "&", "+",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      let form = try? FormData(
        multipart: Array(text.utf8), type: "multipart/form-data; boundary=xyz")
      #expect((form?.fields.count ?? 0) <= 12)
      #expect(try FormData(urlEncoded: Array(text.utf8)).fields.count <= 12)
    }
  }

  /// The page grows while the check goes on, and is whole at its end.
  @Test func aPageThatGrows() async throws {
    let server = try TestServer()
    let text = (0..<40).map { "Number \($0): “\(TestServer.known)”.\n\n" }.joined()
    let body = Body(Array(text.utf8), share: 0, of: Budget(1 << 20))
    let desk = server.server.desk
    let check = try await desk.start(Desk.Task(body: body, name: nil, format: nil))
    var page = ""
    for await piece in CheckPage(id: check.id).growing(check) { page += String(buffer: piece) }
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.components(separatedBy: "<article class=\"card").count == 41)
    #expect(page.components(separatedBy: "class=\"quotation v-verbatim\"").count == 41)
    #expect(page.contains("data-done") && page.contains("Number 39"))
    let place = "/checks/\(check.id)"
    #expect(try await server.finished(place).text.contains("40\u{A0}verbatim"))
  }

  @Test func theLibraryHasASearchOfItsOwn() async throws {
    let server = try TestServer()
    let page = try await server.ask(.get, "/library?q=\(Self.encoded(TestServer.known))")
    #expect(page.text.contains("Sorrel thrift") && page.text.contains("Revisions"))
    #expect(
      try await server.ask(.get, "/library?q=a+few+words").text.contains("value=\"a few words\""))
    #expect(!page.text.contains("In the document"))
    // There is no document that could have said where they are from.
    #expect(page.text.contains("These are the words of “Sorrel thrift”."))
    #expect(!page.text.contains("The document does not say"))
    let common = try await server.ask(.get, "/library?q=of+the")
    #expect(common.text.contains("too few") && !common.text.contains("no source is cited"))
    let attack = try await server.ask(.get, "/library?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    #expect(!attack.text.contains("<script>alert"))
  }

  // MARK: - Attacks

  private static let attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"

  /// Script in every field of a source: title, section, words, notes, contributor, comment.
  @Test func scriptInASource() async throws {
    let folder = try TemporaryFolder()
    let attack = Self.attack.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let words = "The lamp was carried across the frozen harbour by eleven keepers in a single night"
    let nowiki = "&lt;nowiki>" + attack + "&lt;/nowiki>"
    let export = """
      <mediawiki version="0.11" xml:lang="en"><siteinfo><sitename>\(attack)</sitename>\
      <base>https://encyclopedia.example/wiki/\(attack)</base></siteinfo>
      <page><title>Lamp \(attack)</title><ns>0</ns><id>1</id><revision><id>1</id>\
      <timestamp>2025-01-01T00:00:00Z</timestamp><contributor><username>\(attack)</username></contributor>\
      <text>Before \(nowiki).\n\n== Head \(nowiki) ==\n\(nowiki) \(words).&lt;ref>\(nowiki) [https://a.example/"onclick=alert(3) x]&lt;/ref> \
      \(nowiki) after.</text></revision></page></mediawiki>
      """
    try Data(export.utf8).write(to: URL(fileURLWithPath: folder.path + "/wiki.xml"))
    try TestServer.build(folder.path + "/wiki.xml", in: folder.path + "/library")
    let server = try TestServer(library: folder.path + "/library")
    let place = try await Self.post(
      server, "“\(words.replacing("eleven", with: "twelve"))” \(Self.attack)")
    try await Self.expectNoScript(server, place)
    let page = try await server.finished(place).text
    #expect(page.contains("alert(1)"), "the attack is shown as text")
  }

  @Test func scriptInADocument() async throws {
    let server = try TestServer()
    let text = """
      \(Self.attack)

      > \(TestServer.known) \(Self.attack)
      https://encyclopedia.example/wiki/\(Self.attack)

      He wrote in “\(Self.attack)”: “\(TestServer.known)”.[\(Self.attack)] javascript:alert(4)
      """
    try await Self.expectNoScript(server, try await Self.post(server, text))
    let answer = try await server.ask(
      .post, "/checks",
      "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(Self.attack.replacing("\"", with: "%22"))\"\r\n\r\n\(text)\r\n--x--\r\n",
      type: "multipart/form-data; boundary=x")
    try await Self.expectNoScript(server, try #require(answer.headers[.location]))
    #expect(try await !server.ask(.get, "/checks").text.contains("<script>alert"))
  }

  private static func expectNoScript(_ server: TestServer, _ place: String) async throws {
    let page = try await server.finished(place).text
    for text in [page, try await server.ask(.get, place + "/report.html").text] {
      #expect(
        !text.contains("<script>alert") && !text.contains("<img")
          && !text.contains("href=\"javascript"))
      #expect(text.firstMatch(of: /<[^>]* on[a-z]+=/) == nil)
    }
    #expect(page.firstMatch(of: /<(style|[^>]* style=)/) == nil)
    #expect(page.components(separatedBy: "<script").count == 2, "only the server's own, by address")
  }

  /// What a request says never becomes a header or a second line of the log.
  @Test func headersAndLogs() async throws {
    let server = try TestServer()
    let answer = try await server.check(
      "“\(TestServer.known)”", ", \"name\": \"a\\r\\nSet-Cookie: x=1\"")
    #expect(answer.headers.allSatisfy { !$0.value.contains("Set-Cookie") })
    let place = try #require(answer.headers[.location])
    let id = place.split(separator: "/").last!
    let export = try await server.ask(.get, "/checks/\(id)/report.html")
    #expect(export.headers[.contentDisposition] == "attachment; filename=\"fons-report.html\"")
    let line = RequestLog.line(
      method: "GET", path: "/a\r\n{\"status\": 200}\u{1B}[2J\u{2028}", status: 404, client: "::1",
      seconds: 0.1)
    #expect(
      !line.contains("\n") && !line.contains("\r") && !line.contains("\u{1B}")
        && !line.contains("\u{2028}"))
  }
}

extension TestServer {
  /// The page of a check, once it is finished.
  func finished(_ place: String) async throws -> Answer {
    for _ in 0..<400 {
      let answer = try await ask(.get, place)
      if answer.headers[.eTag] != nil || answer.status != 200 { return answer }
    }
    return try await ask(.get, place)
  }
}
