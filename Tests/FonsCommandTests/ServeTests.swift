import FonsReport
import Foundation
import Testing

/// `fons serve` and `fons mcp` as their users start them.
@Suite struct ServeTests {
  /// Lines of a shell after which `server` runs and listens at `port`.
  private static let started = #"""
    cd "$HOME"; "$FONS" serve --port 0 --checks memory 2> said & server=$!
    for _ in $(seq 200); do grep -q listens said 2> /dev/null && break; sleep 0.1; done
    port=$(sed -n 's|.*http://127.0.0.1:\([0-9]*\)/.*|\1|p' said)
    """#

  @Test func itServesUntilItIsToldToStop() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.shell(
      """
      \(Self.started)
      exec 3<> "/dev/tcp/127.0.0.1/$port"
      printf 'GET /health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3
      head -n 1 <&3
      SECONDS=0; kill -TERM $server; wait $server; echo "status $? after $SECONDS"
      """, within: 60)
    #expect(run.text.contains("HTTP/1.1 200 OK"))
    #expect(run.text.firstMatch(of: /status 0 after [0-3]\n/) != nil, "\(run.text)")
  }

  /// A check that runs when the server is told to stop is answered: finished, or given up.
  @Test func whatIsBeingAnsweredWhenItStops() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.shell(
      """
      \(Self.started)
      for i in $(seq 3000); do echo "“Sentence $i of those that stand in it.”"; echo; done > body
      exec 3<> "/dev/tcp/127.0.0.1/$port"
      printf 'POST /v1/check HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Type: text/plain\\r\\n' >&3
      printf 'Content-Length: %s\\r\\n\\r\\n' "$(wc -c < body)" >&3; cat body >&3; sleep 0.3
      kill -TERM $server; head -n 1 <&3
      wait $server; echo "status $?"
      """, within: 90)
    #expect(run.text.contains("HTTP/1.1 201") || run.text.contains("HTTP/1.1 503"), "\(run.text)")
    #expect(run.text.contains("status 0"), "\(run.text)")
  }

  @Test func fetchingIsOffUnlessItIsAskedFor() throws {
    let fons = try ExampleLibrary.fons()
    let check =
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check","arguments":{"url":"http://127.0.0.1:9/"}}}"#
    #expect(try fons.run("mcp", input: check).text.contains("There is no “url”"))
    // The environment goes before the option.
    let offline = try fons.shell("FONS_OFFLINE=1 \"$FONS\" mcp --fetch <<< '\(check)'", within: 60)
    #expect(offline.text.contains("There is no “url”"))
    let online = try fons.shell("FONS_OFFLINE=0 \"$FONS\" mcp --fetch <<< '\(check)'", within: 60)
    #expect(online.text.contains("This address is not read"), "\(online.text)")
    #expect(try fons.run("serve", "--allow-host", "host.example").status == 2)
  }

  @Test func aPortThatIsTaken() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.run("serve", "--host", "192.0.2.1", "--checks", "memory")
    #expect(run.status == 3)
    #expect(!run.errors.isEmpty)
  }

  @Test(arguments: [
    ["--port", "70000"], ["--jobs", "0"], ["--max-body", "0"], ["--rate", "-1"],
    ["--keep-days", "-1"], ["--time-limit", "0"],
  ])
  func wrongUsage(arguments: [String]) throws {
    #expect(try ExampleLibrary.fons().run(["serve"] + arguments).status == 2)
  }

  @Test func agentsAreAnsweredALineEach() throws {
    let messages = """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}

      {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"find","arguments":{"text":"It will tolerate salt, drought and gales"}}}
      {"jsonrpc":"2.0","id":3,"method":"tools/list"}
      """
    let run = try ExampleLibrary.fons().run("mcp", input: messages)
    #expect(run.status == 0)
    let answers = try run.jsonLines
    #expect(answers.map { $0["id"] } == [.integer(1), .integer(2), .integer(3)])
    #expect(answers[1]["result"]?["structuredContent"]?["verdict"] != nil)
  }
}
