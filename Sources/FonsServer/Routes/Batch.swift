internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Lines of NDJSON, `{"id", "text"}` each, answered in order; a bad line never stops the rest.
struct Batch: Sendable {
  let desk: Desk

  struct Item: Sendable {
    var id: JSON
    var task: Desk.Task
    var hasCommentary: Bool
  }

  private struct Line: Sendable {
    var number: Int
    var range: Range<Int>
  }

  /// - Throws: `Problem` where there are too many lines.
  func response(
    _ body: Body, for presence: Presence,
    _ answer: @escaping @Sendable (Item) async throws -> String
  ) throws -> Response {
    let lines = Self.lines(body.bytes)
    guard lines.count <= desk.settings.limits.lines else {
      throw Problem(
        .contentTooLarge, "too-many-lines", "The batch has too many lines",
        "At most \(desk.settings.limits.lines) lines are taken.")
    }
    let step = max(1, desk.settings.jobs)
    let responseBody = ResponseBody { writer in
      for start in stride(from: 0, to: lines.count, by: step) {
        let some = lines[start..<min(start + step, lines.count)]
        let answers = try await presence.whileHere { await all(some, body, answer) }
        try await writer.write(ByteBuffer(string: answers.joined()))
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: "application/x-ndjson"], body: responseBody)
  }

  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var (start, number) = (0, 1)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let isBlank = bytes[start..<end].allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
      if !isBlank { lines.append(Line(number: number, range: start..<end)) }
      number += 1
      start = end + 1
    }
    return lines
  }

  private func all(
    _ lines: ArraySlice<Line>, _ body: Body,
    _ answer: @escaping @Sendable (Item) async throws -> String
  ) async -> [String] {
    await withTaskGroup(of: (Int, String).self) { group in
      for line in lines {
        group.addTask { (line.number, await one(line, body, answer)) }
      }
      var answers: [(Int, String)] = []
      for await answer in group { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func one(
    _ line: Line, _ body: Body, _ answer: (Item) async throws -> String
  ) async -> String {
    var id = JSON.null
    do {
      let json: JSON
      do { json = try JSON(parsing: Array(body.bytes[line.range])) } catch {
        throw Problem.invalid("Line \(line.number) is not JSON.")
      }
      id = json["id"] ?? .null
      var asked = try CheckRequest(
        json, members: CheckRequest.members.subtracting(["fetch"]).union(["id"]))
      asked.fetches = false
      guard asked.url == nil else { throw Problem.invalid("A batch takes texts, no addresses.") }
      let task = try await desk.task(asked, body)
      return try await answer(Item(id: id, task: task, hasCommentary: asked.hasCommentary)) + "\n"
    } catch {
      let problem = error as? Problem ?? .busy
      return JSON.object(("id", id), ("problem", problem.json)).text() + "\n"
    }
  }
}
