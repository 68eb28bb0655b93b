import FonsText

/// Markdown: CommonMark as far as it matters for quotations, and footnotes.
public struct MarkdownReader: Sendable {
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
    let head = FrontMatter(text)
    var parser = MarkdownBlocks(text, from: head?.end ?? 0)
    let leaves = parser.parse()
    var writer = MarkdownWriter(text: text, definitions: parser.definitions)
    for leaf in leaves { writer.write(leaf) }
    var result = writer.finish()
    result.date = head?.date
    result.title = head?.title ?? result.title
    result.language = head?.language
    result.url = head?.url
    return result
  }
}

/// A block of lines, before its inline markup is read.
struct MarkdownLeaf {
  var kind: StructuredText.Block.Kind
  var level = 0
  var depth: Int
  var quoteID: Int
  /// The content of each line, prefixes removed.
  var lines: [Range<Int>]
  /// The key of the footnote that it defines.
  var note: String?
  /// The number of a list's item.
  var label: String?
}
