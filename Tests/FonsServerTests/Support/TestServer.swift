import FonsLibrary
import FonsReport
import FonsSource
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore

@testable import FonsServer

/// A server over a small library, asked without a socket.
struct TestServer {
  static let known = "It will tolerate salt, drought and gales, but it cannot tolerate shade"

  /// The example encyclopedia, built once.
  static let library: Result<String, any Error> = Result {
    let path =
      NSTemporaryDirectory() + "fons-server-tests-\(ProcessInfo.processInfo.processIdentifier)"
    atexit {
      let path = "fons-server-tests-\(ProcessInfo.processInfo.processIdentifier)"
      try? FileManager.default.removeItem(atPath: NSTemporaryDirectory() + path)
    }
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    try build(root + "/Examples/encyclopedia.xml", in: path)
    return path
  }

  static func build(_ source: String, in library: String) throws {
    try LibraryWriter(library).add(name: "example", from: source) { writer in
      try Source(path: source).read { event in
        switch event {
        case .work(let work): try writer.add(work)
        case .redirect(let from, let to): try writer.addRedirect(from: from, to: to)
        default: break
        }
      }
    }
  }

  let server: FonsServer.Server

  init(_ settings: ServerSettings = ServerSettings(), library: String? = nil) throws {
    server = try FonsServer.Server(settings, libraries: [library ?? Self.library.get()])
  }

  struct Answer {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSON { get throws { try JSON(parsing: bytes) } }
    var lines: [JSON] {
      get throws {
        try text.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
      }
    }
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
    type: String? = nil, host: String = "localhost:8765", headers: HTTPFields = [:]
  ) async throws -> Answer {
    try await ask(method, path, Array(body.utf8), type: type, host: host, headers: headers)
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8], type: String? = nil,
    host: String = "localhost:8765", headers: HTTPFields = [:]
  ) async throws -> Answer {
    var fields = headers
    if let type { fields[.contentType] = type }
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: host, path: path, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let response = try await server.responder.respond(to: request, from: "local")
    let collector = Collector()
    try await response.body.write(Writer(collector: collector))
    return Answer(
      status: response.status.code, headers: response.headers, bytes: await collector.bytes)
  }

  /// A check of JSON.
  func check(_ text: String, _ more: String = "", headers: HTTPFields = [:]) async throws -> Answer
  {
    let quoted = JSON.string(text).text()
    return try await ask(
      .post, "/v1/check", "{\"text\": \(quoted)\(more)}", type: "application/json",
      headers: headers)
  }

  private actor Collector {
    var bytes: [UInt8] = []
    func add(_ buffer: ByteBuffer) { bytes += buffer.readableBytesView }
  }

  private struct Writer: ResponseBodyWriter {
    let collector: Collector
    mutating func write(_ buffer: ByteBuffer) async throws { await collector.add(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}
