import Testing

@testable import FonsReport

/// Escaping eight bytes at a time against one after the other.
@Suite struct EscapeTests {
  private static func slowly(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  @Test(arguments: [
    "\"", "\\", "\n", "\u{1}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "é", "\u{2028}", "”", "漢",
    "😀", " ", "~",
  ])
  func atEveryPlaceOfEveryLength(_ special: String) {
    for length in 0...40 {
      for place in 0...length {
        let plain = String(repeating: "!", count: place)
        let text = plain + special + String(repeating: "z", count: length - place)
        var bytes: [UInt8] = []
        JSON.escape(text, into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == Self.slowly(text))
      }
    }
  }

  @Test(arguments: [0, 7, -7, 10, 99, 100, 12_345_678, .max, .min])
  func integers(_ value: Int) {
    #expect(JSON.integer(value).text() == String(value))
  }
}
