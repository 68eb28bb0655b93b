import FonsText

extension LaTeXWalk {
  /// Reads the command at a backslash.
  mutating func command() {
    let start = at
    var index = at + 1
    guard index < end else {
      at = end
      return
    }
    guard ASCII.isLetter(text[index]) else { return sign(text[index]) }
    while index < end, ASCII.isLetter(text[index]) || text[index] == 0x40 { index += 1 }
    let name = text.string(start + 1, index)
    if index < end, text[index] == 0x2A { index += 1 }
    switch name {
    case "begin": return begin(index)
    case "end": return close(index)
    case "verb", "lstinline": return verbatim(index)
    case "item": return item(index)
    case "footnote", "footnotetext", "endnote": return footnote(at: index)
    case "href": return link(index)
    case "url", "nolinkurl", "path": return address(index)
    case "epigraph", "dictum": return epigraph(index)
    case "raggedleft": isRagged = true
    default: break
    }
    if let quotation = LaTeXCommands.quotation(name) { return quote(index, quotation) }
    if let citation = LaTeXCommands.citation(name) {
      return cite(start, index, namesAuthor: citation.namesAuthor)
    }
    if LaTeXCommands.heading(name) != nil, let opening = brace(skippingOptions(index)) {
      builder.end()
      kind = .heading
      at = opening
      return push(.heading, start: at)
    }
    word(name, start, index)
  }

  /// Emphasis, symbols, accents; of the rest, the arguments are read as text or passed over.
  private mutating func word(_ name: String, _ start: Int, _ index: Int) {
    if let kind = Self.span(name), let opening = brace(index) {
      openBlock()
      at = opening
      return push(.span(kind, value: nil), start: at)
    }
    if let accent = LaTeXCommands.accent(name), name.count == 1 {
      return self.accent(accent, index)
    }
    if let symbol = LaTeXCommands.symbols[name] {
      if symbol == "\n\n" {
        builder.end()
        at = index
        return
      }
      // The space behind a command is its end, and `{}` prints nothing.
      var after = index
      if after < end, text[after] == 0x20 { after += 1 }
      if text.has("{}", at: index) { after = index + 2 }
      return put(symbol, after - start)
    }
    at = index
    if LaTeXCommands.silent.contains(name) {
      while let option = option(at: at) { at = option.upperBound + 1 }
      while let argument = inner(at) { at = argument.upperBound + 1 }
    } else if let option = option(at: at) {
      at = option.upperBound + 1
    } else {
      while at < end, text[at] == 0x20 { at += 1 }
    }
  }

  private static func span(_ name: String) -> StructuredText.Span.Kind? {
    switch name {
    case "emph", "textit", "textsl", "textbf", "underline", "textsc": .emphasis
    case "texttt", "code": .code
    default: nil
    }
  }

  /// Braces directly at an offset.
  private mutating func inner(_ index: Int) -> Range<Int>? {
    index < end && text[index] == 0x7B ? argument(at: index) : nil
  }

  /// Behind the opening brace, behind white space.
  func brace(_ start: Int) -> Int? {
    var index = start
    while index < end, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
    return index < end && text[index] == 0x7B ? index + 1 : nil
  }

  mutating func skippingOptions(_ start: Int) -> Int {
    var index = start
    while let option = option(at: index) { index = option.upperBound + 1 }
    return index
  }

  /// `\\`, `\&`, `\"o`.
  private mutating func sign(_ byte: UInt8) {
    switch byte {
    case 0x5C:
      if builder.isOpen, !builder.isEmptyBlock {
        builder.put(0x0A, original: ByteRange(at, at + 2))
      }
      at += 2
      if let option = option(at: at) { at = option.upperBound + 1 }
    case 0x2C, 0x3B, 0x3A, 0x20, 0x0A: space(2)
    case 0x21, 0x2F, 0x2D, 0x28, 0x29, 0x5B, 0x5D: at += 2
    case 0x27, 0x60, 0x5E, 0x22, 0x7E, 0x3D, 0x2E:
      guard let accent = LaTeXCommands.accent(String(UnicodeScalar(byte))) else {
        at += 2
        return
      }
      self.accent(accent, at + 2)
    default: put(String(UnicodeScalar(byte)), 2)
    }
  }

