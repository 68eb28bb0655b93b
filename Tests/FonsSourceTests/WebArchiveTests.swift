import FonsSource
import Testing

/// Records of invented pages.
enum WebRecords {
  static func warc(
    _ type: String, _ url: String, _ block: [UInt8], length: Int? = nil, more: String = ""
  ) -> [UInt8] {
    let head = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Target-URI: \(url)\r
      WARC-Date: 2019-05-06T07:08:09Z\r
      \(more)Content-Type: application/http; msgtype=response\r
      Content-Length: \(length ?? block.count)\r
      \r

      """
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func answer(
    _ body: [UInt8], status: String = "200 OK", type: String = "text/html", more: String = ""
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
  }

  static func page(_ words: String) -> [UInt8] {
    Array("<!DOCTYPE html><title>\(words)</title><p>\(words) were seen here.".utf8)
  }
}

@Suite struct WebArchiveTests {
  private func read(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> Delivery {
    let folder = try TemporaryFolder()
    return try Delivery(folder.write("archive", bytes), SourceOptions(fileLimit: limit))
  }

  private func text(_ work: Work) -> String { String(decoding: work.text, as: UTF8.self) }

  @Test func pagesAreWorks() throws {
    let page = WebRecords.page("Herons")
    let chunked =
      Array("5\r\n".utf8) + page[..<5] + Array("\r\n\(String(page.count - 5, radix: 16))".utf8)
    let body = chunked + Array("\r\n".utf8) + page[5...] + Array("\r\n0\r\n\r\n".utf8)
    let gzipped = ArchiveFixtures.gzip(WebRecords.page("Storks"))
    let deflated = ArchiveFixtures.gzip(WebRecords.page("Cranes"), windowBits: -15)
    let records = [
      WebRecords.warc("warcinfo", "", Array("software: none".utf8)),
      WebRecords.warc("request", "http://a.example/", Array("GET / HTTP/1.0".utf8)),
      WebRecords.warc(
        "response", "http://a.example/1",
        WebRecords.answer(body, more: "Transfer-Encoding: chunked\r\n")),
      WebRecords.warc(
        "response", "http://a.example/2",
        WebRecords.answer(gzipped, more: "Content-Encoding: gzip\r\n")),
      WebRecords.warc(
        "response", "http://a.example/3",
        WebRecords.answer(deflated, more: "Content-Encoding: deflate\r\n")),
      WebRecords.warc(
        "response", "http://a.example/4",
        WebRecords.answer([0xC5, 0x61, 0x74], type: "text/plain; charset=windows-1250")),
      WebRecords.warc("response", "http://a.example/5", WebRecords.answer(page, type: "image/png")),
      WebRecords.warc(
        "response", "http://a.example/6", WebRecords.answer(page, status: "404 Not Found")),
      WebRecords.warc(
        "response", "http://a.example/7",
        WebRecords.answer([], status: "301 Moved", more: "Location: /1\r\n")),
      WebRecords.warc(
        "revisit", "http://a.example/8", Array("HTTP/1.1 200 OK\r\n\r\n".utf8),
        more: "WARC-Refers-To-Target-URI: http://a.example/2\r\n"),
    ]
    for bytes in [records.flatMap { $0 }, records.flatMap { ArchiveFixtures.gzip($0) }] {
      let found = try read(bytes)
      #expect(found.unreadable.isEmpty && found.warnings.isEmpty)
      #expect(found.titles == ["Herons", "Storks", "Cranes", "http://a.example/4"])
      #expect(found.works.map(\.url).last == "http://a.example/4")
      #expect(text(found.works[0]) == "Herons were seen here.")
      #expect(text(found.works[3]) == "Ĺat")
      #expect(found.works[0].revision.time == "2019-05-06T07:08:09Z")
      #expect(
        found.redirects == [
          "http://a.example/7 → http://a.example/1", "http://a.example/8 → http://a.example/2",
        ])
    }
  }

  @Test func arcFiles() throws {
    let description = "1 0 Made here\nURL IP-address Archive-date Content-type Archive-length\n"
    let first = WebRecords.answer(WebRecords.page("Grebes"))
    let arc =
      "filedesc://x.arc 0.0.0.0 20010203040506 text/plain \(description.utf8.count)\n\(description)\n"
      + "http://b.example/a page 1.2.3.4 20010203040506 text/html \(first.count)\n"
    let bytes =
      Array(arc.utf8) + first
      + Array("\nhttp://b.example/2 1.2.3.4 20010203040507 text/html 99999\nHTTP/1.0 200\n".utf8)
      + Array("\nhttp://b.example/3 1.2.3.4 20010203040508 text/html \(first.count)\n".utf8) + first
    let found = try read(bytes)
    #expect(found.works.map(\.url) == ["http://b.example/a page", "http://b.example/3"])
    #expect(found.works.first?.revision.time == "2001-02-03T04:05:06Z")
    #expect(found.warnings.map { $0.message.contains("99999") } == [true])
  }

  @Test func collections() throws {
    let record = WebRecords.warc(
      "response", "http://c.example/", WebRecords.answer(WebRecords.page("Egrets")))
    let bytes = ArchiveFixtures.archive(
      .zip,
      [
        ("datapackage.json", Array(#"{"wacz_version": "1.1.1"}"#.utf8)),
        ("pages/pages.jsonl", Array("{}".utf8)),
        ("archive/data.warc.gz", ArchiveFixtures.gzip(record)),
        ("archive/../../outside.warc", record),
      ])
    let found = try read(bytes)
    #expect(found.titles == ["Egrets"])
    #expect(found.unreadable.map { $0.message.contains("outside of its archive") } == [true])
  }

  /// A length that is too large, too small, without bounds, or none.
  @Test(arguments: ["300", "40", "9000000000000000000", "-1", "x"])
  func falseLengths(_ length: String) throws {
    let good = WebRecords.warc(
      "response", "http://d.example/1", WebRecords.answer(WebRecords.page("Swans")))
    var bad = String(
      decoding: WebRecords.warc(
        "response", "http://d.example/2", WebRecords.answer(WebRecords.page("Gulls")), length: 777),
      as: UTF8.self)
    bad = bad.replacing("777", with: length)
    let found = try read(good + Array(bad.utf8) + good)
    // What a length has swallowed comes back; what it has cut off does not.
    #expect(found.titles == (length == "300" ? ["Swans", "Gulls", "Swans"] : ["Swans", "Swans"]))
    #expect(found.warnings.count == 1)
    #expect(found.unreadable.isEmpty)
  }

  @Test func damagedBodiesAreReported() throws {
    var gzipped = ArchiveFixtures.gzip(WebRecords.page(String(repeating: "Terns ", count: 99)))
    for index in 20..<40 { gzipped[index] ^= 0x5A }
    let bomb = ArchiveFixtures.gzip([UInt8](repeating: 0x20, count: 8 << 20))
    let records = [
      WebRecords.warc(
        "response", "http://e.example/1",
        WebRecords.answer(gzipped, more: "Content-Encoding: gzip\r\n")),
      WebRecords.warc(
        "response", "http://e.example/2",
        WebRecords.answer(bomb, more: "Content-Encoding: gzip\r\n")),
      WebRecords.warc(
        "response", "http://e.example/3", WebRecords.answer(WebRecords.page("Rails"))),
    ]
    let found = try read(records.flatMap { $0 })
    #expect(found.titles == ["Rails"])
    #expect(found.unreadable.map(\.kind) == [.corrupt, .tooLarge])
  }
}
