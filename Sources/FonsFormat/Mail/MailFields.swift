/// The header fields of a message as a reader sees them.
package struct MailFields: Sendable {
  package let subject: String?
  package let sender: String?
  /// Without its angle brackets.
  package let identifier: String?
  /// ISO 8601, in UTC.
  package let time: String?

  package init(_ bytes: [UInt8]) {
    let header = MailHeader(bytes, from: 0, to: bytes.count)
    subject = header.fields["subject"].map(Self.decoded)
    sender = header.fields["from"].map(Self.decoded)
    identifier = header.fields["message-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
    time = header.fields["date"].flatMap(MailDate.iso)
  }

  /// Undoes `=?utf-8?Q?caf=C3=A9?=`.
  static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var wasWord = false
    while let open = rest.firstRange(of: "=?") {
      let parts = rest[open.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="),
        let word = word(charset: parts[0], encoding: parts[1], text: parts[2])
      else {
        result += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        wasWord = false
        continue
      }
      // White space between two encoded words is none.
      let between = rest[..<open.lowerBound]
      if !(wasWord && between.allSatisfy(\.isWhitespace)) { result += between }
      result += word
      rest = parts[3].dropFirst()
      wasWord = true
    }
    return result + rest
  }

  private static func word(charset: Substring, encoding: Substring, text: Substring) -> String? {
    let name = charset.prefix { $0 != "*" }
    let bytes: [UInt8]
    switch encoding.lowercased() {
    case "q":
      let plain = Array(text.utf8).map { $0 == 0x5F ? 0x20 : $0 }
      bytes = TransferDecoding.decode(plain, 0..<plain.count, encoding: "quoted-printable").bytes
    case "b":
      let plain = Array(text.utf8)
      bytes = TransferDecoding.decode(plain, 0..<plain.count, encoding: "base64").bytes
    default: return nil
    }
    return String(decoding: TextDecoding.decode(bytes, declared: String(name)).text, as: UTF8.self)
  }
}
