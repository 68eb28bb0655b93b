/// Why a PDF was not read.
package struct PDFError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable {
    /// The program that reads PDF is not installed.
    case noReader
    case corrupt, tooLarge
  }
  package var kind: Kind
  /// What is wrong and what to do, as the end of a sentence that begins with the file's name.
  package var message: String

  package init(kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }

  package var description: String { "It \(message)" }
}
