/// `{{convert}}`: a measure in its own unit and in another.
///
/// Rounding follows the module of the English Wikipedia: as many decimals as the input has, moved
/// by the ratio of the two values, and at least two significant figures.
extension WikitextExpander {
  private struct Request {
    /// The numbers as written, and the words between them (`to`, `-`, `and`, `x`).
    var numbers: [String] = []
    var joints: [String] = []
    var unit = ""
    var targets: [String] = []
    var precision: Int?
    /// `6|ft|2|in`: the inches; `numbers` holds the feet.
    var inches: String?
  }

  private struct Style {
    var isAdjective = false
    var isAmerican = false
    var abbreviatesFirst = false
    var abbreviatesSecond = true
    var flips = false
    var showsSecondOnly = false
    var usesOr = false
  }

  /// What the template prints; the bare measure where a unit is unknown.
  mutating func conversion(_ call: WikitextCall, _ name: [UInt8]) -> [UInt8] {
    let words = call.positional.map { String(decoding: expanded($0.value), as: UTF8.self) }
    let request = Self.parse(words)
    var style = Style()
    style.abbreviatesFirst = name.elementsEqual("cvt".utf8)
    for argument in call.arguments where argument.position == 0 {
      let setting = String(decoding: expanded(argument.value), as: UTF8.self)
      Self.set(&style, call.key(argument, source), setting)
    }
    guard let unit = ConvertUnits.unit(request.unit), !request.numbers.isEmpty else {
      return Array(words.prefix(2).joined(separator: "\u{A0}").utf8)
    }
    if let inches = request.inches {
      return Array(Self.feetAndInches(request, inches, style).utf8)
    }
    let own = Self.measure(
      request.numbers.map { $0.utf8.first == UInt8(ascii: "-") ? "−" + $0.dropFirst() : $0 },
      request.joints,
      unit, style, isFirst: true)
    var others: [String] = []
    for target in request.targets.isEmpty ? unit.targets : request.targets {
      guard let other = ConvertUnits.unit(target), other.kind == unit.kind else { continue }
      let numbers = request.numbers.map {
        Self.converted($0, from: unit, to: other, precision: request.precision)
      }
      others.append(Self.measure(numbers, request.joints, other, style, isFirst: false))
    }
    guard !others.isEmpty else { return Array(own.utf8) }
    let other = others.joined(separator: "; ")
    if style.showsSecondOnly { return Array(other.utf8) }
    let (left, right) = style.flips ? (other, own) : (own, other)
    return Array((style.usesOr ? "\(left) or \(right)" : "\(left) (\(right))").utf8)
  }

  private static let joints: Set<String> = [
    "-", "–", "to", "and", "or", "x", "by", "×", "+/-", "±", "to(-)", "to about", "and(-)", "*",
  ]

  private static func parse(_ words: [String]) -> Request {
    var request = Request()
    var rest = words[...]
    while let number = rest.popFirst() {
      request.numbers.append(number)
      guard let joint = rest.first, joints.contains(joint), rest.count > 2 else { break }
      request.joints.append(joint)
      rest.removeFirst()
    }
    request.unit = rest.popFirst() ?? ""
    if rest.count >= 2, rest.dropFirst().first == "in", request.unit == "ft",
      request.numbers.count == 1
    {
      request.inches = rest.first
      rest = rest.dropFirst(2)
    }
    if let target = rest.first, Int(target) == nil {
      rest.removeFirst()
      request.targets =
        ConvertUnits.unit(target) != nil
        ? [target] : target.split(separator: " ").map(String.init)
    }
    if let digits = rest.first.flatMap({ Int($0) }) { request.precision = max(-9, min(digits, 9)) }
    return request
  }

  /// `6 feet 2 inches (1.88 m)`
  private static func feetAndInches(
    _ request: Request, _ inches: String, _ style: Style
  ) -> String {
    let feet = request.numbers[0]
    var own =
      "\(feet) \(feet == "1" ? "foot" : "feet") \(inches) \(inches == "1" ? "inch" : "inches")"
    if style.abbreviatesFirst {
      own = "\(feet)\u{A0}ft \(inches)\u{A0}in"
    } else if style.isAdjective {
      own = "\(feet)-foot-\(inches)-inch"
    }
    guard let whole = Double(feet), let rest = Double(inches), let inch = ConvertUnits.unit("in"),
      let target = ConvertUnits.unit(request.targets.first ?? "m"), target.kind == inch.kind
    else { return own }
    let total = whole * 12 + rest
    let output = total * inch.scale / target.scale
    // With inches given, the module of Wikipedia keeps centimetres.
    let fraction = inches.split(separator: ".").dropFirst().first?.count ?? 0
    let adjustment = logarithm(target.scale) + 2 + logarithm(2)
    let digits = request.precision ?? Int((Double(fraction) + adjustment).rounded(.down))
    let other = measure([rounded(output, digits)], [], target, style, isFirst: false)
    return style.flips ? "\(other) (\(own))" : "\(own) (\(other))"
  }

