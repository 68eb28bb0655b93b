/// The character references that people write in Markdown.
enum Entities {
  private static let named: [String: UInt32] = [
    "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "shy": 0xAD,
    "copy": 0xA9, "reg": 0xAE, "deg": 0xB0, "plusmn": 0xB1, "sup1": 0xB9, "sup2": 0xB2,
    "sup3": 0xB3, "micro": 0xB5, "para": 0xB6, "sect": 0xA7, "middot": 0xB7, "laquo": 0xAB,
    "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A, "lsquo": 0x2018, "rsquo": 0x2019,
    "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "ndash": 0x2013,
    "mdash": 0x2014, "hellip": 0x2026, "bull": 0x2022, "dagger": 0x2020, "Dagger": 0x2021,
    "trade": 0x2122, "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "times": 0xD7,
    "divide": 0xF7, "minus": 0x2212, "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE,
    "thinsp": 0x2009, "ensp": 0x2002, "emsp": 0x2003, "zwnj": 0x200C, "zwj": 0x200D,
    "auml": 0xE4, "ouml": 0xF6, "uuml": 0xFC, "Auml": 0xC4, "Ouml": 0xD6, "Uuml": 0xDC,
    "szlig": 0xDF, "eacute": 0xE9, "egrave": 0xE8, "ecirc": 0xEA, "agrave": 0xE0,
    "aacute": 0xE1, "acirc": 0xE2, "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "oslash": 0xF8,
    "ntilde": 0xF1, "iacute": 0xED, "oacute": 0xF3, "uacute": 0xFA, "ocirc": 0xF4, "icirc": 0xEE,
    "rarr": 0x2192, "larr": 0x2190, "prime": 0x2032, "Prime": 0x2033, "numsp": 0x2007,
  ]

  /// The reference at `index`, which holds `&`: its scalar and its bytes.
  static func decode(_ text: [UInt8], at index: Int, end: Int) -> (scalar: UInt32, length: Int)? {
    var close = index + 1
    while close < end, close - index < 12, text[close] != 0x3B { close += 1 }
    guard close < end, text[close] == 0x3B, close > index + 1 else { return nil }
    let name = text.string(index + 1, close)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value else { return nil }
      return (value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value, close + 1 - index)
    }
    return named[name].map { ($0, close + 1 - index) }
  }
}
