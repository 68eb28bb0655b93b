internal import CTables

/// Phrases that wikis print in brackets where a note would stand, in many languages: read once from
/// `Sources/CTables/data/markers.txt`, whose head describes the kinds.
public enum MarkerPhrases {
  public enum Kind: String, Sendable {
    /// The source says that it lacks a reference.
    case needs
    /// The source says that it is in doubt.
    case disputed
    case other
  }

  /// The kind of what stands between two brackets; nil where it is no such phrase.
  public static func kind(of content: String) -> Kind? {
    let text = content.lowercased()
    if let kind = table[text] { return kind }
    // “dubious – discuss”, “citation needed March 2020”, “источник не указан 12 дней”.
    var words = text.split(separator: " ")
    while words.count > 1, let last = words.popLast() {
      let head = words.joined(separator: " ")
      let isTail = last == "discuss" || last.utf8.first.map { $0 &- 48 < 10 } ?? false
      if let kind = table[head] {
        let tail = text.dropFirst(head.count + 1)
        return isTail || tail.first.map { "–-—0123456789".contains($0) } ?? false
          || tail.last?.isNumber ?? false ? kind : nil
      }
    }
    return nil
  }

  /// Bytes of the longest phrase with what may follow it.
  static let longest = 64

  private static let table: [String: Kind] = {
    let bytes = UnsafeBufferPointer(
      start: fons_marker_table_start(), count: fons_marker_table_size())
    var table: [String: Kind] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: "|")
      let head = fields[0].split(separator: " ")
      guard head.count == 2, let kind = Kind(rawValue: String(head[1])) else { continue }
      for field in fields.dropFirst() {
        table[String(decoding: Array(field.utf8).trimmingSpaces(), as: UTF8.self)] = kind
      }
    }
    return table
  }()
}