  private static func set(_ style: inout Style, _ key: String, _ setting: String) {
    switch (key, setting) {
    case ("adj", "on"), ("adj", "mid"), ("adj", "pre"): style.isAdjective = true
    case ("sp", "us"), ("sp", "US"): style.isAmerican = true
    case ("abbr", "on"), ("abbr", "comma"): style.abbreviatesFirst = true
    case ("abbr", "off"): style.abbreviatesSecond = false
    case ("abbr", "in"):
      style.abbreviatesFirst = true
      style.abbreviatesSecond = false
    case ("abbr", "none"): style.abbreviatesSecond = false
    case ("order", "flip"), ("disp", "flip"): style.flips = true
    case ("disp", "output only"), ("disp", "out"): style.showsSecondOnly = true
    case ("disp", "or"): style.usesOr = true
    default: break
    }
  }

  private static func measure(
    _ numbers: [String], _ joints: [String], _ unit: ConvertUnits.Unit, _ style: Style,
    isFirst: Bool
  ) -> String {
    var text = grouped(numbers[0])
    for (number, joint) in zip(numbers.dropFirst(), joints) {
      switch joint {
      case "-", "–", "to(-)", "and(-)": text += "–"
      case "x", "×", "*", "by": text += joint == "by" ? " by " : " × "
      case "+/-", "±": text += " ± "
      default: text += " \(joint) "
      }
      text += grouped(number)
    }
    let abbreviates = isFirst != style.flips ? style.abbreviatesFirst : style.abbreviatesSecond
    if unit.symbol.hasPrefix("/") {
      return abbreviates ? text + unit.symbol : "\(text) \(unit.singular)"
    }
    if abbreviates { return "\(text)\u{A0}\(unit.symbol)" }
    if style.isAdjective, isFirst {
      let name = style.isAmerican ? unit.american ?? unit.singular : unit.singular
      return "\(text)-\(name.map { $0 == " " ? "-" : String($0) }.joined())"
    }
    let isOne = numbers.count == 1 && numbers[0] == "1"
    guard style.isAmerican, let american = unit.american else {
      return "\(text) \(isOne ? unit.singular : unit.plural)"
    }
    return "\(text) \(isOne ? american : ConvertUnits.americanPlural(american))"
  }

  private static func grouped(_ number: String) -> String {
    let whole = number.prefix { $0 != "." }
    guard !number.contains(","), whole.utf8.filter(WikitextBytes.isDigit).count > 3 else {
      return number
    }
    var text = ""
    let digits = Array(whole)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits[index - 1].isNumber { text += "," }
      text.append(digit)
    }
    return text + number.dropFirst(whole.count)
  }

  private static func converted(
    _ number: String, from: ConvertUnits.Unit, to: ConvertUnits.Unit, precision: Int?
  ) -> String {
    var plain = number.filter { $0 != "," }
    if plain.hasPrefix("−") { plain = "-" + plain.dropFirst() }
    guard let input = Double(plain), input.isFinite else { return number }
    let base = (input + from.offset) * from.scale
    let output = base / to.scale - to.offset
    let digits = precision ?? decimals(plain, input, output, base, from)
    return rounded(output, digits)
  }

  /// How many decimals the result has; negative for tens, hundreds …
  private static func decimals(
    _ number: String, _ input: Double, _ output: Double, _ base: Double,
    _ from: ConvertUnits.Unit
  ) -> Int {
    let own: Int
    if let dot = number.firstIndex(of: ".") {
      own = number.distance(from: dot, to: number.endIndex) - 1
    } else {
      own = -number.reversed().prefix { $0 == "0" }.count
    }
    if from.kind == "temperature" {
      let least = abs(base) < 1e-8 ? 2 : 2 - floorLog(abs(base))
      return max(own, least)
    }
    let size = abs(output)
    guard input != 0, size > 0 else { return 0 }
    let adjustment = logarithm(abs(input) / size) + logarithm(2)
    return max(Int((Double(own) + adjustment).rounded(.down)), 1 - floorLog(size))
  }

  private static func rounded(_ value: Double, _ digits: Int) -> String {
    var power = 1.0
    for _ in 0..<min(abs(digits), 15) { power *= 10 }
    let isNegative = value < 0
    let scaled = (digits >= 0 ? abs(value) * power : abs(value) / power)
    guard scaled < 1e15 else { return String(value) }
    let whole = Int(scaled.rounded(.toNearestOrAwayFromZero))
    var text = String(digits >= 0 ? whole : whole * Int(power))
    if digits > 0 {
      while text.count <= digits { text = "0" + text }
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return (isNegative && whole != 0 ? "−" : "") + text
  }

  private static func floorLog(_ value: Double) -> Int {
    Int((logarithm(value) + 1e-14).rounded(.down))
  }

  /// The decimal logarithm, without a mathematics library.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    // value = significand × 2^exponent; ln by the series of (s − 1) ÷ (s + 1).
    let ratio = (value.significand - 1) / (value.significand + 1)
    var term = ratio
    var sum = 0.0
    var index = 1.0
    while index < 60 {
      sum += term / index
      term *= ratio * ratio
      index += 2
    }
    let natural = 2 * sum + Double(value.exponent) * 0.693147180559945309417
    return natural * 0.434294481903251827651
  }
}
