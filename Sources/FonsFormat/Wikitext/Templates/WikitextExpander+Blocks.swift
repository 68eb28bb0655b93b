/// Templates that print blocks: quotations, lists, hatnotes, boxes.
extension WikitextExpander {
  mutating func applyBlock(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .quotation: quotation(call, isVerse: false, into: &out)
    case .verse: quotation(call, isVerse: true, into: &out)
    case .list(let bullet):
      for argument in call.positional {
        let item = expanded(argument.value)
        guard !item.isEmpty else { continue }
        out += "\n\(bullet) ".utf8
        out += item
      }
      out.append(0x0A)
    case .hatnote(let one, let several): hatnote(call, one, several, into: &out)
    case .infobox: infobox(call, into: &out)
    case .bio: out += biography(call)
    default: break
    }
  }

  // MARK: Quotations

  private mutating func quotation(
    _ call: WikitextCall, isVerse: Bool, into out: inout [UInt8]
  ) {
    var first = 1
    var body = named(
      call, "text", "quote", "quotetext", "Text", "testo", "texto", "texte", "citation", "content",
      "zitat", "cita", "tekst")
    let isNamed = body != nil
    if body == nil {
      body = value(call, 1)
      // `{{rquote|left|Words|Author}}`
      if let side = body, side.count < 8, call.positional.count > 1,
        ["left", "right", "center", "centre"].contains(String(decoding: side, as: UTF8.self))
      {
        first = 2
        body = value(call, 2)
      }
    }
    guard var text = body, !text.isEmpty else { return }
    if isVerse { text = Self.verse(text) }
    out += "\n<blockquote>\n".utf8
    out += text
    let offset = isNamed ? 0 : first
    let author =
      named(call, "author", "sign", "by", "cite", "Autor", "autore", "auteur", "autor")
      ?? value(call, offset + 1)
    let source =
      named(call, "source", "title", "Quelle", "fonte", "fuente", "ref")
      ?? value(call, offset + 2)
    let parts = [author, source].filter { !$0.isEmpty }
    if !parts.isEmpty {
      out += "\n\n— ".utf8
      out += parts.joined(separator: ", ".utf8)
    }
    out += "\n</blockquote>\n".utf8
  }

  // MARK: Hatnotes

  private mutating func hatnote(
    _ call: WikitextCall, _ one: String, _ several: String, into out: inout [UInt8]
  ) {
    var pages: [[UInt8]] = []
    for argument in call.positional.prefix(20) {
      let page = expanded(argument.value)
      let label = named(call, "l\(argument.position)", "label \(argument.position)") ?? page
      if !label.isEmpty { pages.append(label) }
    }
    guard let last = pages.popLast() else { return }
    out.append(0x0A)
    out += (pages.isEmpty ? one : several).utf8
    switch pages.count {
    case 0: out += last
    case 1: out += pages[0] + Array(" and ".utf8) + last
    default: out += Array(pages.joined(separator: ", ".utf8)) + Array(", and ".utf8) + last
    }
    out += "\n\n".utf8
  }

  // MARK: Boxes

  /// A box is a table of labels and values.
  private mutating func infobox(_ call: WikitextCall, into out: inout [UInt8]) {
    out += "\n{|\n".utf8
    for argument in call.arguments {
      let text = expanded(argument.value)
      guard argument.keyEnd > argument.keyStart, !text.isEmpty else { continue }
      let key = source[argument.keyStart..<argument.keyEnd]
      guard !TemplateBox.isHidden(key), !TemplateBox.isSetting(text) else { continue }
      out += "|-\n! ".utf8
      out += TemplateBox.label(key)
      out += "\n| | ".utf8
      if let first = text.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "{") {
        out.append(0x0A)
      }
      out += text
      out.append(0x0A)
    }
    out += "|}\n".utf8
  }

  // MARK: Biographies

  /// The first sentence of an Italian article: `Nome Cognome (Luogo, data – Luogo, data) è …`.
  private mutating func biography(_ call: WikitextCall) -> [UInt8] {
    var fields: [String: [UInt8]] = [:]
    for argument in call.arguments {
      let text = expanded(argument.value)
      if !text.isEmpty { fields[call.key(argument, source)] = text }
    }
    func field(_ name: String) -> String? {
      fields[name].map { String(decoding: $0, as: UTF8.self) }
    }
    func event(_ word: String) -> String {
      [
        field("Luogo\(word)"),
        [field("GiornoMese\(word)"), field("Anno\(word)")]
          .compactMap { $0 }.joined(separator: " "),
      ]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let isDead = fields["AnnoMorte"] != nil
    let isWoman = field("Sesso") == "F"
    var sentence =
      "\n"
      + [field("Titolo"), field("Nome"), field("Cognome")].compactMap { $0 }
      .joined(separator: " ")
    sentence += field("PostCognomeVirgola").map { ", \($0)" } ?? ""
    let dates = [event("Nascita"), event("Morte")].filter { !$0.isEmpty }
    if !dates.isEmpty { sentence += " (" + dates.joined(separator: " – ") + ")" }
    let work = [field("Attività"), field("Attività2"), field("Attività3")].compactMap { $0 }
    guard let first = work.first else { return Array((sentence + "\n").utf8) }
    sentence += isDead ? (isWoman ? " è stata " : " è stato ") : " è "
    let vowel = "aeiou".contains(first.first ?? "x")
    sentence += isWoman ? (vowel ? "un'" : "una ") : "un "
    sentence +=
      work.count > 1
      ? work.dropLast().joined(separator: ", ") + " e " + (work.last ?? "") : first
    sentence += field("Nazionalità").map { " \($0)" } ?? ""
    sentence += field("PostNazionalità").map { $0.hasPrefix(",") ? $0 : " \($0)" } ?? "."
    return Array((sentence + "\n").utf8)
  }
}
