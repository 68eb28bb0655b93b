/// Templates that make notes.
extension WikitextExpander {
  mutating func applyNote(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .note(let group): note(call, group: group, into: &out)
    case .noteReuse: reuse(call, into: &out)
    case .shortNote: shortNote(call, into: &out)
    case .shortCitation(let open, let close, let inBrackets):
      out += open.utf8
      out += shortCitation(call, yearInBrackets: inBrackets)
      out += close.utf8
    case .notePage:
      let page = value(call, 1, "page", "pages", "p", "pp", "at")
      if !page.isEmpty {
        out += ": ".utf8
        out += page
      }
    case .noteList(let group): noteList(call, group: group)
    default: break
    }
  }

  private mutating func note(
    _ call: WikitextCall, group: String, into out: inout [UInt8]
  ) {
    let outerURLs = urls
    urls = []
    defer { urls = outerURLs }
    let group = named(call, "group").map { String(decoding: $0, as: UTF8.self) } ?? group
    let name = named(call, "name").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let content = value(call, 1, "text", "content")
    appendNote(group: group, name: name, content: content, into: &out)
  }

  /// Uses or, in a list of definitions, only defines a note whose content is already expanded.
  mutating func appendNote(
    group: String, name: String, content: [UInt8], into out: inout [UInt8]
  ) {
    guard !isDefining else {
      let entry = notes.entry(group: group, name: name)
      if !content.isEmpty { define(entry, expanded: content) }
      return
    }
    guard !content.isEmpty || !name.isEmpty else { return }
    let use = notes.use(group: group, name: name)
    WikitextBytes.appendNote(use, to: &out)
    if !content.isEmpty { define(notes.entry(ofUse: use), expanded: content) }
  }

  private mutating func reuse(_ call: WikitextCall, into out: inout [UInt8]) {
    let group =
      named(call, "group", "grp", "g").map { String(decoding: $0, as: UTF8.self) }
      ?? defaultGroup
    for argument in call.positional {
      let name = expanded(argument.value)
      guard !name.isEmpty else { continue }
      let use = notes.use(group: group, name: String(decoding: name, as: UTF8.self))
      WikitextBytes.appendNote(use, to: &out)
    }
    if let page = named(call, "p", "page", "pp", "pages") {
      out += ": ".utf8
      out += page
    }
  }

  private mutating func shortNote(_ call: WikitextCall, into out: inout [UInt8]) {
    var content = shortCitation(call, yearInBrackets: false)
    guard !content.isEmpty else { return }
    if content.last != UInt8(ascii: ".") { content.append(UInt8(ascii: ".")) }
    // Short notes that say the same are one note.
    let name = "FOOTNOTE" + String(decoding: content, as: UTF8.self)
    appendNote(group: defaultGroup, name: name, content: content, into: &out)
  }

  /// `Smith & Jones 2001, p. 4`
  private mutating func shortCitation(_ call: WikitextCall, yearInBrackets: Bool) -> [UInt8] {
    var words = call.positional.map { expanded($0.value) }.filter { !$0.isEmpty }
    var year: [UInt8] = []
    if let last = words.last, let first = last.first,
      WikitextBytes.isDigit(first) || last.starts(with: "n.d".utf8) || last.starts(with: "c.".utf8)
    {
      year = last
      words.removeLast()
    }
    var out = Self.authorList(words)
    var place: [UInt8] = []
    if let page = named(call, "p", "page") { place += Array("p. ".utf8) + page }
    if let pages = named(call, "pp", "pages") {
      place += Array((place.isEmpty ? "pp. " : ", pp. ").utf8) + pages
    }
    if let location = named(call, "loc", "at") {
      place += Array((place.isEmpty ? "" : ", ").utf8) + location
    }
    if !year.isEmpty {
      if !out.isEmpty { out.append(0x20) }
      out += yearInBrackets ? Array("(".utf8) + year : year
    }
    if !place.isEmpty { out += Array(", ".utf8) + place }
    if yearInBrackets, !year.isEmpty { out.append(UInt8(ascii: ")")) }
    return out
  }

  private static func authorList(_ names: [[UInt8]]) -> [UInt8] {
    switch names.count {
    case 0: return []
    case 1: return names[0]
    case 2, 3:
      return Array(names.dropLast().joined(separator: ", ".utf8)) + Array(" & ".utf8)
        + (names.last ?? [])
    default: return names[0] + Array(" et al.".utf8)
    }
  }

  private mutating func noteList(_ call: WikitextCall, group: String) {
    let group = named(call, "group").map { String(decoding: $0, as: UTF8.self) } ?? group
    if let list = call.value("refs", source) ?? call.value("notes", source) {
      define(group: group, list.start, list.end, node: list.node)
    }
    endList(group: group)
  }
}
