import FonsFormat
import FonsText

/// A number by which a work is known wherever it is kept: `doi:10.1000/182`, `ISBN 978-0-00-000000-2`.
struct WorkNumber {
  var range: ByteRange
  /// `https://doi.org/…`, `urn:isbn:…`.
  var value: String

  /// The number that begins at `start`, behind its name.
  init?(_ text: [UInt8], at start: Int, limit: Int) {
    let byte = text[start] | 0x20
    guard byte == 0x64 || byte == 0x69, start == 0 || !ASCII.isAlphanumeric(text[start - 1]) else {
      return nil
    }
    if text.hasIgnoringCase("doi", at: start) {
      self.init(doi: text, start, limit)
    } else if text.hasIgnoringCase("isbn", at: start) {
      self.init(isbn: text, start, limit)
    } else {
      return nil
    }
  }

  private init?(doi text: [UInt8], _ start: Int, _ limit: Int) {
    var index = start + 3
    while index < limit, text[index] == 0x3A || text[index] == 0x20, index - start < 6 {
      index += 1
    }
    guard index < limit, text.has("10.", at: index) else { return nil }
    let number = index
    while index < limit, text[index] > 0x20, text[index] < 0x7F,
      ![0x22, 0x3C, 0x3E, 0x5D, 0x7D].contains(text[index])
    {
      index += 1
    }
    while index > number, [0x2E, 0x2C, 0x3B, 0x3A, 0x29].contains(text[index - 1]) { index -= 1 }
    guard text[number..<index].contains(0x2F) else { return nil }
    range = ByteRange(start, index)
    value = "https://doi.org/" + text.string(number, index)
  }

  private init?(isbn text: [UInt8], _ start: Int, _ limit: Int) {
    var index = start + 4
    if text.has("-13", at: index) || text.has("-10", at: index) { index += 3 }
    while index < limit, text[index] == 0x3A || text[index] == 0x20, index - start < 10 {
      index += 1
    }
    var digits = ""
    var end = index
    while index < limit, digits.utf8.count < 13 {
      let byte = text[index]
      if ASCII.isDigit(byte) || byte | 0x20 == 0x78 && digits.utf8.count == 9 {
        digits += byte | 0x20 == 0x78 ? "X" : String(UnicodeScalar(byte))
        end = index + 1
      } else if byte != 0x2D && byte != 0x20 {
        break
      }
      index += 1
    }
    guard Self.isValid(digits) else { return nil }
    range = ByteRange(start, end)
    value = "urn:isbn:" + Self.long(digits)
  }

  /// Whether the check digit is right.
  private static func isValid(_ digits: String) -> Bool {
    let values = digits.utf8.map { $0 == 0x58 ? 10 : Int($0) - 0x30 }
    switch values.count {
    case 10: return values.enumerated().reduce(0) { $0 + (10 - $1.offset) * $1.element } % 11 == 0
    case 13:
      return values.enumerated().reduce(0) { $0 + ($1.offset % 2 == 0 ? 1 : 3) * $1.element } % 10
        == 0
    default: return false
    }
  }

  /// The thirteen digits of a number of ten.
  private static func long(_ digits: String) -> String {
    guard digits.utf8.count == 10 else { return digits }
    let body = "978" + digits.dropLast()
    let sum = body.utf8.enumerated().reduce(0) {
      $0 + ($1.offset % 2 == 0 ? 1 : 3) * (Int($1.element) - 0x30)
    }
    return body + String((10 - sum % 10) % 10)
  }
}
