/// Names of things, words of other languages, and the functions of the parser.
extension WikitextExpander {
  mutating func applyName(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .ship(let prefix): ship(call, prefix, into: &out)
    case .interlanguageLink: out += named(call, "lt", "display", "text") ?? value(call, 1)
    case .url:
      let label = value(call, 2)
      out += label.isEmpty ? value(call, 1) : label
    default: break
    }
  }

  private mutating func ship(
    _ call: WikitextCall, _ prefix: String, into out: inout [UInt8]
  ) {
    var words = call.positional.map { expanded($0.value) }
    var name = Array(prefix.utf8)
    if prefix.isEmpty, !words.isEmpty { name = words.removeFirst() }
    guard !words.isEmpty else { return }
    if !name.isEmpty { name.append(0x20) }
    name += words.removeFirst()
    out += name
    // A digit says which parts to leave out.
    let isShort = words.last.map { $0.count == 1 && WikitextBytes.isDigit($0[0]) } ?? false
    if !isShort, let hull = words.first, !hull.isEmpty {
      out += Array(" (".utf8) + hull + Array(")".utf8)
    }
  }

  // MARK: Languages

  mutating func applyLanguage(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .foreign: out += value(call, 2, "text")
    case .namedLanguage(let name): namedLanguage(name, call, into: &out)
    case .nihongo: nihongo(call, into: &out)
    case .zhongwen: zhongwen(call, into: &out)
    case .pronunciation:
      let symbols = call.positional.map {
        expanded($0.value).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      }
      out += Array("/".utf8) + symbols.joined() + Array("/".utf8)
    default: break
    }
  }

  private mutating func namedLanguage(
    _ name: String, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    var label = name
    var first = 1
    if name == "*" {
      let code = String(decoding: value(call, 1), as: UTF8.self)
      label = TemplateLanguages.name(of: code) ?? ""
      first = 2
    }
    let word = value(call, first, "text")
    let isLabelled = named(call, "label").map { $0 != Array("none".utf8) } ?? true
    if language.hasPrefix("en"), isLabelled, !label.isEmpty { out += "\(label): ".utf8 }
    out += word
    let roman = value(call, first + 1, "translit")
    if !roman.isEmpty { out += Array(", romanized: ".utf8) + roman }
    let meaning = value(call, first + 2, "lit", "translation")
    if !meaning.isEmpty { out += Array(", lit. '".utf8) + meaning + Array("'".utf8) }
  }

  private mutating func nihongo(_ call: WikitextCall, into out: inout [UInt8]) {
    let words = (1...5).map { value(call, $0) }
    out += words[0]
    let inside = words[1...3].filter { !$0.isEmpty }
    if !inside.isEmpty {
      let text = Array(inside.joined(separator: ", ".utf8))
      out += words[0].isEmpty ? text : Array(" (".utf8) + text + Array(")".utf8)
    }
    if !words[4].isEmpty { out += Array(" ".utf8) + words[4] }
  }

  private static let chinese = [
    ("c", "Chinese"), ("s", "simplified Chinese"), ("t", "traditional Chinese"), ("p", "pinyin"),
    ("w", "Wade–Giles"), ("j", "Jyutping"), ("cy", "Cantonese Yale"), ("poj", "Pe̍h-ōe-jī"),
    ("l", "lit."),
  ]

  private mutating func zhongwen(_ call: WikitextCall, into out: inout [UInt8]) {
    var parts: [[UInt8]] = []
    let isLabelled = named(call, "labels") != Array("no".utf8)
    for (key, label) in Self.chinese {
      guard let word = named(call, key) else { continue }
      let between = key == "l" ? " " : ": "
      parts.append(isLabelled ? Array((label + between).utf8) + word : word)
    }
    if parts.isEmpty { parts = [value(call, 1)] }
    out += parts.joined(separator: "; ".utf8)
  }

  // MARK: Functions

  mutating func applyFunction(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .condition:
      let isTrue = !value(call, 1).isEmpty
      out += whole(call, isTrue ? 1 : 2)
    case .equality:
      let isTrue = value(call, 1) == value(call, 2)
      out += whole(call, isTrue ? 2 : 3)
    case .choice: choice(call, into: &out)
    case .tag: elementTag(call, into: &out)
    case .lowercase: out += String(decoding: value(call, 1), as: UTF8.self).lowercased().utf8
    case .uppercase: out += String(decoding: value(call, 1), as: UTF8.self).uppercased().utf8
    case .lowercaseFirst:
      let text = String(decoding: value(call, 1), as: UTF8.self)
      out += (text.prefix(1).lowercased() + text.dropFirst()).utf8
    case .uppercaseFirst:
      let text = String(decoding: value(call, 1), as: UTF8.self)
      out += (text.prefix(1).uppercased() + text.dropFirst()).utf8
    case .pageName: out += title.utf8
    default: break
    }
  }

  /// Argument number `index` from 0, with what looks like its name: a branch may hold `=`.
  private mutating func whole(_ call: WikitextCall, _ index: Int) -> [UInt8] {
    guard index < call.arguments.count else { return [] }
    let argument = call.arguments[index]
    return expanded(
      WikitextCall.Value(
        start: argument.wholeStart, end: argument.value.end, node: argument.wholeNode))
  }

  private mutating func choice(_ call: WikitextCall, into out: inout [UInt8]) {
    let test = value(call, 1)
    var falls = false
    var fallback: WikitextCall.Value?
    for (index, argument) in call.arguments.dropFirst().enumerated() {
      let isLast = index == call.arguments.count - 2
      if argument.wholeStart == argument.value.start {
        if isLast { fallback = argument.value }
        if !falls { falls = expanded(argument.value) == test && !isLast }
        continue
      }
      let key = source[argument.keyStart..<argument.keyEnd]
      if key.elementsEqual("#default".utf8) { fallback = argument.value }
      if falls || key.elementsEqual(test) {
        out += expanded(argument.value)
        return
      }
    }
    if let fallback { out += expanded(fallback) }
  }

  /// `{{#tag:ref|content|name=…|group=…}}`
  private mutating func elementTag(_ call: WikitextCall, into out: inout [UInt8]) {
    let name = String(decoding: value(call, 1), as: UTF8.self).lowercased()
    guard name == "ref" else {
      if name == "references", let list = call.value(2) {
        define(group: "", list.start, list.end, node: list.node)
      } else if name == "poem" || name == "blockquote" || name == "nowiki" {
        out += value(call, 2)
      }
      return
    }
    let outerURLs = urls
    urls = []
    defer { urls = outerURLs }
    let key = named(call, "name").map { Self.unquoted($0) } ?? ""
    let group = named(call, "group").map { Self.unquoted($0) } ?? defaultGroup
    appendNote(group: group, name: key, content: value(call, 2), into: &out)
  }

  private static func unquoted(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote)
    {
      text = String(text.dropFirst().dropLast())
    }
    return text
  }
}
