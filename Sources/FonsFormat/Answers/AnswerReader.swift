import FonsText

/// A language model's answer as JSON: its text in Markdown, and the list that `[1]` in it refers to.
///
/// The text is a field `answer`, `text`, `content`, `response` or `output`, at the top or in
/// `choices`; the list is `citations`, `sources` or `references`, of addresses or of objects with
/// `url`, `title` and perhaps a number.
public struct AnswerReader: Sendable {
  private static let texts = ["answer", "text", "content", "response", "output"]
  private static let lists = ["citations", "sources", "references", "search_results"]
  /// Entries of a list that are read.
  private static let most = 10_000

  public init() {}

  /// Reads valid UTF-8; `origin` leads to this text, into the strings of the JSON.
  public func read(text: [UInt8]) -> StructuredText {
    guard let root = JSONText.read(text)?.value, let answer = Self.answer(root) else {
      return StructuredText(text: [], origin: OffsetMap())
    }
    let decoded = JSONString.decode(text, answer)
    var body = MarkdownReader().read(text: decoded.text)
    body.origin = body.origin.composed(with: decoded.map)
    let title = body.title
    var assembly = TextAssembly()
    assembly.add(body)
    for (index, entry) in (root.first(Self.lists)?.elements ?? []).prefix(Self.most).enumerated() {
      assembly.add(Self.reference(text, entry, number: index + 1))
    }
    var result = assembly.finish()
    result.title = title
    return result
  }

  /// Whether a document is such an answer.
  static func matches(_ text: [UInt8]) -> Bool {
    guard let root = JSONText.read(text, to: min(text.count, 1 << 20))?.value else { return false }
    return answer(root) != nil && root.first(lists) != nil
  }

  private static func answer(_ root: JSONText) -> Range<Int>? {
    if let text = root.first(texts)?.stringRange { return text }
    return root["choices"]?.elements.first?["message"]?["content"]?.stringRange
      ?? root["message"]?["content"]?.stringRange
  }

  /// An entry of the list as a block with its number.
  private static func reference(_ text: [UInt8], _ entry: JSONText, number: Int) -> StructuredText {
    var builder = TextBuilder()
    let fields = [
      entry["author"], entry.first(["title", "name"]),
      entry.first(["url", "link", "href", "uri"]) ?? entry,
    ].compactMap { $0?.stringRange }
    var block = StructuredText.Block(kind: .furniture, range: ByteRange(0, 0))
    block.label =
      entry.first(["id", "index", "number", "marker"])?.text(text)
      .map { $0.filter { $0 != "[" && $0 != "]" } } ?? String(number)
    builder.begin(block, at: fields.first?.lowerBound ?? 0)
    for range in fields {
      let decoded = JSONString.decode(text, range)
      if builder.last != nil {
        builder.put([0x2C, 0x20], original: ByteRange(range.lowerBound, range.lowerBound))
      }
      builder.append(decoded.text, 0..<decoded.text.count, through: decoded.map)
    }
    return builder.finish()
  }
}
