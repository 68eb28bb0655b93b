/// The number or sign that leads to a note, or begins one, as a PDF's words show it.
enum PDFNoteMark {
  /// Bytes of the superscript digits, by digit.
  private static let superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { Array(String($0).utf8) }

  /// The mark that a word is ("12", "*", "†"), or that stands at an end of it: before the first word of
  /// a line ("3The", since a raised number has no gap behind it) and in raised characters ("quay⁴").
  static func find(
    in word: ArraySlice<UInt8>, beginsLine: Bool
  ) -> (range: Range<Int>, isSuperscript: Bool)? {
    if (1...3).contains(word.count) {
      if word.allSatisfy(ASCII.isDigit) { return (word.indices, false) }
      let text = String(decoding: word, as: UTF8.self)
      if ["*", "**", "†", "‡", "§"].contains(text) { return (word.indices, false) }
    }
    let digits = word.prefix(while: ASCII.isDigit)
    if beginsLine, (1...2).contains(digits.count), digits.endIndex < word.endIndex {
      let next = word[digits.endIndex]
      let isWord = ASCII.isUpper(next) || next >= 0x80
      if isWord, superscript(word, at: digits.endIndex) == nil { return (digits.indices, false) }
    }
    // Some fonts raise a part of a number's digits: "1⁴".
    var end = digits.endIndex
    while let digit = superscript(word, at: end) { end += superscripts[digit].count }
    if end > digits.endIndex, beginsLine || end == word.endIndex, digits.count <= 2 {
      return (word.startIndex..<end, true)
    }
    var start = word.endIndex
    while let digit = superscript(word, before: start) { start -= superscripts[digit].count }
    // A power is no note, nor is that of a unit: "10⁶", "x²", "km²".
    let letters = word[..<start].reversed().prefix(while: ASCII.isLetter).count
    guard start < word.endIndex, start > word.startIndex, !ASCII.isDigit(word[start - 1]),
      !(1...2).contains(letters)
    else { return nil }
    return (start..<word.endIndex, true)
  }

  /// The number or sign in plain characters.
  static func key(_ mark: ArraySlice<UInt8>) -> String {
    var key: [UInt8] = []
    var at = mark.startIndex
    while at < mark.endIndex {
      if let digit = superscript(mark, at: at) {
        key.append(UInt8(0x30 + digit))
        at += superscripts[digit].count
      } else {
        key.append(mark[at])
        at += 1
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  private static func superscript(_ word: ArraySlice<UInt8>, at index: Int) -> Int? {
    superscripts.firstIndex { word[index...].starts(with: $0) }
  }

  private static func superscript(_ word: ArraySlice<UInt8>, before end: Int) -> Int? {
    superscripts.firstIndex { word[..<end].suffix($0.count).elementsEqual($0) }
  }
}
