import FonsFormat
import Testing

struct ChatReaderTests {
  private static let kitchen = #"""
    {"id": 1, "from": "Ruth", "text": "the label says \"boil it twice and never again\""}
    {"id": 2, "from": "Otto", "text": "> boil it twice and never again\nwhy?", "reply_to": 1}
    {"id": 3, "from": "Ruth", "text": "> lol sure thing\nno idea"}
    """#
  private static let harbour = #"""
    {"author": "mole", "body": "The tide table is on the door. Low water at four."}

    not a message
    {"author": "buoy", "body": ">Low water at four.\nAt five, surely"}
    """#

  /// As Telegram exports it: one value, texts in pieces.
  private static let pieces = #"""
    {"name": "Kitchen", "type": "group", "messages": [
      {"id": 4, "type": "service", "action": "join", "text": ""},
      {"id": 5, "type": "message", "from": "Ruth",
       "text": ["boil it ", {"type": "bold", "text": "twice and never"}, " again"]},
      {"id": 6, "from": "Otto", "reply_to_message_id": 5, "text": "> twice and never again\nwhy?"}
    ]}
    """#

  private func read(_ text: String) -> StructuredText { ChatReader().read(text: Array(text.utf8)) }

  @Test(arguments: [
    (kitchen, "boil it twice and never again", "Ruth"),
    (pieces, "twice and never again", "Ruth"), (harbour, "Low water at four.", "mole"),
  ])
  func linesQuoteMessages(_ text: String, _ quoted: String, _ speaker: String) throws {
    let read = read(text)
    let block = try #require(read.blocks.first { $0.quoteDepth > 0 })
    #expect(read.string(block.range) == quoted)
    #expect(block.speaker == speaker)
  }

  @Test(arguments: [
    (kitchen, "chat"), (pieces, "chat"), (harbour, "chat"),
    (#"{"a": 1}"# + "\n" + #"{"b": 2}"#, "text"),
  ])
  func isRecognised(_ text: String, _ format: String) {
    #expect(FormatSniffer.guess(Array(text.utf8), name: "log.jsonl").rawValue == format)
  }

  @Test func rangesAreOfTheFile() {
    let bytes = Array(Self.kitchen.utf8)
    #expect(read(Self.kitchen).original(of: #"says "boil"#, in: bytes) == #"says \"boil"#)
  }
}
