/// Names from other scripts, which every language spells in its own way.
enum Transliteration {
  /// Letters that stand for one sound, the longer ones first; what follows the arrow stands for all.
  private static let rules: [(String, String)] = [
    ("'", ""), ("tsch", "c"), ("tch", "c"), ("ch", "c"), ("schtsch", "s"), ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ts", "z"), ("tz", "z"), ("ks", "x"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yo", "e"), ("jo", "e"), ("y", "i"), ("j", "i"),
    ("w", "v"),
    ("ii", "i"), ("ie", "e"), ("ff", "v"), ("ck", "k"), ("q", "k"),
  ]

  /// Whether two folded names are one in the letters of two customs.
  static func areVariants(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a != b, min(a.count, b.count) >= 4 else { return false }
    return plain(a) == plain(b)
  }

  private static let byteRules = rules.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  /// Signs that some customs write and others leave out.
  private static let silent = ["ʼ", "ʹ", "’", "ь", "ъ"].map { Array($0.utf8) }

  private static func plain(_ name: [UInt8]) -> [UInt8] {
    let text = spoken(name)
    var result: [UInt8] = []
    var at = 0
    while at < text.count {
      let rest = text[at...]
      if let (old, new) = byteRules.first(where: { rest.starts(with: $0.0) }) {
        result += new
        at += old.count
      } else {
        result.append(text[at])
        at += 1
      }
    }
    return result
  }

  private static func spoken(_ name: [UInt8]) -> [UInt8] {
    guard name.contains(where: { $0 >= 0x80 }) else { return name }
    var result: [UInt8] = []
    var at = 0
    while at < name.count {
      if let sign = silent.first(where: { name[at...].starts(with: $0) }) {
        at += sign.count
      } else {
        result.append(name[at])
        at += 1
      }
    }
    return result
  }
}
