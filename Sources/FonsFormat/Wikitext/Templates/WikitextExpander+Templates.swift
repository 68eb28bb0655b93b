/// Which template prints what: the rules, applied.
extension WikitextExpander {
  /// Appends what the template node number `index` prints.
  mutating func template(_ index: Int, into out: inout [UInt8]) {
    var call = WikitextCall(node: index, source: source, nodes: nodes)
    let name = templateName(&call)
    guard let rule = TemplateTable.rule(for: name) else {
      return unknown(call, into: &out)
    }
    apply(rule, call, name, into: &out)
  }

  /// The name in lower case; the argument of a function (`lc:TEXT`) becomes the first one.
  private mutating func templateName(_ call: inout WikitextCall) -> [UInt8] {
    var bytes = expanded(call.name)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let before = Self.folded(bytes[..<colon])
      if TemplateTable.isPrefix(before) {
        bytes = WikitextBytes.trimmed(Array(bytes[(colon + 1)...]))
      } else if let place = source[call.name.start..<call.name.end].firstIndex(
        of: UInt8(ascii: ":"))
      {
        let value = WikitextCall.Value(
          start: place + 1, end: call.name.end, node: call.name.node)
        for index in call.arguments.indices where call.arguments[index].position > 0 {
          call.arguments[index].position += 1
        }
        call.arguments.insert(
          WikitextCall.Argument(
            keyStart: place, keyEnd: place, position: 1, value: value, wholeStart: place + 1,
            wholeNode: call.name.node), at: 0)
        return before
      }
    }
    return Self.folded(bytes[...])
  }

  private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(bytes.count)
    var isASCII = true
    for byte in bytes.prefix(200) {
      if byte >= 0x80 { isASCII = false }
      name.append(byte == UInt8(ascii: "_") ? 0x20 : WikitextBytes.lowered(byte))
    }
    name = WikitextBytes.trimmed(name)
    return isASCII ? name : Array(String(decoding: name, as: UTF8.self).lowercased().utf8)
  }

  private mutating func apply(
    _ rule: TemplateRule, _ call: WikitextCall, _ name: [UInt8], into out: inout [UInt8]
  ) {
    switch rule {
    case .drop: countNotes(call)
    case .text(let words): out += words.utf8
    case .itself: out += expanded(call.name)
    case .argument(let number, let named): out += value(call, number, named)
    case .last: out += call.positional.last.map { expanded($0.value) } ?? []
    case .joined(let between): joined(call, between, into: &out)
    case .wrapped(let open, let close):
      out += open.utf8
      out += value(call, 1, "text")
      out += close.utf8
    case .mark(let words): mark(words, call, into: &out)
    case .note, .noteReuse, .shortNote, .shortCitation, .notePage, .noteList:
      applyNote(rule, call, into: &out)
    case .citation(let kind): out += citation(call, kind, name)
    case .convert: out += conversion(call, name)
    case .date, .asOf, .fraction, .value, .exponent, .ordinal, .currency, .formatNumber:
      applyNumber(rule, call, into: &out)
    case .foreign, .namedLanguage, .nihongo, .zhongwen, .pronunciation:
      applyLanguage(rule, call, into: &out)
    case .quotation, .verse, .list, .definitionList, .hatnote, .infobox, .bio:
      applyBlock(rule, call, into: &out)
    case .ship, .interlanguageLink, .url, .anchor: applyName(rule, call, into: &out)
    case .condition, .equality, .choice, .tag, .lowercase, .uppercase, .lowercaseFirst,
      .uppercaseFirst, .pageName:
      applyFunction(rule, call, into: &out)
    }
  }

  /// The expansion of positional argument `number`, or of the named one, or nothing.
  mutating func value(_ call: WikitextCall, _ number: Int, _ named: String...) -> [UInt8] {
    if number > 0, let found = call.value(number) { return expanded(found) }
    for name in named {
      if let found = call.value(name, source) { return expanded(found) }
    }
    return []
  }

  /// The expansion of the first of the named arguments that is given.
  mutating func named(_ call: WikitextCall, _ names: String...) -> [UInt8]? {
    for name in names {
      if let found = call.value(name, source) {
        let result = expanded(found)
        if !result.isEmpty { return result }
      }
    }
    return nil
  }

  private mutating func joined(
    _ call: WikitextCall, _ between: String, into out: inout [UInt8]
  ) {
    var isFirst = true
    for argument in call.positional {
      let item = expanded(argument.value)
      guard !item.isEmpty else { continue }
      if !isFirst { out += between.utf8 }
      isFirst = false
      out += item
    }
  }

  /// `[citation needed]`, after the words it is about where the template holds them.
  private mutating func mark(_ words: String, _ call: WikitextCall, into out: inout [UInt8]) {
    if let text = call.value("text", source) { out += expanded(text) }
    WikitextBytes.appendNote(notes.use(marker: words), to: &out)
  }

  /// Notes count where a template's arguments hold them, though it prints no words.
  private mutating func countNotes(_ call: WikitextCall) {
    for argument in call.arguments where argument.value.node < nodes.count {
      guard nodes[argument.value.node].start < argument.value.end else { continue }
      _ = expanded(argument.value)
    }
  }

  /// An unknown template prints nothing, but for an argument that is clearly prose.
  ///
  /// In a note, one that names a title is some wiki's own citation template.
  private mutating func unknown(_ call: WikitextCall, into out: inout [UInt8]) {
    if isInNote, call.arguments.contains(where: { isTitle($0) }) {
      out += citation(call, .plain, [])
      return
    }
    var prose: [UInt8] = []
    for argument in call.arguments {
      let hasNodes =
        argument.value.node < nodes.count
        && nodes[argument.value.node].start < argument.value.end
      // Where nothing nests, only what is long enough to be prose is looked at.
      let isLong = argument.value.end - argument.value.start >= 80
      guard hasNodes || isLong else { continue }
      let text = expanded(argument.value)
      let mayPrint = argument.position > 0 || Self.proseNames.contains(call.key(argument, source))
      if mayPrint, text.count >= 80, text.count > prose.count,
        text.reduce(0, { $0 + ($1 == 0x20 ? 1 : 0) }) >= 12
      {
        prose = text
      }
    }
    guard !prose.isEmpty else { return }
    out += "<div>".utf8
    out += prose
    out += "</div>".utf8
  }

  private func isTitle(_ argument: WikitextCall.Argument) -> Bool {
    guard argument.keyEnd > argument.keyStart, argument.value.end > argument.value.start else {
      return false
    }
    return TemplateCitation.field(source, argument.keyStart, argument.keyEnd)?.field == .title
  }

  private static let proseNames: Set<String> = [
    "text", "quote", "content", "Text", "texte", "testo", "texto", "tekst", "Zitat", "citation",
    "quotetext", "body",
  ]
}

extension TemplateTable {
  /// Words before a template's name that do not change which one it is.
  static func isPrefix(_ name: [UInt8]) -> Bool {
    switch String(decoding: name, as: UTF8.self) {
    case "template", "subst", "safesubst", "msgnw", "raw", "msg", "vorlage", "modèle", "plantilla",
      "predefinição", "sjabloon", "szablon", "шаблон", "":
      true
    default: false
    }
  }
}