  /// A letter with an accent: `\"o`, `\"{o}`, `\c{c}`, `\'\i`.
  private mutating func accent(_ mark: Unicode.Scalar, _ start: Int) {
    var index = start
    while index < end, text[index] == 0x20 { index += 1 }
    var after = index
    if index < end, text[index] == 0x7B {
      index += 1
      after = (inner(index - 1)?.upperBound ?? index) + 1
    } else {
      after = index + 1
    }
    if index < end, text[index] == 0x5C { index += 1 }
    guard index < end, ASCII.isLetter(text[index]) else {
      at = min(end, after)
      return
    }
    after = max(after, index + 1)
    put(String(UnicodeScalar(text[index])) + String(Character(mark)), min(after, end) - at)
  }

  // MARK: Environments

  private mutating func begin(_ index: Int) {
    guard let name = argument(at: index) else {
      at = index
      return
    }
    at = name.upperBound + 1
    switch LaTeXCommands.environment(text.string(name)) {
    case .skipped:
      let close = Array("\\end{\(text.string(name))}".utf8)
      builder.end()
      at = text[at..<end].firstRange(of: close)?.upperBound ?? end
    case .quotation(let arguments):
      builder.end()
      var citations: [Range<Int>] = []
      for _ in 0..<arguments {
        if let argument = inner(at) { at = argument.upperBound + 1 }
      }
      while let option = option(at: at) {
        citations.append(option)
        at = option.upperBound + 1
      }
      if pending.count < Self.depthLimit {
        if quoteDepth == 0 { quotes += 1 }
        quoteDepth += 1
        pending.append(citations)
      }
    case .other:
      builder.end()
      if text.string(name) == "flushright" { flushRights += 1 }
      if let option = option(at: at) { at = option.upperBound + 1 }
      if text.string(name) == "tabular" || text.string(name) == "longtable",
        let columns = inner(at)
      {
        at = columns.upperBound + 1
      }
    }
  }

  private mutating func close(_ index: Int) {
    guard let name = argument(at: index) else {
      at = index
      return
    }
    at = name.upperBound + 1
    builder.end()
    if case .quotation = LaTeXCommands.environment(text.string(name)),
      let citations = pending.popLast()
    {
      quoteDepth -= 1
      for citation in citations { write(citations: citation) }
      builder.end()
    }
    if text.string(name) == "document" { at = end }
    isRagged = false
    if text.string(name) == "flushright" { flushRights = max(0, flushRights - 1) }
    if kind == .listItem { kind = .paragraph }
  }

  private mutating func item(_ index: Int) {
    builder.end()
    kind = .listItem
    at = index
    openBlock()
    kind = .paragraph
    if let option = option(at: at) { at = option.lowerBound }
  }

  private mutating func verbatim(_ index: Int) {
    guard index < end else {
      at = end
      return
    }
    let mark = text[index] == 0x7B ? 0x7D : text[index]
    let start = index + 1
    var close = start
    while close < end, text[close] != mark, text[close] != 0x0A { close += 1 }
    openBlock()
    let from = builder.count
    builder.copy(text, start..<max(start, close))
    builder.add(.init(kind: .code, range: ByteRange(from, builder.count)))
    at = min(end, close + 1)
  }

  // MARK: Quotations, links and notes

  /// `\enquote{…}`, `\textquote[\cite{…}][.]{…}`, `\textcquote[12]{key}{…}`.
  private mutating func quote(_ index: Int, _ form: (before: Int, isCited: Bool)) {
    var citations: [Range<Int>] = []
    at = index
    for place in 0..<form.before {
      while let option = option(at: at) { at = option.upperBound + 1 }
      guard let argument = inner(at) else { break }
      if form.isCited, place == form.before - 1 { citations.append(argument) }
      at = argument.upperBound + 1
    }
    while let option = option(at: at) {
      citations.append(option)
      at = option.upperBound + 1
    }
    guard let opening = brace(at) else { return }
    openBlock()
    at = opening
    push(.span(.quote, value: nil), start: at, citations: citations)
  }

  private mutating func link(_ index: Int) {
    guard let target = argument(at: index), let opening = brace(target.upperBound + 1) else {
      at = index
      return
    }
    openBlock()
    at = opening
    push(.span(.link, value: text.string(target)), start: at)
  }

  private mutating func address(_ index: Int) {
    guard let target = argument(at: index) else {
      at = index
      return
    }
    openBlock()
    let start = builder.count
    builder.copy(text, target)
    builder.add(
      .init(kind: .link, range: ByteRange(start, builder.count), value: text.string(target)))
    at = target.upperBound + 1
  }

