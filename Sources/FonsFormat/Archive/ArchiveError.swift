/// Why an archive, or the rest of it, could not be read.
package struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable {
    case inaccessible, corrupt, unsupported, tooLarge
  }
  package var kind: Kind
  /// What is wrong, as the end of a sentence that begins with the archive's name.
  package var message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  package var description: String { "It \(message)" }
}
