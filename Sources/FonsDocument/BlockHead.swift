import FonsFormat
import FonsText

/// The line above the words in a block quotation that says whose they are: "**marta** said:".
struct BlockHead {
  private(set) var speaker: String
  /// Where the quoted words begin.
  private(set) var end: Int

  private static let reach = 100
  private static let verbs: Set<String> = [
    "wrote", "writes", "said", "says", "posted", "schrieb", "schreibt", "sagte", "écrit", "dit",
    "escribió", "dijo", "scritto", "scrive", "написал", "написала", "пишет", "napisał", "napisała",
    "pisze", "schreef", "skrev", "escreveu",
  ]

  /// nil where the block begins with the quoted words themselves.
  init?(_ context: DocumentContext, _ range: ByteRange) {
    let text = context.text
    let limit = min(range.end, range.start + Self.reach)
    guard let colon = text[range.start..<max(range.start, limit)].firstIndex(of: 0x3A),
      let next = text[(colon + 1)..<range.end].firstIndex(where: { !ASCII.isSpace($0) }),
      Self.isLineEnd(context, colon + 1, next)
    else { return nil }
    var words = PhraseWord.scan(text, ByteRange(range.start, colon))
    guard let last = words.popLast(), Self.verbs.contains(last.lower) else { return nil }
    while let between = words.last, ["a", "ha", "has"].contains(between.lower) {
      words.removeLast()
    }
    guard (1...4).contains(words.count) else { return nil }
    let name = context.text.string(words[0].range.start, words[words.count - 1].range.end)
    speaker = name.filter { !"*\"“”".contains($0) }
    guard !speaker.isEmpty else { return nil }
    end = next
  }

  /// Whether a line ended between two offsets, in the text or in the file from which it was joined.
  private static func isLineEnd(_ context: DocumentContext, _ start: Int, _ end: Int) -> Bool {
    if context.text[start..<end].contains(0x0A) { return true }
    let origin = context.structured.origin
    return origin.original(of: end) - origin.original(of: start - 1) > end - start + 1
  }
}
