import FonsReport
import HTTPTypes
import Testing

@testable import FonsServer

/// The Model Context Protocol, message by message. The official client speaks it in `make check`.
@Suite struct MCPTests {
  private static func answer(_ message: String) async throws -> JSON? {
    await MCPSession(desk: try TestServer().server.desk).answer(Array(message.utf8))
  }

  private static func call(_ tool: String, _ arguments: String) async throws -> JSON {
    let answer = try await answer(
      #"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
    )
    return try #require(answer)
  }

  @Test func greeting() async throws {
    for (asked, given) in [("2025-06-18", "2025-06-18"), ("1999-01-01", MCPSession.versions[0])] {
      let answer = try #require(
        try await Self.answer(
          #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\#(asked)"}}"#
        ))
      #expect(answer["id"] == .string("a"))
      #expect(answer["result"]?["protocolVersion"] == .string(given))
      #expect(answer["result"]?["capabilities"]?["tools"] != nil)
    }
    #expect(
      try await Self.answer(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
  }

  @Test func everyToolHasSchemas() async throws {
    let answer = try await Self.answer(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
    let tools = answer?["result"]?["tools"]?.elements ?? []
    #expect(tools.map { $0["name"]?.string } == ["check", "find", "library"])
    for tool in tools {
      #expect(tool["inputSchema"]?["type"] == .string("object"))
      #expect(tool["outputSchema"]?["type"] == .string("object"))
      #expect(tool["description"]?.string?.isEmpty == false)
    }
  }

  @Test func toolsAnswerInStructureAndInWords() async throws {
    let found = try await Self.call("find", #"{"text":"\#(TestServer.known)"}"#)["result"]
    #expect(found?["structuredContent"]?["verdict"] == .string("verbatim"))
    #expect(found?["content"]?.elements.first?["text"]?.string?.contains("Sorrel thrift") == true)
    let checked = try await Self.call("check", #"{"text":"“\#(TestServer.known)”"}"#)["result"]
    #expect(checked?["structuredContent"]?["schema"] == .string("fons.report/1"))
    #expect(checked?["isError"] == .bool(false))
    let library = try await Self.call("library", "{}")["result"]
    #expect(library?["structuredContent"]?["libraries"]?.elements.count == 1)
  }

  @Test func whatGoesWrongInAToolIsItsResult() async throws {
    for arguments in [
      "{}", #"{"text":1}"#, #"{"text":"a","policy":"lax"}"#, #"{"text":"a","x":1}"#, "[]",
    ] {
      let result = try await Self.call("check", arguments)["result"]
      #expect(result?["isError"] == .bool(true), "\(arguments)")
    }
  }

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("7", -32600),
    (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":"shout"}"#, -32601),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#, -32602),
  ])
  func messagesThatAreNone(message: String, code: Int) async throws {
    let answer = try #require(try await Self.answer(message))
    #expect(answer["error"]?["code"] == .integer(code))
  }

  @Test func overHTTP() async throws {
    let server = try TestServer()
    let ping = #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#
    let answer = try await server.ask(.post, "/mcp", ping, type: "application/json")
    #expect(answer.status == 200)
    #expect(try answer.json["result"] == .object([]))
    let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    #expect(try await server.ask(.post, "/mcp", note, type: "application/json").status == 202)
    #expect(try await server.ask(.get, "/mcp").status == 405)
    #expect(try await server.ask(.post, "/mcp", ping, type: "text/plain").status == 415)
    let evil: HTTPFields = [.origin: "https://evil.example"]
    #expect(
      try await server.ask(.post, "/mcp", ping, type: "application/json", headers: evil).status
        == 403)
  }
}
