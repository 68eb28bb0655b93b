import FonsText

/// What a Markdown file says of itself before its text: YAML between lines of `---`, or TOML between lines
/// of `+++`. Only its simple fields are read.
struct FrontMatter {
  /// Where the text begins.
  let end: Int
  /// Values by lower-case name.
  private let fields: [String: String]

  /// More lines are none of this.
  private static let mostLines = 500

  /// nil where the text begins with something else: such a line may be a rule.
  init?(_ text: [UInt8]) {
    let first = TextLine(text, at: 0, limit: text.count)
    let fence = text.string(first.content(text))
    guard fence == "---" || fence == "+++", first.start == first.content(text).lowerBound else {
      return nil
    }
    let separator: UInt8 = fence == "---" ? 0x3A : 0x3D
    var fields: [String: String] = [:]
    var at = first.next
    for _ in 0..<Self.mostLines where at < text.count {
      let line = TextLine(text, at: at, limit: min(text.count, at + 10_000))
      at = line.next
      let content = line.content(text)
      if content.isEmpty { continue }
      let whole = text.string(content)
      if whole == fence || fence == "---" && whole == "..." {
        guard !fields.isEmpty else { return nil }
        self.fields = fields
        end = at
        return
      }
      // What is indented, in a list or a comment goes on with a field or says nothing.
      let mark = text[content.lowerBound]
      if content.lowerBound > line.start || [0x2D, 0x23, 0x5B, 0x5D, 0x7D].contains(mark) {
        continue
      }
      guard let place = content.first(where: { text[$0] == separator }) else { return nil }
      let name = text.string(text.trimmed(content.lowerBound, place)).lowercased()
      guard !name.isEmpty, name.utf8.count <= 40, !name.contains(" ") else { return nil }
      if fields[name] == nil {
        fields[name] = Self.unquoted(text.string(text.trimmed(place + 1, content.upperBound)))
      }
    }
    return nil
  }

  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, let first = value.first, first == "\"" || first == "'",
      value.last == first
    else { return value }
    return String(value.dropFirst().dropLast())
  }

  private func field(_ names: [String]) -> String? {
    names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
  }

  var title: String? { field(["title"]) }
  var language: String? { field(["lang", "language"]) }
  var url: String? {
    field(["canonical", "canonical_url", "url"]).flatMap { $0.contains("://") ? $0 : nil }
  }
  var date: String? {
    field(["date", "published", "pubdate", "publishdate", "created"]).flatMap(WrittenDate.read)
  }
}
