import FonsFormat

/// A quotation mark in its surroundings: whether it may open or close there.
struct QuoteMark {
  var glyph: QuoteGlyph
  var range: Range<Int>
  var opens = false
  var closes = false
  /// Closes, but may be an apostrophe (`dogs'`) or a unit (`12"`).
  var isWeak = false

  /// What stands beside a mark.
  private enum Side {
    case space, opening, dash, word, punctuation
  }

  init(_ glyph: QuoteGlyph, _ range: Range<Int>, in text: [UInt8], within block: Range<Int>) {
    self.glyph = glyph
    self.range = range
    let before = Self.before(text, range.lowerBound, block)
    let after = Self.after(text, range.upperBound, block)
    switch glyph {
    case .straight, .leftTicks, .rightTicks: straight(before, after, text, block)
    case .apostrophe: single(before, after, text, block)
    case .leftSingle:
      opens = after != .space && before != .word && !Self.isElision(text, range.upperBound, block)
      closes = before != .space && after != .word
    case .rightSingle:
      closes = before != .space && before != .opening && after != .word
      isWeak = Self.isPossessive(text, range, block)
    case .lowSingle, .lowDouble: opens = true
    case .leftDouble:
      opens = true
      closes = before != .space && before != .opening && after != .word && after != .opening
    case .rightDouble:
      closes = !((before == .space || before == .opening) && after != .space)
      opens = (before == .space || before == .opening || before == .dash) && after != .space
    case .leftGuillemet, .leftAngle:
      opens = true
      // German books close an inner and an outer quotation as in `›inner‹«`.
      let isInner = glyph == .leftAngle && text.has("«", at: range.upperBound)
      let isOuter =
        glyph == .leftGuillemet && range.lowerBound >= 3 && text.has("‹", at: range.lowerBound - 3)
      closes =
        before != .space && (before != .opening || isOuter) && after != .word
        && (after != .opening || isInner)
    case .rightGuillemet, .rightAngle:
      closes = true
      opens =
        (before == .space || before == .opening || before == .dash)
        && after != .space && after != .punctuation
    case .leftCorner, .leftWhiteCorner, .leftTitle: opens = true
    case .rightCorner, .rightWhiteCorner, .rightTitle: closes = true
    }
  }

  private mutating func straight(
    _ before: Side, _ after: Side, _ text: [UInt8], _ block: Range<Int>
  ) {
    if glyph == .leftTicks {
      opens = after != .space
      return
    }
    let start = before == .space || before == .opening
    let end = after == .space || after == .punctuation || after == .dash
    switch (start, end) {
    case (true, false): opens = true
    case (false, true): closes = true
    case (true, true):
      // Alone between spaces, or before a mark of omission: `"...and so on"`.
      opens = true
      closes = after == .space
    case (false, false):
      opens = before == .dash || before == .punctuation && after == .word
      closes = before != .dash || after != .word
    }
    if Self.isAssignment(text, range.lowerBound, block) { opens = false }
    if let previous = Self.byte(text, range.lowerBound - 1, block), ASCII.isDigit(previous) {
      isWeak = true
    }
    if glyph == .rightTicks { opens = false }
  }

  private mutating func single(
    _ before: Side, _ after: Side, _ text: [UInt8], _ block: Range<Int>
  ) {
    let start = before == .space || before == .opening || before == .dash
    opens =
      start && after != .space && !(after == .punctuation && before != .space)
      && !Self.isElision(text, range.upperBound, block)
      && !Self.isAssignment(text, range.lowerBound, block)
    closes = !start && after != .word && after != .opening
    if let previous = Self.byte(text, range.lowerBound - 1, block), ASCII.isDigit(previous) {
      isWeak = true
    } else {
      isWeak = Self.isPossessive(text, range, block)
    }
  }

  // MARK: Surroundings

  private static func byte(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> UInt8? {
    block.contains(index) ? text[index] : nil
  }

  private static func before(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> Side {
    var at = index
    // Emphasis in plain text: `_"Quoted words"_`.
    while at > block.lowerBound, text[at - 1] == 0x2A || text[at - 1] == 0x5F { at -= 1 }
    return side(UTF8Text.scalar(text, before: at, start: block.lowerBound))
  }

  private static func after(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> Side {
    var at = index
    while at < block.upperBound, text[at] == 0x2A || text[at] == 0x5F { at += 1 }
    return side(UTF8Text.scalar(text, at: at, end: block.upperBound))
  }

  private static func side(_ scalar: (value: UInt32, length: Int)) -> Side {
    if scalar.length == 0 { return .space }
    switch scalar.value {
    case 9...13, 0x20, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: return .space
    case 0x28, 0x5B, 0x7B, 0x2F, 0xBF, 0xA1, 0x201C, 0x2018, 0x201E, 0x201A, 0xAB, 0x2039,
      0xFF08, 0x300C, 0x300E, 0x3E, 0x7C:
      return .opening
    case 0x2D, 0x2010...0x2015, 0x2212: return .dash
    case 0x2026: return .punctuation
    default: break
    }
    if scalar.value < 0x80 {
      return ASCII.isAlphanumeric(UInt8(scalar.value)) ? .word : .punctuation
    }
    return WordCount.isWordLike(scalar.value) && !(0xB0...0xBE).contains(scalar.value)
      ? .word : .punctuation
  }

  /// `key="value"`: an attribute or an assignment.
  private static func isAssignment(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> Bool {
    byte(text, index - 1, block) == 0x3D
  }

  /// `dogs'` before another word in lower case: more likely a genitive than an end.
  private static func isPossessive(
    _ text: [UInt8], _ range: Range<Int>, _ block: Range<Int>
  ) -> Bool {
    guard let previous = byte(text, range.lowerBound - 1, block), previous | 0x20 == 0x73,
      byte(text, range.upperBound, block) == 0x20,
      let next = byte(text, range.upperBound + 1, block)
    else { return false }
    return ASCII.isLower(next)
  }

  private static let elisions: [StaticString] = [
    "tis", "twas", "twere", "twill", "twould", "twixt", "til", "till", "em", "cause", "bout",
    "round", "neath", "gainst", "im", "er", "n", "s", "t", "d", "ll", "re", "ve", "cos", "cuz",
    "fraid", "nuff", "ere", "un", "ud", "pon", "mid", "mongst", "tother", "ome", "ave", "ad",
  ]

  /// 'tis, 'em, '90s: an apostrophe although a space stands before it.
  private static func isElision(_ text: [UInt8], _ index: Int, _ block: Range<Int>) -> Bool {
    guard let first = byte(text, index, block) else { return false }
    if ASCII.isDigit(first) {
      guard let second = byte(text, index + 1, block), ASCII.isDigit(second) else { return false }
      let third = byte(text, index + 2, block) ?? 0x20
      return third == 0x73 || !ASCII.isAlphanumeric(third)
    }
    for word in elisions where text.hasIgnoringCase(word, at: index) {
      let end = byte(text, index + word.utf8CodeUnitCount, block) ?? 0x20
      if !ASCII.isLetter(end), end < 0x80 { return true }
    }
    return false
  }
}
