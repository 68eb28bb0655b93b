import FonsText

/// Plain text and forum posts: paragraphs at blank lines, `>` lines as quotations where they carry
/// a passage, reply links, archive furniture.
public struct PlainTextReader: Sendable {
  public init() {}

  /// Reads bytes in any usual encoding; `origin` leads to these bytes.
  public func read(_ bytes: [UInt8]) -> StructuredText {
    let decoded = TextDecoding.decode(bytes)
    var result = read(text: decoded.text)
    result.origin = result.origin.composed(with: decoded.origin)
    return result
  }

  /// Reads valid UTF-8; `origin` leads to this text.
  public func read(text: [UInt8]) -> StructuredText {
    var parser = QuotedLinesParser(text, style: .post)
    var result = parser.parse(0..<text.count)
    result.date =
      result.blocks.lazy.filter { $0.kind == .furniture && $0.range.count <= 200 }
      .compactMap { WrittenDate.ofPost(result.text[$0.range.range]) }.first
    return result
  }
}
