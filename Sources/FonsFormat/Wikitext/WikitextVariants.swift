/// What a reader sees of `-{zh-hans:…;zh-hant:…}-`: a language that is written in several ways names
/// the words of each; the page shows one of them.
///
/// See MediaWiki's <https://www.mediawiki.org/wiki/Writing_systems/Syntax>.
struct WikitextVariants {
  /// Variants in the order in which they stand in for the language itself.
  private let order: [String]

  private static let depthLimit = 10

  /// Nil where pages in `language` (`zh`, `sr-ec`) have no variants.
  init?(language: String) {
    let base = language.lowercased()
    guard let order = Self.orders[base] ?? Self.orders[String(base.prefix { $0 != "-" })],
      !Self.others.contains(base)
    else { return nil }
    self.order = order
  }

  private static let orders: [String: [String]] = [
    "zh": ["zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "zh-sg", "zh-mo", "zh-my"],
    "gan": ["gan", "gan-hans", "gan-hant"],
    "wuu": ["wuu", "wuu-hans", "wuu-hant"],
    "sr": ["sr", "sr-ec", "sr-cyrl", "sr-el", "sr-latn"],
    "sh": ["sh", "sh-latn", "sh-cyrl"],
    "kk": ["kk", "kk-cyrl", "kk-latn", "kk-arab", "kk-kz", "kk-tr", "kk-cn"],
    "ku": ["ku", "ku-latn", "ku-arab"],
    "iu": ["iu", "ike-cans", "ike-latn"],
    "crh": ["crh", "crh-latn", "crh-cyrl"],
    "shi": ["shi", "shi-latn", "shi-tfng"],
    "tg": ["tg", "tg-cyrl", "tg-latn"],
    "uz": ["uz", "uz-latn", "uz-cyrl"],
    "ban": ["ban", "ban-bali", "ban-x-palmleaf"],
  ]

  /// Languages whose code begins like one of those.
  private static let others: Set<String> = ["zh-yue", "zh-min-nan", "zh-classical"]

  /// `text` with each `-{…}-` replaced by what it shows; what is never closed stays.
  ///
  /// - Complexity: O(*n*)
  func shown(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "{")) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var open: [Int] = []
    var at = 0
    while at < text.count {
      if open.count < Self.depthLimit, WikitextBytes.matches(text, at: at, "-{") {
        open.append(out.count)
        out += "-{".utf8
        at += 2
      } else if let start = open.last, WikitextBytes.matches(text, at: at, "}-") {
        open.removeLast()
        let inner = Array(out[(start + 2)...])
        out.removeSubrange(start...)
        out += choice(inner)
        at += 2
      } else {
        out.append(text[at])
        at += 1
      }
    }
    return out
  }

  private func choice(_ inner: [UInt8]) -> ArraySlice<UInt8> {
    var rules = inner[...]
    if let bar = inner.firstIndex(of: UInt8(ascii: "|")), bar < 60 {
      let flags = inner[..<bar].split(separator: UInt8(ascii: ";")).map { Self.trimmed($0) }
      rules = inner[(bar + 1)...]
      for flag in flags {
        switch flag {
        // Rules for the rest of the page, its title, the names of variants.
        case "H", "T", "-", "D", "N": return []
        case "R": return rules
        default: if flag.contains(where: \.isLowercase) { return rules }
        }
      }
    }
    var chosen: (rank: Int, text: ArraySlice<UInt8>)?
    for rule in Self.rules(rules) {
      let rank = order.firstIndex(of: rule.variant) ?? order.count
      if chosen.map({ rank < $0.rank }) ?? true { chosen = (rank, rule.text) }
    }
    return chosen?.text ?? rules
  }

  /// `variant:text`, separated by semicolons; a semicolon in a text is one that no variant follows.
  private static func rules(
    _ text: ArraySlice<UInt8>
  ) -> [(variant: String, text: ArraySlice<UInt8>)] {
    var found: [(variant: String, text: ArraySlice<UInt8>)] = []
    var start = text.startIndex
    while start < text.endIndex {
      guard let colon = variantEnd(text, start) else { return [] }
      var name = text[start..<colon]
      if let arrow = name.lastIndex(of: UInt8(ascii: ">")) { name = name[(arrow + 1)...] }
      var end = colon + 1
      while end < text.endIndex {
        if text[end] == UInt8(ascii: ";"),
          trimmed(text[(end + 1)...].prefix(60)).isEmpty || variantEnd(text, end + 1) != nil
        {
          break
        }
        end += 1
      }
      let words = WikitextBytes.trimmed(Array(text[(colon + 1)..<end]))
      found.append((trimmed(name).lowercased(), words[...]))
      start = end + 1
      if start < text.endIndex, trimmed(text[start...].prefix(60)).isEmpty { break }
    }
    return found
  }

  /// The colon after a variant's name that begins at `start`.
  private static func variantEnd(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
    let head = text[start...].prefix(60)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var name = head[..<colon]
    if let arrow = name.lastIndex(of: UInt8(ascii: ">")) { name = name[(arrow + 1)...] }
    let code = trimmed(name)
    let isCode =
      (2...20).contains(code.utf8.count)
      && code.utf8.allSatisfy { WikitextBytes.isLetter($0) || $0 == UInt8(ascii: "-") }
    return isCode ? colon : nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let slice = Array(bytes)
    return String(decoding: WikitextBytes.trimmed(slice), as: UTF8.self)
  }
}
