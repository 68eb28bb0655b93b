import FonsFormat

/// Files with markup, read by FonsFormat.
enum StructuredFile {
  enum Kind {
    case markdown, html
  }

  static func read(_ bytes: [UInt8], as kind: Kind) throws -> StructuredText {
    switch kind {
    case .markdown: MarkdownReader().read(bytes)
    case .html: try HTMLReader().read(bytes)
    }
  }
}
