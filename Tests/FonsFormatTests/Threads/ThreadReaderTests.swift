import FonsFormat
import Testing

struct ThreadReaderTests {
  private static let board = #"""
    {"posts":[{"no":501,"sub":"Kites","com":"The log of the tower says:<br><span class=\"quote\">&gt;The red kite was lost at noon, and the string came back alone.<\/span><br>Who held it?","archived":1},
    {"no":502,"com":"<a href=\"#p501\" class=\"quotelink\">&gt;&gt;501<\/a><br><span class=\"quote\">&gt;the string came back a<wbr>lone<\/span><br>It did. &quot;No wind&quot; \u2013 I was th<wbr>ere."},
    {"no":503,"com":"<span class=\"quote\">&gt;be me<\/span><br><span class=\"quote\">&gt;flying a kite<\/span>"}]}
    """#
  private static let fuuka = #"""
    {"77":{"op":{"num":"77","title":"Looms","comment":"From the ledger:\n>Nine looms were sold, and none was paid for.\nOdd."},
    "posts":{"78":{"num":"78","comment":">>77\n>none was paid for\nSurely one."}}}}
    """#

  private func read(_ text: String) throws -> StructuredText {
    try ThreadReader().read(text: Array(text.utf8))
  }

  @Test func aBoardsPosts() throws {
    let read = try read(Self.board)
    #expect(read.title == "Kites")
    #expect(read.isArchived)
    #expect(
      read.quoted == [
        "The red kite was lost at noon, and the string came back alone.",
        "the string came back alone",
      ])
    #expect(read.blocks.filter { $0.quoteDepth > 0 }.map(\.reply) == [nil, "501"])
    #expect(read.lines.contains(#"It did. "No wind" – I was there."#))
  }

  @Test func anArchivesPosts() throws {
    let read = try read(Self.fuuka)
    #expect(!read.isArchived)
    #expect(read.quoted == ["Nine looms were sold, and none was paid for.", "none was paid for"])
    #expect(read.blocks.last { $0.quoteDepth > 0 }?.reply == "77")
    #expect(Set(read.blocks.map(\.part)).count == 2)
  }

  @Test(arguments: [
    (board, "was there", "was th<wbr>ere"),
    (board, #""No wind" – I"#, #"&quot;No wind&quot; \u2013 I"#),
    (fuuka, "Nine looms were sold", "Nine looms were sold"),
    (fuuka, "is not there", nil),
  ])
  func rangesAreOfTheFile(_ text: String, _ needle: String, _ expected: String?) throws {
    let bytes = Array(text.utf8)
    #expect(try read(text).original(of: needle, in: bytes) == expected)
  }

  @Test(arguments: [(board, "imageboard"), (fuuka, "imageboard"), (#"{"posts":[]}"#, "text")])
  func isRecognised(_ text: String, _ format: String) {
    #expect(FormatSniffer.guess(Array(text.utf8), name: "thread.json").rawValue == format)
  }

  @Test(arguments: [
    "[", #"{"posts":"#, #"{"posts":[{"no":1,"com":""#, #"[{"a":["#, #"\""#, #"\u12"#, "{}", "\"",
  ])
  func hostileJSONIsBounded(_ piece: String) throws {
    let start = ContinuousClock.now
    let text = String(repeating: piece, count: 100_000)
    _ = try read(text)
    _ = ChatReader().read(text: Array(text.utf8))
    _ = AnswerReader().read(text: Array(text.utf8))
    _ = FormatSniffer.guess(Array(text.utf8))
    #expect(start.duration(to: .now) < .seconds(120))
  }
}
