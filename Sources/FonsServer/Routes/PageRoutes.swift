internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// The pages for people: each works without JavaScript.
struct PageRoutes: Sendable {
  let desk: Desk

  var routes: [Route] {
    [
      Route(.get, "/", isPage: true) { _, _ in start() },
      Route(.post, "/checks", isPage: true) { request, arguments in
        try await create(request, arguments.presence)
      },
      Route(.get, "/checks", isPage: true) { request, _ in try await list(request) },
      Route(.get, "/checks/{id}", isPage: true) { request, arguments in
        try await check(request, arguments["id"])
      },
      Route(.get, "/checks/{id}/{form}", isPage: true) { request, arguments in
        try await export(request, arguments["id"], as: arguments["form"])
      },
      Route(.post, "/checks/{id}/delete", isPage: true) { _, arguments in
        guard try await desk.store.delete(arguments["id"]) else { throw Problem.notFound }
        return Self.goTo("/checks")
      },
      Route(.get, "/library", isPage: true) { request, arguments in
        try await library(request, arguments.presence)
      },
    ]
  }

  private func start() -> Response {
    let page = StartPage(
      works: desk.shelf.stand.works, canFetch: desk.pages != nil,
      mostBytes: desk.settings.limits.body)
    return Page(title: "Check quotations", place: "/").response(page.content)
  }

  /// The check begins, and the browser goes to its address: reloading sends nothing again.
  ///
  /// It goes on when the browser goes away: then it is kept as any other.
  private func create(_ request: Request, _ presence: Presence) async throws -> Response {
    let body = try await request.read(atMost: desk.settings.limits.body, of: desk.budget)
    let type = request.headers[.contentType] ?? ""
    let form: FormData
    switch APIRoutes.mediaType(request) {
    case "multipart/form-data": form = try FormData(multipart: body.bytes, type: type)
    case "application/x-www-form-urlencoded": form = try FormData(urlEncoded: body.bytes)
    default: throw Problem.mediaType
    }
    let task = try await presence.whileHere { try await self.task(form, body) }
    let check = try await desk.start(task)
    _ = await check.isFinished(within: .milliseconds(250))
    return Self.goTo("/checks/\(check.id)")
  }

  /// A file goes before text, and text before an address: a form has all its fields.
  private func task(_ form: FormData, _ body: Body) async throws -> Desk.Task {
    var asked = try CheckRequest(.object([]))
    if let file = form.fields["file"], !file.value.isEmpty {
      asked.text = file.value
      asked.name = file.fileName.map { String($0.prefix(200)) }
    } else if let text = form.fields["text"], text.value.contains(where: { $0 > 0x20 }) {
      // Forms send line breaks as CR LF, whatever was typed.
      asked.text = Self.withoutReturns(text.value)
    } else if let url = form.text("url"), !url.isEmpty {
      asked.url = url
    } else {
      throw Problem.unreadable("There is no text in the form, and no file.")
    }
    // A box that is not ticked is not sent.
    if desk.pages != nil { asked.fetches = form.fields["fetch"] != nil }
    if let policy = form.text("policy"), !policy.isEmpty {
      asked.policy = try CheckRequest.policy(policy)
    }
    if let format = form.text("format"), !format.isEmpty {
      asked.format = try CheckRequest.format(format)
    }
    return try await desk.task(asked, body)
  }

  private static func withoutReturns(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
      output.append(byte)
    }
    return output
  }

  private static func goTo(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path])
  }

  // MARK: - Kept checks

  private func check(_ request: Request, _ id: String) async throws -> Response {
    let page = CheckPage(id: id)
    if let check = try await desk.store.check(id) {
      return APIRoutes.answer(
        Array(page.finished(try check.checked).html.utf8), type: "text/html; charset=utf-8",
        for: request)
    }
    guard let running = desk.runningCheck(id) else { throw Problem.notFound }
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(asyncSequence: page.growing(running)))
  }

  private func list(_ request: Request) async throws -> Response {
    let before = request.uri.queryParameters["before"].flatMap { Int64($0) }
    let (lines, next) = try await desk.store.list(atMost: 50, before: before)
    let page = ListPage(lines: lines, next: next, days: desk.settings.keepDays)
    return Page(title: "Kept checks", place: "/checks").response(page.content)
  }

  private func export(_ request: Request, _ id: String, as form: String) async throws -> Response {
    guard let check = try await desk.store.check(id) else { throw Problem.notFound }
    let checked = try check.checked
    switch form {
    case "report.html":
      let page = HTMLRenderer(nameless: CheckPage.nameless).render(
        checked.report, document: checked.bytes, documentIsPlain: checked.isPlain)
      var response = APIRoutes.answer(
        Array(page.utf8), type: "text/html; charset=utf-8", for: request)
      response.headers[.contentSecurityPolicy] = HTMLRenderer.contentSecurityPolicy
      response.headers[.contentDisposition] = "attachment; filename=\"fons-report.html\""
      return response
    case "report.json":
      return APIRoutes.answer(JSONRenderer().render(checked.report) + "\n", for: request)
    case "report.sarif":
      return APIRoutes.answer(
        Array(SARIFRenderer().render([checked]).utf8), type: "application/sarif+json", for: request)
    case "report.txt":
      let text = TerminalRenderer(width: 96, color: false, unicode: true).render(
        checked.report, document: checked.isPlain ? checked.bytes : nil)
      return APIRoutes.answer(
        Array(text.utf8), type: "text/plain; charset=utf-8", for: request)
    case "report.md":
      return APIRoutes.answer(
        Array(MarkdownRenderer().render(checked.report).utf8), type: "text/markdown; charset=utf-8",
        for: request)
    default: throw Problem.notFound
    }
  }

  // MARK: - Library

  private func library(_ request: Request, _ presence: Presence) async throws -> Response {
    // A browser's form writes spaces as plus signs.
    let form = try FormData(urlEncoded: Array((request.uri.query ?? "").utf8))
    let query = form.text("q") ?? ""
    let isAsked = query.unicodeScalars.contains { !$0.properties.isWhitespace }
    let found =
      isAsked ? try await presence.whileHere { try await desk.find(Array(query.utf8)) } : nil
    let page = LibraryPage(stand: desk.shelf.stand, query: query, found: found)
    return Page(title: "Library", place: "/library").response(page.content)
  }
}
