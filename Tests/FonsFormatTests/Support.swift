import FonsFormat
import FonsText

extension StructuredText {
  /// The text of each block.
  var lines: [String] { blocks.map { string($0.range) } }
  /// The text of each block that is quoted.
  var quoted: [String] { blocks.filter { $0.quoteDepth > 0 }.map { string($0.range) } }

  func string(_ range: ByteRange) -> String { String(decoding: text[range.range], as: UTF8.self) }

  func spans(_ kind: Span.Kind) -> [String] {
    spans.filter { $0.kind == kind }.map { string($0.range) }
  }

  /// What stands in the original where `needle` does in the text; nil where it does not.
  func original(of needle: String, in bytes: [UInt8]) -> String? {
    guard let found = text.firstRange(of: Array(needle.utf8)) else { return nil }
    let range = origin.original(of: ByteRange(found))
    return String(decoding: bytes[range.range], as: UTF8.self)
  }
}
