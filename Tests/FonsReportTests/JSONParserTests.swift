import FonsReport
import Testing

/// RFC 8259, and nothing else.
@Suite struct JSONParserTests {
  @Test(arguments: [
    ("null", JSON.null), (" true\n", .bool(true)), ("-0", .integer(0)), ("12", .integer(12)),
    ("1.5", .number(1.5)), ("2e3", .integer(2000)), ("-1.25E-2", .number(-0.0125)),
    ("9223372036854775807", .integer(.max)), ("\"\"", .string("")), ("[]", .array([])),
    ("{}", .object([])),
    ("[1, [\"a\"], {}]", .array([.integer(1), .array([.string("a")]), .object([])])),
    (#""\u00e9\n\/\"\\\ud83c\udf33""#, .string("é\n/\"\\🌳")),
    ("\u{FEFF}[0]", .array([.integer(0)])),
    (
      #"{"b": 1, "a": {"c": null}, "b": 2}"#,
      .object([.init("a", .object([.init("c", .null)])), .init("b", .integer(2))])
    ),
  ])
  func reads(_ item: (text: String, value: JSON)) throws {
    #expect(try JSON(parsing: Array(item.text.utf8)) == item.value)
  }

  @Test(arguments: [
    "", " ", "nul", "nulll", "01", "1.", ".5", "+1", "1e", "--1", "0x10", "NaN", "1e999", "'a'",
    "\"a",
    "\"\n\"", #""\x""#, #""\u12g4""#, #""\ud83c""#, #""\ud83cA""#, #""\udf33""#, "[1,]", "[1 2]",
    "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{\"a\":1 \"b\":2}", "[", "{", "]", "1 2", "[1]]",
  ])
  func refuses(_ text: String) {
    #expect(throws: (any Error).self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test func refusesWhatIsNoUTF8AndWhatIsTooDeep() throws {
    #expect(throws: (any Error).self) { try JSON(parsing: [0x22, 0xC3, 0x22]) }
    #expect(throws: (any Error).self) { try JSON(parsing: [0x22, 0x5C, 0x6E, 0xFF, 0x22]) }
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeatElement(0x5B, count: depth)) + Array(repeatElement(0x5D, count: depth))
    }
    #expect(throws: Never.self) { try JSON(parsing: nested(512)) }
    #expect(throws: (any Error).self) { try JSON(parsing: nested(513)) }
    #expect(throws: (any Error).self) { try JSON(parsing: nested(1_000_000)) }
  }

  @Test func whatIsWrittenIsRead() throws {
    let value = JSON.object([
      .init("a", .string("“x” \\ \" \u{1} \u{7F} \u{85} \u{2028} é 🌳")), .init("b", .number(0.1)),
      .init("c", .array([.bool(false), .null, .integer(-7), .object([])])),
    ])
    #expect(try JSON(parsing: Array(value.text().utf8)) == value)
    #expect(try JSON(parsing: Array(value.text(pretty: true).utf8)) == value)
  }
}
