import FonsFormat
import FonsText

/// Files with markup, read by FonsFormat.
enum StructuredFile {
  enum Kind {
    case markdown, html
  }

  // Temporary: the readers of the two formats come with another branch. The merger replaces the
  // body by
  //   switch kind {
  //   case .markdown: try MarkdownReader().read(bytes)
  //   case .html: try HTMLReader().read(bytes)
  //   }
  static func read(_ bytes: [UInt8], as kind: Kind) throws -> StructuredText {
    StructuredText(text: bytes, origin: .identity(count: bytes.count))
  }
}
