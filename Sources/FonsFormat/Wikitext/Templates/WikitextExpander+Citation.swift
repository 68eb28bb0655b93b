/// Citation templates, printed as the English Wikipedia prints them.
extension WikitextExpander {
  private typealias Field = TemplateCitation.Field

  private struct Parts {
    var values: [Field: [UInt8]] = [:]
    var people: [Int: (last: [UInt8], first: [UInt8])] = [:]
    var editors: [Int: (last: [UInt8], first: [UInt8])] = [:]

    subscript(field: Field) -> [UInt8]? { values[field] }
  }

  mutating func citation(
    _ call: WikitextCall, _ kind: TemplateCitation.Kind, _ name: [UInt8]
  ) -> [UInt8] {
    let parts = citationParts(call)
    var pieces: [[UInt8]] = []
    let date = parts[.date] ?? parts[.year]
    let authors = Self.people(parts.people)
    let editors = Self.people(parts.editors)
    let suffix = Array((parts.editors.count > 1 ? " (eds.)" : " (ed.)").utf8)
    let byline =
      authors.isEmpty && parts[.chapter] == nil && !editors.isEmpty
      ? editors + suffix : authors
    let dated = date.map { Array(" (".utf8) + $0 + Array(")".utf8) } ?? []
    if !byline.isEmpty { pieces.append(byline + dated) }
    pieces += Self.titles(parts, kind, name)
    if !editors.isEmpty, byline == authors, !authors.isEmpty { pieces.append(editors + suffix) }
    let isPeriodical = kind == .periodical || (parts[.work] != nil && parts[.volume] != nil)
    pieces += Self.container(parts, isPeriodical: isPeriodical)
    if byline.isEmpty, let date { pieces.append(date) }
    if !isPeriodical, let pages = Self.pages(parts) { pieces.append(pages) }
    pieces += Self.identifiers(parts)
    let accessed = parts[.accessDate].map { Array("Retrieved ".utf8) + $0 }
    if let archive = parts[.archiveURL] {
      noteAddress(archive)
      let when = parts[.archiveDate].map { Array(" on ".utf8) + $0 } ?? []
      pieces.append(Array("Archived from the original".utf8) + when)
    }
    if let url = parts[.url] { noteAddress(url) }
    if let accessed { pieces.append(accessed) }
    if let quote = parts[.quote] { pieces.append(Self.quoted(quote)) }
    if pieces.isEmpty { pieces = call.positional.prefix(1).map { expanded($0.value) } }
    return Self.sentences(pieces)
  }

  private mutating func citationParts(_ call: WikitextCall) -> Parts {
    var parts = Parts()
    for argument in call.arguments where argument.keyEnd > argument.keyStart {
      let text = expanded(argument.value)
      guard !text.isEmpty,
        let (field, number) = TemplateCitation.field(source, argument.keyStart, argument.keyEnd)
      else { continue }
      switch field {
      case .last: parts.people[number, default: ([], [])].last = text
      case .first: parts.people[number, default: ([], [])].first = text
      case .author:
        if parts.people[number]?.last.isEmpty ?? true {
          parts.people[number, default: ([], [])].last = text
        } else {
          parts.people[number + 500] = (text, [])
        }
      case .editorLast: parts.editors[number, default: ([], [])].last = text
      case .editorFirst: parts.editors[number, default: ([], [])].first = text
      case .editor: parts.editors[number, default: ([], [])].last = text
      default: if parts.values[field] == nil { parts.values[field] = text }
      }
    }
    return parts
  }

  private mutating func noteAddress(_ bytes: [UInt8]) {
    let url = String(decoding: bytes, as: UTF8.self)
    if url.utf8.contains(UInt8(ascii: ":")) || url.utf8.starts(with: "//".utf8), !urls.contains(url)
    {
      urls.append(url)
    }
  }

  // MARK: Parts

