/// Templates that print numbers and dates.
extension WikitextExpander {
  mutating func applyNumber(
    _ rule: TemplateRule, _ call: WikitextCall, into out: inout [UInt8]
  ) {
    switch rule {
    case .date(let kind): out += date(call, kind).utf8
    case .asOf: out += asOf(call).utf8
    case .fraction: fraction(call, into: &out)
    case .value: value(call, into: &out)
    case .exponent:
      out += Array("×10<sup>".utf8) + value(call, 1) + Array("</sup>".utf8)
    case .ordinal: out += ordinal(String(decoding: value(call, 1), as: UTF8.self)).utf8
    case .currency(let sign): out += Array(sign.utf8) + value(call, 1)
    case .formatNumber:
      let number = String(decoding: value(call, 1), as: UTF8.self)
      let isRaw = value(call, 2) == Array("R".utf8)
      out += (isRaw ? number : grouped(number)).utf8
    default: break
    }
  }

  private mutating func words(_ call: WikitextCall) -> [String] {
    call.positional.map { String(decoding: expanded($0.value), as: UTF8.self) }
  }

  // MARK: Dates

  private mutating func date(_ call: WikitextCall, _ kind: TemplateDate) -> String {
    let words = words(call).filter { !$0.isEmpty }
    let dayFirst = (named(call, "df")?.first).map { $0 | 0x20 == UInt8(ascii: "y") } ?? false
    switch kind {
    case .circa:
      return words.isEmpty ? "c." : words.map { "c.&nbsp;\($0)" }.joined(separator: " – ")
    case .floruit: return "fl.&nbsp;" + words.prefix(2).joined(separator: "–")
    case .reign: return "r.&nbsp;" + words.prefix(2).joined(separator: "–")
    case .simple: return simpleDate(words[...], dayFirst: dayFirst) ?? words.joined(separator: " ")
    case .withAge:
      guard words.count >= 6, let death = simpleDate(words[..<3], dayFirst: dayFirst),
        let age = Self.age(words.prefix(6).map { Int($0) ?? TemplateDate.month($0) })
      else {
        if words.count == 2, let death = Int(words[0]), let birth = Int(words[1]), birth > 0,
          birth <= death, death < 10_000
        {
          return "\(death) (aged \(death - birth - 1)–\(death - birth))"
        }
        // `21|septembre|1936|11|novembre|1866`
        if words.count >= 3, Int(words[1]) == nil {
          return words.prefix(3).joined(separator: " ")
        }
        return words.first ?? ""
      }
      return "\(death) (aged\u{A0}\(age))"
    }
  }

  private static func age(_ numbers: [Int]) -> Int? {
    guard numbers.allSatisfy({ $0 > 0 && $0 < 10_000 }) else { return nil }
    let hadBirthday = (numbers[1], numbers[2]) >= (numbers[4], numbers[5])
    let age = numbers[0] - numbers[3] - (hadBirthday ? 0 : 1)
    return age >= 0 ? age : nil
  }

  private func simpleDate(_ words: ArraySlice<String>, dayFirst: Bool) -> String? {
    guard let first = words.first else { return nil }
    if words.count == 1 {
      // `2001-01-02`
      let parts = first.split(separator: "-")
      guard parts.count == 3, parts[0].count == 4, let month = Int(parts[1]),
        let day = Int(parts[2])
      else { return nil }
      return TemplateDate.text(
        year: String(parts[0]), month: month, day: day, dayFirst: dayFirst)
    }
    guard let year = Int(first), year > 31 || first.count == 4 else { return nil }
    let list = Array(words)
    let month = TemplateDate.month(list[1])
    guard month > 0 else { return nil }
    let day = list.count > 2 ? Int(list[2]) ?? 0 : 0
    return TemplateDate.text(year: first, month: month, day: day, dayFirst: dayFirst)
  }

  private mutating func asOf(_ call: WikitextCall) -> String {
    if let alternative = named(call, "alt") { return String(decoding: alternative, as: UTF8.self) }
    let words = words(call).filter { !$0.isEmpty }
    let isLower = named(call, "lc") != nil
    let isSince = named(call, "since") != nil
    let start = isSince ? (isLower ? "since" : "Since") : (isLower ? "as of" : "As of")
    let dayFirst =
      named(call, "df").map { $0 != Array("US".utf8) && $0 != Array("us".utf8) } ?? true
    let date = simpleDate(words[...], dayFirst: dayFirst) ?? words.joined(separator: " ")
    let end = named(call, "post").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return date.isEmpty ? start : "\(start) \(date)\(end)"
  }

  // MARK: Numbers

  private mutating func fraction(_ call: WikitextCall, into out: inout [UInt8]) {
    let parts = call.positional.map { expanded($0.value) }
    let slash = Array("⁄".utf8)
    switch parts.count {
    case 0: out += slash
    case 1: out += Array("1".utf8) + slash + parts[0]
    case 2: out += parts[0] + slash + parts[1]
    default: out += parts[0] + Array("\u{A0}".utf8) + parts[1] + slash + parts[2]
    }
  }

  private mutating func value(_ call: WikitextCall, into out: inout [UInt8]) {
    if let before = named(call, "p") { out += before }
    out += Self.minus(value(call, 1))
    let error = value(call, 2)
    if !error.isEmpty { out += Array((call.value(3) == nil ? "±" : "+").utf8) + error }
    let lower = value(call, 3)
    if !lower.isEmpty { out += Array("−".utf8) + lower }
    if let exponent = named(call, "e") {
      out += Array("×10<sup>".utf8) + exponent + Array("</sup>".utf8)
    }
    if let unit = named(call, "u", "ul", "s") { out += Array("\u{A0}".utf8) + unit }
    if let end = named(call, "end") { out += end }
  }

  private static func minus(_ number: [UInt8]) -> [UInt8] {
    number.first == UInt8(ascii: "-") ? Array("−".utf8) + number.dropFirst() : number
  }

  private func ordinal(_ number: String) -> String {
    guard let value = Int(number), value >= 0 else { return number }
    let ending =
      switch (value % 100, value % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return number + ending
  }

  /// The number with the language's separator between groups of three digits.
  private func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, parts.count <= 2, whole.utf8.count < 40,
      whole.utf8.drop(while: { $0 == UInt8(ascii: "-") }).allSatisfy(WikitextBytes.isDigit)
    else { return number }
    let separators = Self.separators[String(language.prefix(2))] ?? (",", ".")
    let isNegative = whole.hasPrefix("-")
    let digits = Array(isNegative ? whole.dropFirst() : whole)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separators.group }
      text.append(digit)
    }
    let fraction = parts.count == 2 ? separators.point + parts[1] : ""
    return (isNegative ? "−" : "") + text + fraction
  }

  private static let separators: [String: (group: String, point: String)] = [
    "de": (".", ","), "it": (".", ","), "es": (".", ","), "pt": (".", ","), "nl": (".", ","),
    "fr": ("\u{A0}", ","), "ru": ("\u{A0}", ","), "pl": ("\u{A0}", ","),
  ]
}
