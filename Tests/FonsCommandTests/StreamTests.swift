import FonsReport
import Foundation
import Testing

/// `{"id", "text"}` in, an answer each out, in order.
@Suite struct StreamTests {
  static let stream = ["--input-format", "ndjson", "--format", "ndjson"]
  static let known = "It will tolerate salt, drought and gales, but it cannot tolerate shade"

  private static func run(_ command: String, _ lines: String) throws -> Fons.Run {
    try ExampleLibrary.fons().run([command] + stream, input: Array(lines.utf8))
  }

  @Test func findTakesWordsOrStandardInput() throws {
    let fons = try ExampleLibrary.fons()
    for run in [
      try fons.run("find", "--format", "ndjson", Self.known),
      try fons.run("find", "--format", "ndjson", "-", input: Self.known + "\n"),
      try fons.run("find", "--format", "ndjson", input: Self.known),
    ] {
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      let entry = try #require(try run.jsonLines.first)
      #expect(entry["verdict"] == .string("verbatim"))
      #expect(entry["id"] == .string("q1"))
    }
    let report = try fons.run("find", "--format", "json", Self.known).report
    #expect(report.quotations.first?.matches.first?.work.title == "Sorrel thrift")
    #expect(report.document.path == nil)
    #expect(try fons.run("find", Self.known).text.contains("Sorrel thrift"))
  }

  @Test func answersComeInOrderWithTheirIdentifiers() throws {
    var lines = ""
    for number in 0..<300 {
      let id = number % 2 == 0 ? "\(number)" : "\"n\(number)\""
      // Long and short ones, so that they end out of order.
      let text =
        number % 7 == 0 ? String(repeating: "\(Self.known). ", count: 8) : "\(Self.known) \(number)"
      lines += #"{"id": \#(id), "text": "\#(text)"}"# + "\n"
    }
    let run = try Self.run("find", lines)
    let ids = try run.jsonLines.map { $0["id"] }
    #expect(ids == (0..<300).map { $0 % 2 == 0 ? .integer($0) : .string("n\($0)") })
    #expect(run.errors.isEmpty)
  }

  @Test func aLineIsAnsweredWhileTheStreamStaysOpen() throws {
    let fons = try ExampleLibrary.fons()
    let done = fons.home.path("done")
    // Nothing more is sent until the answer has come.
    let run = try fons.shell(
      """
      { echo '{"id": 1, "text": "\(Self.known)"}'; until [ -e '\(done)' ]; do sleep 0.1; done; } \
        | "$FONS" find \(Self.stream.joined(separator: " ")) \
        | { read -r line; touch '\(done)'; echo "$line"; }
      """)
    #expect(run.text.contains("Sorrel thrift"))
  }

  @Test(arguments: ["1", "2", "7"])
  func theNumberOfJobsChangesNothing(_ jobs: String) throws {
    let lines = (0..<40).map { #"{"id": \#($0), "text": "\#(Self.known) \#($0)"}"# }
    let input = Array(lines.joined(separator: "\n").utf8)
    let fons = try ExampleLibrary.fons()
    let expected = try fons.run(["find"] + Self.stream, input: input)
    let run = try fons.run(["find", "--jobs", jobs] + Self.stream, input: input)
    #expect(run.output == expected.output)
    #expect(run.lines.count == 40)
  }

  @Test func aBadLineDoesNotStopTheRest() throws {
    let run = try Self.run(
      "find",
      """
      {"id": "first", "text": "\(Self.known)"}
      {"id": "broken", "text": "
      {"id": "mute"}
      {"id": "numeric", "text": 7}
      [1, 2]

      {"id": null, "text": "\(Self.known)"}
      {"text": "\(Self.known)"}
      {"id": "last", "text": "\(Self.known)"}
      """)
    #expect(run.status == 3)
    let answers = try run.jsonLines
    #expect(answers.count == 8)
    #expect(
      answers.map { $0["error"] == nil } == [true, false, false, false, false, true, true, true])
    #expect(answers[1]["error"] == .string("line 2 is not JSON"))
    #expect(answers[1]["id"] == .null)
    #expect(answers[2]["id"] == .string("mute"))
    #expect(answers[2]["error"] == .string("line 3 has no “text”"))
    #expect(answers[3]["id"] == .string("numeric"))
    #expect(answers[7]["id"] == .string("last"))
    #expect(answers[7]["verdict"] == .string("verbatim"))
  }

  @Test func aLineThatIsTooLongIsSkipped() throws {
    let fons = try ExampleLibrary.fons()
    let run = try fons.shell(
      """
      { echo '{"id": 1, "text": "\(Self.known)"}'; head -c 67200000 /dev/zero | tr '\\0' a; echo
        echo '{"id": 2, "text": "\(Self.known)"}'; } \
        | "$FONS" find \(Self.stream.joined(separator: " "))
      """)
    let answers = try run.jsonLines
    #expect(run.status == 3)
    #expect(answers.count == 3)
    #expect(answers[1]["error"] == .string("line 2 is longer than 64 MB"))
    #expect(answers[2]["id"] == .integer(2))
    #expect(answers[2]["verdict"] == .string("verbatim"))
  }

  @Test func checkStreamsReports() throws {
    let run = try Self.run(
      "check",
      """
      {"id": "a", "text": "She wrote: “\(Self.known)”, no more."}
      {"id": "b", "text": "Nothing is quoted here."}
      """)
    let reports = try run.jsonLines
    #expect(run.status == 0)
    #expect(reports.map { $0["id"] } == [.string("a"), .string("b")])
    #expect(reports.allSatisfy { $0["schema"] == .string("fons.report/1") })
    guard case .array(let quotations) = reports[0]["quotations"] else {
      Issue.record("no quotations")
      return
    }
    #expect(quotations.count == 1)
    #expect(reports[1]["quotations"] == .array([]))
  }

  @Test func statusIsTheWorstOfAllLines() throws {
    let lost =
      #"{"id": 2, "text": "Nobody anywhere has ever written down these very words in a row"}"#
    let found = #"{"id": 1, "text": "\#(Self.known)"}"#
    #expect(try Self.run("find", found).status == 0)
    #expect(try Self.run("find", "\(found)\n\(lost)\n\(found)").status == 1)
    #expect(try Self.run("find", "").status == 0)
  }

  @Test func aStreamIsForStandardInput() throws {
    let run = try ExampleLibrary.fons().run(["check", "a.ndjson"] + Self.stream)
    #expect(run.status == 2)
    #expect(run.errors.contains("standard input"))
  }

  @Test func linesEndInAnyWay() throws {
    let line = #"{"id": 1, "text": "\#(Self.known)"}"#
    #expect(try Self.run("find", "\u{FEFF}\(line)\r\n\(line)\r\n\r\n\(line)").lines.count == 3)
    #expect(try Self.run("find", "\(line)\r\n\(line)").status == 0)
  }
}
