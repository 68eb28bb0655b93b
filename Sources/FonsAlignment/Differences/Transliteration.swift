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

  private static func plain(_ name: [UInt8]) -> String {
    var text = String(decoding: name, as: UTF8.self)
    for apostrophe in ["ʼ", "ʹ", "’", "ь", "ъ"] { text = text.replacing(apostrophe, with: "") }
    var result = ""
    while !text.isEmpty {
      if let (old, new) = rules.first(where: { text.hasPrefix($0.0) }) {
        result += new
        text.removeFirst(old.count)
      } else {
        result.append(text.removeFirst())
      }
    }
    return result
  }
}
