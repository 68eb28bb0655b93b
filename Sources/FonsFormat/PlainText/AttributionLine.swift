/// "On Monday, Jane Doe wrote:", "Jane Doe schrieb am 3. Mai:", "Le 3 mai, Jane Doe a écrit :".
struct AttributionLine {
  var speaker: String

  /// Verbs of such lines; where `after` is true the name may follow the verb.
  private static let verbs: [(text: String, after: Bool)] = [
    (" wrote", false), (" writes", false), (" said", false), (" a écrit", false),
    (" a ecrit", false), (" ha scritto", false), (" escribió", false), (" escribio", false),
    (" escreveu", false), (" schrieb", true), (" schreef", true), (" skrev", true),
    (" kirjoitti", false), (" napisał", false), (" napsal", false), (" pisze", false),
    (" пишет", false), (" написал", false), (" wrote the following", false), (" 写道", false),
    ("写道", false), ("さんは書きました", false), (" さんは", false), (" yazdı", false),
  ]

  /// nil where the line is none.
  init?(_ text: [UInt8], _ content: Range<Int>) {
    guard content.count >= 6, content.count <= 400 else { return nil }
    self.init(line: text.string(content))
  }

  /// One that is broken over two lines.
  init?(_ text: [UInt8], _ first: Range<Int>, _ second: Range<Int>) {
    guard first.count + second.count <= 400 else { return nil }
    self.init(line: text.string(first) + " " + text.string(second))
  }

  private init?(line: String) {
    var line = line
    guard let colon = line.last, colon == ":" || colon == "：" || colon == "\u{2026}" else {
      return nil
    }
    line.removeLast()
    while let last = line.last, last.isWhitespace { line.removeLast() }
    for verb in Self.verbs {
      guard let found = line.range(of: verb.text) else { continue }
      let before = String(line[..<found.lowerBound])
      let after = String(line[found.upperBound...].drop { $0.isLetter })
        .trimmingSpaces()
      let isSuffixed = !line[found.upperBound...].isEmpty && after.isEmpty
      if verb.after, !after.isEmpty, !Self.isDate(after) {
        speaker = Self.name(after)
      } else if after.isEmpty || isSuffixed || verb.after || Self.isDate(after) {
        speaker = Self.name(before)
      } else {
        continue
      }
      if speaker.isEmpty || speaker.split(separator: " ").count > 6 { continue }
      return
    }
    return nil
  }

  private static func isDate(_ text: String) -> Bool {
    let starts = ["am ", "on ", "at ", "op ", "den ", "in ", "le ", "("]
    return starts.contains { text.hasPrefix($0) } || text.contains { $0.isNumber }
  }

  /// The name in "Mon, 3 May 2021 at 10:00, Jane Doe <jane@example.org>".
  private static func name(_ text: String) -> String {
    var text = text
    var address = ""
    if let open = text.firstIndex(of: "<") {
      let close = text[open...].firstIndex(of: ">") ?? text.endIndex
      address = String(text[text.index(after: open)..<close])
      // "In <id@host> Jane Doe wrote:"
      let before = String(text[..<open])
      let isName = before.split(separator: " ").contains { $0.count > 2 }
      text = isName || close == text.endIndex ? before : String(text[text.index(after: close)...])
    } else if let open = text.range(of: " [mailto:") ?? text.range(of: " (") {
      text = String(text[..<open.lowerBound])
    }
    text = text.trimmingSpaces()
    if text.hasSuffix(",") { text.removeLast() }
    if let comma = text.lastIndex(of: ",") { text = String(text[text.index(after: comma)...]) }
    var words = text.split(separator: " ")
    if let digit = words.lastIndex(where: { word in word.contains { $0.isNumber } }) {
      words.removeSubrange(...digit)
    }
    let noise: Set<Substring> = [
      "On", "Am", "Le", "Il", "El", "Op", "Den", "at", "um", "Uhr", "AM",
      "PM", "GMT", "UTC",
    ]
    while let first = words.first, noise.contains(first) { words.removeFirst() }
    // "Jane Roe via the list"
    if let via = words.lastIndex(of: "via"), via > 0 { words.removeSubrange(via...) }
    let name = words.joined(separator: " ").filter { $0 != "\"" && $0 != "*" }
    return name.isEmpty ? address : name
  }
}

extension String {
  func trimmingSpaces() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Where `needle` first stands, by scalars.
  func range(of needle: String) -> Range<String.Index>? { firstRange(of: needle) }
}
