/// HTML in wikitext: what a tag does to the text.
extension WikitextLayout {
  private enum Effect {
    /// Prints nothing.
    case nothing
    case lineBreak, block, quotation, listItem, cell, row, table, code, caption, quoteMarks
    case superscript
    case heading(Int)
  }

  private static let effects: WikitextTable<Effect> = {
    var table: [String: Effect] = [
      "br": .lineBreak, "blockquote": .quotation, "li": .listItem, "dd": .listItem,
      "dt": .listItem, "td": .cell, "th": .cell, "tr": .row, "table": .table, "pre": .code,
      "caption": .caption, "figcaption": .caption, "q": .quoteMarks, "sup": .superscript,
    ]
    for name in ["div", "p", "center", "ul", "ol", "dl", "hr", "section", "article", "gallery"] {
      table[name] = .block
    }
    for level in 1...6 { table["h\(level)"] = .heading(level) }
    for name in [
      "span", "small", "big", "b", "i", "u", "s", "em", "strong", "sub", "code", "tt", "font",
      "abbr", "bdi", "bdo", "cite", "del", "ins", "dfn", "kbd", "samp", "var", "mark", "strike",
      "ruby", "rb", "rt", "rp", "rtc", "tbody", "thead", "tfoot", "colgroup", "col", "time", "data",
      "wbr", "a", "img", "meta", "link", "noinclude", "onlyinclude", "includeonly", "nowiki", "ref",
      "references", "math", "poem", "translate", "tvar", "languages", "nobr", "blink", "tr",
      "style",
      "section", "templatestyles", "charinsert", "lang", "label", "main", "ce", "chem", "hiero",
    ] where table[name] == nil {
      table[name] = .nothing
    }
    return WikitextTable(table.map { ($0.key, $0.value) })
  }()

  /// Handles the tag at `at`, or prints its `<`; returns where to go on.
  mutating func tag(_ at: Int, _ to: Int) -> Int {
    var nameStart = at + 1
    let closes = nameStart < to && input[nameStart] == UInt8(ascii: "/")
    if closes { nameStart += 1 }
    var nameEnd = nameStart
    while nameEnd < to, nameEnd - nameStart < 16,
      WikitextBytes.isLetter(input[nameEnd]) || WikitextBytes.isDigit(input[nameEnd])
    { nameEnd += 1 }
    var end = nameEnd
    while end < to, input[end] != UInt8(ascii: ">"), input[end] != UInt8(ascii: "<") { end += 1 }
    guard nameEnd > nameStart, end < to, input[end] == UInt8(ascii: ">"),
      let effect = Self.effects.find(input, nameStart, nameEnd)
    else {
      emit(UInt8(ascii: "<"))
      return at + 1
    }
    return apply(effect, closes: closes, end: end + 1, to: to)
  }

  private mutating func apply(_ effect: Effect, closes: Bool, end: Int, to: Int) -> Int {
    switch effect {
    case .nothing: break
    case .lineBreak: lineBreak()
    case .block: breakBlock()
    case .quotation: if closes { closeQuote() } else { openQuote() }
    case .listItem: if closes { breakBlock() } else { begin(.listItem, join: .line) }
    case .cell: if closes { close() } else { beginCell() }
    case .row:
      close()
      rowHasOutput = false
    case .table:
      breakBlock()
      rowHasOutput = false
    case .code: if closes { breakBlock() } else { begin(.code, join: .paragraph) }
    case .caption: if closes { breakBlock() } else { begin(.caption, join: .paragraph) }
    case .quoteMarks: emit(UInt8(ascii: "\""))
    case .heading(let level):
      if closes { breakBlock() } else { begin(.heading, level: level, join: .paragraph) }
    case .superscript: if !closes { return superscript(end, to) }
    }
    return end
  }

  /// Ends a block; the cell or paragraph around goes on as a new one.
  private mutating func breakBlock() {
    let inTable = tableDepth > 0
    // An empty wrapper right at the start of a cell must not cost the cell its place in the row.
    guard isOpen || !captions.isEmpty || kind != .cell else { return }
    begin(inTable ? .cell : .paragraph, join: inTable ? .line : .paragraph)
  }

  /// `10<sup>9</sup>` keeps apart from 109 by superscript characters; `19<sup>th</sup>` is plain.
  private mutating func superscript(_ start: Int, _ to: Int) -> Int {
    let limit = min(to, start + 40)
    guard let close = input[start..<limit].firstIndex(of: UInt8(ascii: "<")),
      WikitextBytes.matches(input, at: close, "</sup>"),
      let characters = WikitextMath.superscript(input[start..<close])
    else { return start }
    emit(characters)
    return close + 6
  }
}
