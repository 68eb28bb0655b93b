import FonsText

/// A LaTeX document: its paragraphs, quotations, footnotes, and citations with the bibliography that
/// lies beside it.
public struct LaTeXReader: Sendable {
  /// Gives the bytes of a file that the document names: its bibliography.
  private let beside: @Sendable (String) -> [UInt8]?

  /// - Parameter beside: reads a file by the name that the document gives, nil where there is none.
  public init(beside: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }) {
    self.beside = beside
  }

  /// Reads valid UTF-8; `origin` leads to this text.
  ///
  /// - Complexity: O(*n*)
  public func read(text: [UInt8]) -> StructuredText {
    var walk = LaTeXWalk(text, works: works(text))
    return walk.run()
  }

  /// What the files of `\bibliography{…}` and `\addbibresource{…}` hold, by key.
  private func works(_ text: [UInt8]) -> [String: BibliographyEntry] {
    var result: [String: BibliographyEntry] = [:]
    var files = 0
    for index in text.indices where text[index] == 0x5C {
      guard text.has("\\bibliography{", at: index) || text.has("\\addbibresource", at: index),
        let open = (index..<min(text.count, index + 200)).first(where: { text[$0] == 0x7B }),
        let close = (open..<min(text.count, open + 2000)).first(where: { text[$0] == 0x7D })
      else { continue }
      for name in text.string(open + 1, close).split(separator: ",") {
        files += 1
        guard files <= 16 else { return result }
        let file = String(name).trimmingSpaces()
        let path = file.hasSuffix(".bib") ? file : file + ".bib"
        guard let bytes = beside(path) else { continue }
        result.merge(Bibliography.read(TextDecoding.decode(bytes).text)) { first, _ in first }
      }
    }
    return result
  }
}
