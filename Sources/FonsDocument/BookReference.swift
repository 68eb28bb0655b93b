internal import CTables
import FonsFormat
import FonsText

/// A place in a work that is cited by numbers: "2 Samuel 15:12", "Rom. i. 28", "Hamlet, III.i.56".
struct BookReference {
  var range: ByteRange
  /// The work's full name and the numbers, in one form: "Romans 1:28", "Hamlet 3.1.56".
  var value: String

  private enum Kind: String {
    case bible, play
  }

  /// Names in lower case, without full stops, to their full form.
  private static let books: [String: (name: String, kind: Kind)] = {
    let bytes = UnsafeBufferPointer(start: fons_books_table_start(), count: fons_books_table_size())
    var result: [String: (name: String, kind: Kind)] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard let kind = fields.first.flatMap({ Kind(rawValue: String($0)) }) else { continue }
      for field in fields.dropFirst() {
        let forms = field.split(separator: "=").map { String($0).replacing("_", with: " ") }
        for form in forms where result[form.lowercased()] == nil {
          result[form.lowercased()] = (forms[0], kind)
        }
      }
    }
    return result
  }()

  /// Words of the longest name.
  private static let longest = 6

  /// The references in a range, in order, at most 32.
  ///
  /// - Complexity: O(*n*)
  static func find(_ text: [UInt8], _ range: ByteRange) -> [BookReference] {
    let words = PhraseWord.scan(text, range)
    var result: [BookReference] = []
    var index = 0
    while index < words.count, result.count < 32 {
      if let found = reference(words, at: index) {
        let place = ByteRange(words[index].range.start, words[found.end - 1].range.end)
        result.append(BookReference(range: place, value: found.value))
        index = found.end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func reference(
    _ words: [PhraseWord], at start: Int
  ) -> (value: String, end: Int)? {
    guard let first = words[start].text.first, first.isUppercase || first.isNumber else {
      return nil
    }
    var name = ""
    var found: (value: String, end: Int)?
    for index in start..<min(words.count, start + longest) {
      let word = words[index].lower.filter { $0 != "." }
      name += (index > start ? " " : "") + (index == start ? number(word) ?? word : word)
      if let book = books[name], let numbers = numbers(words, from: index + 1, book.kind) {
        found = (book.name + " " + numbers.value, numbers.end)
      }
      if words[index].tail.contains(where: { ";:!?)".contains($0) }) { break }
    }
    return found
  }

  /// "1" of "1", "I" or "First" before the name of a book.
  private static func number(_ word: String) -> String? {
    switch word {
    case "i", "first", "1st": "1"
    case "ii", "second", "2nd": "2"
    case "iii", "third", "3rd": "3"
    default: nil
    }
  }

  /// Chapter and verse, or act, scene and line; at least two numbers.
  private static func numbers(
    _ words: [PhraseWord], from start: Int, _ kind: Kind
  ) -> (value: String, end: Int)? {
    var found: [Int] = []
    var index = start
    let most = kind == .bible ? 2 : 3
    while index < words.count, found.count < most {
      let word = words[index]
      if kind == .play,
        ["act", "scene", "sc", "line", "l"].contains(word.lower.filter { $0 != "." })
      {
        index += 1
        continue
      }
      let pieces = word.lower.split { ":.,".contains($0) }
      let values = pieces.prefix(most - found.count).map { value(String($0)) }
      guard !values.isEmpty, values.allSatisfy({ $0 != nil }) else { break }
      found += values.compactMap { $0 }
      index += 1
      if word.tail.contains(where: { ";)]!?\"”".contains($0) }) { break }
    }
    guard found.count >= 2 else { return nil }
    let joint = kind == .bible ? ":" : "."
    return (found.map(String.init).joined(separator: joint), index)
  }

  /// The value of "12", "12-14", "xii"; not of other words.
  private static func value(_ piece: String) -> Int? {
    let digits = piece.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      let rest = piece.dropFirst(digits.count)
      let isRange =
        rest.isEmpty || rest.first.map { "-–—".contains($0) } == true || rest == "f" || rest == "ff"
      return isRange && digits.count <= 4 ? Int(digits) : nil
    }
    return roman(piece)
  }

  private static func roman(_ piece: String) -> Int? {
    let values: [Character: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
    guard !piece.isEmpty, piece.count <= 8 else { return nil }
    var total = 0
    var last = 0
    for letter in piece.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total
  }
}
