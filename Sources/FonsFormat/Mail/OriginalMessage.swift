/// The header that a mail program puts above the message that is answered, which follows unmarked:
/// "-----Original Message-----", "From: … Sent: …".
struct OriginalMessage {
  /// The lines of the header.
  private(set) var range: Range<Int>
  private(set) var speaker: String?
  /// Where the message begins.
  private(set) var bodyStart: Int

  private static let froms: Set<String> = ["from", "von", "de", "da", "van", "från", "od", "от"]
  private static let others: Set<String> = [
    "sent", "date", "to", "subject", "cc", "gesendet", "datum", "an", "betreff", "envoyé", "à",
    "objet", "enviado", "para", "asunto", "inviato", "a", "oggetto", "verzonden", "aan",
    "onderwerp",
    "skickat", "till", "ämne", "wysłano", "do", "temat", "отправлено", "кому", "тема", "дата",
  ]

  /// nil where no such header begins at the line.
  init?(_ text: [UInt8], _ line: TextLine, limit: Int) {
    var at = line
    let isAnnounced = Self.isRule(text, line)
    if isAnnounced {
      at = TextLine(text, at: line.next, limit: limit)
      while at.start < limit, at.isBlank(text) { at = TextLine(text, at: at.next, limit: limit) }
    }
    var fields = 0
    var end = line.end
    while at.start < limit, !at.isBlank(text), fields < 12 {
      guard let field = Self.field(text, at) else { break }
      if Self.froms.contains(field.name), speaker == nil {
        speaker = Self.person(field.value)
      } else if !Self.others.contains(field.name) {
        break
      }
      fields += 1
      end = at.end
      at = TextLine(text, at: at.next, limit: limit)
    }
    guard speaker != nil, fields >= (isAnnounced ? 1 : 3), at.start >= limit || at.isBlank(text)
    else { return nil }
    range = line.content(text).lowerBound..<end
    bodyStart = at.start
  }

  /// "-----Original Message-----", "________________".
  private static func isRule(_ text: [UInt8], _ line: TextLine) -> Bool {
    let content = line.content(text)
    guard content.count >= 8, content.count <= 80 else { return false }
    let first = text[content.lowerBound]
    return (first == 0x2D || first == 0x5F)
      && content.prefix(4).allSatisfy { text[$0] == first }
      && content.suffix(2).allSatisfy { text[$0] == first }
  }

  private static func field(_ text: [UInt8], _ line: TextLine) -> (name: String, value: String)? {
    let content = line.content(text)
    guard content.count <= 1000,
      let colon = content.prefix(24).first(where: { text[$0] == 0x3A })
    else { return nil }
    let name = text.string(text.trimmed(content.lowerBound, colon)).lowercased()
    return (name.filter { $0 != "*" }, text.string(text.trimmed(colon + 1, content.upperBound)))
  }

  /// The name before an address.
  private static func person(_ value: String) -> String {
    let name = String(value.prefix { $0 != "<" && $0 != "[" }).trimmingSpaces()
      .filter { $0 != "\"" && $0 != "*" }
    return name.isEmpty ? value.filter { $0 != "<" && $0 != ">" } : name
  }
}
