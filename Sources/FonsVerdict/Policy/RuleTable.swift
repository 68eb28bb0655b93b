internal import CTables

/// Reads the tables of rules: a line each, fields divided by ` | `, `#` before what is for people.
enum RuleTable {
  /// The fields of each line.
  static func lines(_ start: UnsafePointer<UInt8>, _ size: Int) -> [[String]] {
    UnsafeBufferPointer(start: start, count: size).split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        String(decoding: line, as: UTF8.self).split(separator: "|").map(trimmed)
      }
  }

  static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
