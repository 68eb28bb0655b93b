internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// The Model Context Protocol over streamable HTTP, without sessions: every message is answered in
/// the answer to its request.
struct MCPRoutes: Sendable {
  let desk: Desk

  var routes: [Route] {
    [
      Route(.post, "/mcp") { request, arguments in
        try await answer(request, arguments.presence)
      }
    ]
  }

  private func answer(_ request: Request, _ presence: Presence) async throws -> Response {
    guard APIRoutes.mediaType(request) == "application/json" else { throw Problem.mediaType }
    if let version = request.headers[Self.protocolVersion], !MCPSession.versions.contains(version) {
      throw Problem.invalid("This revision of the protocol is not spoken here.")
    }
    let body = try await request.read(atMost: desk.settings.limits.body, of: desk.budget)
    let answer = try await presence.whileHere { await MCPSession(desk: desk).answer(body.bytes) }
    guard let answer else { return Response(status: .accepted) }
    return Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: answer.text())))
  }

  private static let protocolVersion = HTTPField.Name("mcp-protocol-version")!
}
