internal import FonsText
internal import Foundation

/// Reads numbers from words: digits, numerals, scales, fractions.
struct NumberReader {
  private let meaning: MeaningWords

  init(_ meaning: MeaningWords) { self.meaning = meaning }

  /// The value of a phrase that is a number and nothing else; a per cent sign counts as ÷ 100.
  func value(_ tokens: [WordClassifier.Token]) -> Double? {
    var total = 0.0
    var group = 0.0
    var seen = false
    var percent = 1.0
    var skipped = 0
    let words = tokens.map(\.word)
    for (index, token) in tokens.enumerated() {
      if skipped > 0 {
        skipped -= 1
        continue
      }
      let phrase = seen ? MeaningWords.phrase(.percent, words[index...]) : 0
      if phrase > 0 {
        percent = 100
        skipped = phrase - 1
        continue
      }
      if let digits = digits(token) {
        // "3 ½" is three and a half; "1 200" is one number.
        let folded = String(decoding: token.folded, as: UTF8.self)
        if seen, !folded.contains("/"), folded.utf8.count == 3, group == group.rounded() {
          group = group * 1000 + digits
        } else {
          group += digits
        }
        seen = true
      } else if let scale = scale(token) {
        group = (seen ? group : 1) * scale
        if scale >= 1000 {
          total += group
          group = 0
        }
        seen = true
      } else if let numeral = numeral(token) {
        group += numeral
        seen = true
      } else if index + 1 < tokens.count, ["a", "an"].contains(token.text.lowercased()),
        scale(tokens[index + 1]) != nil
      {
        continue
      } else if !isJoint(token, seen: seen, last: index == tokens.count - 1) {
        return nil
      }
    }
    return seen ? (total + group) / percent : nil
  }

  /// Digits, with a fraction, sign, exponent or decimal point.
  private func digits(_ token: WordClassifier.Token) -> Double? {
    guard token.word.flags.contains(.number) else { return nil }
    let text = String(decoding: token.folded, as: UTF8.self)
    if let slash = text.firstIndex(of: "/") {
      guard let top = Double(text[..<slash]),
        let bottom = Double(text[text.index(after: slash)...]),
        bottom != 0
      else { return nil }
      return top / bottom
    }
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "^" || $0 == "+" }
    let rest = text.dropFirst(number.count)
    guard ["", "st", "nd", "rd", "th", "s"].contains(rest) || rest.allSatisfy(\.isLetter) else {
      return nil
    }
    if let caret = number.firstIndex(of: "^") {
      guard let base = Double(number[..<caret]),
        let power = Double(number[number.index(after: caret)...])
      else { return nil }
      return pow(base, power)
    }
    return Double(number) ?? grouped(number)
  }

  /// Several points divide thousands: 5.500.000.
  private func grouped(_ text: Substring) -> Double? {
    let isNegative = text.first == "-"
    let groups = (isNegative ? text.dropFirst() : text).split(separator: ".")
    guard groups.count > 2, groups.dropFirst().allSatisfy({ $0.count == 3 }),
      let value = Double(groups.joined())
    else { return nil }
    return isNegative ? -value : value
  }

  /// What stands behind the digits of `10km`, or nothing.
  func unit(of token: WordClassifier.Token) -> String {
    guard token.word.flags.contains(.number) else { return "" }
    let text = String(decoding: token.folded, as: UTF8.self)
    let rest = String(text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == "^" || $0 == "/" })
    return ["st", "nd", "rd", "th"].contains(rest) ? "" : rest
  }

  private func scale(_ token: WordClassifier.Token) -> Double? {
    meaning.has(token.word.hash, .scale) ? meaning.value(token.word.hash) : nil
  }

  private func numeral(_ token: WordClassifier.Token) -> Double? {
    meaning.has(token.word.hash, .numeral) ? meaning.value(token.word.hash) : nil
  }

  /// "and" within a number.
  private func isJoint(_ token: WordClassifier.Token, seen: Bool, last: Bool) -> Bool {
    seen && !last
      && ["and", "und", "et", "y", "e"].contains(token.text.lowercased())
  }
}
