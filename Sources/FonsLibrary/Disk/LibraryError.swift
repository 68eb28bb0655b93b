/// What can go wrong with a library on disk. Each case says itself what to do next.
public enum LibraryError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(path: String)
  /// The manifest or a segment was written by a newer Fons.
  case newerFormat(path: String, found: Int, known: Int)
  /// The manifest was written by an older Fons, whose segments this one would misread.
  case olderFormat(path: String, found: Int, known: Int)
  case damaged(path: String, offset: Int?, what: String)
  case locked(path: String)
  /// A system call failed; `code` is its errno.
  case system(operation: String, path: String, code: Int32, message: String)
  case unknownSource(name: String, library: String)
  /// A work or a field is larger than the format can hold.
  case tooLarge(what: String, limit: Int)

  public var description: String {
    switch self {
    case .missing(let path):
      "There is no library at \(path). Make one with: fons library add --library \(path) SOURCE"
    case .newerFormat(let path, let found, let known):
      "\(path) has format \(found), and this fons reads up to \(known). Update fons to read it."
    case .olderFormat(let path, let found, let known):
      "\(path) has format \(found), and this fons reads \(known). Remove it and add its sources again."
    case .damaged(let path, let offset, let what):
      "\(path) is damaged\(offset.map { " at byte \($0)" } ?? ""): \(what)."
    case .locked(let path):
      "Another fons is writing to \(path). Wait until it has finished, then try again."
    case .system(let operation, let path, _, let message):
      "Could not \(operation) \(path): \(message)."
    case .unknownSource(let name, let library):
      "\(library) holds no source named \(name). See: fons library list --library \(library)"
    case .tooLarge(let what, let limit):
      "\(what) is larger than the \(limit) bytes that a library can hold."
    }
  }
}