  /// The citation at `start`: a marker in brackets, with the author's name before it where the
  /// command puts it into the sentence.
  private mutating func cite(_ start: Int, _ index: Int, namesAuthor: Bool) {
    var after = skippingOptions(index)
    guard let keys = argument(at: after) else {
      at = index
      return
    }
    after = keys.upperBound + 1
    openBlock()
    let original = ByteRange(start, after)
    if namesAuthor, let author = authors(of: keys) {
      builder.put(Array(author.utf8), original: original)
      builder.put(0x20, original: ByteRange(after, after))
    }
    mark(keys, original)
    at = after
  }

  /// The surnames of the first work's authors.
  private func authors(of keys: Range<Int>) -> String? {
    let first = text.string(keys).split(separator: ",").first.map { String($0).trimmingSpaces() }
    return first.flatMap { works[$0]?.author }
  }

  /// Writes the citations in an option of csquotes: `\cite[17]{key}`, or the key itself.
  mutating func write(citations range: Range<Int>) {
    var index = range.lowerBound
    var found = false
    while index < range.upperBound {
      if text[index] == 0x5C {
        var name = index + 1
        while name < range.upperBound, ASCII.isLetter(text[name]) { name += 1 }
        if LaTeXCommands.citation(text.string(index + 1, name)) != nil,
          let keys = argument(at: skippingOptions(name)), keys.upperBound <= range.upperBound
        {
          openBlock()
          builder.space(original: ByteRange(index, index))
          mark(keys, ByteRange(index, keys.upperBound + 1))
          found = true
          index = keys.upperBound
        }
      }
      index += 1
    }
    let key = text.string(range).trimmingSpaces()
    if !found, works[key] != nil || isKey(key) {
      openBlock()
      builder.space(original: ByteRange(range.lowerBound, range.lowerBound))
      mark(range, ByteRange(range))
    }
  }

  /// Whether an option is the key of a work that the document lists itself: "roe1901".
  private func isKey(_ option: String) -> Bool {
    option.utf8.count >= 5 && option.first?.isLetter == true && option.last?.isNumber == true
      && option.allSatisfy { $0.isLetter || $0.isNumber || ":_-".contains($0) }
  }

  /// A marker for each key of a citation.
  private mutating func mark(_ keys: Range<Int>, _ original: ByteRange) {
    for key in text.string(keys).split(separator: ",").prefix(32) {
      let key = String(key).trimmingSpaces()
      guard !key.isEmpty else { continue }
      let start = builder.count
      builder.put(Array("[\(key)]".utf8), original: original)
      let range = ByteRange(start, builder.count)
      builder.add(.init(kind: .noteReference, range: range, value: key))
      let work = works[key]
      var note = Note(
        marker: key, range: range, text: work?.text ?? "", urls: work?.url.map { [$0] } ?? [])
      note.title = work?.title
      note.author = work?.author
      notes.append(note)
    }
  }

  private mutating func footnote(at index: Int) {
    guard let body = argument(at: skippingOptions(index)),
      footnotes.count < Self.footnoteLimit
    else {
      at = index
      return
    }
    openBlock()
    let start = builder.count
    let number = footnotes.count + 1
    builder.put(Array("[\(number)]".utf8), original: ByteRange(at, body.upperBound + 1))
    let range = ByteRange(start, builder.count)
    builder.add(.init(kind: .noteReference, range: range, value: String(number)))
    footnotes.append((body, range, number))
    at = body.upperBound + 1
  }

  /// Reads a footnote as a block behind the text.
  mutating func footnote(_ footnote: (body: Range<Int>, marker: ByteRange, number: Int)) {
    builder.end()
    kind = .furniture
    groups = []
    let cited = notes.count
    let outer = end
    at = footnote.body.lowerBound
    end = footnote.body.upperBound
    openBlock()
    let start = builder.count
    while at < end { step() }
    let text = builder.text.string(builder.text.trimmed(start, builder.count))
    builder.end()
    end = outer
    var note = Note(marker: String(footnote.number), range: footnote.marker, text: text)
    // What the footnote cites is what it stands for.
    for inner in notes[cited...] {
      note.title = note.title ?? inner.title
      note.author = note.author ?? inner.author
      note.urls += inner.urls
    }
    notes.append(note)
  }
}
