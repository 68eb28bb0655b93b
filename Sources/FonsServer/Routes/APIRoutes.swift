internal import Fons
internal import FonsLibrary
internal import FonsReport
internal import FonsText
internal import FonsVerdict
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// The API for programs, described by `openapi.json`.
struct APIRoutes: Sendable {
  let desk: Desk

  var routes: [Route] {
    [
      Route(.post, "/v1/check") { request, arguments in
        try await check(request, arguments.presence)
      },
      Route(.get, "/v1/checks") { request, _ in try await list(request) },
      Route(.get, "/v1/checks/{id}") { request, arguments in
        try await get(request, arguments["id"])
      },
      Route(.delete, "/v1/checks/{id}") { _, arguments in
        guard try await desk.store.delete(arguments["id"]) else { throw Problem.notFound }
        return Response(status: .noContent)
      },
      Route(.post, "/v1/find") { request, arguments in
        try await find(request, arguments.presence)
      },
      Route(.get, "/v1/library") { request, _ in
        Self.answer(Self.library(desk.shelf.stand).text() + "\n", for: request)
      },
      Route(.get, "/openapi.json", isOpen: true) { request, _ in
        Self.answer(try OpenAPI.text(), for: request)
      },
      Route(.get, "/health", isOpen: true) { _, _ in health() },
      Route(.get, "/metrics") { _, _ in try await metrics() },
    ]
  }

  // MARK: - Check

