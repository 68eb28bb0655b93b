import FonsFetch
import FonsFormat
import FonsTesting
import FonsText
import Foundation
import Testing

@testable import FonsEvidence

@Suite("Copies of what servers answered")
struct EvidenceTests {
  private func fetched(_ server: RawServer, _ store: EvidenceStore, cache: String? = nil) throws
    -> Fetched
  {
    var options = FetchOptions()
    options.hostDelay = 0
    options.cache = cache
    options.policy = AddressPolicy(allowed: [AddressPolicy.Allowed(server.site)].compactMap { $0 })
    return try Fetcher(options) { store.keep($0, notModified: $1) }.fetch("\(server.origin)/page")
  }

  @Test("An answer is kept byte for byte, chunks and compression included, with its SHA-256")
  func bytes() throws {
    let folder = try TemporaryFolder()
    let body = GzipEncoder.encode(Array("A garden of stones.".utf8))
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n"
      + "Transfer-Encoding: chunked\r\nX-Odd:  two  spaces\r\n\r\n"
    let sent =
      Array("\(head)\(String(body.count, radix: 16));note=x\r\n".utf8) + body
      + Array("\r\n0\r\n\r\n".utf8)
    let server = try RawServer { _, _ in .bytes(sent) }
    defer { server.stop() }
    let store = EvidenceStore(folder: folder.path + "/evidence", software: "fons test")
    let page = try fetched(server, store)
    #expect(String(decoding: page.content, as: UTF8.self) == "A garden of stones.")
    let copy = try #require(store.copy(of: page.exchanges[0]))
    #expect(copy.sha256 == SHA256.hex(sent))
    #expect(page.exchanges[0].response == sent)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path)))
    let member = Array(bytes[copy.offset..<copy.offset + copy.length])
    let record = try HTTPAnswer(
      Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8) + member
    ).content(limit: 1 << 20)
    #expect(record.firstRange(of: sent) != nil)
    #expect(record.starts(with: Array("WARC/1.1\r\nWARC-Type: response\r\n".utf8)))
  }

  @Test("Files of evidence are their owner's alone")
  func permissions() throws {
    let folder = try TemporaryFolder()
    let server = try RawServer { _, _ in RawServer.page("A garden of stones.") }
    defer { server.stop() }
    let store = EvidenceStore(folder: folder.path + "/evidence", software: "fons test")
    _ = try fetched(server, store)
    let files = FileManager.default
    let mode = { (path: String) in
      try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(store.path) == 0o600)
    #expect(try mode(folder.path + "/evidence") == 0o700)
    #expect(store.failure == nil)
  }

  @Test("A page that has not changed is kept with the server's word for it")
  func revisit() throws {
    let folder = try TemporaryFolder()
    let server = try RawServer { request, _ in
      request.contains("If-None-Match")
        ? .bytes(Array("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n".utf8))
        : RawServer.page("A garden of stones.", fields: "ETag: \"a\"")
    }
    defer { server.stop() }
    let first = EvidenceStore(folder: folder.path, software: "fons test")
    _ = try fetched(server, first, cache: folder.path + "/cache")
    let second = EvidenceStore(folder: folder.path, software: "fons test")
    _ = try fetched(server, second, cache: folder.path + "/cache")
    #expect(second.kept.count == 1)
    #expect(second.kept.first?.sha256 == first.kept.first?.sha256)
    #expect(first.path != second.path)
  }

  @Test("The request for a timestamp is what RFC 3161 describes")
  func timestamp() {
    let digest = [UInt8](repeating: 7, count: 32)
    let request = TimestampClient.request(for: digest, nonce: 0x0102)
    #expect(request[0] == 0x30 && Int(request[1]) == request.count - 2)
    #expect(request.firstRange(of: digest) != nil)
    #expect(request.suffix(3) == [0x01, 0x01, 0xFF])
  }
}
