import FonsFormat

/// The characters that open and close quotations.
enum QuoteGlyph: UInt8 {
  /// `"`
  case straight
  /// `“` opens English, closes German.
  case leftDouble
  /// `”` closes; opens in Swedish and Finnish.
  case rightDouble
  /// `„` `‟`
  case lowDouble
  /// `'`
  case apostrophe
  /// `‘`
  case leftSingle
  /// `’`
  case rightSingle
  /// `‚`
  case lowSingle
  /// `«` `»`
  case leftGuillemet, rightGuillemet
  /// `‹` `›`
  case leftAngle, rightAngle
  /// `「` `」`
  case leftCorner, rightCorner
  /// `『` `』`
  case leftWhiteCorner, rightWhiteCorner
  /// `《` `》`
  case leftTitle, rightTitle
  /// LaTeX: ` `` ` and `''`
  case leftTicks, rightTicks

  /// The mark at `index` and its bytes, or nil.
  static func at(_ text: [UInt8], _ index: Int, end: Int) -> (glyph: QuoteGlyph, length: Int)? {
    switch text[index] {
    case 0x22: return (.straight, 1)
    case 0x27:
      return index + 1 < end && text[index + 1] == 0x27 ? (.rightTicks, 2) : (.apostrophe, 1)
    case 0x60:
      return index + 1 < end && text[index + 1] == 0x60 ? (.leftTicks, 2) : nil
    case 0xC2:
      guard index + 1 < end else { return nil }
      if text[index + 1] == 0xAB { return (.leftGuillemet, 2) }
      return text[index + 1] == 0xBB ? (.rightGuillemet, 2) : nil
    case 0xE2:
      guard index + 2 < end, text[index + 1] == 0x80 else { return nil }
      return general(text[index + 2]).map { ($0, 3) }
    case 0xE3:
      guard index + 2 < end, text[index + 1] == 0x80 else { return nil }
      return corner(text[index + 2]).map { ($0, 3) }
    default: return nil
    }
  }

  private static func general(_ last: UInt8) -> QuoteGlyph? {
    switch last {
    case 0x98, 0x9B: return .leftSingle
    case 0x99: return .rightSingle
    case 0x9A: return .lowSingle
    case 0x9C: return .leftDouble
    case 0x9D: return .rightDouble
    case 0x9E, 0x9F: return .lowDouble
    case 0xB9: return .leftAngle
    case 0xBA: return .rightAngle
    default: return nil
    }
  }

  private static func corner(_ last: UInt8) -> QuoteGlyph? {
    switch last {
    case 0x8C: return .leftCorner
    case 0x8D: return .rightCorner
    case 0x8E: return .leftWhiteCorner
    case 0x8F: return .rightWhiteCorner
    case 0x8A: return .leftTitle
    case 0x8B: return .rightTitle
    default: return nil
    }
  }

  var isSingle: Bool {
    switch self {
    case .apostrophe, .leftSingle, .rightSingle, .lowSingle: return true
    default: return false
    }
  }

  /// Whether `closer` may end what this mark opened; hands and machines mix straight and curly.
  func closes(with closer: QuoteGlyph) -> Bool {
    switch self {
    case .straight: return closer == .straight || closer == .rightDouble
    case .leftDouble: return closer == .rightDouble || closer == .straight || closer == .leftDouble
    case .rightDouble: return closer == .rightDouble || closer == .straight
    case .lowDouble:
      return closer == .leftDouble || closer == .rightDouble || closer == .straight
    case .apostrophe, .leftSingle: return closer == .apostrophe || closer == .rightSingle
    case .lowSingle: return closer == .leftSingle || closer == .rightSingle || closer == .apostrophe
    case .leftGuillemet: return closer == .rightGuillemet
    case .rightGuillemet: return closer == .leftGuillemet || closer == .rightGuillemet
    case .leftAngle: return closer == .rightAngle
    case .rightAngle: return closer == .leftAngle || closer == .rightAngle
    case .leftCorner: return closer == .rightCorner
    case .leftWhiteCorner: return closer == .rightWhiteCorner
    case .leftTitle: return closer == .rightTitle
    case .leftTicks: return closer == .rightTicks || closer == .straight
    default: return false
    }
  }
}