  private func check(_ request: Request, _ presence: Presence) async throws -> Response {
    let type = Self.mediaType(request)
    guard !type.isEmpty else { throw Problem.mediaType }
    let body = try await request.read(atMost: desk.settings.limits.body, of: desk.budget)
    if type == "application/x-ndjson" {
      return try Batch(desk: desk).response(body, for: presence) { item in
        var checked = try await desk.check(item.task)
        if !item.hasCommentary { checked.report.commentary = [] }
        return JSONRenderer().line(checked.report, id: item.id)
      }
    }
    let asked = try Self.asked(body, type)
    let task = try await presence.whileHere { try await desk.task(asked, body) }
    if Self.accepts(request, "application/x-ndjson") {
      return Self.streamed(desk, task, asked, presence)
    }
    var checked = try await presence.whileHere { try await desk.check(task) }
    var headers: HTTPFields = [.contentType: "application/json"]
    if asked.keeps {
      let id = try await desk.keep(checked)
      headers[.location] = "/v1/checks/\(id)"
    }
    if !asked.hasCommentary { checked.report.commentary = [] }
    let text = JSONRenderer().line(checked.report) + "\n"
    return Response(
      status: asked.keeps ? .created : .ok, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  static func asked(_ body: Body, _ type: String) throws -> CheckRequest {
    guard type == "application/json" else { return try CheckRequest(body.bytes, type: type) }
    let json: JSON
    do { json = try JSON(parsing: body.bytes) } catch {
      throw Problem.invalid("The body is not JSON.")
    }
    return try CheckRequest(json)
  }

  /// A line for each quotation as it is found, then the report or what went wrong.
  private static func streamed(
    _ desk: Desk, _ task: Desk.Task, _ asked: CheckRequest, _ presence: Presence
  ) -> Response {
    let (lines, continuation) = AsyncStream<String>.makeStream()
    let work = Swift.Task {
      let last: String
      do {
        var checked = try await presence.whileHere {
          try await desk.check(task) { entry in
            continuation.yield("{\"quotation\":\(JSONRenderer().line(entry))}\n")
          }
        }
        let id = asked.keeps ? try await desk.keep(checked) : nil
        if !asked.hasCommentary { checked.report.commentary = [] }
        let location = id.map { "\"location\":\"/v1/checks/\($0)\"," } ?? ""
        last = "{\(location)\"report\":\(JSONRenderer().line(checked.report))}\n"
      } catch {
        last = "{\"problem\":\((error as? Problem ?? .busy).json.text())}\n"
      }
      continuation.yield(last)
      continuation.finish()
    }
    // Lines that nobody takes any more need not be found.
    continuation.onTermination = { _ in work.cancel() }
    return Response(
      status: .ok, headers: [.contentType: "application/x-ndjson"],
      body: ResponseBody(asyncSequence: lines.map { ByteBuffer(string: $0) }))
  }

  // MARK: - Find

  private func find(_ request: Request, _ presence: Presence) async throws -> Response {
    let type = Self.mediaType(request)
    if type == "application/x-ndjson" {
      let body = try await request.read(atMost: desk.settings.limits.body, of: desk.budget)
      return try Batch(desk: desk).response(body, for: presence) { item in
        let entry = try await desk.find(
          item.task.body.bytes, item.task.policy, explains: item.task.explains)
        return JSONRenderer().line(entry, id: item.id)
      }
    }
    guard type == "application/json" || type == "text/plain" else { throw Problem.mediaType }
    let body = try await request.read(
      atMost: 6 * desk.settings.limits.findText + 1024, of: desk.budget)
    var asked: CheckRequest
    if type == "text/plain" {
      asked = try CheckRequest(body.bytes, type: type)
    } else {
      let json: JSON
      do { json = try JSON(parsing: body.bytes) } catch {
        throw Problem.invalid("The body is not JSON.")
      }
      asked = try CheckRequest(json, members: ["text", "policy", "explain"])
    }
    guard let text = asked.text else { throw Problem.invalid("There is no “text”.") }
    let (policy, explains) = (asked.policy, asked.explains)
    let entry = try await presence.whileHere {
      try await desk.find(text, policy, explains: explains)
    }
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: JSONRenderer().line(entry) + "\n")))
  }

  // MARK: - What is kept

  private func get(_ request: Request, _ id: String) async throws -> Response {
    guard let check = try await desk.store.check(id) else { throw Problem.notFound }
    return Self.answer(check.report + [10], for: request)
  }

  private func list(_ request: Request) async throws -> Response {
    let limit = try Self.number(request, "limit", 1...1000) ?? 100
    let before = try Self.number(request, "before", 1...Int(Int64.max))
    let (lines, next) = try await desk.store.list(
      atMost: limit, before: before.map { Int64($0) })
    let json = JSON.object(
      ("checks", lines.map(\.json)), ("next", next.map { Int($0) }))
    return Self.answer(json.text() + "\n", for: request)
  }

  private static func number(_ request: Request, _ name: String, _ range: ClosedRange<Int>) throws
    -> Int?
  {
    guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw Problem.invalid(
        "“\(name)” is a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  static func library(_ stand: Shelf.Stand) -> JSON {
    let libraries = stand.libraries.map { library -> JSON in
      let extent = library.extent
      let sources = library.manifest.sources.map { source in
        JSON.object(
          ("name", source.name), ("works", source.works), ("bytes", source.bytes),
          ("asOf", source.asOf))
      }
      return .object(
        ("name", library.name), ("works", extent.works), ("revisions", extent.revisions),
        ("words", extent.words), ("bytes", extent.bytes), ("asOf", extent.asOf),
        ("sources", sources))
    }
    let warnings = stand.warnings + stand.libraries.flatMap(\.warnings)
    return .object(
      ("version", stand.version), ("libraries", libraries), ("warnings", warnings))
  }

  // MARK: - The server itself

  private func health() -> Response {
    let stand = desk.shelf.stand
    let json = JSON.object(
      ("status", "ok"), ("version", Checker.version), ("works", stand.works),
      ("library", stand.version))
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: json.text() + "\n")))
  }

  private func metrics() async throws -> Response {
    var gauges = [
      ("fons_works", "Works in the libraries.", desk.shelf.stand.works),
      ("fons_checks", "Checks that are kept.", try await desk.store.count),
      ("fons_running", "Requests that are being worked on.", desk.queue.running),
      ("fons_waiting", "Requests that wait for a worker.", desk.queue.waiting),
      ("fons_body_bytes", "Bytes of requests in memory.", desk.budget.used),
      ("fons_resident_bytes", "Bytes of memory in use.", Memory.resident),
    ]
    if let queue = desk.pages?.queue {
      gauges += [
        ("fons_fetching", "Checks and addresses for which pages are read.", queue.running),
        ("fons_fetching_waiting", "Checks and addresses that wait for that.", queue.waiting),
      ]
    }
    let text = desk.metrics.text(gauges)
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  // MARK: - Parts of answers

  static func answer(_ text: String, for request: Request) -> Response {
    answer(Array(text.utf8), for: request)
  }

  /// With an entity tag, and without a body where the client has it already.
  static func answer(
    _ bytes: [UInt8], type: String = "application/json", for request: Request
  ) -> Response {
    let tag = "\"\(SHA256.hex(bytes).prefix(32))\""
    var headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "no-cache"]
    let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map {
      $0.drop { $0 == " " }
    }
    if known.contains(where: { $0 == tag || $0 == "W/\(tag)" || $0 == "*" }) {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The type of the body, in lower case, without its parameters.
  static func mediaType(_ request: Request) -> String {
    let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }
    return type.lowercased().replacing(" ", with: "")
  }

  static func accepts(_ request: Request, _ type: String) -> Bool {
    (request.headers[.accept] ?? "").split(separator: ",").contains {
      $0.prefix { $0 != ";" }.replacing(" ", with: "").lowercased() == type
    }
  }
}
