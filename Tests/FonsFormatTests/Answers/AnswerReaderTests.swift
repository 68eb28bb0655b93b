import FonsFormat
import Testing

struct AnswerReaderTests {
  private func read(_ text: String) -> StructuredText {
    AnswerReader().read(text: Array(text.utf8))
  }

  @Test(arguments: [
    (
      #"{"answer": "The **dam** held [1].", "citations": ["https://dam.example/a"]}"#,
      ["The dam held [1].", "https://dam.example/a"], [nil, "1"]
    ),
    (
      #"{"choices":[{"message":{"content":"Rye \u2013 see [b]."}}],"sources":[{"id":"b","title":"Bread","url":"https://rye.example"}]}"#,
      ["Rye – see [b].", "Bread, https://rye.example"], [nil, "b"]
    ),
  ])
  func textAndList(_ text: String, _ lines: [String], _ labels: [String?]) {
    let read = read(text)
    #expect(read.lines == lines)
    #expect(read.blocks.map(\.label) == labels)
  }

  @Test(arguments: [
    (#"{"text": "a", "citations": []}"#, "answer"), (#"{"text": "a"}"#, "text"),
    (#"{"response": "a", "references": ["x"]}"#, "answer"),
  ])
  func isRecognised(_ text: String, _ format: String) {
    #expect(FormatSniffer.guess(Array(text.utf8), name: "answer.json").rawValue == format)
  }

  @Test func rangesAreOfTheFile() {
    let text = #"{"answer": "So \"the dam *held* here\" it says"}"#
    #expect(
      read(text).original(of: "the dam held here", in: Array(text.utf8)) == "the dam *held* here")
  }
}
