import FonsSource
import Foundation

/// A folder that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "fons-source-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

/// Everything that a source delivered.
struct Delivery {
  var works: [Work] = []
  var revisions: [PageRevision] = []
  var redirects: [String] = []
  var warnings: [SourceError] = []
  var unreadable: [SourceError] = []
  var progress: [Int] = []

  init(_ path: String, _ options: SourceOptions = SourceOptions()) throws {
    var found = Delivery()
    try Source(path: path).read(options: options) { event in
      switch event {
      case .work(let work): found.works.append(work)
      case .revision(let revision): found.revisions.append(revision)
      case .redirect(let from, let to): found.redirects.append("\(from) → \(to)")
      case .warning(let error): found.warnings.append(error)
      case .unreadable(let error): found.unreadable.append(error)
      case .progress(let bytes): found.progress.append(bytes)
      }
    }
    self = found
  }

  private init() {}

  var titles: [String] { works.map(\.title) }
}
