internal import FonsReport
internal import Foundation

/// A check as it is kept.
struct StoredCheck: Sendable {
  var id: String
  var created: Date
  var name: String?
  var sha256: String
  /// Of the document.
  var bytes: Int
  /// The document's bytes, where they may be kept.
  var text: [UInt8]?
  var isPlain: Bool
  /// JSON text.
  var report: [UInt8]
  var summary: String
  /// Version of the libraries that were searched.
  var library: String

  /// - Throws: where the stored text is not a report.
  var checked: CheckedText {
    get throws {
      CheckedText(report: try JSONRenderer.decode(report), bytes: text, isPlain: isPlain)
    }
  }

  /// What a list shows of it.
  struct Line: Sendable {
    var id: String
    var created: Date
    var name: String?
    var sha256: String
    var bytes: Int
    var summary: String
    var library: String

    var json: JSON {
      .object(
        ("id", id), ("created", Clock.text(created)), ("name", name), ("sha256", sha256),
        ("bytes", bytes), ("summary", summary), ("library", library))
    }
  }
}

/// Ids of checks: 128 random bits, that nobody can guess.
enum CheckID {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let id = (0..<26).map { _ in letters[Int.random(in: 0..<32, using: &generator)] }
    return String(decoding: id, as: UTF8.self)
  }

  static func isValid(_ id: String) -> Bool {
    id.utf8.count == 26 && id.utf8.allSatisfy { letters.contains($0) }
  }
}
