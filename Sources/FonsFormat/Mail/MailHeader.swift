/// The header of a message or of one of its parts.
struct MailHeader {
  private(set) var fields: [String: String] = [:]
  /// Where the body starts.
  let bodyStart: Int

  /// Reads the header at `start`, folded lines joined; the first field of a name counts.
  init(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var at = start
    var name = ""
    while at < limit {
      let line = TextLine(bytes, at: at, limit: limit)
      if line.end == line.start {
        at = line.next
        break
      }
      if ASCII.isSpace(bytes[line.start]) {
        if !name.isEmpty, (fields[name]?.utf8.count ?? 0) < 10_000 {
          fields[name]? += " " + bytes.string(line.content(bytes))
        }
      } else if let colon = (line.start..<min(line.end, line.start + 100)).first(where: {
        bytes[$0] == 0x3A
      }) {
        name = bytes.string(line.start, colon).lowercased()
        let value = bytes.string(bytes.trimmed(colon + 1, line.end))
        if fields[name] == nil { fields[name] = value } else { name = "" }
      } else if !bytes.has("From ", at: line.start) {
        // No header after all: this is where the body starts.
        break
      }
      at = line.next
    }
    bodyStart = at
  }

  /// A field as people read it, encoded words decoded.
  func text(_ name: String) -> String? { fields[name].map(EncodedWords.decode) }

  /// The media type in lower case.
  var mediaType: String {
    let value = fields["content-type"] ?? "text/plain"
    return String(value.prefix { $0 != ";" }).trimmingSpaces().lowercased()
  }

  var transferEncoding: String {
    (fields["content-transfer-encoding"] ?? "").trimmingSpaces().lowercased()
  }

  /// A parameter of the media type.
  func parameter(_ name: String) -> String? {
    guard let value = fields["content-type"] else { return nil }
    for piece in value.split(separator: ";").dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      guard String(piece[..<equals]).trimmingSpaces().lowercased() == name else { continue }
      let found = String(piece[piece.index(after: equals)...]).trimmingSpaces()
      return found.filter { $0 != "\"" }
    }
    return nil
  }
}