  private static func people(_ list: [Int: (last: [UInt8], first: [UInt8])]) -> [UInt8] {
    let names = list.sorted { $0.key < $1.key }.map { _, name in
      name.last.isEmpty
        ? name.first
        : name.first.isEmpty ? name.last : name.last + Array(", ".utf8) + name.first
    }
    return Array(names.joined(separator: "; ".utf8))
  }

  private static func quoted(_ text: [UInt8]) -> [UInt8] {
    Array("\"".utf8) + text + Array("\"".utf8)
  }

  private static func titles(
    _ parts: Parts, _ kind: TemplateCitation.Kind, _ name: [UInt8]
  ) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    if let chapter = parts[.chapter] { pieces.append(quoted(chapter)) }
    if var title = parts[.title] {
      let isPart =
        parts[.work] != nil || kind == .periodical || name.suffix(3).elementsEqual("web".utf8)
      if isPart, parts[.chapter] == nil { title = quoted(title) }
      if let translation = parts[.translatedTitle] {
        title += Array(" &#91;".utf8) + translation + Array("&#93;".utf8)
      }
      if let edition = parts[.edition] {
        let word = Array(edition.suffix(4)).elementsEqual(" ed.".utf8) ? "" : " ed."
        title += Array(" (".utf8) + edition + Array("\(word))".utf8)
      }
      if let format = parts[.format] ?? parts[.type] {
        title += Array(" (".utf8) + format + Array(")".utf8)
      }
      pieces.append(title)
    }
    if let others = parts[.others] { pieces.append(others) }
    return pieces
  }

  private static func container(_ parts: Parts, isPeriodical: Bool) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    if let work = parts[.work] { pieces.append(work) }
    if let series = parts[.series] { pieces.append(series) }
    if isPeriodical {
      var place = parts[.volume] ?? []
      if let issue = parts[.issue] {
        place += Array((place.isEmpty ? "(" : " (").utf8) + issue + Array(")".utf8)
      }
      if let pages = parts[.pages] ?? parts[.page] ?? parts[.at] {
        place += Array((place.isEmpty ? "p. " : ": ").utf8) + pages
      }
      if !place.isEmpty { pieces.append(place) }
    } else if let volume = parts[.volume] {
      pieces.append(volume.count < 5 ? Array("Vol. ".utf8) + volume : volume)
    }
    switch (parts[.place], parts[.publisher]) {
    case (let place?, let publisher?): pieces.append(place + Array(": ".utf8) + publisher)
    case (let one?, nil), (nil, let one?): pieces.append(one)
    case (nil, nil): break
    }
    if let agency = parts[.agency] { pieces.append(agency) }
    return pieces
  }

  private static func pages(_ parts: Parts) -> [UInt8]? {
    if let page = parts[.page] { return Array("p. ".utf8) + page }
    if let pages = parts[.pages] {
      let isOne = pages.allSatisfy(WikitextBytes.isDigit)
      return Array((isOne ? "p. " : "pp. ").utf8) + pages
    }
    return parts[.at]
  }

  private static func identifiers(_ parts: Parts) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    let kinds: [(Field, String)] = [
      (.doi, "doi:"), (.isbn, "ISBN "), (.issn, "ISSN "), (.oclc, "OCLC "), (.pmid, "PMID "),
      (.id, ""), (.via, "– via "),
    ]
    for (field, label) in kinds {
      if let value = parts[field] { pieces.append(Array(label.utf8) + value) }
    }
    return pieces
  }

  private static func sentences(_ pieces: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    for piece in pieces where !piece.isEmpty {
      if !out.isEmpty { out.append(0x20) }
      out += piece
      var end = piece.count - 1
      while end > 0, piece[end] == UInt8(ascii: "\"") || piece[end] == UInt8(ascii: "'") {
        end -= 1
      }
      // After `Jr.` or a question mark no full stop is added.
      let stops = piece[end] == UInt8(ascii: ".") && end == piece.count - 1
      if !stops { out.append(UInt8(ascii: ".")) }
    }
    return out
  }
}
